using System.Globalization;
using TheoryLab.Claims.Fitting;
using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>An order that a claim may state.</summary>
public abstract record RateOrder
{
    /// <summary>The number that a fit is compared with: p, rho or q.</summary>
    public abstract double Parameter { get; }

    /// <summary>The order with its parameter shifted.</summary>
    /// <param name="shift">Added to the parameter.</param>
    public abstract RateOrder Shifted(double shift);

    /// <summary>The order with its rate multiplied: p, -log rho or q - 1.</summary>
    /// <param name="factor">Positive.</param>
    public abstract RateOrder Scaled(double factor);

    /// <summary>Decides whether a fit supports the order.</summary>
    /// <param name="fit">The fit.</param>
    /// <param name="kind">O, Omega or Theta.</param>
    public abstract OrderDecision Decide(RateFit fit, OrderKind kind);

    /// <summary>The order on an instance with these constants; the same for every instance where it does not depend on them.</summary>
    internal virtual RateOrder Resolved(Func<string, double> constant) => this;

    /// <summary>Claimed over measured decay: above 1 where the trace decays slower than claimed; NaN for another model.</summary>
    internal abstract double Tightness(RateFit fit);

    /// <summary>The law itself at k, up to a constant.</summary>
    internal abstract double At(double k);
}

/// <summary>y ~ k^-p.</summary>
/// <param name="Exponent">p.</param>
public sealed record PowerOrder(double Exponent) : RateOrder
{
    /// <inheritdoc/>
    public override double Parameter => Exponent;

    /// <inheritdoc/>
    public override RateOrder Shifted(double shift) => new PowerOrder(Exponent + shift);

    /// <inheritdoc/>
    public override RateOrder Scaled(double factor) => new PowerOrder(Exponent * factor);

    /// <summary>"k^-p".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"k^-{Exponent}");

    /// <inheritdoc/>
    public override OrderDecision Decide(RateFit fit, OrderKind kind) => OrderRule.Decide(fit, kind, Exponent);

    internal override double Tightness(RateFit fit) => fit.Model is RateModel.Power or RateModel.PowerLog ? Exponent / fit.Estimate : double.NaN;

    internal override double At(double k) => Math.Pow(Math.Max(k, 1), -Exponent);
}

/// <summary>y ~ rho^k.</summary>
/// <param name="Factor">rho, between 0 and 1.</param>
public sealed record LinearOrder(double Factor) : RateOrder
{
    /// <inheritdoc/>
    public override double Parameter => Factor;

    /// <inheritdoc/>
    public override RateOrder Shifted(double shift) => new LinearOrder(Factor + shift);

    /// <inheritdoc/>
    public override RateOrder Scaled(double factor) => new LinearOrder(Math.Pow(Factor, factor));

    /// <summary>"rho^k".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Factor}^k");

    /// <inheritdoc/>
    public override OrderDecision Decide(RateFit fit, OrderKind kind) => OrderRule.DecideLinear(fit, kind, Factor);

    internal override double Tightness(RateFit fit) => fit.Model == RateModel.Linear ? Math.Log(Factor) / Math.Log(fit.Estimate) : double.NaN;

    internal override double At(double k) => Math.Pow(Factor, k);
}

/// <summary>y_{k+1} ~ C y_k^q.</summary>
/// <param name="Power">q, above 1.</param>
public sealed record SuperlinearOrder(double Power) : RateOrder
{
    /// <inheritdoc/>
    public override double Parameter => Power;

    /// <inheritdoc/>
    public override RateOrder Shifted(double shift) => new SuperlinearOrder(Power + shift);

    /// <inheritdoc/>
    public override RateOrder Scaled(double factor) => new SuperlinearOrder(1 + ((Power - 1) * factor));

    /// <summary>"order q".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"order {Power}");

    /// <inheritdoc/>
    public override OrderDecision Decide(RateFit fit, OrderKind kind) => OrderRule.DecideSuperlinear(fit, kind, Power);

    internal override double Tightness(RateFit fit) => fit.Model == RateModel.Superlinear ? Power / fit.Estimate : double.NaN;

    internal override double At(double k) => double.NaN;
}

/// <summary>
/// Convergence faster than every factor, without an order: y_{k+1}/y_k tends to 0 (Q-superlinear; Ortega and Rheinboldt, Iterative solution of nonlinear equations
/// in several variables, 1970, chapter 9). 1/k! converges so with order one.
/// </summary>
public sealed record SuperlinearRate : RateOrder
{
    /// <summary>0, the limit of the ratios.</summary>
    public override double Parameter => 0;

    /// <inheritdoc/>
    public override RateOrder Shifted(double shift) => throw new NotSupportedException($"Superlinear convergence names no order to be shifted; {Instead}");

    /// <inheritdoc/>
    public override RateOrder Scaled(double factor) => throw new NotSupportedException($"Superlinear convergence names no rate to be multiplied; {Instead}");

    /// <summary>"superlinear".</summary>
    public override string ToString() => "superlinear";

    /// <inheritdoc/>
    /// <exception cref="InputException">Any other direction than "at least as fast".</exception>
    public override OrderDecision Decide(RateFit fit, OrderKind kind) => kind == OrderKind.AtMost ? SuperlinearRule.Decide(fit)
        : throw new InputException("'superlinear' says how fast a run is at least, and names no order that it could not exceed; let the claim be upper, or state an order such as 'order 1.5'.");

    internal override double Tightness(RateFit fit) => double.NaN;

    internal override double At(double k) => double.NaN;

    private const string Instead = "let the twin state an order, as Twin.HigherOrder does.";
}
