using System.Numerics;
using TheoryLab.Core;
using TheoryLab.Problems;
using TheoryLab.Tests;

namespace TheoryLab.Solvers.Tests;

/// <summary>Every method, with every family that it fits, and runs of them.</summary>
internal static class Catalogue
{
    public static IReadOnlyList<IMethod> Methods { get; } = OneOfEach.Of<IMethod>(typeof(GradientDescent).Assembly, m => m.Name);

    // Where a step multiplies data, the numbers of an exact run grow with each one; a run ends with the first of more bits than this.
    private const int Bits = 2048;

    // Which methods fit which families does not depend on the dimension.
    private const int Tiny = 3;

    public static IMethod Method(string name) => Methods.Single(m => m.Name == name);

    /// <summary>An instance of the given dimension, where the family has one, on a small data set, where it takes one, and else its default.</summary>
    public static ProblemInstance Instance(string family, int dimension, params (string Name, ParameterValue Value)[] given)
    {
        ProblemFamily found = Families.Named(family);
        Dictionary<string, ParameterValue> values = given.ToDictionary(p => p.Name, p => p.Value);
        if (found.Parameters.Any(p => p.Name == "dimension"))
        {
            values.TryAdd("dimension", dimension);
        }

        if (found.Parameters.Any(p => p.Name == "data"))
        {
            values.TryAdd("data", Path.Combine(AppContext.BaseDirectory, "Data", "small.csv"));
        }

        ProblemInstance Create() => found.Create(ParameterSet.Bind(found, values), Seeds.Derive(Seeds.Default, family, "instance", 0));
        try
        {
            return Create();
        }
        catch (InputException) when (values.TryGetValue("dimension", out ParameterValue asked) && asked.Number == dimension)
        {
            // A Hadamard matrix has the order of a power of two.
            values["dimension"] = (double)BitOperations.RoundUpToPowerOf2((uint)dimension);
            return Create();
        }
    }

    /// <summary>Binds a method to a problem; null if the problem does not answer what the method asks.</summary>
    public static IIteration<HostVector<T>>? Start<T>(IMethod method, HostProblem<T> problem, int horizon)
        where T : struct, INumber<T>
    {
        MethodSetup<T> setup = new(problem.Constant, horizon);
        HostVector<T> x0 = problem.InitialPoint;
        return (method, problem) switch
        {
            (IFirstOrderMethod m, not ConstrainedProblem<T> and not CompositeProblem<T> and not IMomentOracle<T>) => m.Start<HostVector<T>, T, HostProblem<T>>(problem, x0, setup),
            (IProjectionFreeMethod m, ConstrainedProblem<T> p) => m.Start<HostVector<T>, T, ConstrainedProblem<T>>(p, x0, setup),
            (IAdaptiveProjectionFreeMethod m, ConstrainedProblem<T> p) => m.Start<HostVector<T>, T, ConstrainedProblem<T>>(p, x0, setup),
            (IProximalMethod m, CompositeProblem<T> p) => m.Start<HostVector<T>, T, CompositeProblem<T>>(p, x0, setup),
            (IValueProjectionFreeMethod m, ConstrainedProblem<T> p) => m.Start<HostVector<T>, T, ConstrainedProblem<T>>(p, x0, setup),
            (ILineSearchProjectionFreeMethod m, LineSearchProblem<T> p) => m.Start<HostVector<T>, T, LineSearchProblem<T>>(p, x0, setup),
            (IClassOptimum m, not IMomentOracle<T>) => m.Start<HostVector<T>, T, HostProblem<T>>(problem, x0, setup),
            (IMultiobjectiveMethod m, MultiobjectiveProblem<T> p) => m.Start<HostVector<T>, T, MultiobjectiveProblem<T>>(p, x0, setup),
            (ISecondOrderMethod m, SecondOrderProblem<T> p) => m.Start<HostVector<T>, T, SecondOrderProblem<T>>(p, x0, setup),
            (IHessianProductMethod m, HessianProblem<T> p) => m.Start<HostVector<T>, T, HessianProblem<T>>(p, x0, setup),
            (ICoordinateMethod m, ICoordinateOracle<T> p) => m.Start(p, x0, setup),
            (IFractionalMethod m, IFractionalOracle<T> p) => m.Start(p, x0, setup),
            (IMomentMethod m, IMomentOracle<T> p) => m.Start(p, x0, setup),
            (IBlockProximalMethod m, IBlockProximalOracle<T> p) => m.Start(p, x0, setup),
            _ => null,
        };
    }

    /// <summary>x_0, …, x_N, of a method that is told the horizon, which is N unless given.</summary>
    public static T[][] Trajectory<T>(IMethod method, HostProblem<T> problem, int steps, int? horizon = null)
        where T : struct, INumber<T>
    {
        IIteration<HostVector<T>> iteration = Start(method, problem, horizon ?? steps)!;
        List<T[]> result = [iteration.Iterate.Span.ToArray()];
        for (int k = 0; k < steps; k++)
        {
            if (!iteration.IsFinished)
            {
                iteration.Step(k);
            }

            result.Add(iteration.Iterate.Span.ToArray());
        }

        return [.. result];
    }

    /// <summary>How many steps, of at most N, an exact run makes in seconds: until it ends, or its numbers have more than 2048 bits.</summary>
    public static int ExactSteps(IMethod method, ProblemInstance instance, int horizon)
    {
        IIteration<HostVector<Rational>> iteration = Start(method, instance.In<Rational>(), horizon)!;
        int k = 0;
        while (k < horizon && !iteration.IsFinished && !IsLong(iteration.Iterate))
        {
            iteration.Step(k++);
        }

        return k;
    }

    /// <summary>Whether a component has more bits than an exact run goes on with.</summary>
    public static bool IsLong(HostVector<Rational> x)
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

    /// <summary>The last iterate and the problem, to be measured.</summary>
    public static HostVector<T> Last<T>(IMethod method, HostProblem<T> problem, int steps)
        where T : struct, INumber<T> => new(Trajectory(method, problem, steps)[steps]);

    /// <summary>All pairs that fit together: not those that miss a constant, and not division by a mu of zero, which exact arithmetic reports.</summary>
    public static IReadOnlyList<(IMethod Method, ProblemFamily Family)> Pairs { get; } =
        [.. from method in Methods from family in Families.All where Fits(method, Instance(family.Name, Tiny)) select (method, family)];

    /// <summary>Whether the family runs in exact rationals at all; if not, the reason it gives.</summary>
    public static string? WhyNotExact(string family)
    {
        try
        {
            _ = Instance(family, Tiny).In<Rational>();
            return null;
        }
        catch (NotSupportedException e)
        {
            return e.Message;
        }
    }

    private static bool Fits(IMethod method, ProblemInstance instance)
    {
        try
        {
            return WhyNotExact(instance.Family.Name) is null ? TakesAStep<Rational>(method, instance) : TakesAStep<double>(method, instance);
        }
        catch (Exception e) when (e is DivideByZeroException or InputException or NotSupportedException)
        {
            // Not supported: a step whose equation has irrational roots, on a family that is run in rationals.
            return false;
        }
    }

    private static bool TakesAStep<T>(IMethod method, ProblemInstance instance)
        where T : struct, INumber<T>
    {
        IIteration<HostVector<T>>? iteration = Start(method, instance.In<T>(), 1);
        iteration?.Step(0);
        return iteration is not null;
    }
}
