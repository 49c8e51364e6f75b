namespace TheoryLab.Claims.Fitting;

/// <summary>Power laws: slope column -log(k + c), so that the slope is the exponent p.</summary>
internal abstract class PowerShape(string name, double prior, params ShapeAxis[] axes) : Shape(name, RateModel.Power, prior, axes)
{
    // Exponents above 4 and below a quarter are implausible.
    private const double LargeExponent = 4;
    private const double SmallExponent = 0.25;
    private const double LargeShift = 25;
    private const double Tiny = 1e-9;

    // c up to the last iteration, at least 50.
    protected static ShapeAxis Shift(Window window, int points) => new(0, Math.Log(1 + Math.Max(50, window.Last)), points);

    public override void Slope(Window window, ReadOnlySpan<double> parameters, Span<double> x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = -window.LogK[i];
        }
    }

    public override double Penalty(ReadOnlySpan<double> parameters, in Cell cell) =>
        Math.Log(1 + Math.Pow(cell.Slope / LargeExponent, 6)) + SmallPenalty(SmallExponent, 4, cell) + WrongSignPenalty(cell.Slope, cell);

    protected static double SmallPenalty(double bound, int power, in Cell cell) =>
        Math.Log(1 + Math.Pow(bound / (Math.Abs(cell.Slope) + Tiny), power));

    protected static void ShiftedSlope(Window window, double logShift, Span<double> x)
    {
        double shift = Math.Exp(logShift) - 1;
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = -Math.Log(window.K[i] + shift);
        }
    }

    protected static double ShiftPenalty(double logShift)
    {
        double ratio = (Math.Exp(logShift) - 1) / LargeShift;
        return Math.Log(1 + (ratio * ratio));
    }
}

/// <summary>C k^-p.</summary>
internal sealed class PlainPower() : PowerShape("power", 0.40);

/// <summary>C (k + c)^-p; the parameter is log(1 + c).</summary>
internal sealed class ShiftedPower(Window window) : PowerShape("shifted power", 0.40, Shift(window, 15))
{
    public override int SlopeParameters => 1;

    public override void Slope(Window window, ReadOnlySpan<double> parameters, Span<double> x) => ShiftedSlope(window, parameters[0], x);

    public override double Penalty(ReadOnlySpan<double> parameters, in Cell cell) =>
        base.Penalty(parameters, cell) + ShiftPenalty(parameters[0]);
}

/// <summary>C k^-p log(k + s), s = max(1 - k0, -1) + e^u.</summary>
internal sealed class LogFactorPower() : PowerShape(ShapeName, 0.10, new ShapeAxis(Math.Log(0.02), Math.Log(20), 11))
{
    public const string ShapeName = "power x log";

    public override void Offset(Window window, ReadOnlySpan<double> parameters, Span<double> offset)
    {
        double shift = Math.Max(1 - window.First, -1) + Math.Exp(parameters[0]);
        for (int i = 0; i < offset.Length; i++)
        {
            offset[i] = Math.Log(Math.Log(window.K[i] + shift));
        }
    }
}

/// <summary>A power law after a burn-in: h = 0 multiplies the law, h = p is added to it. Parameters log B, log tau, h.</summary>
internal sealed class BurnInPower(Window window)
    : PowerShape("burn-in + power", 0.05, Transient.Size(8), Transient.Length(window, 8), new ShapeAxis(0, 3, 4))
{
    // After a burn-in a slow power is hardly told from a plateau.
    public const double SlowAfterBurnIn = 0.45;

    public override bool Allows(Window window, ReadOnlySpan<double> parameters) =>
        Transient.IsDeadAtHalf(window, parameters[0], parameters[1], parameters[2]);

    public override void Offset(Window window, ReadOnlySpan<double> parameters, Span<double> offset) =>
        Transient.Fill(window, parameters[0], parameters[1], parameters[2], offset);

    public override double Penalty(ReadOnlySpan<double> parameters, in Cell cell) =>
        base.Penalty(parameters, cell) + SmallPenalty(SlowAfterBurnIn, 8, cell);
}

/// <summary>A shifted power law after a burn-in. Parameters log(1 + c), log B, log tau.</summary>
internal sealed class BurnInShiftedPower(Window window)
    : PowerShape("burn-in + shifted power", 0.05, Shift(window, 6), Transient.Size(6), Transient.Length(window, 6))
{
    public override int SlopeParameters => 1;

    public override bool Allows(Window window, ReadOnlySpan<double> parameters) =>
        Transient.IsDeadAtHalf(window, parameters[1], parameters[2]);

    public override void Slope(Window window, ReadOnlySpan<double> parameters, Span<double> x) => ShiftedSlope(window, parameters[0], x);

    public override void Offset(Window window, ReadOnlySpan<double> parameters, Span<double> offset) =>
        Transient.Fill(window, parameters[1], parameters[2], 0, offset);

    public override double Penalty(ReadOnlySpan<double> parameters, in Cell cell) =>
        base.Penalty(parameters, cell) + ShiftPenalty(parameters[0]) + SmallPenalty(BurnInPower.SlowAfterBurnIn, 8, cell);
}
