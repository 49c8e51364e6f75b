using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using TheoryLab.Claims;
using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.MutationTests;

/// <summary>
/// The first iterates of a method on small instances of every bundle of oracles, in exact rationals where the method accepts them, as a fingerprint. The fingerprints of all methods are stored, so
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

    // For methods on coordinates and blocks: sparse and dense, with more coordinates than a block has and fewer, with and without kinks, separable and not, lifted,
    // quotients of both kinds, a network, minimisers along coordinates that no gradient step reaches.
    private static readonly (string Family, (string, string)[] Parameters)[] Coordinatewise =
    [
        ("coupled-quadratic", [("matrix", "tridiagonal"), ("dimension", "4"), ("start", "ramp")]),
        ("coupled-quadratic", [("matrix", "diagonal"), ("dimension", "5"), ("order", "one-two-five"), ("start", "ones")]),
        ("coupled-quadratic", [("dimension", "3")]),
        ("coupled-quadratic", [("matrix", "tridiagonal"), ("dimension", "9"), ("start", "ramp")]),
        ("l1-quadratic", [("matrix", "tridiagonal"), ("dimension", "4")]),
        ("quadratic-moments", [("matrix", "tridiagonal"), ("dimension", "4"), ("start", "ramp")]),
        ("fractional-quadratic", [("kind", "triple"), ("d", "0.5"), ("c", "1"), ("start", "pair")]),
        ("fractional-quadratic", [("kind", "concave"), ("dimension", "3")]),
        ("splitting-network", [("inputs", "1"), ("hidden", "2"), ("outputs", "1"), ("samples", "2")]),
        ("powell-cycle", []),
        ("nonseparable-kink", []),
    ];

    // For methods that no instance above runs, since they solve with Hessians: one variable with rational and irrational roots, Hessians that are singular at first,
    // and Gauss-Newton and Fisher matrices that are not the Hessian.
    private static readonly (string Family, (string, string)[] Parameters)[] Curved =
    [
        ("cubed-model", [("mu", "4"), ("LH", "3"), ("start", "5")]),
        ("cubed-model", [("mu", "2"), ("LH", "5"), ("share", "0.5"), ("start", "0.25")]),
        ("cubed-chain", [("dimension", "3")]),
        ("quartic-model", [("mu", "2"), ("K", "3"), ("start", "2")]),
        ("nonlinear-least-squares", [("dimension", "2"), ("bend", "0.5"), ("start", "0.5")]),
    ];

    // For methods with several objectives: two and three of them, off the Pareto set and beside it.
    private static readonly (string Family, (string, string)[] Parameters)[] Several =
    [
        ("lifted-quadratic", [("offset", "3"), ("along", "0.5")]),
        ("lifted-quadratic", [("objectives", "3"), ("offset", "1"), ("along", "0.25")]),
        ("lifted-quadratic", [("objectives", "3"), ("offset", "1")]),
        ("lifted-huber", [("offset", "2")]),
    ];

    /// <summary>
    /// The fingerprint, or null where no instance runs the method. A method that refuses rationals, because its steps contain roots beyond square roots, is followed in
    /// numbers of 1,024 bits, of which the doubles nearest to the iterates are taken; a tilde says so.
    /// </summary>
    public static string? Fingerprint(IMethod method) => Fingerprint(method, IsCoordinatewise(method) ? Coordinatewise : [.. Small, .. Larger]);

    /// <summary>Runs the method where its updates are counted: on the small instances.</summary>
    public static void Watch(IMethod method) => Fingerprint(method, IsCoordinatewise(method) ? Coordinatewise : Small);

    /// <summary>Whether a method works on coordinates or blocks, through an oracle of theirs.</summary>
    public static bool IsCoordinatewise(IMethod method) => method is ICoordinateMethod or IBlockProximalMethod or IFractionalMethod or IMomentMethod;

    private static string? Fingerprint(IMethod method, (string Family, (string, string)[] Parameters)[] instances)
    {
        string? Exact((string, (string, string)[])[] chosen) => Hash(chosen, instance => Trajectory<Rational>(method, instance, x => $"{x}", IsLong));
        return Exact(instances)
            ?? Exact(Curved)
            ?? Exact(Several)
            ?? (Hash(Curved, instance => Trajectory<BigReal>(method, instance, Rounded, _ => false)) is { } rounded ? $"~{rounded}" : null);
    }

    // The sign as well, which a number below the range of doubles keeps.
    private static string Rounded(BigReal x) => string.Create(CultureInfo.InvariantCulture, $"{x.CompareTo(BigReal.Zero)} * {Math.Abs(BigReal.ToDouble(x)):R}");

    private static string? Hash((string Family, (string, string)[] Parameters)[] instances, Func<ProblemInstance, string?> trajectory)
    {
        StringBuilder text = new();
        foreach ((string family, (string, string)[] parameters) in instances)
        {
            if (trajectory(new InstanceSpec(family, parameters).Create(Steps, 1)) is { } found)
            {
                text.Append(CultureInfo.InvariantCulture, $"{family}: {found}\n");
            }
        }

        return text.Length == 0 ? null : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..32];
    }

    private static string? Trajectory<T>(IMethod method, ProblemInstance instance, Func<T, string> component, Func<HostVector<T>, bool> isLong)
        where T : struct, INumber<T>
    {
        try
        {
            IIteration<HostVector<T>> iteration = MethodStarter.Start(method, instance.In<T>(), Steps);
            List<string> iterates = [];
            for (int k = 0; k < Steps && !iteration.IsFinished && !isLong(iteration.Iterate); k++)
            {
                iteration.Step(k);
                iterates.Add(string.Join(' ', iteration.Iterate.Span.ToArray().Select(component)));
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
