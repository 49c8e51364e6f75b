using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// Training a network of two layers by three splittings (Zeng, Lau, Lin and Yao, Global convergence of block coordinate descent in deep learning, ICML
/// 2019): weights, inputs and outputs of the units are variables of their own, tied by penalties. Each block problem is solved globally.
/// </summary>
/// <remarks>
/// F = |V2 - Y|^2/2 + (g/2)(|V2 - W2 V1|^2 + |V1 - s(U1)|^2 + |U1 - W1 X|^2), s the positive part or the identity, all norms of Frobenius. Blocks in
/// forward order: W1, U1, V1, W2, V2. The minimum is not known, but F is not negative.
/// </remarks>
public sealed class SplittingNetwork : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => "splitting-network";

    /// <inheritdoc/>
    public override string Summary => "F = |V2 - Y|^2/2 + (g/2)(|V2 - W2 V1|^2 + |V1 - s(U1)|^2 + |U1 - W1 X|^2), X, Y and x_0 normal";

    /// <inheritdoc/>
    public override FunctionClass Class => FunctionClass.BlockProximal;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } =
    [
        ParameterInfo.Choice("activation", "s", "relu", "linear"),
        ParameterInfo.Integer("inputs", "rows of X", 4, 1, 100),
        ParameterInfo.Integer("hidden", "units of the hidden layer", 5, 1, 100),
        ParameterInfo.Integer("outputs", "rows of Y", 2, 1, 100),
        ParameterInfo.Integer("samples", "columns of X and Y", 12, 1, 1000),
        ParameterInfo.Real("g", "weight of the penalties", 1, 1e-3, 1e3, logarithmic: true),
        ParameterInfo.Real("a", "weight of the proximal terms", 1, 1e-3, 1e3, logarithmic: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } = [new("a", "parameter"), new("F0", "F(x_0)")];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    private sealed class Instance : ProblemInstance
    {
        private readonly double[] _inputs;
        private readonly double[] _targets;
        private readonly double[] _start;

        public Instance(ProblemFamily family, ParameterSet p, int seed)
            : base(family, p, seed)
        {
            Random random = Seeds.Generator(seed);
            (int d, int h, int o, int m) = Shape();
            _inputs = Sampling.Normal(random, d * m);
            _targets = Sampling.Normal(random, o * m);
            _start = Sampling.Normal(random, (h * d) + (2 * h * m) + (o * h) + (o * m));
        }

        public override HostProblem<T> In<T>() => new NetworkProblem<T>(
            Shape(), Parameters.Text("activation") == "relu", _inputs, _targets, _start, Parameters.Real<T>("g"), Parameters.Real<T>("a"));

        private (int Inputs, int Hidden, int Outputs, int Samples) Shape() =>
            (Parameters.Integer("inputs"), Parameters.Integer("hidden"), Parameters.Integer("outputs"), Parameters.Integer("samples"));
    }
}
