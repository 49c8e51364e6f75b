using TheoryLab.Core;

namespace TheoryLab.WorstCase;

/// <summary>
/// Infeasible primal-dual interior-point method with Mehrotra's predictor and corrector in the HKM direction, for programs with one semidefinite block,
/// low-rank rows and free values (Mehrotra 1992; Helmberg et al. 1996; Toh, Todd and Tutuncu 1999).
/// </summary>
public sealed class InteriorPoint
{
    // Starting slack of G relative to the size of sum A_k - C.
    private const double SlackFraction = 0.1;

    // Fractions of the way to the boundary.
    private const double PredictorFraction = 0.98;
    private const double CenteringFraction = 0.9;
    private const double EigenvalueAccuracy = 1e-6;

    // A corrector step shorter than this means that the second-order term misleads.
    private const double ShortStep = 0.1;

    // Complementarity may not run ahead of the infeasibility by more than this factor, while there is any beyond what is asked for: below that it is rounding, and
    // waiting for it to fall takes as many steps as the rest.
    private const double InfeasibilityShare = 0.01;
    private const int StallLimit = 8;
    private const double StallProgress = 0.9;
    private const double GrowthLimit = 1e9;

    private readonly SemidefiniteProgram _program;
    private readonly SdpOptions _options;
    private readonly SdpPoint _x;
    private readonly SdpPoint _best;
    private readonly SdpPoint _predictor;
    private readonly SdpPoint _step;
    private readonly SdpResiduals _residuals;
    private readonly SdpDirection _direction;
    private readonly ConeGeometry _gram;
    private readonly ConeGeometry _slack;
    private readonly double[] _inverseSlack;
    private readonly double _degree;
    private double _firstMu;
    private double _firstInfeasibility;

    private InteriorPoint(SemidefiniteProgram program, SdpOptions options)
    {
        (_program, _options) = (program, options);
        int d = program.Dimension, m = program.Rows.Count, p = program.ValueCount;
        (_x, _best, _predictor, _step) = (new(d, m, p), new(d, m, p), new(d, m, p), new(d, m, p));
        _residuals = new(program);
        _direction = new(program, _x, _residuals);
        (_gram, _slack, _inverseSlack) = (new(d), new(d), new double[d * d]);
        _degree = d + program.Rows.Count(r => !r.IsEquality);
    }

    /// <summary>Solves a program and returns the best point met; never throws for numerical reasons.</summary>
    /// <param name="program">The program.</param>
    /// <param name="options">Accuracy.</param>
    /// <param name="cancellation">Ends the solve, within an iteration too: one of a large program takes seconds.</param>
    public static SdpSolution Solve(SemidefiniteProgram program, SdpOptions options, CancellationToken cancellation = default) =>
        new InteriorPoint(program, options).Run(cancellation);

    private SdpSolution Run(CancellationToken cancellation)
    {
        Start();
        (bool IsConverged, int Iteration) best = default;
        double bestMerit = double.PositiveInfinity;
        Progress progress = new();
        int centering = _options.Centering;
        for (int iteration = 0; ; iteration++)
        {
            cancellation.ThrowIfCancellationRequested();
            _residuals.At(_x);
            double scale = Math.Max(Math.Max(Math.Abs(_residuals.PrimalValue), Math.Abs(_residuals.DualValue)), double.Epsilon);
            double gap = _residuals.Complementarity / scale;
            double merit = Math.Max(Math.Max(gap, Math.Abs(_residuals.PrimalValue - _residuals.DualValue) / scale), Math.Max(_residuals.RelativePrimal, _residuals.RelativeDual));
            bool done = gap <= _options.Gap && _residuals.RelativePrimal <= _options.Feasibility && _residuals.RelativeDual <= _options.Feasibility;
            if (iteration == 0 || merit < bestMerit || done)
            {
                (best, bestMerit) = ((done, iteration), merit);
                _best.CopyFrom(_x);
            }

            SdpStatus? ending = done && centering == 0 ? SdpStatus.Converged
                : Ending(progress, iteration) ?? (TryStep(iteration, done, cancellation) ? null : SdpStatus.Breakdown);
            if (ending is { } status)
            {
                _residuals.At(_best);
                return Solution(best.IsConverged ? SdpStatus.Converged : status, best.Iteration);
            }

            centering -= done ? 1 : 0;
        }
    }

    // F = 0, G = I, s = lambda = 1, and a slack of G that is of the size of the multipliers' matrix.
    private void Start()
    {
        int d = _program.Dimension;
        for (int k = 0; k < _program.Rows.Count; k++)
        {
            _x.Slack[k] = _x.Multiplier[k] = _program.Rows[k].IsEquality ? 0 : 1;
        }

        _program.Adjoint(_x.Multiplier, 1, _x.S);
        double size = 0;
        for (int i = 0; i < d; i++)
        {
            double row = 0;
            for (int j = 0; j < d; j++)
            {
                row += Math.Abs(_x.S[(i * d) + j]);
            }

            size = Math.Max(size, row);
        }

        Array.Clear(_x.S);
        for (int i = 0; i < d; i++)
        {
            _x.G[(i * d) + i] = 1;
            _x.S[(i * d) + i] = Math.Max(1, SlackFraction * size);
        }
    }

    private SdpStatus? Ending(Progress progress, int iteration)
    {
        double trace = 0;
        for (int i = 0; i < _program.Dimension; i++)
        {
            trace += _x.G[(i * _program.Dimension) + i];
        }

        return !double.IsFinite(_residuals.Complementarity) ? SdpStatus.Breakdown
            : trace > GrowthLimit * _program.Dimension ? SdpStatus.Unbounded
            : iteration >= _options.MaxIterations ? SdpStatus.IterationLimit
            : progress.IsStalled(_residuals.Complementarity, _residuals.RelativePrimal, _residuals.RelativeDual) ? SdpStatus.Stalled
            : null;
    }

    private bool TryStep(int iteration, bool recentre, CancellationToken cancellation)
    {
        if (!_gram.TryFactor(_x.G) || !_slack.TryFactor(_x.S))
        {
            return false;
        }

        _slack.Inverse(_inverseSlack);
        if (!_direction.TryFactor(_inverseSlack, cancellation))
        {
            return false;
        }

        double mu = _residuals.Complementarity / _degree, infeasibility = Math.Max(_residuals.RelativePrimal, _residuals.RelativeDual);
        if (iteration == 0)
        {
            (_firstMu, _firstInfeasibility) = (mu, Math.Max(infeasibility, double.Epsilon));
        }

        if (recentre)
        {
            return TryMove(mu, null, CenteringFraction);
        }

        _direction.Compute(0, null, _predictor);
        (double primal, double dual) = Lengths(_predictor, PredictorFraction);
        double shorter = Math.Min(primal, dual), ratio = Math.Max(0, ComplementarityAfter(primal, dual) / _residuals.Complementarity);
        double sigma = Math.Min(1, Math.Max(mu > 1e-6 ? 1e-3 : 1e-4, Math.Pow(ratio, Math.Max(1, 3 * shorter * shorter))));
        double lag = infeasibility <= _options.Feasibility ? 0 : InfeasibilityShare * _firstMu * infeasibility / _firstInfeasibility;
        double target = Math.Max(sigma * mu, Math.Min(mu, lag));
        return TryMove(target, _predictor, CenteringFraction + (0.09 * shorter)) || TryMove(Math.Max(target, mu / 2), null, CenteringFraction);
    }

    // Refuses a short step of the corrector, not one without it.
    private bool TryMove(double target, SdpPoint? predictor, double fraction)
    {
        _direction.Compute(target, predictor, _step);
        (double primal, double dual) = Lengths(_step, fraction);
        if (!(Math.Min(primal, dual) >= (predictor is null ? double.Epsilon : ShortStep)))
        {
            return false;
        }

        _x.Move(_step, primal, dual);
        return true;
    }

    private (double Primal, double Dual) Lengths(SdpPoint direction, double fraction)
    {
        double primal = _gram.Length(direction.G, EigenvalueAccuracy), dual = _slack.Length(direction.S, EigenvalueAccuracy);
        for (int k = 0; k < _x.Slack.Length; k++)
        {
            if (!_program.Rows[k].IsEquality)
            {
                primal = direction.Slack[k] < 0 ? Math.Min(primal, -_x.Slack[k] / direction.Slack[k]) : primal;
                dual = direction.Multiplier[k] < 0 ? Math.Min(dual, -_x.Multiplier[k] / direction.Multiplier[k]) : dual;
            }
        }

        return (Math.Min(1, fraction * primal), Math.Min(1, fraction * dual));
    }

    private double ComplementarityAfter(double primal, double dual) =>
        _residuals.Complementarity
        + (primal * (Inner(_predictor.G, _x.S) + Inner(_predictor.Slack, _x.Multiplier)))
        + (dual * (Inner(_x.G, _predictor.S) + Inner(_x.Slack, _predictor.Multiplier)))
        + (primal * dual * (Inner(_predictor.G, _predictor.S) + Inner(_predictor.Slack, _predictor.Multiplier)));

    private static double Inner(double[] x, double[] y) => MatrixKernels.Dot(x, y);

    private SdpSolution Solution(SdpStatus status, int iteration) => new(
        status,
        _residuals.PrimalValue,
        _residuals.DualValue,
        _residuals.Complementarity,
        _residuals.LargestPrimal,
        _residuals.LargestDual,
        iteration,
        [.. _best.G],
        [.. _best.F],
        [.. _best.Multiplier],
        [.. _residuals.Table]);

    /// <summary>
    /// Stalled is when neither the complementarity nor either infeasibility has fallen by a tenth in eight iterations. The relative gap is no measure of
    /// progress, since the value itself falls by orders of magnitude at first.
    /// </summary>
    private sealed class Progress
    {
        // Residuals below this are rounding.
        private const double Negligible = 1e-12;

        private double _complementarity = double.PositiveInfinity;
        private double _primal = double.PositiveInfinity;
        private double _dual = double.PositiveInfinity;
        private int _without;

        public bool IsStalled(double complementarity, double primal, double dual)
        {
            bool better = Improve(ref _complementarity, complementarity) | Improve(ref _primal, Math.Max(primal, Negligible)) | Improve(ref _dual, Math.Max(dual, Negligible));
            _without = better ? 0 : _without + 1;
            return _without > StallLimit;
        }

        private static bool Improve(ref double best, double value)
        {
            if (!(value < StallProgress * best))
            {
                return false;
            }

            best = value;
            return true;
        }
    }
}
