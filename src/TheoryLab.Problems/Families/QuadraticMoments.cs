using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// The quadratics of <see cref="CoupledQuadratic"/> lifted to the space of second moments, where a random method is a linear recursion: a point is
/// the matrix M = E x x', and E f(x) = tr(A M)/2.
/// </summary>
public sealed class QuadraticMoments : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => "quadratic-moments";

    /// <inheritdoc/>
    public override string Summary => "E f(x) = tr(A M)/2 as a function of the second moments M = E x x', for f(x) = x'A x/2; M_0 = x_0 x_0', no sampling";

    /// <inheritdoc/>
    public override FunctionClass Class => FunctionClass.SecondMoments;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } =
        [ParameterInfo.Integer("dimension", "n, the order of A", 8, 1, 300), .. CoupledMatrices.Parameters.Skip(1)];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } = [.. CoupledConstants.Infos, new("order", "parameter dimension, the order of A"), new("blocks", "number of blocks")];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    private sealed class Instance : ProblemInstance
    {
        private readonly SymmetricMatrix<double> _matrix;
        private readonly double[] _start;
        private readonly CoupledConstants _constants;

        public Instance(ProblemFamily family, ParameterSet p, int seed)
            : base(family, p, seed)
        {
            Random random = Seeds.Generator(seed);
            _matrix = CoupledMatrices.Matrix(p, random);
            _start = CoupledMatrices.Start(p, _matrix, random);
            _constants = new(_matrix, p.Integer("block"));
        }

        public override HostProblem<T> In<T>() => new Problem<T>(_matrix.In<T>(), _start, _constants, Parameters.Integer("block"));
    }

    private sealed class Problem<T> : HostProblem<T>, IMomentOracle<T>
        where T : struct, INumber<T>
    {
        private readonly SymmetricMatrix<T> _matrix;
        private readonly CoupledConstants _constants;
        private readonly int _blocks;
        private readonly T[] _start;
        private readonly T[] _diagonal;

        public Problem(SymmetricMatrix<T> matrix, double[] start, CoupledConstants constants, int block)
        {
            int n = matrix.Order;
            (_matrix, _constants, _start, _blocks) = (matrix, constants, FromData(start), (n + block - 1) / block);
            (InitialPoint, Minimizer, _diagonal) = (new(new T[n * n]), new(new T[n * n]), new T[n]);
            for (int i = 0; i < n; i++)
            {
                _diagonal[i] = matrix[i, i];
                for (int j = 0; j < n; j++)
                {
                    InitialPoint[(i * n) + j] = _start[i] * _start[j];
                }
            }
        }

        public int Order => _matrix.Order;

        public override HostVector<T> InitialPoint { get; }

        public override HostVector<T> Minimizer { get; }

        public T Entry(int i, int j) => _matrix[i, j];

        public void Multiply(HostVector<T> moments, HostVector<T> result)
        {
            CountCall();
            _matrix.MultiplyRows(moments.Span, result.Span);
        }

        public override T Value(HostVector<T> x) => PrimalGap(x);

        public override T PrimalGap(HostVector<T> x)
        {
            T sum = T.Zero;
            for (int i = 0; i < Order; i++)
            {
                sum += _matrix.RowDot(i, x.Span.Slice(i * Order, Order));
            }

            return sum / Two;
        }

        protected override void ComputeGradient(HostVector<T> x, HostVector<T> gradient)
        {
            for (int i = 0; i < Order * Order; i++)
            {
                gradient[i] = _matrix[i / Order, i % Order] / Two;
            }
        }

        protected override T? FamilyConstant(string name) => name switch
        {
            "order" => ScalarMath.From<T>(Order),
            "blocks" => ScalarMath.From<T>(_blocks),
            _ => _constants.In(name, _diagonal, _start),
        };
    }
}
