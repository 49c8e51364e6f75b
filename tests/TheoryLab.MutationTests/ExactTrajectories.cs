using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TheoryLab.Claims;
using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.MutationTests;

/// <summary>
/// The first iterates of a method in exact rationals on two small instances, as a fingerprint. The fingerprints of all methods are stored, so
/// that no coefficient can change unnoticed.
/// </summary>
public static class ExactTrajectories
{
    private const int Steps = 5;

    private static readonly (string Family, (string, string)[] Parameters)[] Instances =
    [
        ("quadratic", [("dimension", "3"), ("condition", "4"), ("basis", "coordinates")]),
        ("strongly-convex-chain", [("dimension", "5"), ("condition", "4")]),
        ("quadratic-on-simplex", [("dimension", "4"), ("condition", "2"), ("slope", "0.25")]),
        ("wolfe-triangle", [("x", "0.25"), ("y", "0.5")]),
        ("huber", [("tau", "0.125")]),
    ];

    /// <summary>The fingerprint, or null where no instance runs the method in rationals.</summary>
    public static string? Fingerprint(IMethod method)
    {
        StringBuilder text = new();
        foreach ((string family, (string, string)[] parameters) in Instances)
        {
            ProblemInstance instance = new InstanceSpec(family, parameters).Create(Steps, 1);
            if (Trajectory(method, instance) is { } trajectory)
            {
                text.Append(CultureInfo.InvariantCulture, $"{family}: {trajectory}\n");
            }
        }

        return text.Length == 0 ? null : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..32];
    }

    private static string? Trajectory(IMethod method, ProblemInstance instance)
    {
        try
        {
            IIteration<HostVector<Rational>> iteration = MethodStarter.Start(method, instance.In<Rational>(), Steps);
            List<string> iterates = [];
            for (int k = 0; k < Steps && !iteration.IsFinished; k++)
            {
                iteration.Step(k);
                iterates.Add(string.Join(' ', iteration.Iterate.Span.ToArray()));
            }

            return string.Join("; ", iterates);
        }
        catch (Exception e) when (e is InputException or NotSupportedException)
        {
            return null;
        }
        catch (Exception e) when (e is DivideByZeroException or ArithmeticException)
        {
            return e.GetType().Name;
        }
    }
}
