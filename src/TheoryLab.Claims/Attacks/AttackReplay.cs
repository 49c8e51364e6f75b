using System.Globalization;
using System.Reflection;
using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.Claims;

/// <summary>The command that makes one run again.</summary>
internal static class AttackReplay
{
    public static string? Command(string family, IMethod method, IReadOnlyDictionary<string, ParameterValue> parameters, int seed, int horizon)
    {
        IMethod? standard = Registry.Methods.FirstOrDefault(m => m.GetType() == method.GetType());
        if (standard is null || Registry.Families.All(f => f.Name != family))
        {
            return null;
        }

        Dictionary<string, ParameterValue> differing = new(StringComparer.Ordinal);
        foreach (PropertyInfo property in method.GetType().GetProperties().Where(p => p.PropertyType == typeof(double) || p.PropertyType == typeof(int)))
        {
            double value = Convert.ToDouble(property.GetValue(method), CultureInfo.InvariantCulture);
            if (value != Convert.ToDouble(property.GetValue(standard), CultureInfo.InvariantCulture))
            {
                differing[property.Name.ToLowerInvariant()] = value;
            }
        }

        // A word of the command line is a parameter of the method before it is one of the family.
        Dictionary<string, ParameterValue> given = differing.ToDictionary(d => d.Key, d => d.Value);
        if (parameters.Keys.Any(k => differing.ContainsKey(k.ToLowerInvariant())) || !Equals(Registry.Configure(standard, given), method))
        {
            return null;
        }

        IEnumerable<string> settings = differing.Concat(parameters).Select(p => $"--set {p.Key}={Text(p.Value)}");
        return string.Create(
            CultureInfo.InvariantCulture, $"theorylab run {standard.Name} --problem {family} {string.Join(' ', settings)} --iterations {horizon} --seed {seed}");
    }

    private static string Text(ParameterValue value) => value.Text ?? value.Number.ToString("R", CultureInfo.InvariantCulture);
}
