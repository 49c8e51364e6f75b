namespace TheoryLab.Claims.Fitting;

/// <summary>Linear convergence: slope column t = k - k0, so that the slope is log rho.</summary>
internal abstract class LinearShape(string name, double prior, params ShapeAxis[] axes) : Shape(name, RateModel.Linear, prior, axes)
{
    public override void Slope(Window window, ReadOnlySpan<double> parameters, Span<double> x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = window.K[i] - window.First;
        }
    }

    public override double Penalty(ReadOnlySpan<double> parameters, in Cell cell) => WrongSignPenalty(-cell.Slope, cell);
}

/// <summary>C rho^k.</summary>
internal sealed class PlainLinear() : LinearShape("linear", 0.60);

/// <summary>The sum of two exponentials; the slower one is the rate. Parameters log B, log tau.</summary>
internal sealed class TwoExponentials(Window window)
    : LinearShape("two exponentials", 0.40, Transient.Size(9), Transient.Length(window, 9))
{
    public override bool Allows(Window window, ReadOnlySpan<double> parameters) =>
        Transient.IsDeadAtHalf(window, parameters[0], parameters[1]);

    public override void Offset(Window window, ReadOnlySpan<double> parameters, Span<double> offset) =>
        Transient.Fill(window, parameters[0], parameters[1], 0, offset);
}
