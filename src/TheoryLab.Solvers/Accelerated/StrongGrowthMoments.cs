using System.Globalization;
using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>
/// The exact second moments of Nesterov's method with stochastic gradients under strong growth, on f(x) = sum l_i x_i^2/2 with coordinate sampling:
/// g = n l_i y_i e_i, i uniform, so that E|g|^2 = n |grad f(y)|^2 and rho = n. No random number is drawn.
/// </summary>
/// <remarks>
/// The method is x+ = y - g/(rho L), z+ = (1 - s) z + s y - (s/mu) g, y = (x + s z)/(1 + s), s = sqrt(mu/L)/rho. Coordinates do not mix, so that the
/// vectors a, b, c of E x_i^2, E x_i z_i, E z_i^2, each divided by the i-th component of x_0, obey linear recursions; a multiplication by l_i is the
/// gradient of f, for which x* must be 0. All three start at x_0. Then E f(x_k) = &lt;x_0, grad f(a_k)&gt;/2 and E|z_k|^2 = &lt;x_0, c_k&gt;.
/// </remarks>
/// <param name="Exponent">The p of s = sqrt(mu/L)/rho^p; the theorem has p = 1.</param>
public sealed record StrongGrowthMoments(double Exponent = 1) : IFirstOrderMethod
{
    /// <inheritdoc/>
    public string Name => Exponent == 1 ? "strong-growth-moments" : string.Create(CultureInfo.InvariantCulture, $"strong-growth-moments(exponent={Exponent})");

    /// <inheritdoc/>
    public string UpdateRule => string.Create(
        CultureInfo.InvariantCulture,
        $"E of: y_k = (x_k + s z_k)/(1 + s),  x_{{k+1}} = y_k - g_k/(n L),  z_{{k+1}} = (1 - s) z_k + s y_k - (s/mu) g_k,  g_k = n l_i y_i e_i, i uniform,  s = sqrt(mu/L)/n^{Exponent}");

    /// <inheritdoc/>
    public string Source => "Vaswani, Bach and Schmidt, Fast and faster convergence of SGD for over-parameterized models, AISTATS 2019; moments: derived";

    /// <inheritdoc/>
    public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar>
        where TProblem : IGradientOracle<TVector>
    {
        TScalar n = setup.Constant("n"), power = Exponent == 1 ? n
            : Exponent == 0.5 ? ScalarMath.Sqrt(n)
            : ScalarMath.Exp(ScalarMath.From<TScalar>(Exponent) * ScalarMath.Log(n));
        return new Iteration<TVector, TScalar, TProblem>(problem, x0, n, TScalar.One / (n * setup.L), ScalarMath.Sqrt(setup.Mu / setup.L) / power, setup.Mu);
    }

    private sealed class Iteration<TVector, TScalar, TProblem>(TProblem problem, TVector x0, TScalar n, TScalar h, TScalar s, TScalar mu) : IIteration<TVector>
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar>
        where TProblem : IGradientOracle<TVector>
    {
        private readonly TVector _xx = x0.Copy(), _xz = x0.Copy(), _zz = x0.Copy();
        private readonly TVector _yy = x0.NewLike(), _zy = x0.NewLike(), _gy = x0.NewLike(), _gz = x0.NewLike(), _gg = x0.NewLike();
        private readonly TScalar _one = TScalar.One, _two = TScalar.One + TScalar.One, _r = s / mu;

        public TVector Iterate => _xx;

        public TVector Point(Sequence sequence) => sequence switch
        {
            Sequence.Iterate => _xx,
            Sequence.Anchor => _zz,
            _ => throw new InputException("The moments of y_k are not kept; choose another measure."),
        };

        public void Step(int k)
        {
            // E y^2 and E z y; then E g y = l E y^2, E g z = l E z y, E g^2 = n l^2 E y^2.
            TScalar q = _one / (_one + s);
            _yy.Assign((q * q) * _xx + (_two * s * q * q) * _xz + (s * s * q * q) * _zz);
            _zy.Assign(q * _xz + (q * s) * _zz);
            problem.Gradient(_yy, _gy);
            problem.Gradient(_zy, _gz);
            problem.Gradient(_gy, _gg);

            _xx.Assign(_yy - (_two * h) * _gy + (h * h * n) * _gg);
            _xz.Assign((_one - s) * _zy + s * _yy - (_r + h * s) * _gy - (h * (_one - s)) * _gz);
            _xz.Assign(_xz + (h * _r * n) * _gg);
            _zz.Assign(((_one - s) * (_one - s)) * _zz + (_two * s * (_one - s)) * _zy + (s * s) * _yy);
            _zz.Assign(_zz - (_two * _r * (_one - s)) * _gz - (_two * _r * s) * _gy + (_r * _r * n) * _gg);
        }
    }
}
