using TheoryLab.Core;
using TheoryLab.Problems;
using TheoryLab.Solvers;

namespace TheoryLab.Cuda.Tests;

public sealed class CudaBatchTests(StandInLibrary standIn)
{
    private const int Count = 5;

    private const int Dimension = 7;

    private static ProblemInstance[] Instances { get; } = [.. Enumerable.Range(1, Count).Select(seed => Catalogue.Instance("quadratic", $"dimension={Dimension}", seed))];

    [Theory]
    [InlineData("gradient-descent")]
    [InlineData("nesterov")]
    [InlineData("optimized-gradient")]
    public void Each_instance_of_a_batch_is_right(string method)
    {
        using CudaSpace space = standIn.Device.NewSpace();
        CheckedBatch problem = new(CudaBatchQuadratic.Of(space, Instances), Instances);
        IIteration<CudaBatch> iteration = ((IFirstOrderMethod)Catalogue.Methods.Single(m => m.Name == method))
            .Start<CudaBatch, double, CheckedBatch>(problem, problem.Batch.InitialPoint, new(1, 0.01, 10));
        double[] gaps = new double[Count];
        for (int k = 0; k <= 10; k++)
        {
            problem.Batch.PrimalGaps(iteration.Iterate, gaps);
            double[] x = iteration.Iterate.All.ToArray();
            for (int b = 0; b < Count; b++)
            {
                (DoubleDouble exact, double allowed) = problem.References[b].Value(x[(b * Dimension)..((b + 1) * Dimension)]);
                Assert.InRange(Math.Abs((exact - gaps[b]).High), 0, allowed);
            }

            if (k < 10)
            {
                iteration.Step(k);
            }
        }

        Assert.Equal(10, problem.Batch.OracleCalls);
    }

    [Fact]
    public void A_step_takes_as_many_calls_for_many_instances_as_for_one()
    {
        using CudaSpace space = standIn.Device.NewSpace();
        CudaBatchQuadratic problem = CudaBatchQuadratic.Of(space, Instances);
        IIteration<CudaBatch> iteration = new NesterovThree().Start<CudaBatch, double, CudaBatchQuadratic>(problem, problem.InitialPoint, new(1, 0, 10));
        standIn.Reset();
        iteration.Step(0);
        Assert.Equal((3, 1, 0, 0), (standIn.Calls("cuLaunchKernel"), standIn.Calls("cublasDgemvStridedBatched"), standIn.Calls("cudaStreamSynchronize"), standIn.Calls("cudaMalloc")));
    }

    [Fact]
    public void A_batch_has_no_inner_product_so_that_adaptive_methods_do_not_compile() =>
        Assert.DoesNotContain(typeof(CudaBatch).GetInterfaces(), i => i.Name.StartsWith("IInnerProductVector", StringComparison.Ordinal));

    [Fact]
    public void Shapes_have_to_agree()
    {
        using CudaSpace space = standIn.Device.NewSpace();
        InputException e = Assert.Throws<InputException>(() => CudaBatchQuadratic.Of(space, [Instances[0], Catalogue.Instance("quadratic", "dimension=3")]));
        Assert.Equal("A batch takes quadratics with dense matrices of one order; instance 2 of quadratic is none of order 7.", e.Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new CudaBatch(space.Vector(7), 2));
    }

    private sealed class CheckedBatch(CudaBatchQuadratic batch, ProblemInstance[] instances) : IGradientOracle<CudaBatch>
    {
        public CudaBatchQuadratic Batch => batch;

        public Reference[] References { get; } =
            [.. instances.Select(i => new Reference(((IDenseInstance)i).Dense(), i.In<double>().Minimizer.Span.ToArray()))];

        public void Gradient(CudaBatch x, CudaBatch gradient)
        {
            batch.Gradient(x, gradient);
            double[] at = x.All.ToArray(), answer = gradient.All.ToArray();
            for (int b = 0; b < Count; b++)
            {
                (DoubleDouble[] exact, double[] allowed) = References[b].Gradient(at[(b * Dimension)..((b + 1) * Dimension)]);
                for (int i = 0; i < Dimension; i++)
                {
                    Assert.InRange(Math.Abs((exact[i] - answer[(b * Dimension) + i]).High), 0, allowed[i]);
                }
            }
        }
    }
}
