using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>Gradient descent with step 1/(2L). On L-smooth convex f: f(x_N) - f* at most L R^2/(2N+2).</summary>
public sealed record HalfStepDescent : IFirstOrderMethod
{
    /// <inheritdoc/>
    public string Name => "half-step-descent";

    /// <inheritdoc/>
    public string UpdateRule => "x_{k+1} = x_k - (1/(2L)) grad f(x_k)";

    /// <inheritdoc/>
    public string Source => "Drori and Teboulle, Mathematical Programming 145, 2014";

    /// <inheritdoc/>
    public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar>
        where TProblem : IGradientOracle<TVector> => new Iteration<TVector, TScalar, TProblem>(problem, x0, TScalar.One / (setup.L + setup.L));

    private sealed class Iteration<TVector, TScalar, TProblem>(TProblem problem, TVector x0, TScalar h) : IIteration<TVector>
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar>
        where TProblem : IGradientOracle<TVector>
    {
        private readonly TVector _x = x0.Copy(), _g = x0.NewLike();

        public TVector Iterate => _x;

        public void Step(int k)
        {
            problem.Gradient(_x, _g);
            _x.Assign(_x - h * _g);
        }
    }
}
