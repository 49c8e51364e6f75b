using TheoryLab.Core;

namespace TheoryLab.Calibration;

/// <summary>A function of one variable, by its derivative.</summary>
internal readonly struct ScalarFunction(Func<double, double> derivative) : IGradientOracle<HostVector<double>>
{
    public void Gradient(HostVector<double> x, HostVector<double> gradient) => gradient[0] = derivative(x[0]);
}

/// <summary>sum d_i x_i^2/2.</summary>
internal readonly struct DiagonalQuadratic(double[] d) : IGradientOracle<HostVector<double>>, IHessianOracle<HostVector<double>>
{
    public void Gradient(HostVector<double> x, HostVector<double> gradient) => HostKernels.Multiply<double>(gradient.Span, d, x.Span);

    public void HessianProduct(HostVector<double> x, HostVector<double> direction, HostVector<double> result) => Gradient(direction, result);

    public double Value(HostVector<double> x)
    {
        double sum = 0;
        for (int i = 0; i < d.Length; i++)
        {
            sum += d[i] * x[i] * x[i];
        }

        return sum / 2;
    }
}

/// <summary>sum w_i |x_i|.</summary>
internal readonly struct WeightedAbsolute(double[] w) : IGradientOracle<HostVector<double>>
{
    public void Gradient(HostVector<double> x, HostVector<double> gradient)
    {
        for (int i = 0; i < w.Length; i++)
        {
            gradient[i] = w[i] * Math.Sign(x[i]);
        }
    }

    public double Value(HostVector<double> x)
    {
        double sum = 0;
        for (int i = 0; i < w.Length; i++)
        {
            sum += w[i] * Math.Abs(x[i]);
        }

        return sum;
    }
}

/// <summary>The mean of log(1 + exp(-a'x)) over points a of the plane.</summary>
internal readonly struct Logistic(double[][] points) : IGradientOracle<HostVector<double>>
{
    public void Gradient(HostVector<double> x, HostVector<double> gradient)
    {
        (gradient[0], gradient[1]) = (0, 0);
        foreach (double[] a in points)
        {
            double weight = -1 / (1 + Math.Exp((a[0] * x[0]) + (a[1] * x[1]))) / points.Length;
            gradient[0] += weight * a[0];
            gradient[1] += weight * a[1];
        }
    }

    public double Value(HostVector<double> x)
    {
        double sum = 0;
        foreach (double[] a in points)
        {
            double margin = (a[0] * x[0]) + (a[1] * x[1]);
            sum += double.LogP1(Math.Exp(-margin));
        }

        return sum / points.Length;
    }
}
