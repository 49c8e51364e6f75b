using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.External;

/// <summary>The constants that a solver is told: what a built-in method could ask for, as far as this problem knows it.</summary>
internal static class KnownConstants
{
    /// <summary>The declared constants of the family, then R and h0; those that are unknown here or not finite are left out.</summary>
    /// <param name="instance">The instance.</param>
    /// <param name="problem">The same in doubles.</param>
    public static IEnumerable<KeyValuePair<string, double>> Of(ProblemInstance instance, HostProblem<double> problem) =>
        from name in instance.Family.Constants.Select(c => c.Name).Concat(["R", "h0"]).Distinct()
        let value = Known(problem, name)
        where value is { } number && double.IsFinite(number)
        select KeyValuePair.Create(name, value!.Value);

    private static double? Known(HostProblem<double> problem, string name)
    {
        try
        {
            return problem.Constant(name);
        }
        catch (Exception e) when (e is InputException or NotSupportedException)
        {
            // A problem without a known minimiser has no R and no h0.
            return null;
        }
    }
}
