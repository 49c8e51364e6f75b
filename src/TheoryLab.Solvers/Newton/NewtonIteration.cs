using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>
/// What methods of second order share: the gradient g at x, the point that the step started from, and the end of the run where g is zero, so that
/// a Hessian that is singular at the minimiser is not asked for a direction there.
/// </summary>
internal abstract class NewtonIteration<TVector, TScalar, TProblem>(TProblem problem, TVector x0) : IIteration<TVector>
    where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
    where TScalar : struct, INumber<TScalar>
    where TProblem : IGradientOracle<TVector>, INewtonOracle<TVector, TScalar>
{
    private readonly TVector _x = x0.Copy(), _g = x0.NewLike(), _n = x0.NewLike(), _previous = x0.Copy();

    public TVector Iterate => _x;

    public bool IsFinished { get; private set; }

    protected static TScalar Two => TScalar.One + TScalar.One;

    protected TProblem Problem { get; } = problem;

    /// <summary>The iterate: x_k when a step begins, x_{k+1} when it ends.</summary>
    protected TVector X => _x;

    /// <summary>grad f(x_k).</summary>
    protected TVector G => _g;

    /// <summary>The last direction that <see cref="Solve"/> found.</summary>
    protected TVector N => _n;

    /// <summary>x_k, which stays as it is during the step.</summary>
    protected TVector Start => _previous;

    /// <summary>|grad f(x_k)|.</summary>
    protected TScalar GradientNorm { get; private set; }

    public TVector Point(Sequence sequence) => sequence switch
    {
        Sequence.Anchor => throw new InputException("Methods of second order have no sequence z_k."),
        Sequence.Previous => _previous,
        _ => _x,
    };

    public void Step(int k)
    {
        _previous.CopyFrom(_x);
        Problem.Gradient(_x, _g);
        TScalar square = TVector.Dot(_g, _g);
        if (TScalar.IsZero(square))
        {
            IsFinished = true;
            return;
        }

        GradientNorm = ScalarMath.Sqrt(square);
        Advance();
    }

    /// <summary>x &lt;- x_{k+1}, from x_k, g and its norm.</summary>
    protected abstract void Advance();

    /// <summary>n &lt;- (B(x_k) + shift I)^-1 g; returns &lt;g, n&gt;, without a shift the square of the Newton decrement.</summary>
    protected TScalar Solve(TScalar shift, Curvature curvature = Curvature.Hessian)
    {
        Problem.Factor(_previous, shift, curvature);
        Problem.Solve(_g, _n);
        return TVector.Dot(_g, _n);
    }
}
