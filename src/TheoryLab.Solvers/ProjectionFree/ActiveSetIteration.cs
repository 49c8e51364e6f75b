using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>A step size along a direction of descent, at most largest.</summary>
/// <typeparam name="TVector">Vectors.</typeparam>
/// <typeparam name="TScalar">Step sizes.</typeparam>
/// <param name="x">Where.</param>
/// <param name="direction">The direction d.</param>
/// <param name="slope">-&lt;grad f(x), d&gt;, positive.</param>
/// <param name="largest">The end of the segment.</param>
internal delegate TScalar StepRule<TVector, TScalar>(TVector x, TVector direction, TScalar slope, TScalar largest);

/// <summary>
/// What away-step and pairwise Frank-Wolfe share: the active set, the vertex s towards which f falls fastest, the active point v from which it falls
/// fastest, and the end when neither direction descends.
/// </summary>
/// <typeparam name="TVector">Vectors.</typeparam>
/// <typeparam name="TScalar">Scalars.</typeparam>
/// <typeparam name="TProblem">Oracles.</typeparam>
internal sealed class ActiveSetIteration<TVector, TScalar, TProblem> : IIteration<TVector>
    where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
    where TScalar : struct, INumber<TScalar>
    where TProblem : IGradientOracle<TVector>, ILinearMinimizationOracle<TVector>
{
    private readonly TProblem _problem;
    private readonly StepRule<TVector, TScalar> _rule;
    private readonly bool _pairwise;
    private readonly TVector _g;
    private readonly TVector _s;
    private readonly TVector _d;

    public ActiveSetIteration(TProblem problem, TVector x0, int horizon, StepRule<TVector, TScalar> rule, bool pairwise)
    {
        // Each step adds at most one point, and there are no more than the vertices and x_0.
        int vertices = problem.VertexCount ?? throw new InputException("Away steps need a polytope, and this set has infinitely many vertices; choose another problem family.");
        (_problem, _rule, _pairwise) = (problem, rule, pairwise);
        Active = new(x0, Math.Min(horizon, vertices == int.MaxValue ? vertices - 2 : vertices) + 2);
        (_g, _s, _d) = (x0.NewLike(), x0.NewLike(), x0.NewLike());
    }

    public ActiveSet<TVector, TScalar> Active { get; }

    public TVector Iterate => Active.X;

    public bool IsFinished { get; private set; }

    public void Step(int k)
    {
        _problem.Gradient(Active.X, _g);
        _problem.Minimize(_g, _s);
        int v = Active.Worst(_g);
        if (_pairwise)
        {
            _d.Assign(_s - Active.Point(v));
            if (Descends(Active.Weight(v), out TScalar t))
            {
                Active.Swap(_s, v, t, t == Active.Weight(v));
            }

            return;
        }

        _d.Assign(_s - Active.X);
        TScalar towards = -TVector.Dot(_g, _d);
        _d.Assign(Active.X - Active.Point(v));
        if (Active.Count == 1 || towards >= -TVector.Dot(_g, _d))
        {
            _d.Assign(_s - Active.X);
            if (Descends(TScalar.One, out TScalar t))
            {
                Active.MoveTowards(_s, t);
            }
        }
        else
        {
            TScalar largest = Active.Weight(v) / (TScalar.One - Active.Weight(v));
            if (Descends(largest, out TScalar t))
            {
                Active.MoveAway(v, t, t == largest);
            }
        }
    }

    private bool Descends(TScalar largest, out TScalar t)
    {
        TScalar slope = -TVector.Dot(_g, _d);
        IsFinished = !(slope > TScalar.Zero);
        t = IsFinished ? TScalar.Zero : _rule(Active.X, _d, slope, largest);
        return !IsFinished;
    }
}

/// <summary>Step rules.</summary>
internal static class StepRules
{
    /// <summary>The short step min(largest, slope/(L |d|^2)).</summary>
    public static StepRule<TVector, TScalar> Short<TVector, TScalar>(TScalar smoothness)
        where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
        where TScalar : struct, INumber<TScalar> => (_, d, slope, largest) =>
        {
            TScalar curvature = smoothness * TVector.Dot(d, d);
            return slope < largest * curvature ? slope / curvature : largest;
        };
}
