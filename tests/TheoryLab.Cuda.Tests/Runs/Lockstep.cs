using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.Cuda.Tests;

/// <summary>
/// A vector on the host and one on the device that go through a run together. Updates have to agree bit by bit; an inner product within the rounding of sums, and
/// the device's number is the one that the method sees. So each number that the device computes is compared on its own, and errors cannot hide in their sum.
/// </summary>
internal readonly struct LockstepVector(HostVector<double> host, CudaVector device) : IInnerProductVector<LockstepVector, double, double>
{
    public HostVector<double> Host { get; } = host;

    public CudaVector Device { get; } = device;

    public static bool Same(LockstepVector x, LockstepVector y) => CudaVector.Same(x.Device, y.Device);

    public static double Dot(LockstepVector x, LockstepVector y)
    {
        double device = CudaVector.Dot(x.Device, y.Device), magnitude = 0;
        for (int i = 0; i < x.Host.Length; i++)
        {
            magnitude += Math.Abs(x.Host[i] * y.Host[i]);
        }

        Assert.InRange(Math.Abs(device - HostVector<double>.Dot(x.Host, y.Host)), 0, Rounding.OfSums(x.Host.Length, magnitude));
        return device;
    }

    public static double Scale(double a, double value) => a * value;

    public LockstepVector NewLike() => new(Host.NewLike(), Device.NewLike());

    public LockstepVector Copy() => new(Host.Copy(), Device.Copy());

    public void CopyFrom(LockstepVector source)
    {
        Host.CopyFrom(source.Host);
        Device.CopyFrom(source.Device);
    }

    public void Assign(double a, LockstepVector x)
    {
        Host.Assign(a, x.Host);
        Device.Assign(a, x.Device);
    }

    public void Assign(double a, LockstepVector x, double b, LockstepVector y)
    {
        Host.Assign(a, x.Host, b, y.Host);
        Device.Assign(a, x.Device, b, y.Device);
    }

    public void Assign(double a, LockstepVector x, double b, LockstepVector y, double c, LockstepVector z)
    {
        Host.Assign(a, x.Host, b, y.Host, c, z.Host);
        Device.Assign(a, x.Device, b, y.Device, c, z.Device);
    }

    public void Assign(double a, LockstepVector x, double b, LockstepVector y, double c, LockstepVector z, double d, LockstepVector w)
    {
        Host.Assign(a, x.Host, b, y.Host, c, z.Host, d, w.Host);
        Device.Assign(a, x.Device, b, y.Device, c, z.Device, d, w.Device);
    }

    /// <summary>The components, which are the same bits in both places.</summary>
    public double[] Agreed()
    {
        double[] device = Device.ToArray();
        Assert.Equal(Host.Span.ToArray(), device);
        return device;
    }
}

/// <summary>Compares every answer of the device with double-doubles, and hands the device's answer to the host's vector.</summary>
internal sealed class LockstepProblem(CudaProblem device, DenseForm form) : IMeasurableProblem<LockstepVector, double>,
    ILinearMinimizationOracle<LockstepVector>, IHessianOracle<LockstepVector>, INewtonOracle<LockstepVector, double>
{
    private readonly Reference _reference = new(form, device.Minimizer.ToArray());
    private (DoubleDouble[] Matrix, double WeightError, int Rows) _curvature;

    public LockstepVector InitialPoint { get; } = new(new(device.InitialPoint.ToArray()), device.InitialPoint);

    public LockstepVector Minimizer { get; } = new(new(device.Minimizer.ToArray()), device.Minimizer);

    public int? VertexCount => ((ILinearMinimizationOracle<CudaVector>)device).VertexCount;

    /// <summary>Numbers compared, so that a test can say that it compared any.</summary>
    public int Compared { get; private set; }

    public void Gradient(LockstepVector x, LockstepVector gradient)
    {
        device.Gradient(x.Device, gradient.Device);
        Compare(_reference.Gradient(x.Agreed()), gradient);
    }

    public void HessianProduct(LockstepVector x, LockstepVector direction, LockstepVector result)
    {
        ((IHessianOracle<CudaVector>)device).HessianProduct(x.Device, direction.Device, result.Device);
        Compare(_reference.HessianProduct(x.Agreed(), direction.Agreed()), result);
    }

    public double Value(LockstepVector x)
    {
        double value = device.Value(x.Device);
        (DoubleDouble exact, double allowed) = _reference.Value(x.Agreed());
        Assert.InRange(Math.Abs((exact - value).High), 0, allowed);
        return value;
    }

    public double PrimalGap(LockstepVector x) => device.PrimalGap(x.Device);

    public void Minimize(LockstepVector direction, LockstepVector vertex)
    {
        ((ILinearMinimizationOracle<CudaVector>)device).Minimize(direction.Device, vertex.Device);
        _ = direction.Agreed();
        FeasibleSet set = form.Set!;
        switch (set.Kind)
        {
            case SetKind.Simplex:
                VertexSets.MinimizeOverSimplex(direction.Host, vertex.Host);
                vertex.Host.Assign(set.High, vertex.Host);
                break;
            case SetKind.L1Ball:
                NormBalls.MinimizeOverL1(set.High, direction.Host, vertex.Host);
                break;
            default:
                NormBalls.MinimizeOverCube(set.Low, set.High, direction.Host, vertex.Host);
                break;
        }

        Compared += vertex.Agreed().Length;
    }

    public void Factor(LockstepVector x, double shift, Curvature curvature = Curvature.Hessian)
    {
        ((INewtonOracle<CudaVector, double>)device).Factor(x.Device, shift, curvature);
        _curvature = _reference.CurvatureMatrix(x.Agreed(), shift, curvature);
    }

    /// <summary>
    /// The residual of a Cholesky solution: A + E with |E| at most gamma_{3n+1} |R'||R|, whose norm is at most the trace (Higham 2002, theorem 10.4), and the error of
    /// the matrix itself, a sum of squares over the rows with weights known to a relative error: at most that error times the trace again.
    /// </summary>
    public void Solve(LockstepVector right, LockstepVector result)
    {
        double[] b = right.Agreed();
        ((INewtonOracle<CudaVector, double>)device).Solve(right.Device, result.Device);
        double[] x = result.Device.ToArray();
        (DoubleDouble[] a, double weightError, int rows) = _curvature;
        int n = b.Length;
        double residual = 0, trace = 0;
        for (int i = 0; i < n; i++)
        {
            DoubleDouble sum = b[i];
            for (int j = 0; j < n; j++)
            {
                sum -= a[(i * n) + j] * x[j];
            }

            residual += (sum * sum).High;
            trace += a[(i * n) + i].High;
        }

        double relative = (2 * Rounding.Gamma((3 * n) + 1)) + (2 * Rounding.Gamma(rows + 40)) + weightError;
        Assert.InRange(Math.Sqrt(residual), 0, relative * trace * Math.Sqrt(x.Sum(v => v * v)));
        result.Device.CopyTo(result.Host.Span);
        Compared += n;
    }

    private void Compare((DoubleDouble[] Exact, double[] Allowed) reference, LockstepVector answer)
    {
        answer.Device.CopyTo(answer.Host.Span);
        for (int i = 0; i < reference.Exact.Length; i++)
        {
            Assert.InRange(Math.Abs((reference.Exact[i] - answer.Host[i]).High), 0, reference.Allowed[i]);
        }

        Compared += reference.Exact.Length;
    }
}
