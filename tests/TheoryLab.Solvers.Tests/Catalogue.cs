using System.Numerics;
using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.Solvers.Tests;

/// <summary>Every method and every family, found by reflection: a new one is tested without being entered anywhere.</summary>
internal static class Catalogue
{
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

    public static IReadOnlyList<ProblemFamily> Families { get; } =
    [
        .. from type in typeof(ProblemFamily).Assembly.GetTypes()
           where type is { IsAbstract: false } && type.IsAssignableTo(typeof(ProblemFamily)) && type.GetConstructor([]) is not null
           let family = (ProblemFamily)Activator.CreateInstance(type)!
           orderby family.Name
           select family,
    ];

    private static readonly string[] Quick =
        ["huber", "quadratic", "convex-chain", "strongly-convex-chain", "heavy-ball-cycle", "simplex-norm", "wolfe-triangle", "segment", "quadratic-on-simplex"];

    public static IMethod Method(string name) => Methods.Single(m => m.Name == name);

    /// <summary>An instance of the given dimension, where the family has one, on a small data set, where it takes one, and else its default.</summary>
    public static ProblemInstance Instance(string family, int dimension, params (string Name, ParameterValue Value)[] given)
    {
        ProblemFamily found = Families.Single(f => f.Name == family);
        Dictionary<string, ParameterValue> values = given.ToDictionary(p => p.Name, p => p.Value);
        if (found.Parameters.Any(p => p.Name == "dimension"))
        {
            values.TryAdd("dimension", dimension);
        }

        if (found.Parameters.Any(p => p.Name == "data"))
        {
            values.TryAdd("data", Path.Combine(AppContext.BaseDirectory, "Data", "small.csv"));
        }

        return found.Create(ParameterSet.Bind(found, values), Seeds.Derive(Seeds.Default, family, "instance", 0));
    }

    /// <summary>Binds a method to a problem; null if the problem does not answer what the method asks.</summary>
    public static IIteration<HostVector<T>>? Start<T>(IMethod method, HostProblem<T> problem, int horizon)
        where T : struct, INumber<T>
    {
        MethodSetup<T> setup = new(problem.Constant, horizon);
        HostVector<T> x0 = problem.InitialPoint;
        return (method, problem) switch
        {
            (IFirstOrderMethod m, not ConstrainedProblem<T> and not CompositeProblem<T>) => m.Start<HostVector<T>, T, HostProblem<T>>(problem, x0, setup),
            (IProjectionFreeMethod m, ConstrainedProblem<T> p) => m.Start<HostVector<T>, T, ConstrainedProblem<T>>(p, x0, setup),
            (IAdaptiveProjectionFreeMethod m, ConstrainedProblem<T> p) => m.Start<HostVector<T>, T, ConstrainedProblem<T>>(p, x0, setup),
            (IProximalMethod m, CompositeProblem<T> p) => m.Start<HostVector<T>, T, CompositeProblem<T>>(p, x0, setup),
            (IValueProjectionFreeMethod m, ConstrainedProblem<T> p) => m.Start<HostVector<T>, T, ConstrainedProblem<T>>(p, x0, setup),
            (IHessianProductMethod m, HessianProblem<T> p) => m.Start<HostVector<T>, T, HessianProblem<T>>(p, x0, setup),
            _ => null,
        };
    }

    /// <summary>x_0, …, x_N.</summary>
    public static T[][] Trajectory<T>(IMethod method, HostProblem<T> problem, int steps)
        where T : struct, INumber<T>
    {
        IIteration<HostVector<T>> iteration = Start(method, problem, steps)!;
        T[][] result = new T[steps + 1][];
        for (int k = 0; ; k++)
        {
            result[k] = iteration.Iterate.Span.ToArray();
            if (k == steps)
            {
                return result;
            }

            iteration.Step(k);
        }
    }

    /// <summary>The last iterate and the problem, to be measured.</summary>
    public static HostVector<T> Last<T>(IMethod method, HostProblem<T> problem, int steps)
        where T : struct, INumber<T> => new(Trajectory(method, problem, steps)[steps]);

    /// <summary>All pairs that fit together: only families whose exact runs take no more than seconds, not those that miss a constant, and not division by a mu of zero, which exact arithmetic reports.</summary>
    public static IEnumerable<(IMethod Method, ProblemFamily Family)> Pairs(int dimension)
    {
        foreach (IMethod method in Methods)
        {
            foreach (ProblemFamily family in Families.Where(f => Quick.Contains(f.Name)))
            {
                if (Fits(method, Instance(family.Name, dimension)))
                {
                    yield return (method, family);
                }
            }
        }
    }

    private static bool Fits(IMethod method, ProblemInstance instance)
    {
        try
        {
            return Start(method, instance.In<Rational>(), 1) is not null;
        }
        catch (Exception e) when (e is DivideByZeroException or InputException)
        {
            return false;
        }
        catch (NotSupportedException)
        {
            return FitsInDoubles(method, instance);
        }
    }

    private static bool FitsInDoubles(IMethod method, ProblemInstance instance)
    {
        try
        {
            return Start(method, instance.In<double>(), 1) is not null;
        }
        catch (InputException)
        {
            return false;
        }
    }
}
