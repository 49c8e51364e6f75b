using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>
/// The point of x_0 + span of the gradients seen so far that is nearest to x*: the class optimum of span methods in distance. It needs x* and
/// remembers every direction, with which each new gradient is made orthogonal.
/// </summary>
public sealed record NearestInSpan : IClassOptimum
{
    /// <inheritdoc/>
    public string Name => "nearest-in-span";

    /// <inheritdoc/>
    public string UpdateRule => "x_{k+1} = x_k + (<d_k, x* - x_k>/|d_k|^2) d_k,  d_k = grad f(x_k) made orthogonal to d_0, ..., d_{k-1}";

    /// <inheritdoc/>
    public string Source => "orthogonal projection, by the Gram-Schmidt process";

    /// <inheritdoc/>
    public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
        where TScalar : struct, INumber<TScalar>
        where TProblem : IMeasurableProblem<TVector, TScalar> => new Iteration<TVector, TScalar, TProblem>(problem, x0, setup.Horizon);

    private sealed class Iteration<TVector, TScalar, TProblem>(TProblem problem, TVector x0, int horizon) : IIteration<TVector>
        where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
        where TScalar : struct, INumber<TScalar>
        where TProblem : IMeasurableProblem<TVector, TScalar>
    {
        private readonly TVector _x = x0.Copy(), _difference = x0.NewLike();
        private readonly TVector[] _d = Fresh(x0, horizon);
        private readonly TScalar[] _squares = new TScalar[horizon];

        public TVector Iterate => _x;

        public bool IsFinished { get; private set; }

        public void Step(int k)
        {
            TVector d = _d[k];
            problem.Gradient(_x, d);
            for (int i = 0; i < k; i++)
            {
                d.Assign(d - (TVector.Dot(_d[i], d) / _squares[i]) * _d[i]);
            }

            _squares[k] = TVector.Dot(d, d);
            if (TScalar.IsZero(_squares[k]))
            {
                IsFinished = true;
                return;
            }

            _difference.Assign(problem.Minimizer - _x);
            _x.Assign(_x + (TVector.Dot(d, _difference) / _squares[k]) * d);
            IsFinished = k + 1 == horizon;
        }

        private static TVector[] Fresh(TVector like, int count)
        {
            TVector[] vectors = new TVector[count];
            for (int i = 0; i < count; i++)
            {
                vectors[i] = like.NewLike();
            }

            return vectors;
        }
    }
}
