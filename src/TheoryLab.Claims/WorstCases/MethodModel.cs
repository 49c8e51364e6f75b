using System.Numerics;
using TheoryLab.Core;
using TheoryLab.WorstCase;

namespace TheoryLab.Claims;

/// <summary>How the initial point of a worst case is bounded.</summary>
public enum StartCondition
{
    /// <summary>|x_0 - x*| at most R.</summary>
    Distance,

    /// <summary>f(x_0) - f* at most R; for functions that need not be convex f(x_0) - f(x_n), since their x* may be anywhere.</summary>
    Value,
}

/// <summary>
/// The worst case of a method of this library after n steps: its own source runs on symbols. A first-order method meets a function of the class; a
/// proximal method that function plus a convex one; a projection-free method that function over a set of diameter D.
/// </summary>
/// <param name="method">A fixed-step method.</param>
/// <param name="className">The class of the smooth part.</param>
/// <param name="measure">primal-gap, squared-distance, squared-gradient-norm or another measure that is affine in the Gram matrix.</param>
/// <param name="smallest">Whether the smallest value over x_0, .., x_n counts, not the last one.</param>
/// <param name="start">How the initial point is bounded.</param>
public sealed class MethodModel(IMethod method, string className, IMeasure measure, bool smallest = false, StartCondition start = StartCondition.Distance) : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => method.Name;

    /// <inheritdoc/>
    public override string Statement =>
        $"{method.Name} on {className} functions{(method is IProximalMethod ? " plus a convex one" : method is IProjectionFreeMethod ? " over a convex set of diameter D" : string.Empty)}: "
        + $"{(smallest ? "smallest " : string.Empty)}{measure.Name} after n steps{(method is IProjectionFreeMethod ? string.Empty : start == StartCondition.Distance ? ", |x_0 - x*| <= R" : $", f(x_0) - f{(IsConvex ? "*" : "(x_n)")} <= R")}";

    /// <inheritdoc/>
    public override string Source => method.Source;

    private bool IsConvex => className is not "smooth";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters =>
        [.. ClassCatalogue.Parameters(className), method is IProjectionFreeMethod ? ("D", "1") : ("R", "1"), ("n", "5")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        if (!IsConvex && (measure is not SquaredGradientNorm || start != StartCondition.Value))
        {
            throw new InputException("Over smooth functions that need not be convex only gradients are bounded, and only by a decrease: use --measure squared-gradient-norm --start value.");
        }

        if (method is IProjectionFreeMethod && start != StartCondition.Distance)
        {
            throw new InputException($"{method.Name} starts anywhere in a set of diameter D, so there is no start to bound; leave --start away and set D.");
        }

        string size = method is IProjectionFreeMethod ? "D" : "R";
        if (!(p[size] > T.Zero))
        {
            throw new InputException($"The parameter {size} is {p[size]}; it must be positive: write --set {size}=1.");
        }

        int n = p.Count("n");
        SymbolicFunction<T> f = problem.Function("f", ClassCatalogue.Create(className, p));
        SymbolicVector<T> x0 = problem.Vector("x0");
        MethodSetup<T> setup = new(name => Constant(p, name), n);
        (SymbolicProblem<T> bundle, IIteration<SymbolicVector<T>> run) = method switch
        {
            IFirstOrderMethod m => Start(Alone(f, x0), b => m.Start(b, x0, setup)),
            IProximalMethod m => Start(WithPart(problem, f, problem.Function("h", new Convex<T>()), x0), b => m.Start(b, x0, setup)),
            IProjectionFreeMethod m => Start(WithSet(problem, f, problem.Function("Q", new ConvexIndicator<T>(p["D"])), x0), b => m.Start(b, x0, setup)),
            _ => throw new InputException($"{method.Name} looks at data, so it has no worst-case problem; choose a method whose steps are fixed beforehand, such as gradient-descent, proximal-gradient or frank-wolfe."),
        };
        if (method is not IProjectionFreeMethod && IsConvex)
        {
            Assume(problem, p["R"], bundle, x0);
        }

        List<Form<T>> measured = [];
        for (int k = 0; k <= n; k++)
        {
            if (smallest || k == n)
            {
                measured.Add(measure.Evaluate<SymbolicVector<T>, T, Form<T>, SymbolicProblem<T>>(bundle, run.Iterate, x0.NewLike(), x0.NewLike()));
            }

            if (k < n)
            {
                run.Step(k);
            }
        }

        if (!IsConvex)
        {
            problem.AtMost("decrease", f.Value(x0) - f.Value(run.Iterate), p["R"]);
        }

        if (smallest)
        {
            problem.MaximizeSmallest([.. measured]);
        }
        else
        {
            problem.Maximize(measured[0]);
        }
    }

    private static (SymbolicProblem<T> Bundle, IIteration<SymbolicVector<T>> Run) Start<T>(SymbolicProblem<T> bundle, Func<SymbolicProblem<T>, IIteration<SymbolicVector<T>>> begin)
        where T : struct, INumber<T> => (bundle, begin(bundle));

    private SymbolicProblem<T> Alone<T>(SymbolicFunction<T> f, SymbolicVector<T> x0)
        where T : struct, INumber<T>
    {
        if (IsConvex)
        {
            f.AddMinimizer();
        }

        return new(f, null, x0);
    }

    // Optimality of f + h at the origin: the gradients are opposite.
    private static SymbolicProblem<T> WithPart<T>(WorstCaseProblem<T> problem, SymbolicFunction<T> f, SymbolicFunction<T> h, SymbolicVector<T> x0)
        where T : struct, INumber<T>
    {
        SymbolicVector<T> gradient = problem.Vector("g*"), opposite = problem.Zero();
        opposite.Assign(-T.One, gradient);
        f.AddReference(problem.Zero(), gradient);
        h.AddReference(problem.Zero(), opposite);
        return new(f, h, x0);
    }

    // x_0 lies in the set: zero is a normal vector there.
    private static SymbolicProblem<T> WithSet<T>(WorstCaseProblem<T> problem, SymbolicFunction<T> f, SymbolicFunction<T> set, SymbolicVector<T> x0)
        where T : struct, INumber<T>
    {
        SymbolicProblem<T> bundle = WithPart(problem, f, set, x0);
        set.AddPoint(x0, problem.Zero());
        return bundle;
    }

    private void Assume<T>(WorstCaseProblem<T> problem, T radius, SymbolicProblem<T> bundle, SymbolicVector<T> x0)
        where T : struct, INumber<T>
    {
        if (start == StartCondition.Distance)
        {
            problem.AtMost("initial distance", Form<T>.Squared(x0), radius * radius);
        }
        else
        {
            problem.AtMost("initial value", bundle.PrimalGap(x0), radius);
        }
    }

    // n counts steps here, whatever else a method calls so.
    private T? Constant<T>(ModelParameters<T> p, string name)
        where T : struct, INumber<T> =>
        name == "mu" && className == "smooth-convex" ? T.Zero
        : name != "n" && Parameters.Any(known => known.Name == name) ? p[name]
        : throw new InputException(WithoutConstant(name));

    private string WithoutConstant(string name)
    {
        string[] fitting = [.. ClassCatalogue.Names.Where(c => ClassCatalogue.Parameters(c).Any(p => p.Name == name))];
        string lacks = $"{method.Name} needs the constant {name}, which --class {className} does not declare";
        return fitting.Length > 0 ? $"{lacks}; choose a class that does: {string.Join(", ", fitting)}." : $"{lacks}, nor does any other class; choose another method.";
    }
}
