using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>
/// Makes a witness smaller: a shorter horizon, then each drawn parameter at the low end of its range, half-way there, or rounded, as long as the
/// violation is still confirmed. A foreign solver that fails on a smaller instance ends the search, since each failure may cost its whole time limit.
/// </summary>
internal sealed class Shrinker(Claim claim, CheckOptions options, Func<CheckCase, Witness?> confirm)
{
    private const int MostTrials = 200;

    private bool _failed;

    public Witness Shrink(Witness witness)
    {
        CheckCase current = CheckCase.Of(claim, options).First(c => c.Instance == witness.Instance && c.Method.Name == witness.Method && c.Horizon == witness.Horizon);
        return Shrink(current with { Drawn = current.Spec.Draw(current.Seed) }, witness);
    }

    /// <summary>Shrinks the witness of a run whose drawn values are given.</summary>
    public Witness Shrink(CheckCase current, Witness witness)
    {
        int trials = 0;
        bool improved = true;
        while (improved && !_failed && trials < MostTrials)
        {
            improved = false;
            foreach (CheckCase candidate in Smaller(current))
            {
                if (!_failed && trials++ < MostTrials && Try(candidate) is { } smaller)
                {
                    (current, witness, improved) = (candidate, smaller, true);
                    break;
                }
            }
        }

        return witness;
    }

    private Witness? Try(CheckCase candidate)
    {
        try
        {
            return confirm(candidate);
        }
        catch (InputException)
        {
            // A family may refuse a combination that its ranges allow; such a candidate is no witness.
            return null;
        }
        catch (ForeignRunException)
        {
            _failed = true;
            return null;
        }
    }

    private IEnumerable<CheckCase> Smaller(CheckCase current)
    {
        foreach (int horizon in claim.Horizons.Where(n => n < current.Horizon))
        {
            yield return current with { Horizon = horizon };
        }

        foreach (ParameterRange range in current.Spec.Ranges)
        {
            string name = range.Parameter.Name;
            double value = current.Drawn![name];
            double middle = range.Parameter.IsLogarithmic && range.Low > 0 ? Math.Sqrt(range.Low * value) : (range.Low + value) / 2;
            double[] candidates = [range.Low, range.Parameter.IsInteger ? Math.Floor(middle) : OneDigit(middle), range.Parameter.IsInteger ? value - 1 : OneDigit(value)];
            foreach (double candidate in candidates.Where(c => c >= range.Low && (c < value || (c != value && OneDigit(value) == c))).Distinct())
            {
                yield return current with { Drawn = current.Drawn!.ToDictionary(d => d.Key, d => d.Key == name ? candidate : d.Value) };
            }
        }
    }

    private static double OneDigit(double value)
    {
        if (value == 0)
        {
            return 0;
        }

        double unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))));
        return Math.Floor(value / unit) * unit;
    }
}
