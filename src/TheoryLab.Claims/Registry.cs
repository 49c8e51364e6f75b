using System.Reflection;
using TheoryLab.Core;
using TheoryLab.Problems;
using TheoryLab.Solvers;

namespace TheoryLab.Claims;

/// <summary>
/// Families, methods and measures by name, found by type in their assemblies: adding one is adding a file. A method is created with the default
/// values of its constructor's parameters.
/// </summary>
public static class Registry
{
    /// <summary>All problem families, by name.</summary>
    public static IReadOnlyList<ProblemFamily> Families => FamilyList.All;

    /// <summary>All methods with default parameters, by name.</summary>
    public static IReadOnlyList<IMethod> Methods => MethodList.All;

    /// <summary>All measures, by name.</summary>
    public static IReadOnlyList<IMeasure> Measures => MeasureList.All;

    /// <summary>The family of a name.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="InputException">There is none.</exception>
    public static ProblemFamily Family(string name) => Find("problem family", name, Families, f => f.Name, "theorylab list problems");

    /// <summary>The method of a name.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="InputException">There is none.</exception>
    public static IMethod Method(string name) => Find("method", name, Methods, m => m.Name, "theorylab list methods");

    /// <summary>The measure of a name.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="InputException">There is none.</exception>
    public static IMeasure Measure(string name) => Find("measure", name, Measures, m => m.Name, "theorylab list measures");

    /// <summary>The measure of a symbol, or null.</summary>
    /// <param name="symbol">The symbol in formulas.</param>
    public static IMeasure? MeasureOfSymbol(string symbol) => Measures.FirstOrDefault(m => m.Symbol == symbol);

    /// <summary>The names of the parameters that <see cref="Configure"/> takes for a method, in lower case.</summary>
    /// <param name="method">A method of this registry.</param>
    public static IReadOnlyList<string> Parameters(IMethod method) => [.. WithDefaults(method.GetType())!.GetParameters().Select(p => p.Name!.ToLowerInvariant())];

    /// <summary>The method with some of its constructor's parameters replaced; used entries are taken out of the dictionary.</summary>
    /// <param name="method">A method of this registry.</param>
    /// <param name="given">Values by name, case ignored.</param>
    /// <exception cref="InputException">A value is no number, not an integer of at least 1, or none of the choices.</exception>
    public static IMethod Configure(IMethod method, IDictionary<string, ParameterValue> given)
    {
        ConstructorInfo constructor = WithDefaults(method.GetType())!;
        object?[] arguments = [.. constructor.GetParameters().Select(p =>
        {
            string? key = given.Keys.FirstOrDefault(k => string.Equals(k, p.Name, StringComparison.OrdinalIgnoreCase));
            if (key is null)
            {
                return p.DefaultValue;
            }

            (double number, string? word) = given[key];
            given.Remove(key);
            return p.ParameterType.IsEnum ? Choice(p.ParameterType, key, word, method)
                : p.ParameterType == typeof(double) && !double.IsNaN(number) ? (object)number
                : p.ParameterType == typeof(int) && double.IsInteger(number) && number is >= 1 and <= int.MaxValue ? (object)(int)number
                : throw new InputException($"{key} of {method.Name} must be {(p.ParameterType == typeof(int) ? "an integer of at least 1" : "a number")}.");
        })];
        return (IMethod)constructor.Invoke(arguments);
    }

    private static object Choice(Type type, string key, string? word, IMethod method) => Enum.GetNames(type).FirstOrDefault(n => string.Equals(n, word, StringComparison.OrdinalIgnoreCase)) is { } name
        ? Enum.Parse(type, name)
        : throw NearestName.Unknown($"{key} of {method.Name}", word ?? "a number", Enum.GetNames(type));

    private static ConstructorInfo? WithDefaults(Type type) => type.GetConstructors().FirstOrDefault(c => c.GetParameters().All(p => p.HasDefaultValue));

    private static T Find<T>(string what, string name, IReadOnlyList<T> all, Func<T, string> nameOf, string listing) =>
        all.FirstOrDefault(x => nameOf(x) == name) ?? throw NearestName.Unknown(what, name, [.. all.Select(nameOf)], listing);

    private static IReadOnlyList<T> Create<T>(Assembly assembly, Func<T, string> nameOf) =>
        [.. assembly.GetTypes()
            .Where(t => t is { IsAbstract: false, IsPublic: true } && typeof(T).IsAssignableFrom(t))
            .Select(WithDefaults)
            .OfType<ConstructorInfo>()
            .Select(c => (T)c.Invoke([.. c.GetParameters().Select(p => p.DefaultValue)]))
            .OrderBy(nameOf, StringComparer.Ordinal)];

    // Each list is made when it is first asked for: most commands need one of them.
    private static class FamilyList
    {
        public static readonly IReadOnlyList<ProblemFamily> All = Create<ProblemFamily>(typeof(ProblemFamily).Assembly, f => f.Name);
    }

    private static class MethodList
    {
        public static readonly IReadOnlyList<IMethod> All = Create<IMethod>(typeof(GradientDescent).Assembly, m => m.Name);
    }

    private static class MeasureList
    {
        public static readonly IReadOnlyList<IMeasure> All = Create<IMeasure>(typeof(IMeasure).Assembly, m => m.Name);
    }
}
