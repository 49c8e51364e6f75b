using System.Globalization;
using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>Collects the rows of a trace, in order, and settles what becomes of values that are not positive.</summary>
internal sealed class TraceBuilder(string file, string xName, string yName, NonpositiveValues nonpositive, double? accuracy = null)
{
    private readonly PrintedDigits _digits = new();
    private readonly List<int> _replaced = [];
    private double[] _x = new double[256];
    private double[] _y = new double[256];
    private int _count;
    private int _nonpositive;
    private double _last = double.NaN;
    private double _belowZero;
    private double _smallest = double.PositiveInfinity;

    /// <summary>Adds a row.</summary>
    public void Add(double x, double y, PrintedNumber printed, long line)
    {
        if (x < 0)
        {
            throw Error(line, $"{xName} is {x:R}; iterations are counted from 0, so correct it or remove the line.");
        }

        if (x <= _last)
        {
            throw Error(line, $"{xName} is {x:R} after {_last:R}; sort the lines so that {xName} increases, one line for each {xName}.");
        }

        _last = x;
        if (y > 0)
        {
            _smallest = Math.Min(_smallest, y);
        }
        else
        {
            _nonpositive++;
            _belowZero = Math.Max(_belowZero, -y);
            if (-y > accuracy)
            {
                throw Error(line, $"{yName} is {y:R}, below zero by more than --accuracy {accuracy:R}; state how far from the exact values these may be.");
            }

            if (nonpositive == NonpositiveValues.Error && accuracy is null)
            {
                throw Error(line, $"{yName} is {y:R}, which has no logarithm; add --nonpositive drop to leave such lines out, --nonpositive floor to put the smallest positive value in their place, or --accuracy to say how exact the values are.");
            }

            if (nonpositive != NonpositiveValues.Floor)
            {
                return;
            }

            _replaced.Add(_count);
        }

        if (_count == _x.Length)
        {
            Array.Resize(ref _x, 2 * _count);
            Array.Resize(ref _y, 2 * _count);
        }

        _digits.Add(printed);
        (_x[_count], _y[_count]) = (x, y);
        _count++;
    }

    /// <summary>The trace.</summary>
    public RecordedTrace Finish()
    {
        if (double.IsNaN(_last))
        {
            throw new InputException($"{file} has column names but no rows; write one line per iteration below them.");
        }

        if (double.IsPositiveInfinity(_smallest))
        {
            throw new InputException($"{file}: no value of '{yName}' is positive; choose another column with --y.");
        }

        Span<double> y = _y.AsSpan(0, _count);
        foreach (int index in _replaced)
        {
            y[index] = _smallest;
        }

        return new(xName, yName, _x.AsMemory(0, _count), _y.AsMemory(0, _count), _nonpositive) { Digits = _digits, Replaced = _replaced, BelowZero = _belowZero, Accuracy = accuracy };
    }

    private InputException Error(long line, FormattableString message) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{file}, line {line}: ") + message.ToString(CultureInfo.InvariantCulture));
}
