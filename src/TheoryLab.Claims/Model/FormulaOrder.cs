using TheoryLab.Claims.Fitting;
using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>
/// y ~ rho^k with a rho that depends on the constants of the instance, such as exp(-k/sqrt(kappa)). Each instance is judged by its own rho, so the
/// order is to be resolved before it is used.
/// </summary>
/// <param name="Law">rho^k as a formula in k and constants.</param>
/// <param name="Power">What -log rho is multiplied by.</param>
public sealed record FormulaOrder(Expression Law, double Power = 1) : RateOrder
{
    private const string Unresolved = "The order depends on constants; resolve it first.";

    /// <inheritdoc/>
    public override double Parameter => throw new InvalidOperationException(Unresolved);

    /// <inheritdoc/>
    public override RateOrder Shifted(double shift) => throw new NotSupportedException("A factor that depends on constants is scaled, not shifted.");

    /// <inheritdoc/>
    public override RateOrder Scaled(double factor) => this with { Power = Power * factor };

    /// <inheritdoc/>
    public override OrderDecision Decide(RateFit fit, OrderKind kind) => throw new InvalidOperationException(Unresolved);

    /// <summary>The law as written.</summary>
    public override string ToString() => Power == 1 ? Law.Text : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"({Law.Text})^{Power}");

    internal override RateOrder Resolved(Func<string, double> constant)
    {
        double rho = Math.Pow(Law.Evaluate(new AtOne(constant)), Power);
        return rho is > 0 and < 1 ? new LinearOrder(rho) : throw new InputException(string.Create(
            System.Globalization.CultureInfo.InvariantCulture, $"The order {this} has the factor {rho:G6} on an instance; it must lie between 0 and 1."));
    }

    internal override double Tightness(RateFit fit) => throw new InvalidOperationException(Unresolved);

    internal override double At(double k) => throw new InvalidOperationException(Unresolved);

    private sealed class AtOne(Func<string, double> constant) : IExpressionScope<double>
    {
        public double Value(string name) => name == "k" ? 1 : constant(name);

        public double Past(Look look, string name) => throw new InputException($"An order cannot look back at {name}.");
    }
}
