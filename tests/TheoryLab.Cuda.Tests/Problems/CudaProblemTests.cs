using TheoryLab.Core;
using TheoryLab.Problems;
using TheoryLab.Solvers;

namespace TheoryLab.Cuda.Tests;

public sealed class CudaProblemTests(StandInLibrary standIn)
{
    private static readonly int[] Lengths = [1, 2, 255, 256, 257, 5000];

    [Fact]
    public void Vertices_are_those_of_the_host_ties_included()
    {
        using CudaSpace space = standIn.Device.NewSpace();
        foreach (int n in Lengths)
        {
            Random random = Seeds.Generator(n);

            // Few different values, so that there are ties.
            double[] direction = [.. Enumerable.Range(0, n).Select(_ => (double)random.Next(-3, 4))];
            HostVector<double> d = new(direction), vertex = d.NewLike();
            CudaVector device = space.Vector(direction), answer = device.NewLike();
            VertexSets.MinimizeOverSimplex(d, vertex);
            Assert.Equal(vertex.Span.ToArray(), Answer(new(SetKind.Simplex, 0, 1)));
            NormBalls.MinimizeOverL1(2.5, d, vertex);
            Assert.Equal(vertex.Span.ToArray(), Answer(new(SetKind.L1Ball, 0, 2.5)));
            NormBalls.MinimizeOverCube(-1, 3, d, vertex);
            Assert.Equal(vertex.Span.ToArray(), Answer(new(SetKind.Box, -1, 3)));

            double[] Answer(FeasibleSet set)
            {
                CudaConstrained problem = new(new CudaSeparable(new(new double[n], new double[n]), device, device), set);
                problem.Minimize(device, answer);
                return answer.ToArray();
            }
        }
    }

    [Fact]
    public void An_indefinite_matrix_gives_solutions_that_are_not_finite_as_on_the_host()
    {
        using CudaSpace space = standIn.Device.NewSpace();
        CudaVector x = space.Vector([1, 2]);
        CudaQuadratic problem = new(new QuadraticForm([2, 0, 0, -1]), x, x);
        problem.Factor(x, 0);
        problem.Solve(x, x);
        Assert.All(x.ToArray(), v => Assert.False(double.IsFinite(v)));

        // A shift mends it, and the next factor knows nothing of the last one.
        x.CopyFrom([3, 4]);
        problem.Factor(x, 2);
        problem.Solve(x, x);
        Assert.Equal([0.75, 4], x.ToArray());
    }

    [Fact]
    public void Steps_of_first_order_wait_for_nothing_and_allocate_nothing()
    {
        using CudaSpace space = standIn.Device.NewSpace();
        Check(new GradientDescent(), "quadratic", launches: 2, waits: 0);
        Check(new NesterovAcceleration(), "quadratic", launches: 3, waits: 0);
        Check(new OptimizedGradient(), "least-squares", launches: 4, waits: 0);
        Check(new GradientDescent(), "logistic-regression", launches: 3, waits: 0);
        Check(new FrankWolfe(), "quadratic-on-simplex", launches: 5, waits: 0);
        Check(new FrankWolfe(), "constrained-least-squares", launches: 6, waits: 0);
        Check(new FrankWolfeShortStep(), "quadratic-on-simplex", launches: 10, waits: 2);
        Check(new ConjugateGradients(), "quadratic", launches: 7, waits: 2);
        Check(new FullNewton(), "logistic-regression", launches: 11, waits: 2);

        void Check(IMethod method, string family, int launches, int waits)
        {
            ProblemInstance instance = Catalogue.Instance(family);
            HostProblem<double> host = instance.In<double>();
            IIteration<CudaVector> iteration = CudaRun.Start(method, CudaProblems.Create(space, instance, host), new(host.Constant, 100));
            for (int k = 0; k < 3; k++)
            {
                iteration.Step(k);
            }

            standIn.Reset();
            long before = GC.GetAllocatedBytesForCurrentThread();
            iteration.Step(3);
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.Equal((method.Name, launches, waits, 0), (method.Name, standIn.Calls("cuLaunchKernel"), standIn.Calls("cudaStreamSynchronize"), standIn.Calls("cudaMalloc")));
            Assert.Equal(0, allocated);
        }
    }

    [Fact]
    public void Fisher_matrices_are_those_of_the_slopes()
    {
        using CudaSpace space = standIn.Device.NewSpace();
        foreach (string family in new[] { "least-squares", "logistic-regression" })
        {
            ProblemInstance instance = Catalogue.Instance(family);
            CudaProblem device = CudaProblems.Create(space, instance, instance.In<double>());
            LockstepProblem problem = new(device, ((IDenseInstance)instance).Dense());
            LockstepVector g = problem.InitialPoint.NewLike();
            problem.Gradient(problem.InitialPoint, g);
            foreach (Curvature curvature in Enum.GetValues<Curvature>())
            {
                problem.Factor(problem.InitialPoint, 0.5, curvature);
                problem.Solve(g, g.NewLike());
            }
        }
    }

    [Fact]
    public void Values_agree_with_double_doubles()
    {
        using CudaSpace space = standIn.Device.NewSpace();
        foreach (var row in Catalogue.Instances)
        {
            ProblemInstance instance = Catalogue.Instance(row.Data.Item1, row.Data.Item2);
            LockstepProblem problem = new(CudaProblems.Create(space, instance, instance.In<double>()), ((IDenseInstance)instance).Dense());
            Assert.True(double.IsFinite(problem.Value(problem.InitialPoint)));
        }
    }
}
