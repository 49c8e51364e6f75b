using TheoryLab.Core;
using TheoryLab.Solvers;
using TheoryLab.Tests;

namespace TheoryLab.Claims.Tests.Checks;

/// <summary>A backend serves runs in doubles on problems with dense products, and results say so.</summary>
public sealed class BackendTests
{
    [Theory]
    [InlineData("least-squares", "counting")]
    [InlineData("huber", "managed")]
    public void The_backend_of_a_run_is_the_one_that_multiplied(string family, string expected)
    {
        Counting backend = new();
        RunPlan plan = Plan(family);
        Recording<double> without = Simulation.Run<double>(plan, TestContext.Current.CancellationToken);
        Recording<double> with = Simulation.Run<double>(plan, TestContext.Current.CancellationToken, backend);
        Assert.Equal(("managed", expected), (without.Backend, with.Backend));

        // Three gradients by the method, two products each; what is measured does not count.
        Assert.Equal(expected == "counting" ? 6 : 0, backend.Calls);
        Assert.Equal(without.Trace.Row(3).ToArray(), with.Trace.Row(3).ToArray());
    }

    [Fact]
    public void A_repetition_in_double_doubles_never_uses_it()
    {
        Counting backend = new();
        Assert.Equal("managed", Simulation.Run<DoubleDouble>(Plan("least-squares"), TestContext.Current.CancellationToken, backend).Backend);
        Assert.Equal(0, backend.Calls);
    }

    [Fact]
    public void Runs_of_a_claim_share_its_name()
    {
        RunCache runs = new(new Counting());
        CheckCase one = new(new InstanceSpec("huber"), 0, 1, new GradientDescent(), 3);
        runs.Run<double>(one, Plan("huber"), TestContext.Current.CancellationToken);
        Assert.Equal("managed", runs.Backend);
        runs.Run<double>(one with { Sample = 1 }, Plan("least-squares"), TestContext.Current.CancellationToken);
        runs.Run<double>(one with { Sample = 2 }, Plan("huber"), TestContext.Current.CancellationToken);
        Assert.Equal("counting", runs.Backend);
    }

    private static RunPlan Plan(string name) => new(new GradientDescent(), Families.Named(name).Create(1), 3, SampleGrid.Every(3), [new SquaredDistance()]);

    private sealed class Counting : IDenseBackend
    {
        private readonly ManagedBackend _inner = new();

        public int Calls { get; private set; }

        public string Name => "counting";

        public string Description => "counts products with vectors";

        public void Multiply(ReadOnlyMatrixSpan a, ReadOnlySpan<double> x, Span<double> y)
        {
            Calls++;
            _inner.Multiply(a, x, y);
        }

        public void MultiplyTransposed(ReadOnlyMatrixSpan a, ReadOnlySpan<double> x, Span<double> y)
        {
            Calls++;
            _inner.MultiplyTransposed(a, x, y);
        }

        public void MultiplySymmetric(ReadOnlyMatrixSpan a, ReadOnlySpan<double> x, Span<double> y) => _inner.MultiplySymmetric(a, x, y);

        public void Product(ReadOnlyMatrixSpan a, ReadOnlyMatrixSpan b, MatrixSpan c) => _inner.Product(a, b, c);

        public void Gram(ReadOnlyMatrixSpan a, MatrixSpan c) => _inner.Gram(a, c);

        public int Factor(MatrixSpan a) => _inner.Factor(a);

        public void Solve(ReadOnlyMatrixSpan factor, Span<double> x) => _inner.Solve(factor, x);
    }
}
