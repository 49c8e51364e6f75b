using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>Coordinate descent: x_i + t_i with t_i = argmin over t of grad_i f(x) t + l t^2/2 + p_i(x_i + t), or the minimiser along the coordinate.</summary>
/// <remarks>With p = 0 the step is -grad_i f(x)/l. A cyclic or random step costs the nonzeros of its column.</remarks>
/// <param name="Rule">How i is chosen.</param>
/// <param name="Step">Which l.</param>
public sealed record CoordinateDescent(CoordinateRule Rule = CoordinateRule.Cyclic, CoordinateStep Step = CoordinateStep.Own) : ICoordinateMethod
{
    /// <inheritdoc/>
    public string Name => (Rule, Step) == (CoordinateRule.Cyclic, CoordinateStep.Own) ? "coordinate-descent" : $"coordinate-descent(rule={Rule}, step={Step})";

    /// <inheritdoc/>
    public string UpdateRule =>
        $"{(Rule == CoordinateRule.Sweep ? "for i = 1..n: " : string.Empty)}x_i <- x_i + {(Step == CoordinateStep.Exact ? "argmin_t F(x + t e_i)" : $"argmin_t grad_i f(x) t + l t^2/2 + p_i(x_i + t), l = {Curvature}")},  i {Choice}";

    /// <inheritdoc/>
    public string Source => "Nesterov, Efficiency of coordinate descent methods on huge-scale optimization problems, SIAM Journal on Optimization 22, 2012; Nutini et al., Coordinate descent converges faster with the Gauss-Southwell rule than random selection, ICML 2015";

    private string Curvature => Step switch { CoordinateStep.Own => "L_i", CoordinateStep.Largest => "max L_i", _ => "L" };

    private string Choice => Rule switch
    {
        CoordinateRule.Cyclic or CoordinateRule.Sweep => "in order",
        CoordinateRule.Uniform => "uniform, one seeded run",
        CoordinateRule.Smoothness => "with probability L_i/sum L_j, one seeded run",
        CoordinateRule.GaussSouthwell => "= argmax |grad_i f|",
        CoordinateRule.GaussSouthwellLipschitz => "= argmax |grad_i f|/sqrt(L_i)",
        _ => "of the largest decrease of the model",
    };

    /// <inheritdoc/>
    public IIteration<HostVector<T>> Start<T>(ICoordinateOracle<T> problem, HostVector<T> x0, MethodSetup<T> setup)
        where T : struct, INumber<T> => new Iteration<T>(Rule, Step, problem.Place(x0), setup);

    private sealed class Iteration<T> : IIteration<HostVector<T>>
        where T : struct, INumber<T>
    {
        private readonly ICoordinatePoint<T> _x;
        private readonly CoordinateStep _step;
        private readonly T _l;
        private readonly CoordinateSelector<T> _selector;
        private readonly int _movesPerStep;

        public Iteration(CoordinateRule rule, CoordinateStep step, ICoordinatePoint<T> x, MethodSetup<T> setup)
        {
            (_x, _step) = (x, step);
            _l = step switch { CoordinateStep.Largest => setup.Constant("Lmax"), CoordinateStep.Whole => setup.L, _ => T.Zero };
            _selector = new(rule, x, Curvature);
            _movesPerStep = rule == CoordinateRule.Sweep ? x.Point.Length : 1;
        }

        public HostVector<T> Iterate => _x.Point;

        public void Step(int k)
        {
            for (int j = 0; j < _movesPerStep; j++)
            {
                int i = _selector.Next(_movesPerStep == 1 ? k : j);
                T t = _step == CoordinateStep.Exact ? _x.ExactMove(i) : _x.ProximalMove(i, Curvature(i));
                _x.Move(i, t);
            }
        }

        private T Curvature(int i) => _step is CoordinateStep.Own or CoordinateStep.Exact ? _x.Smoothness(i) : _l;
    }
}
