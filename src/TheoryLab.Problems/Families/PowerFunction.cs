using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>|x|^p/p on the line: its Kurdyka-Lojasiewicz exponent is (p-1)/p. One block, whose proximal problem is a polynomial equation.</summary>
public sealed class PowerFunction : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => "power-function";

    /// <inheritdoc/>
    public override string Summary => "f(x) = |x|^p/p on the line, x_0 = 1, x* = 0; proximal steps u^(p-1) + a u = a x by Newton's method from the right";

    /// <inheritdoc/>
    public override FunctionClass Class => FunctionClass.BlockProximal;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } =
        [ParameterInfo.Integer("power", "p", 4, 2, 12), ParameterInfo.Real("a", "weight of the proximal term", 1, 1e-3, 1e3, logarithmic: true)];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } = [new("power", "parameter"), new("a", "parameter")];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    private sealed class Instance(ProblemFamily family, ParameterSet p, int seed) : ProblemInstance(family, p, seed)
    {
        public override HostProblem<T> In<T>() => ScalarMath.IsRational<T>()
            ? throw new NotSupportedException("A proximal step of |x|^p is the root of a polynomial, which exact rationals lack; run it in doubles or double-doubles.")
            : new Problem<T>(Parameters.Integer("power"), Parameters.Real<T>("a"));
    }

    private sealed class Problem<T>(int p, T a) : HostProblem<T>, IBlockProximalOracle<T>
        where T : struct, INumber<T>
    {
        // From the right Newton's iterates fall to the root; more than this many would mean that rounding had been missed.
        private const int MostSteps = 1000;

        public override HostVector<T> InitialPoint { get; } = new([T.One]);

        public override HostVector<T> Minimizer { get; } = new([T.Zero]);

        public int BlockCount => 1;

        public override T Value(HostVector<T> x) => ScalarMath.Power(T.Abs(x[0]), p) / ScalarMath.From<T>(p);

        public override T PrimalGap(HostVector<T> x) => Value(x);

        public void MinimizeBlock(int block, T weight, HostVector<T> x)
        {
            CountCall();
            T target = T.Abs(x[0]), u = target;
            for (int k = 0; k < MostSteps; k++)
            {
                T power = ScalarMath.Power(u, p - 2), next = u - (u * power + weight * (u - target)) / (ScalarMath.From<T>(p - 1) * power + weight);
                if (!(next < u) || next < T.Zero)
                {
                    break;
                }

                u = next;
            }

            x[0] = x[0] < T.Zero ? -u : u;
        }

        protected override void ComputeGradient(HostVector<T> x, HostVector<T> gradient)
        {
            T power = ScalarMath.Power(T.Abs(x[0]), p - 1);
            gradient[0] = x[0] < T.Zero ? -power : power;
        }

        protected override T? FamilyConstant(string name) => name switch { "power" => ScalarMath.From<T>(p), "a" => a, _ => null };
    }
}
