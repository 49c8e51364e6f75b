using System.Globalization;

namespace TheoryLab.Claims.Fitting;

/// <summary>
/// Verdicts on superlinear convergence without an order: y_(k+1)/y_k tends to zero. It is refuted only where the ratios visibly settle above zero, supported where
/// they fall all along or an order above one is found, and open otherwise. The resolution is a ratio: what settles below it looks the same.
/// </summary>
public static class SuperlinearRule
{
    /// <summary>Judges whether y_(k+1)/y_k tends to zero.</summary>
    /// <param name="fit">What the trace says.</param>
    public static OrderDecision Decide(RateFit fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        double resolution = fit.LateRatios?.LastRatio ?? 1;
        OrderDecision Open(string why) => new(OrderOutcome.Inconclusive, why, resolution);
        if (fit.Model == RateModel.Superlinear)
        {
            return new(OrderOutcome.Supported, Text($"it converges with order {fit.Estimate:g4}"), resolution);
        }

        if (fit.LateRatios is { AreFalling: true } falling)
        {
            return new(OrderOutcome.Supported, $"the ratios of successive values fall all along: {falling} on the last three parts of the window", resolution);
        }

        if (fit.Model == RateModel.None)
        {
            return Open(fit.Reason ?? "no model");
        }

        if (fit.Evidence < OrderRule.LeastEvidence)
        {
            return Open("the model is not certain enough");
        }

        if (fit.Floor is not null)
        {
            return Open("a superlinear phase may lie below the floor");
        }

        if (fit.LateRatios is not { } ratios || fit.LateIterationRates is not { } late)
        {
            return Open("the window has too few points to show whether the ratios settle; record more iterations");
        }

        // A fall that goes on may pass for a part of an oscillation.
        return ratios.HaveSettled && double.IsFinite(late.Ceiling) && fit.PlainRatios is not { Fall: true }
            ? new(OrderOutcome.Refuted, fit.Model == RateModel.Linear
                ? Text($"the ratios of successive values settle at {fit.Estimate:g4}, {fit.Low99:g4} to {fit.High99:g4} at 99%")
                : $"{OrderRule.Words(fit.Model)} is slower than every factor, so that the ratios of successive values tend to 1", fit.Model == RateModel.Linear ? fit.Estimate - fit.Low99 : 0)
            : Open(Text($"the ratios of successive values have neither settled nor fallen all along: they are {ratios} on the last three parts of the window, which ends at k = {fit.WindowLast}; run more iterations"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
