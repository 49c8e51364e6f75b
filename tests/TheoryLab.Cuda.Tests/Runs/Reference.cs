using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.Cuda.Tests;

/// <summary>
/// What oracles answer, in double-doubles from the numbers of a form, and how far an evaluation in doubles may be from it, with sums in any order and with or
/// without fused operations: gamma_k times the sum of magnitudes for k operations in a row (Higham 2002, chapter 3), propagated through the slopes of losses by
/// their Lipschitz constants. An elementary function or a quotient counts as sixteen roundings.
/// </summary>
internal sealed class Reference(DenseForm form, double[] minimizer)
{
    private const double U = 1.0 / (1L << 53);

    // For the rounding of the bounds themselves, which are sums of fewer than 2^20 positive terms.
    private const double Slack = 1 + (1.0 / (1L << 30));

    private readonly int _n = minimizer.Length;

    public (DoubleDouble[] Exact, double[] Allowed) Gradient(double[] x) => form switch
    {
        QuadraticForm q => Product(q.Matrix, _n, Difference(x), _n + 2),
        SeparableForm s => Separable(s, Difference(x)),
        LossForm f => Rows(f, x, x, Slope),
        _ => throw new InvalidOperationException($"There is no reference for {form}; write one."),
    };

    public (DoubleDouble[] Exact, double[] Allowed) HessianProduct(double[] x, double[] d) => form switch
    {
        QuadraticForm q => Product(q.Matrix, _n, Array.ConvertAll(d, v => (DoubleDouble)v), _n),
        SeparableForm s => (
            [.. s.Curvature.Zip(d, (a, v) => (DoubleDouble)a * v)], [.. s.Curvature.Zip(d, (a, v) => (U * Math.Abs(a * v) * Slack) + double.Epsilon)]),
        LossForm f => Rows(f, x, d, (t, i, error) => Bend(f, t, Dot(f, i, d), error, Magnitude(f, i, d) * Rounding.Gamma(_n + 1))),
        _ => throw new InvalidOperationException($"There is no reference for {form}; write one."),
    };

    public (DoubleDouble Exact, double Allowed) Value(double[] x)
    {
        DoubleDouble sum = 0;
        double allowed = 0;
        if (form is LossForm f)
        {
            for (int i = 0; i < f.Rows; i++)
            {
                DoubleDouble t = Dot(f, i, x);
                double error = Magnitude(f, i, x) * Rounding.Gamma(_n + 1);
                DoubleDouble loss = f.Loss == LossKind.Squared
                    ? (t - f.Targets[i]) * (t - f.Targets[i]) / 2
                    : ScalarMath.Log(1 + ScalarMath.Exp(-Abs(t))) + (t < 0 ? -t : 0);
                double slope = f.Loss == LossKind.Squared ? Math.Abs((t - f.Targets[i]).High) : 1;
                allowed += (slope * error) + (error * error) + ((Rounding.Gamma(f.Rows + 24) * loss.High) + (f.Loss == LossKind.Squared ? 0 : 16 * U));
                sum += loss;
            }

            double square = x.Sum(v => v * v);
            return ((sum / f.Rows) + (f.Regularization / 2 * Squares(x)), ((allowed / f.Rows) + (Rounding.Gamma(_n + 6) * f.Regularization * square)) * Slack);
        }

        DoubleDouble[] d = Difference(x);
        double[] q = form is SeparableForm s ? s.Slopes : new double[_n];
        (DoubleDouble[] gradient, double[] gradientAllowed) = Gradient(x);
        for (int i = 0; i < _n; i++)
        {
            // The gradient is A d + q; its allowance is the sum of the magnitudes of its terms, times gamma.
            double magnitude = gradientAllowed[i] / (form is SeparableForm ? Rounding.Gamma(4) : Rounding.Gamma(_n + 2));
            sum += d[i] * (gradient[i] + q[i]) / 2;
            allowed += Rounding.Gamma((2 * _n) + 8) * Math.Abs(d[i].High) * (magnitude + Math.Abs(q[i]));
        }

        return (sum, allowed * Slack);
    }

    /// <summary>The curvature matrix plus shift I, and a bound on the relative error of its weights.</summary>
    public (DoubleDouble[] Matrix, double WeightError, int Rows) CurvatureMatrix(double[] x, double shift, Curvature curvature)
    {
        DoubleDouble[] matrix = new DoubleDouble[_n * _n];
        double weightError = 0;
        int rows = 0;
        if (form is QuadraticForm q)
        {
            matrix = Array.ConvertAll(q.Matrix, v => (DoubleDouble)v);
        }
        else
        {
            LossForm f = (LossForm)form;
            rows = f.Rows;
            for (int i = 0; i < f.Rows; i++)
            {
                DoubleDouble t = Dot(f, i, x);
                double error = Magnitude(f, i, x) * Rounding.Gamma(_n + 1);
                (DoubleDouble slope, double slopeError) = Slope(t, i, error);
                DoubleDouble weight = curvature == Curvature.Fisher ? slope * slope : f.Loss == LossKind.Squared ? 1 : Bend(t);

                // bend' is at most bend, and so is the slope of the logistic loss in size.
                weightError = Math.Max(weightError, curvature == Curvature.Fisher ? 2 * slopeError / Math.Abs(slope.High) : 2 * error);
                for (int j = 0; j < _n; j++)
                {
                    for (int k = 0; k < _n; k++)
                    {
                        matrix[(j * _n) + k] += weight * f.Matrix[(i * _n) + j] * f.Matrix[(i * _n) + k] / f.Rows;
                    }
                }
            }

            shift += f.Regularization;
        }

        for (int j = 0; j < _n; j++)
        {
            matrix[(j * _n) + j] += shift;
        }

        return (matrix, weightError, rows);
    }

    private DoubleDouble[] Difference(double[] x) => [.. x.Zip(minimizer, (v, w) => (DoubleDouble)v - w)];

    private static (DoubleDouble[] Exact, double[] Allowed) Product(double[] a, int n, DoubleDouble[] d, int operations)
    {
        DoubleDouble[] exact = new DoubleDouble[n];
        double[] allowed = new double[n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                exact[i] += a[(i * n) + j] * d[j];
                allowed[i] += Math.Abs(a[(i * n) + j] * d[j].High);
            }

            allowed[i] = (allowed[i] * Rounding.Gamma(operations) * Slack) + (n * double.Epsilon);
        }

        return (exact, allowed);
    }

    private static (DoubleDouble[] Exact, double[] Allowed) Separable(SeparableForm s, DoubleDouble[] d) => (
        [.. d.Select((v, i) => (s.Curvature[i] * v) + s.Slopes[i])],
        [.. d.Select((v, i) => (Rounding.Gamma(4) * (Math.Abs(s.Curvature[i] * v.High) + Math.Abs(s.Slopes[i])) * Slack) + (4 * double.Epsilon))]);

    /// <summary>(1/m) sum s_i a_i + reg v with s_i from t_i = a_i'x and its error.</summary>
    private (DoubleDouble[] Exact, double[] Allowed) Rows(LossForm f, double[] x, double[] v, Func<DoubleDouble, int, double, (DoubleDouble Value, double Error)> weight)
    {
        DoubleDouble[] exact = Array.ConvertAll(v, w => f.Regularization * (DoubleDouble)w);
        double[] allowed = Array.ConvertAll(v, w => Math.Abs(f.Regularization * w) * Rounding.Gamma(f.Rows + 6));
        for (int i = 0; i < f.Rows; i++)
        {
            (DoubleDouble s, double error) = weight(Dot(f, i, x), i, Magnitude(f, i, x) * Rounding.Gamma(_n + 1));
            for (int j = 0; j < _n; j++)
            {
                double a = f.Matrix[(i * _n) + j];
                exact[j] += s * a / f.Rows;
                allowed[j] += ((2 * error) + (Rounding.Gamma(f.Rows + 6) * Math.Abs(s.High))) * Math.Abs(a) / f.Rows * Slack;
            }
        }

        return (exact, allowed);
    }

    private (DoubleDouble Value, double Error) Slope(DoubleDouble t, int i, double error)
    {
        LossForm f = (LossForm)form;
        if (f.Loss == LossKind.Squared)
        {
            DoubleDouble residual = t - f.Targets[i];
            return (residual, error + (U * Math.Abs(residual.High)));
        }

        DoubleDouble e = ScalarMath.Exp(-Abs(t)), slope = -(t > 0 ? e : 1) / (1 + e);
        return (slope, (error / 4) + (16 * U * Math.Abs(slope.High)));
    }

    private static (DoubleDouble Value, double Error) Bend(LossForm f, DoubleDouble t, DoubleDouble along, double error, double alongError)
    {
        if (f.Loss == LossKind.Squared)
        {
            return (along, alongError);
        }

        // |bend'| is at most 1/(6 sqrt 3) < 1/10, bend at most 1/4.
        DoubleDouble bend = Bend(t);
        return (bend * along, (alongError / 4) + (Math.Abs(along.High) * ((error / 10) + (16 * U * bend.High))));
    }

    private static DoubleDouble Bend(DoubleDouble t)
    {
        DoubleDouble e = ScalarMath.Exp(-Abs(t));
        return e / ((1 + e) * (1 + e));
    }

    private DoubleDouble Dot(LossForm f, int i, double[] x)
    {
        DoubleDouble sum = 0;
        for (int j = 0; j < _n; j++)
        {
            sum += (DoubleDouble)f.Matrix[(i * _n) + j] * x[j];
        }

        return sum;
    }

    private double Magnitude(LossForm f, int i, double[] x)
    {
        double sum = 0;
        for (int j = 0; j < _n; j++)
        {
            sum += Math.Abs(f.Matrix[(i * _n) + j] * x[j]);
        }

        return sum;
    }

    private static DoubleDouble Abs(DoubleDouble t) => t < 0 ? -t : t;

    private static DoubleDouble Squares(double[] x) => x.Aggregate((DoubleDouble)0, (sum, v) => sum + ((DoubleDouble)v * v));
}
