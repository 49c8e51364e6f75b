namespace TheoryLab.Claims.Fitting;

/// <summary>Which shapes are offered to a window.</summary>
internal static class ShapeCatalogue
{
    // Points below which a shape has more freedom than the window can settle.
    private const int BurnInPoints = 25;
    private const int TwoExponentialPoints = 15;
    private const int StalledPoints = 12;

    /// <summary>
    /// All shapes. Beside an oscillation in log k neither transients nor plateaus are offered: a log-wave together with a burn-in can bend any
    /// line into any other.
    /// </summary>
    public static List<Shape> All(Window window, Wave? wave)
    {
        bool flexible = wave is not { InLog: true };
        List<Shape> shapes = [.. OfModel(window, RateModel.Power, flexible), .. OfModel(window, RateModel.Linear, flexible)];
        if (flexible)
        {
            shapes.AddRange(OfModel(window, RateModel.Stalled, flexible));
        }

        return shapes;
    }

    /// <summary>The shapes of one model.</summary>
    /// <param name="window">The window.</param>
    /// <param name="model">Power, linear or stalled.</param>
    /// <param name="burnIn">Whether shapes with a transient are offered.</param>
    public static List<Shape> OfModel(Window window, RateModel model, bool burnIn)
    {
        List<Shape> shapes = [];
        switch (model)
        {
            case RateModel.Power:
                shapes.AddRange([new PlainPower(), new ShiftedPower(window), new LogFactorPower()]);
                if (burnIn && window.Count >= BurnInPoints)
                {
                    shapes.AddRange([new BurnInPower(window), new BurnInShiftedPower(window)]);
                }

                break;
            case RateModel.Linear:
                shapes.Add(new PlainLinear());
                if (burnIn && window.Count >= TwoExponentialPoints)
                {
                    shapes.Add(new TwoExponentials(window));
                }

                break;
            case RateModel.Stalled when window.Count >= StalledPoints:
                shapes.AddRange([new PlateauPower(), new PlateauExponential(), new PlainConstant()]);
                break;
        }

        return shapes;
    }
}
