using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>
/// Block descent whose variable block is the support: a proximal gradient step on all coordinates, then Newton's step for F on the coordinates that
/// are not zero, kept if no sign changes. Where f is quadratic and the support is that of x*, the second step lands on x*.
/// </summary>
/// <remarks>While signs stay, F is smooth on the face, and Newton's step minimises a quadratic there: it never raises F, so that the proximal steps' rate holds.</remarks>
public sealed record SupportNewton : ICoordinateMethod
{
    /// <inheritdoc/>
    public string Name => "support-newton";

    /// <inheritdoc/>
    public string UpdateRule => "y = prox_{p/L}(x_k - grad f(x_k)/L),  S = {i: y_i != 0},  x_{k+1} = y with y_S - H_SS^-1 grad_S F(y) on S if no sign changes, else y";

    /// <inheritdoc/>
    public string Source => "Nutini, Laradji and Schmidt, Let's make block coordinate descent converge faster, Journal of Machine Learning Research 23, 2022";

    /// <inheritdoc/>
    public IIteration<HostVector<T>> Start<T>(ICoordinateOracle<T> problem, HostVector<T> x0, MethodSetup<T> setup)
        where T : struct, INumber<T> => new Iteration<T>(problem.Place(x0), setup.L);

    private sealed class Iteration<T>(ICoordinatePoint<T> x, T smoothness) : IIteration<HostVector<T>>
        where T : struct, INumber<T>
    {
        private readonly int _n = x.Point.Length;
        private readonly T[] _d = new T[x.Point.Length];
        private readonly LdlFactor<T> _factor = new(x.Point.Length);

        public HostVector<T> Iterate => x.Point;

        public void Step(int k)
        {
            for (int i = 0; i < _n; i++)
            {
                _d[i] = x.ProximalMove(i, smoothness);
            }

            Move(_d);
            SolveOnSupport();
            if (KeepsSigns())
            {
                Move(_d);
            }
        }

        /// <summary>d &lt;- -H_SS^-1 grad_S F on the support and 0 elsewhere, where the matrix has the rows of the identity.</summary>
        private void SolveOnSupport()
        {
            HostVector<T> y = x.Point;
            for (int i = 0; i < _n; i++)
            {
                bool inside = !T.IsZero(y[i]);
                _d[i] = inside ? -(x.Partial(i) + x.PenaltySlope(i, y[i])) : T.Zero;
                for (int j = 0; j <= i; j++)
                {
                    _factor.Matrix[(i * _n) + j] = inside && !T.IsZero(y[j]) ? x.Curvature(i, j) : i == j ? T.One : T.Zero;
                }
            }

            _factor.Factor(T.Zero);
            _factor.Solve(_d);
        }

        private bool KeepsSigns()
        {
            for (int i = 0; i < _n; i++)
            {
                T now = x.Point[i], next = now + _d[i];
                if (!T.IsZero(now) && (T.IsZero(next) || now > T.Zero != next > T.Zero))
                {
                    return false;
                }
            }

            return true;
        }

        private void Move(T[] d)
        {
            for (int i = 0; i < _n; i++)
            {
                if (!T.IsZero(d[i]))
                {
                    x.Move(i, d[i]);
                }
            }
        }
    }
}
