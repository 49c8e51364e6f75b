using System.Globalization;

namespace TheoryLab.Claims.Fitting;

/// <summary>
/// A curve each of whose values may be off by a known absolute error e. It is fitted where y > 20 e, up to the last such value: there an offset of e lowers
/// the local exponent of y by 1/21 of itself, less than half of the margin (<see cref="OrderRule.MarginShare"/>), and less before. What is cut still
/// counts against a verdict that it contradicts, and a refutation must hold for y - e and y + e as well.
/// </summary>
internal sealed class AccurateCurve
{
    private readonly ReadOnlyMemory<double> _k;
    private readonly ReadOnlyMemory<double> _y;
    private readonly Func<int, double> _error;
    private readonly int _end;

    /// <summary>Takes a curve.</summary>
    /// <param name="k">Iterations, at least zero and increasing.</param>
    /// <param name="y">Values.</param>
    /// <param name="error">The absolute error of the value of an index; 0 where nothing is known.</param>
    public AccurateCurve(ReadOnlyMemory<double> k, ReadOnlyMemory<double> y, Func<int, double> error)
    {
        (_k, _y, _error) = (k, y, error);
        _end = Above(FloorDetection.Contaminated, y.Length);
    }

    private int Cut => _y.Length - _end;

    /// <summary>Fits what lies before the cut; the error is then the floor of the fit.</summary>
    public RateFit Fit(CancellationToken cancellation)
    {
        RateFit fit = Fit(_end, 0, cancellation);
        if (Cut == 0)
        {
            return fit;
        }

        double error = _error(_y.Length - 1);
        string left = string.Create(CultureInfo.InvariantCulture, $"{FloorDetection.Contaminated} times the accuracy {error:G3}");
        return fit with
        {
            Floor = Math.Max(fit.Floor ?? 0, error),
            Reason = _end == 0 ? $"no value is above {left}" : fit.Reason is { } reason ? $"{reason}, once the {Cut} last values are left out, which are within {left}" : null,
        };
    }

    /// <summary>Judges an order by the fit, and by what the errors leave open.</summary>
    /// <param name="order">The order claimed.</param>
    /// <param name="kind">The direction of the claim.</param>
    /// <param name="fit">What <see cref="Fit(CancellationToken)"/> found.</param>
    /// <param name="cancellation">Stops the fits.</param>
    public OrderDecision Decide(RateOrder order, OrderKind kind, RateFit fit, CancellationToken cancellation)
    {
        OrderDecision decision = order.Decide(fit, kind);
        return decision.Outcome == OrderOutcome.Supported && Cut > 0 && TailContradicts(order, kind, fit)
            ? decision with { Outcome = OrderOutcome.Inconclusive, Reason = Text($"values near the accuracy, from k = {_k.Span[_end]} on, leave {order} by more than the accuracy explains") }
            : decision.Outcome == OrderOutcome.Supported || !HasErrors ? decision
            : Refutation(order, kind, decision, cancellation) is { } refuted ? refuted
            : decision.Outcome == OrderOutcome.Refuted
            ? decision with { Outcome = OrderOutcome.Inconclusive, Reason = $"{decision.Reason}, but not if all values are off by their accuracy to one side" }
            : decision;
    }

    /// <summary>
    /// The refutation by y - e, y and y + e alike, on one and the same window. An offset bends the logarithm of a clean curve at its end, and what bends has
    /// not reached its law; so windows are tried that end at 20 e, at 400 e, and so on. On the longest, one of the three must refute: a bend that
    /// no error explains counts. Null if there is none.
    /// </summary>
    private OrderDecision? Refutation(RateOrder order, OrderKind kind, OrderDecision first, CancellationToken cancellation)
    {
        if (first.Outcome != OrderOutcome.Refuted && !Refutes(_end, -1) && !Refutes(_end, 1))
        {
            return null;
        }

        int last = -1;
        for (double factor = FloorDetection.Contaminated; double.IsFinite(factor); factor *= FloorDetection.Contaminated)
        {
            int end = Above(factor, _end);
            if (end == last)
            {
                continue;
            }

            last = end;
            OrderDecision decision = Judged(end, 0);
            if (decision.Outcome == OrderOutcome.Refuted && Refutes(end, -1) && Refutes(end, 1))
            {
                return decision;
            }
        }

        return null;

        OrderDecision Judged(int end, int side) => order.Decide(Fit(end, side, cancellation), kind);

        bool Refutes(int end, int side) => Judged(end, side).Outcome == OrderOutcome.Refuted;
    }

    /// <summary>How many of the first values there are up to the last one above a multiple of its error.</summary>
    private int Above(double factor, int end)
    {
        while (end > 0 && _error(end - 1) is > 0 and var e && !(_y.Span[end - 1] > factor * e))
        {
            end--;
        }

        return end;
    }

    private bool HasErrors
    {
        get
        {
            for (int i = 0; i < _end; i++)
            {
                if (_error(i) > 0)
                {
                    return true;
                }
            }

            return false;
        }
    }

    private RateFit Fit(int end, int side, CancellationToken cancellation)
    {
        ReadOnlySpan<double> k = _k.Span[..end], y = _y.Span[..end];
        if (side == 0)
        {
            return RateFitter.Fit(k, y, cancellation);
        }

        double[] shifted = new double[end];
        for (int i = 0; i < end; i++)
        {
            shifted[i] = y[i] + (side * _error(i));
        }

        return RateFitter.Fit(k, shifted, cancellation);
    }

    /// <summary>
    /// Whether y/g in the second half of what was cut is beyond all that the window shows, by more than the errors: above its largest value for O(g), below
    /// its smallest for Omega(g). More than half of that half must be, so that single values do not decide.
    /// </summary>
    private bool TailContradicts(RateOrder order, OrderKind kind, RateFit fit)
    {
        ReadOnlySpan<double> k = _k.Span, y = _y.Span;
        double largest = 0, smallest = double.PositiveInfinity;
        for (int i = 0; i < _end; i++)
        {
            if (k[i] >= fit.WindowFirst && k[i] <= fit.WindowLast && order.At(k[i]) is var g && double.IsFinite(g))
            {
                largest = Math.Max(largest, (y[i] + _error(i)) / g);
                smallest = Math.Min(smallest, (y[i] - _error(i)) / g);
            }
        }

        int from = (_end + y.Length) / 2, above = 0, below = 0;
        for (int i = from; i < y.Length; i++)
        {
            double g = order.At(k[i]);
            above += y[i] - _error(i) > largest * g ? 1 : 0;
            below += y[i] + _error(i) < smallest * g ? 1 : 0;
        }

        int half = (y.Length - from) / 2;
        return (kind != OrderKind.AtLeast && largest > 0 && above > half) || (kind != OrderKind.AtMost && double.IsFinite(smallest) && below > half);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
