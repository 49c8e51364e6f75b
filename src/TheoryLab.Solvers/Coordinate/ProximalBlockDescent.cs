using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>Proximal block coordinate descent: one pass over the blocks per step, the last block first, each block problem solved globally.</summary>
public sealed record ProximalBlockDescent : IBlockProximalMethod
{
    /// <inheritdoc/>
    public string Name => "proximal-block-descent";

    /// <inheritdoc/>
    public string UpdateRule => "for B = last .. first: x_B <- argmin_u F(u, x elsewhere) + (a/2)|u - x_B|^2";

    /// <inheritdoc/>
    public string Source => "Zeng, Lau, Lin and Yao, Global convergence of block coordinate descent in deep learning, ICML 2019; with one block the proximal point method, Rockafellar 1976";

    /// <inheritdoc/>
    public IIteration<HostVector<T>> Start<T>(IBlockProximalOracle<T> problem, HostVector<T> x0, MethodSetup<T> setup)
        where T : struct, INumber<T> => new Iteration<T>(problem, x0, setup.Constant("a"));

    private sealed class Iteration<T>(IBlockProximalOracle<T> problem, HostVector<T> x0, T a) : IIteration<HostVector<T>>
        where T : struct, INumber<T>
    {
        private readonly HostVector<T> _x = x0.Copy(), _previous = x0.Copy();

        public HostVector<T> Iterate => _x;

        public HostVector<T> Point(Sequence sequence) => sequence switch
        {
            Sequence.Previous => _previous,
            Sequence.Anchor => throw new InputException("Block descent has no sequence z_k; choose another measure."),
            _ => _x,
        };

        public void Step(int k)
        {
            _previous.CopyFrom(_x);
            for (int block = problem.BlockCount - 1; block >= 0; block--)
            {
                problem.MinimizeBlock(block, a, _x);
            }
        }
    }
}
