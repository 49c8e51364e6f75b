using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>What gives the names in bounds their values.</summary>
/// <typeparam name="T">The scalar.</typeparam>
public interface INamedConstants<T>
    where T : struct, INumber<T>
{
    /// <summary>A named constant, or null if it is not declared.</summary>
    /// <param name="name">The name used in bounds.</param>
    T? Constant(string name);
}

/// <summary>
/// One problem in host memory, in one scalar: oracles, initial point, minimiser and constants. Its data are doubles, converted exactly, and
/// everything else follows from formulas in the scalar, so that the same instance can be run in doubles, double-doubles and rationals.
/// </summary>
/// <typeparam name="T">The scalar.</typeparam>
public abstract class HostProblem<T> : IMeasurableProblem<HostVector<T>, T>, INamedConstants<T>
    where T : struct, INumber<T>
{
    /// <inheritdoc/>
    public abstract HostVector<T> InitialPoint { get; }

    /// <inheritdoc/>
    public abstract HostVector<T> Minimizer { get; }

    /// <summary>Whether a minimiser is known; without one there is no primal gap and no distance.</summary>
    public virtual bool HasMinimizer => true;

    /// <summary>Oracle calls answered so far, all oracles together.</summary>
    public long OracleCalls { get; protected set; }

    /// <summary>The two as a scalar.</summary>
    protected static T Two => T.One + T.One;

    /// <inheritdoc/>
    public void Gradient(HostVector<T> x, HostVector<T> gradient)
    {
        OracleCalls++;
        ComputeGradient(x, gradient);
    }

    /// <inheritdoc/>
    public abstract T Value(HostVector<T> x);

    /// <summary>Counts a call that is answered beside the gradient.</summary>
    internal void CountCall() => OracleCalls++;

    /// <inheritdoc/>
    public abstract T PrimalGap(HostVector<T> x);

    /// <summary>
    /// A named constant, or null if this family does not declare it. Every problem has n (dimension), R = |x_0 - x*| and h0 = f(x_0) - f*;
    /// kappa = L/mu follows where both are declared.
    /// </summary>
    /// <param name="name">The name used in bounds.</param>
    public T? Constant(string name) => name switch
    {
        "n" => ScalarMath.From<T>(InitialPoint.Length),
        "R" => FamilyConstant(name) ?? InitialDistance(),
        "h0" => PrimalGap(InitialPoint),
        "kappa" => FamilyConstant("L") / FamilyConstant("mu"),
        _ => FamilyConstant(name),
    };

    /// <summary>The constants that the family declares: L, mu, D and others; null for an undeclared name.</summary>
    /// <param name="name">The name used in bounds.</param>
    protected abstract T? FamilyConstant(string name);

    /// <summary>gradient &lt;- grad f(x); no allocation.</summary>
    /// <param name="x">Where.</param>
    /// <param name="gradient">Target.</param>
    protected abstract void ComputeGradient(HostVector<T> x, HostVector<T> gradient);

    /// <summary>Data to scalars, exactly.</summary>
    /// <param name="data">Finite doubles.</param>
    protected static T[] FromData(ReadOnlySpan<double> data)
    {
        T[] result = new T[data.Length];
        for (int i = 0; i < data.Length; i++)
        {
            result[i] = ScalarMath.From<T>(data[i]);
        }

        return result;
    }

    private T InitialDistance()
    {
        HostVector<T> d = InitialPoint.NewLike();
        d.Assign(InitialPoint - Minimizer);
        return ScalarMath.Sqrt(HostVector<T>.Dot(d, d));
    }
}

/// <summary>A problem over a compact convex set that is known by its linear-minimisation oracle.</summary>
/// <typeparam name="T">The scalar.</typeparam>
public abstract class ConstrainedProblem<T> : HostProblem<T>, ILinearMinimizationOracle<HostVector<T>>
    where T : struct, INumber<T>
{
    /// <inheritdoc/>
    public virtual int? VertexCount => null;

    /// <inheritdoc/>
    public void Minimize(HostVector<T> direction, HostVector<T> vertex)
    {
        OracleCalls++;
        ComputeVertex(direction, vertex);
    }

    /// <summary>vertex &lt;- argmin of the linear function, lowest index among ties; no allocation.</summary>
    /// <param name="direction">The linear function.</param>
    /// <param name="vertex">Target.</param>
    protected abstract void ComputeVertex(HostVector<T> direction, HostVector<T> vertex);
}

/// <summary>A problem over a compact convex set that also minimises along segments.</summary>
/// <typeparam name="T">The scalar.</typeparam>
public abstract class LineSearchProblem<T> : ConstrainedProblem<T>, ILineSearchOracle<HostVector<T>, T>
    where T : struct, INumber<T>
{
    /// <inheritdoc/>
    public T MinimizeAlong(HostVector<T> x, HostVector<T> direction, T largest)
    {
        OracleCalls++;
        return ComputeStep(x, direction, largest);
    }

    /// <summary>The best step in [0, largest]; no allocation.</summary>
    /// <param name="x">Where the segment begins.</param>
    /// <param name="direction">Where it goes.</param>
    /// <param name="largest">Where it ends.</param>
    protected abstract T ComputeStep(HostVector<T> x, HostVector<T> direction, T largest);
}

/// <summary>An unconstrained problem that also multiplies by its Hessian.</summary>
/// <typeparam name="T">The scalar.</typeparam>
public abstract class HessianProblem<T> : HostProblem<T>, IHessianOracle<HostVector<T>>
    where T : struct, INumber<T>
{
    /// <inheritdoc/>
    public void HessianProduct(HostVector<T> x, HostVector<T> direction, HostVector<T> result)
    {
        OracleCalls++;
        ComputeHessianProduct(x, direction, result);
    }

    /// <summary>result &lt;- (Hessian at x) direction; no allocation.</summary>
    /// <param name="x">Where.</param>
    /// <param name="direction">What to multiply.</param>
    /// <param name="result">Target.</param>
    protected abstract void ComputeHessianProduct(HostVector<T> x, HostVector<T> direction, HostVector<T> result);
}

/// <summary>An unconstrained problem with a dense Hessian, which it also factors.</summary>
/// <typeparam name="T">The scalar.</typeparam>
public abstract class SecondOrderProblem<T> : HessianProblem<T>, INewtonOracle<HostVector<T>, T>
    where T : struct, INumber<T>
{
    private IShiftedFactor<T>? _factor;

    /// <inheritdoc/>
    public void Factor(HostVector<T> x, T shift, Curvature curvature = Curvature.Hessian)
    {
        // n^2 numbers, which runs of first order do not need.
        IShiftedFactor<T> factor = _factor ??= NewFactor(x.Length);
        OracleCalls++;
        ComputeCurvature(x, curvature, factor.Matrix);
        factor.Factor(shift);
    }

    /// <inheritdoc/>
    public void Solve(HostVector<T> right, HostVector<T> result)
    {
        result.CopyFrom(right);
        (_factor ?? throw new InvalidOperationException("Solve needs a factor: call Factor first.")).Solve(result.Span);
    }

    /// <summary>What factors the matrix: L D L', unless the problem runs on a backend.</summary>
    /// <param name="n">Its order.</param>
    protected virtual IShiftedFactor<T> NewFactor(int n) => new LdlFactor<T>(n);

    /// <summary>matrix &lt;- the curvature matrix at x, row-major, at least its lower triangle; no allocation.</summary>
    /// <param name="x">Where.</param>
    /// <param name="curvature">Which matrix.</param>
    /// <param name="matrix">Target, n^2 numbers.</param>
    /// <exception cref="InputException">The problem has no such matrix.</exception>
    protected abstract void ComputeCurvature(HostVector<T> x, Curvature curvature, Span<T> matrix);

    /// <summary>The error of a family without a matrix.</summary>
    /// <param name="curvature">What was asked for.</param>
    protected static InputException Without(Curvature curvature) =>
        new($"This problem has no {(curvature == Curvature.Fisher ? "Fisher" : "Gauss-Newton")} matrix; choose nonlinear-least-squares or logistic-regression, or a method with the Hessian.");
}

/// <summary>A smooth part, whose gradients it answers, plus a convex part with proximal steps; values and gaps are those of the sum.</summary>
/// <typeparam name="T">The scalar.</typeparam>
public abstract class CompositeProblem<T> : HostProblem<T>, IProximalOracle<HostVector<T>, T>, IGradientMappingOracle<HostVector<T>>
    where T : struct, INumber<T>
{
    private HostVector<T>? _scratch;

    /// <inheritdoc/>
    public void Proximal(HostVector<T> x, T step, HostVector<T> result)
    {
        OracleCalls++;
        ComputeProximal(x, step, result);
    }

    /// <inheritdoc/>
    public void GradientMapping(HostVector<T> x, HostVector<T> result)
    {
        HostVector<T> forward = _scratch ??= x.NewLike();
        T L = FamilyConstant("L")!.Value, step = T.One / L;
        Gradient(x, result);
        forward.Assign(x - step * result);
        Proximal(forward, step, result);
        result.Assign(L * (x - result));
    }

    /// <summary>result &lt;- the proximal step; no allocation.</summary>
    /// <param name="x">Where.</param>
    /// <param name="step">Step size.</param>
    /// <param name="result">Target.</param>
    protected abstract void ComputeProximal(HostVector<T> x, T step, HostVector<T> result);

    /// <summary>|x|_1, added in the order of the components.</summary>
    /// <param name="x">Where.</param>
    protected static T SumOfSizes(HostVector<T> x)
    {
        T sum = T.Zero;
        foreach (T component in x.Span)
        {
            sum += T.Abs(component);
        }

        return sum;
    }

    /// <summary>The proximal step of t |x|_1: every component moves towards zero by t and stops there.</summary>
    /// <param name="x">Where.</param>
    /// <param name="t">The threshold.</param>
    /// <param name="result">Target.</param>
    protected static void SoftThreshold(HostVector<T> x, T t, HostVector<T> result)
    {
        for (int i = 0; i < x.Length; i++)
        {
            T v = x[i];
            result[i] = v > t ? v - t : v < -t ? v + t : T.Zero;
        }
    }
}
