using TheoryLab.Core;
using TheoryLab.Solvers;
using TheoryLab.Tests;

namespace TheoryLab.WorstCase.Tests;

/// <summary>What is certified is what is run: the symbolic expansion of every fixed-step method, evaluated on the gradients of a run in doubles, is that run.</summary>
public sealed class SymbolicRunTests
{
    private const int Steps = 7;
    private const int Dimension = 6;
    private const double Mu = 0.125;

    public static TheoryData<string> Methods => [.. All.Select(m => m.Name)];

    private static IEnumerable<IFirstOrderMethod> All =>
        OneOfEach.Of<IFirstOrderMethod>(typeof(GradientDescent).Assembly, m => m.Name).Where(m => m is not StrongGrowthMoments);

    [Theory]
    [MemberData(nameof(Methods))]
    public void The_symbolic_run_evaluated_on_gradients_of_a_run_is_that_run(string name)
    {
        IFirstOrderMethod method = All.First(m => m.Name == name);
        Recorder recorder = new();
        HostVector<double> x0 = new([.. Enumerable.Range(0, Dimension).Select(i => 1.0 / (i + 1))]);
        IIteration<HostVector<double>> numeric = method.Start<HostVector<double>, double, Recorder>(recorder, x0, Setup<double>());

        SymbolicSpace<Rational> space = new();
        SymbolicVector<Rational> start = space.NewVector("x0");
        SymbolicRecorder oracle = new(space);
        IIteration<SymbolicVector<Rational>> symbolic = method.Start<SymbolicVector<Rational>, Rational, SymbolicRecorder>(oracle, start, Setup<Rational>());
        for (int k = 0; k < Steps; k++)
        {
            numeric.Step(k);
            symbolic.Step(k);
            Assert.Equal(recorder.Gradients.Count, oracle.Asked);
            AssertSame(numeric.Iterate, symbolic.Iterate, [x0.Span.ToArray(), .. recorder.Gradients]);
        }
    }

    private static MethodSetup<T> Setup<T>()
        where T : struct, System.Numerics.INumber<T> =>
        new(name => name switch { "L" or "R" or "M" => T.One, "mu" => ScalarMath.From<T>(Mu), _ => null }, Steps);

    private static void AssertSame(HostVector<double> numeric, SymbolicVector<Rational> symbolic, IReadOnlyList<double[]> basis)
    {
        for (int i = 0; i < Dimension; i++)
        {
            double sum = 0, magnitude = 1;
            for (int b = 0; b < symbolic.Coordinates.Length; b++)
            {
                double term = Rational.ToDouble(symbolic.Coordinates[b]) * basis[b][i];
                sum += term;
                magnitude += Math.Abs(term);
            }

            // Each step makes a handful of roundings of numbers of this magnitude, and momentum amplifies earlier ones by at most a factor of the step.
            Assert.True(Math.Abs(sum - numeric.Span[i]) <= 64 * Steps * Steps * magnitude / (1L << 53), $"component {i}: {numeric.Span[i]} against {sum}");
        }
    }

    /// <summary>A convex function that is not quadratic, with its gradients kept.</summary>
    private sealed class Recorder : IGradientOracle<HostVector<double>>
    {
        public List<double[]> Gradients { get; } = [];

        public void Gradient(HostVector<double> x, HostVector<double> gradient)
        {
            for (int i = 0; i < x.Length; i++)
            {
                gradient.Span[i] = (Mu * x.Span[i]) + ((1 - Mu) * Math.Tanh(x.Span[i]) / (i + 1));
            }

            Gradients.Add(gradient.Span.ToArray());
        }
    }

    /// <summary>A fresh base vector for every question, in the order of the recorder's.</summary>
    private sealed class SymbolicRecorder(SymbolicSpace<Rational> space) : IGradientOracle<SymbolicVector<Rational>>
    {
        public int Asked { get; private set; }

        public void Gradient(SymbolicVector<Rational> x, SymbolicVector<Rational> gradient) => gradient.CopyFrom(space.NewVector($"g{Asked++}"));
    }
}
