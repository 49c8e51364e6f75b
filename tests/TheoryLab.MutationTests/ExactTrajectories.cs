using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TheoryLab.Claims;
using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.MutationTests;

/// <summary>
/// The first iterates of a method in exact rationals on small instances of every bundle of oracles, as a fingerprint. The fingerprints of all methods are stored, so
/// that no coefficient can change unnoticed.
/// </summary>
public static class ExactTrajectories
{
    private const int Steps = 12;

    // Steps that divide by data make the numbers longer by a factor each time; a trajectory ends with the first number of more bits than this.
    private const int Bits = 4096;

    // Between them: all bundles of oracles, steps that end at a vertex and steps that drop one, an optimum at a vertex, on a face and inside, and
    // roots that are rational and roots that are not.
    private static readonly (string Family, (string, string)[] Parameters)[] Small =
    [
        ("quadratic", [("dimension", "3"), ("condition", "9"), ("basis", "coordinates")]),
        ("strongly-convex-chain", [("dimension", "5"), ("condition", "4")]),
        ("quadratic-on-simplex", [("dimension", "3"), ("condition", "3"), ("slope", "0.02")]),
        ("quadratic-on-simplex", [("dimension", "3"), ("condition", "3"), ("support", "0"), ("slope", "2")]),
        ("quadratic-on-simplex", [("dimension", "4"), ("condition", "2"), ("slope", "0.25")]),
        ("quadratic-on-simplex", [("dimension", "4"), ("condition", "1"), ("slope", "0.02"), ("support", "0.8")]),
        ("wolfe-triangle", [("x", "0.25"), ("y", "0.5")]),
        ("quadratic-on-cube", [("dimension", "3"), ("condition", "2"), ("slope", "0.25")]),
        ("huber", [("tau", "0.125")]),
        ("resisting-max", [("dimension", "3")]),
        ("penalized-regression", [("rows", "3"), ("dimension", "2")]),
    ];

    // More vertices than the small ones have: an active set searched to its end there is searched further here.
    private static readonly (string Family, (string, string)[] Parameters)[] Larger =
    [
        ("quadratic-on-simplex", [("dimension", "5"), ("condition", "1"), ("slope", "0.02"), ("support", "0.8")]),
        ("quadratic-on-simplex", [("dimension", "5"), ("condition", "2"), ("slope", "1"), ("support", "0.8")]),
        ("quadratic-on-simplex", [("dimension", "5"), ("condition", "3"), ("support", "1")]),
        ("quadratic-on-simplex", [("dimension", "6"), ("condition", "3"), ("slope", "0.1"), ("support", "0.5")]),
        ("quadratic-on-simplex", [("dimension", "6"), ("condition", "1"), ("slope", "0.5"), ("support", "0.8")]),
    ];

    // For methods on coordinates and blocks: sparse and dense, with and without kinks, lifted, quotients of both kinds, a network.
    private static readonly (string Family, (string, string)[] Parameters)[] Coordinatewise =
    [
        ("coupled-quadratic", [("matrix", "tridiagonal"), ("dimension", "4"), ("start", "ramp")]),
        ("coupled-quadratic", [("matrix", "diagonal"), ("dimension", "5"), ("order", "one-two-five"), ("start", "ones")]),
        ("coupled-quadratic", [("dimension", "3")]),
        ("l1-quadratic", [("matrix", "tridiagonal"), ("dimension", "4")]),
        ("quadratic-moments", [("matrix", "tridiagonal"), ("dimension", "4"), ("start", "ramp")]),
        ("fractional-quadratic", [("kind", "triple"), ("d", "0.5"), ("c", "1"), ("start", "pair")]),
        ("fractional-quadratic", [("kind", "concave"), ("dimension", "3")]),
        ("splitting-network", [("inputs", "1"), ("hidden", "2"), ("outputs", "1"), ("samples", "2")]),
    ];

    /// <summary>The fingerprint, or null where no instance runs the method in rationals.</summary>
    public static string? Fingerprint(IMethod method) => Fingerprint(method, MutationScore.HasMutants(method) ? [.. Small, .. Larger] : Coordinatewise);

    /// <summary>Runs the method where its updates are counted: on the small instances.</summary>
    public static void Watch(IMethod method) => Fingerprint(method, Small);

    private static string? Fingerprint(IMethod method, (string Family, (string, string)[] Parameters)[] instances)
    {
        StringBuilder text = new();
        foreach ((string family, (string, string)[] parameters) in instances)
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
            for (int k = 0; k < Steps && !iteration.IsFinished && !IsLong(iteration.Iterate); k++)
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
        catch (Exception e) when (e is ArithmeticException or IndexOutOfRangeException or ArgumentException)
        {
            // A mutant may divide by zero, run out of storage, or hand an oracle a step that it refuses; which of these is part of the trajectory.
            return e.GetType().Name;
        }
    }

    private static bool IsLong(HostVector<Rational> x)
    {
        foreach (Rational component in x.Span)
        {
            if (component.Numerator.GetBitLength() + component.Denominator.GetBitLength() > Bits)
            {
                return true;
            }
        }

        return false;
    }
}
