using TheoryLab.Core;
using TheoryLab.Problems;
using TheoryLab.Solvers;

namespace TheoryLab.Cuda.Tests;

/// <summary>Methods and instances that run on a device.</summary>
internal static class Catalogue
{
    /// <summary>Every method of the library that can be made without arguments.</summary>
    public static IReadOnlyList<IMethod> Methods { get; } =
    [
        .. from type in typeof(GradientDescent).Assembly.GetTypes()
           where type is { IsAbstract: false, IsGenericType: false } && type.IsAssignableTo(typeof(IMethod))
           from constructor in type.GetConstructors()
           let parameters = constructor.GetParameters()
           where parameters.All(p => p.IsOptional)
           let method = (IMethod)constructor.Invoke([.. parameters.Select(p => p.DefaultValue)])
           orderby method.Name
           select method,
    ];

    /// <summary>Every family that has a dense form, with what it takes to reach every kind of set and matrix.</summary>
    public static TheoryData<string, string> Instances { get; } = new()
    {
        { "quadratic", "dimension=17" },
        { "quadratic", "dimension=5 basis=coordinates" },
        { "coupled-quadratic", "dimension=9" },
        { "least-squares", "data=diabetes" },
        { "logistic-regression", "data=breast-cancer start=1" },
        { "constrained-least-squares", "data=diabetes set=l1-ball" },
        { "constrained-least-squares", "data=diabetes set=simplex radius=20" },
        { "quadratic-on-simplex", "dimension=23" },
        { "quadratic-on-cube", "dimension=11" },
    };

    public static ProblemInstance Instance(string family, string parameters = "", int seed = 7)
    {
        ProblemFamily found = (ProblemFamily)Activator.CreateInstance(
            typeof(ProblemFamily).Assembly.GetTypes().Single(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(ProblemFamily)) && Named(t, family)))!;
        Dictionary<string, ParameterValue> values = parameters.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(p => p.Split('=')).ToDictionary(p => p[0], p => ParameterValue.Parse(p[1]));
        return found.Create(ParameterSet.Bind(found, values), seed);
    }

    private static bool Named(Type type, string family) =>
        type.GetConstructor([]) is not null && ((ProblemFamily)Activator.CreateInstance(type)!).Name == family;
}
