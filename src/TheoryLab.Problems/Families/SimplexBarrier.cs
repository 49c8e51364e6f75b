using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// Self-concordant objectives on the simplex that are logarithmically homogeneous, f(s x) = f(x) - degree log s, and infinite on part of the
/// simplex. Then &lt;grad f(x), x&gt; = -degree, so x* is optimal if no partial derivative is below -degree. f* is computed once per instance in
/// double-doubles and certified by the Frank-Wolfe gap.
/// </summary>
/// <typeparam name="T">The scalar.</typeparam>
/// <param name="n">Dimension.</param>
/// <param name="optimum">The minimiser and the optimal value with their errors, asked for once.</param>
internal abstract class SimplexBarrier<T>(int n, Func<(T[] Minimizer, T Value)> optimum) : BarrierProblem<T>
    where T : struct, INumber<T>
{
    private readonly Lazy<(T[] Minimizer, T Value)> _optimum = new(optimum);

    public sealed override int? VertexCount => InitialPoint.Length;

    public sealed override HostVector<T> InitialPoint { get; } = Ramp(n);

    public sealed override HostVector<T> Minimizer => new(_optimum.Value.Minimizer);

    /// <summary>f* up to the certified error.</summary>
    protected T OptimalValue => _optimum.Value.Value;

    public override T PrimalGap(HostVector<T> x)
    {
        T value = Value(x);
        return T.IsFinite(value) ? value - OptimalValue : value;
    }

    protected sealed override void ComputeVertex(HostVector<T> direction, HostVector<T> vertex) => VertexSets.MinimizeOverSimplex(direction, vertex);

    protected override T? FamilyConstant(string name) => name switch
    {
        "D" => ScalarMath.Sqrt(Two),
        "fstar" => OptimalValue,
        _ => null,
    };

    /// <summary>(1, ..., n) divided by its sum.</summary>
    private static HostVector<T> Ramp(int n)
    {
        HostVector<T> x = new(new T[n]);
        for (int i = 0; i < n; i++)
        {
            x[i] = ScalarMath.From<T>(i + 1) / ScalarMath.From<T>(n * (n + 1.0) / 2);
        }

        return x;
    }
}
