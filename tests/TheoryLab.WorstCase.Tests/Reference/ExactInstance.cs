using TheoryLab.Core;

namespace TheoryLab.WorstCase.Tests;

/// <summary>Inner products and function values found in floating point, taken as exact rationals, so that what they satisfy is beyond doubt.</summary>
public sealed class ExactInstance
{
    private readonly int _d;
    private readonly Rational[] _gram;
    private readonly Rational[] _values;

    public ExactInstance(double[] gram, double[] values)
    {
        _d = (int)Math.Sqrt(gram.Length);
        _values = Array.ConvertAll(values, Rational.FromDouble);
        _gram = new Rational[gram.Length];

        // A square that is in no constraint is NaN: the vector may be as long as it takes.
        Rational free = Rational.FromDouble(Math.ScaleB(1, 400));
        for (int i = 0; i < _d; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double g = gram[(i * _d) + j];
                _gram[(i * _d) + j] = _gram[(j * _d) + i] = double.IsNaN(g) ? free : Rational.FromDouble(g);
            }
        }
    }

    /// <summary>Whether all pivots of G = L D L' are positive.</summary>
    public bool IsPositiveSemidefinite
    {
        get
        {
            Rational[] a = [.. _gram];
            for (int k = 0; k < _d; k++)
            {
                Rational pivot = a[(k * _d) + k];
                if (pivot <= 0)
                {
                    return false;
                }

                for (int i = k + 1; i < _d; i++)
                {
                    Rational factor = a[(i * _d) + k] / pivot;
                    for (int j = k + 1; j <= i; j++)
                    {
                        a[(i * _d) + j] -= factor * a[(j * _d) + k];
                    }
                }
            }

            return true;
        }
    }

    public Rational Value(Form<Rational> form)
    {
        Rational sum = form.Constant;
        foreach (Form<Rational>.Pair pair in form.Pairs)
        {
            for (int i = 0; i < pair.Left.Length; i++)
            {
                for (int j = 0; j < pair.Right.Length; j++)
                {
                    if (pair.Left[i] != 0 && pair.Right[j] != 0)
                    {
                        sum += pair.Coefficient * pair.Left[i] * pair.Right[j] * _gram[(i * _d) + j];
                    }
                }
            }
        }

        foreach ((int index, Rational coefficient) in form.Values)
        {
            sum += coefficient * _values[index];
        }

        return sum;
    }
}
