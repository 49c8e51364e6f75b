namespace TheoryLab.Claims.Fitting;

/// <summary>A positive level and a part that decays towards it, at most half the level at the end. No slope.</summary>
internal abstract class StalledShape(string name, double prior, params ShapeAxis[] axes) : Shape(name, RateModel.Stalled, prior, axes)
{
    // The largest share of the level that the decaying part may have at the end.
    protected const double LargestRest = 0.5;

    public override double Penalty(ReadOnlySpan<double> parameters, in Cell cell) => 0;
}

/// <summary>C (1 + R ((k1 + c)/(k + c))^p). Parameters log p, log R, log(1 + c).</summary>
internal sealed class PlateauPower()
    : StalledShape(
        "plateau + power", 0.20, new ShapeAxis(Math.Log(0.3), Math.Log(8), 7), new ShapeAxis(Math.Log(1e-4), Math.Log(LargestRest), 7),
        new ShapeAxis(0, Math.Log(30), 5))
{
    public override void Offset(Window window, ReadOnlySpan<double> parameters, Span<double> offset)
    {
        double p = Math.Exp(parameters[0]), shift = Math.Exp(parameters[2]) - 1;
        double start = parameters[1] + (p * Math.Log(window.Last + shift));
        for (int i = 0; i < offset.Length; i++)
        {
            offset[i] = Transient.Softplus(start - (p * Math.Log(window.K[i] + shift)));
        }
    }
}

/// <summary>C (1 + R e^(-theta t/span)). Parameters log theta, log R.</summary>
internal sealed class PlateauExponential()
    : StalledShape(
        "plateau + exponential", 0.15, new ShapeAxis(Math.Log(2), Math.Log(200), 11), new ShapeAxis(Math.Log(1e-3), LargestLogSize, 11))
{
    // R up to 1e12.
    private const double LargestLogSize = 28;

    public override bool Allows(Window window, ReadOnlySpan<double> parameters) =>
        parameters[1] - Math.Exp(parameters[0]) < Math.Log(LargestRest);

    public override void Offset(Window window, ReadOnlySpan<double> parameters, Span<double> offset)
    {
        double rate = Math.Exp(parameters[0]) / window.Span;
        for (int i = 0; i < offset.Length; i++)
        {
            offset[i] = Transient.Softplus(parameters[1] - (rate * (window.K[i] - window.First)));
        }
    }
}

/// <summary>A constant.</summary>
internal sealed class PlainConstant() : StalledShape("constant", 0.05);
