using TheoryLab.Core;
using TheoryLab.Problems;
using TheoryLab.Solvers;

namespace TheoryLab.Cuda.Tests;

public sealed class CudaRunTests(StandInLibrary standIn)
{
    public static TheoryData<string, string> Instances => Catalogue.Instances;

    [Theory]
    [MemberData(nameof(Instances))]
    public void A_run_repeats_bit_by_bit(string family, string parameters)
    {
        ProblemInstance instance = Catalogue.Instance(family, parameters);
        IMethod method = ((IDenseInstance)instance).Dense().Set is null ? new NesterovThree() : new FrankWolfeShortStep();
        double[] Gaps()
        {
            Trace<double> trace = CudaRun.Run(standIn.Device, method, instance, SampleGrid.Geometric(60, 4));
            return [.. Enumerable.Range(0, trace.Count).Select(row => trace.Row(row)[0])];
        }

        Assert.Equal(Gaps(), Gaps());
    }

    /// <summary>
    /// Gradient steps with h at most 1/L do not enlarge distances of a convex f. Two runs therefore drift apart by at most what each step adds: h times the rounding of
    /// two gradients, and three roundings of each update.
    /// </summary>
    [Theory]
    [InlineData("coupled-quadratic", "dimension=12")]
    [InlineData("quadratic", "dimension=12")]
    [InlineData("least-squares", "data=diabetes")]
    [InlineData("logistic-regression", "data=breast-cancer start=1")]
    public void Runs_on_host_and_device_drift_apart_by_no_more_than_their_roundings(string family, string parameters)
    {
        using CudaSpace space = standIn.Device.NewSpace();
        ProblemInstance instance = Catalogue.Instance(family, parameters);
        HostProblem<double> host = instance.In<double>();
        CudaProblem device = CudaProblems.Create(space, instance, host);
        DenseForm form = ((IDenseInstance)instance).Dense();
        Reference reference = new(form, device.Minimizer.ToArray());
        const int Steps = 100;
        double h = 1 / host.Constant("L")!.Value, drift = 0;
        IIteration<HostVector<double>> onHost = new GradientDescent().Start<HostVector<double>, double, HostProblem<double>>(host, host.InitialPoint, new(host.Constant, Steps));
        IIteration<CudaVector> onDevice = CudaRun.Start(new GradientDescent(), device, new(host.Constant, Steps));
        for (int k = 0; k <= Steps; k++)
        {
            double[] x = onHost.Iterate.Span.ToArray(), y = onDevice.Iterate.ToArray();
            Assert.InRange(Norm(x.Zip(y, (v, w) => v - w)), 0, drift);
            double gapDrift = Math.Abs(host.PrimalGap(onHost.Iterate) - device.PrimalGap(onDevice.Iterate));
            (DoubleDouble[] gradient, double[] rounding) = reference.Gradient(y);
            double slope = Norm(gradient.Select(g => g.High)) + (drift / h);
            Assert.InRange(gapDrift, 0, (slope * drift) + (4 * reference.Value(y).Allowed) + (4 * reference.Value(x).Allowed));

            // The host's own form of a reflected quadratic rounds three times as often; its bound is taken twice more for that.
            double[] hostRounding = reference.Gradient(x).Allowed;
            drift += (h * (Norm(rounding) + (3 * Norm(hostRounding)))) + (2 * Rounding.Gamma(4) * (Norm(x) + Norm(y) + (2 * h * slope)));
            drift *= 1 + (1.0 / (1L << 40));
            onHost.Step(k);
            onDevice.Step(k);
        }
    }

    [Fact]
    public void What_does_not_run_on_a_device_is_told()
    {
        CudaDevice device = standIn.Device;
        Assert.Equal(
            "huber does not run on a GPU: it has no dense form; choose another family, or --backend managed.",
            Refused(new GradientDescent(), "huber"));
        Assert.Equal(
            "gradient-descent does not run on a GPU: the problem has a feasible set, which the method would leave; choose another method or family, or --backend managed.",
            Refused(new GradientDescent(), "quadratic-on-simplex"));
        Assert.Equal(
            "frank-wolfe does not run on a GPU: the problem has no linear minimisation there; choose another method or family, or --backend managed.",
            Refused(new FrankWolfe(), "quadratic"));
        Assert.Equal(
            "coordinate-descent does not run on a GPU: the method asks for oracles that only host memory offers; choose another method or family, or --backend managed.",
            Refused(new CoordinateDescent(), "quadratic").Replace(new CoordinateDescent().Name, "coordinate-descent", StringComparison.Ordinal));
        Assert.Equal(
            "A dense matrix of order 40000 is beyond the largest one, 32768; choose a smaller dimension, or --backend managed.",
            Assert.Throws<InputException>(() => ((IDenseInstance)Catalogue.Instance("coupled-quadratic", "dimension=40000 matrix=tridiagonal")).Dense()).Message);

        string Refused(IMethod method, string family) =>
            Assert.Throws<InputException>(() => CudaRun.Run(device, method, Catalogue.Instance(family), SampleGrid.Ends(1))).Message;
    }

    [Fact]
    public void A_run_gives_its_memory_back_also_when_it_fails()
    {
        CudaDevice device = standIn.Device;
        int before = standIn.Live;
        _ = CudaRun.Run(device, new GradientDescent(), Catalogue.Instance("least-squares"), SampleGrid.Ends(3), cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(before, standIn.Live);
        standIn.Fail("cublasDgemv_v2", 4, 14);
        CudaException e = Assert.Throws<CudaException>(() => CudaRun.Run(device, new GradientDescent(), Catalogue.Instance("least-squares"), SampleGrid.Ends(3), cancellation: TestContext.Current.CancellationToken));
        Assert.StartsWith("cublasDgemv_v2 failed with CUBLAS_STATUS_INTERNAL_ERROR (14); report it", e.Message, StringComparison.Ordinal);
        Assert.Equal(before, standIn.Live);
    }

    [Fact]
    public void A_cancelled_run_stops()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        Trace<double> trace = CudaRun.Run(standIn.Device, new GradientDescent(), Catalogue.Instance("quadratic"), SampleGrid.Every(5), cancellation: source.Token);
        Assert.Equal((StopReason.Cancelled, 1), (trace.Stop, trace.Count));
    }

    private static double Norm(IEnumerable<double> x) => Math.Sqrt(x.Sum(v => v * v));
}
