using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>
/// The optimized gradient method for floor(N/2) steps and then OGM-G for the others. On L-smooth convex f: |grad f(x_N)| at most
/// L R/(theta t_0), which is at most 8 L R/(N+2)^2 for even N.
/// </summary>
public sealed record OptimizedGradientPair : IFirstOrderMethod
{
    /// <inheritdoc/>
    public string Name => "optimized-gradient-pair";

    /// <inheritdoc/>
    public string UpdateRule => "optimized-gradient with horizon floor(N/2) from x_0, then optimized-gradient-norm with horizon ceil(N/2) from its last point";

    /// <inheritdoc/>
    public string Source => "Nesterov, Gasnikov, Guminov and Dvurechensky, Primal-dual accelerated gradient methods with small-dimensional relaxation oracle, 2021; Kim and Fessler 2021";

    /// <inheritdoc/>
    public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar>
        where TProblem : IGradientOracle<TVector> => new Iteration<TVector, TScalar, TProblem>(problem, x0, TScalar.One / setup.L, setup.Horizon);

    private sealed class Iteration<TVector, TScalar, TProblem>(TProblem problem, TVector x0, TScalar h, int horizon) : IIteration<TVector>
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar>
        where TProblem : IGradientOracle<TVector>
    {
        private readonly TVector _x = x0.Copy(), _g = x0.NewLike();
        private readonly (TScalar Beta, TScalar Gamma)[] _coefficients = [.. First(horizon / 2), .. OptimizedGradientNorm.Coefficients<TScalar>(horizon - (horizon / 2))];
        private TVector _y = x0.Copy(), _yPrevious = x0.NewLike();

        public TVector Iterate => _x;

        public bool IsFinished { get; private set; }

        public void Step(int k)
        {
            (TScalar beta, TScalar gamma) = _coefficients[k];
            (_y, _yPrevious) = (_yPrevious, _y);
            if (k == horizon / 2)
            {
                _yPrevious.CopyFrom(_x);
            }

            problem.Gradient(_x, _g);
            _y.Assign(_x - h * _g);
            _x.Assign((TScalar.One + beta + gamma) * _y - beta * _yPrevious - gamma * _x);
            IsFinished = k + 1 == horizon;
        }

        /// <summary>(theta_k - 1)/theta_{k+1} and theta_k/theta_{k+1} of the optimized gradient method.</summary>
        private static (TScalar Beta, TScalar Gamma)[] First(int steps)
        {
            TScalar theta = TScalar.One;
            (TScalar, TScalar)[] coefficients = new (TScalar, TScalar)[steps];
            for (int k = 0; k < steps; k++)
            {
                TScalar next = k + 1 < steps ? Momentum.Next(theta) : Momentum.Last(theta);
                coefficients[k] = ((theta - TScalar.One) / next, theta / next);
                theta = next;
            }

            return coefficients;
        }
    }
}
