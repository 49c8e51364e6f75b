using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>How the next coordinate is chosen.</summary>
public enum CoordinateRule
{
    /// <summary>1, 2, ..., n, 1, 2, ...; a step is one coordinate.</summary>
    Cyclic,

    /// <summary>The same order, but a step is a whole pass.</summary>
    Sweep,

    /// <summary>Uniformly at random, one run from a fixed seed; expectations are the business of <see cref="BlockMoments"/>.</summary>
    Uniform,

    /// <summary>With probabilities L_i/sum L_j, one run from a fixed seed.</summary>
    Smoothness,

    /// <summary>The largest |grad_i f|, the first one among ties.</summary>
    GaussSouthwell,

    /// <summary>The largest |grad_i f|/sqrt(L_i).</summary>
    GaussSouthwellLipschitz,

    /// <summary>The largest decrease of the proximal model.</summary>
    GaussSouthwellQuadratic,
}

/// <summary>The curvature of the model that a coordinate step minimises.</summary>
public enum CoordinateStep
{
    /// <summary>L_i: a step 1/L_i.</summary>
    Own,

    /// <summary>max L_i.</summary>
    Largest,

    /// <summary>L, the smoothness of all of f.</summary>
    Whole,

    /// <summary>No model: the global minimiser along the coordinate.</summary>
    Exact,
}

/// <summary>Picks coordinates by a rule. Cyclic and random rules cost O(1) and O(log n), greedy ones one look at every partial derivative.</summary>
/// <typeparam name="T">Ordered scalars.</typeparam>
internal sealed class CoordinateSelector<T>
    where T : struct, INumber<T>
{
    private readonly CoordinateRule _rule;
    private readonly ICoordinatePoint<T> _x;
    private readonly Func<int, T> _curvature;
    private readonly int _n;
    private readonly Random? _random;
    private readonly double[] _cumulated = [];

    public CoordinateSelector(CoordinateRule rule, ICoordinatePoint<T> x, Func<int, T> curvature)
    {
        (_rule, _x, _curvature, _n) = (rule, x, curvature, x.Point.Length);
        _random = rule is CoordinateRule.Uniform or CoordinateRule.Smoothness ? Seeds.Generator(Seeds.Default) : null;
        if (rule == CoordinateRule.Smoothness)
        {
            _cumulated = new double[_n];
            double sum = 0;
            for (int i = 0; i < _n; i++)
            {
                _cumulated[i] = sum += ScalarMath.ToDouble(x.Smoothness(i));
            }
        }
    }

    public int Next(int k) => _rule switch
    {
        CoordinateRule.Cyclic or CoordinateRule.Sweep => k % _n,
        CoordinateRule.Uniform => _random!.Next(_n),
        CoordinateRule.Smoothness => Weighted(),
        _ => Best(),
    };

    private int Weighted()
    {
        int at = Array.BinarySearch(_cumulated, _random!.NextDouble() * _cumulated[^1]);
        return Math.Min(at < 0 ? ~at : at, _n - 1);
    }

    private int Best()
    {
        int best = 0;
        T largest = Score(0);
        for (int i = 1; i < _n; i++)
        {
            T score = Score(i);
            (best, largest) = score > largest ? (i, score) : (best, largest);
        }

        return best;
    }

    // Squares where roots would be needed.
    private T Score(int i)
    {
        T g = _x.Partial(i);
        return _rule switch
        {
            CoordinateRule.GaussSouthwell => T.Abs(g),
            CoordinateRule.GaussSouthwellLipschitz => g * g / _x.Smoothness(i),
            _ => ModelDecrease(i, g),
        };
    }

    private T ModelDecrease(int i, T g)
    {
        T l = _curvature(i), t = _x.ProximalMove(i, l), v = _x.Point[i];
        return _x.Penalty(i, v) - _x.Penalty(i, v + t) - t * (g + l * t / (T.One + T.One));
    }
}
