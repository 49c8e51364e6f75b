using MathNet.Numerics.Providers.LinearAlgebra;
using TheoryLab.Core;

namespace TheoryLab.Native.Tests;

/// <summary>Our provider for MathNet against MathNet's managed one, on small integers, where both are exact.</summary>
public sealed class DenseProviderTests
{
    private static readonly ManagedLinearAlgebraProvider Managed = ManagedLinearAlgebraProvider.Instance;

    public static TheoryData<string> Backends => new("managed", "openblas");

    [Theory]
    [MemberData(nameof(Backends))]
    public void Products_of_every_kind_are_those_of_the_managed_provider(string name)
    {
        DenseProvider ours = new(BackendFixture.Open(name));
        foreach ((int m, int k, int n) in new[] { (1, 1, 1), (5, 7, 1), (1, 7, 4), (5, 7, 2), (5, 7, 3), (17, 16, 33) })
        {
            double[] a = Integers(m * k, 1), b = Integers(k * n, 2), expected = new double[m * n], c = new double[m * n];
            Managed.MatrixMultiply(a, m, k, b, k, n, expected);
            ours.MatrixMultiply(a, m, k, b, k, n, c);
            Assert.Equal(expected, c);
            foreach (Transpose ta in (Transpose[])[Transpose.DontTranspose, Transpose.Transpose])
            {
                foreach (Transpose tb in (Transpose[])[Transpose.DontTranspose, Transpose.Transpose])
                {
                    foreach ((double alpha, double beta) in new[] { (1.0, 0.0), (2.0, 0.0), (1.0, 3.0) })
                    {
                        (int ra, int ca) = ta == Transpose.DontTranspose ? (m, k) : (k, m);
                        (int rb, int cb) = tb == Transpose.DontTranspose ? (k, n) : (n, k);
                        double[] u = Integers(m * n, 4), v = [.. u];
                        Managed.MatrixMultiplyWithUpdate(ta, tb, alpha, a, ra, ca, b, rb, cb, beta, u);
                        ours.MatrixMultiplyWithUpdate(ta, tb, alpha, a, ra, ca, b, rb, cb, beta, v);
                        Assert.Equal(u, v);
                    }
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void Cholesky_factors_and_solutions_are_those_of_the_managed_provider(string name)
    {
        DenseProvider ours = new(BackendFixture.Open(name));
        foreach (int n in (int[])[1, 2, 9, 70])
        {
            double[] a = BackendFixture.PositiveDefinite(n), theirs = [.. a], factor = [.. a], x = BackendFixture.Numbers(2 * n, 1), y = [.. x], z = [.. x];
            Managed.CholeskyFactor(theirs, n);
            ours.CholeskyFactor(factor, n);
            Managed.CholeskySolveFactored(theirs, n, x, 2);
            ours.CholeskySolveFactored(factor, n, y, 2);
            ours.CholeskySolve(a, n, z, 2);

            // The condition is below 8 and entries are of order 1: two factors, each within n^2 u of the exact one, differ by no more than 8 times as much and solutions alike.
            double allowed = 32.0 * (n + 2) * (n + 2) / (1L << 53);
            Assert.All(theirs.Zip(factor).Concat(x.Zip(y)).Concat(x.Zip(z)), pair => Assert.True(Math.Abs(pair.First - pair.Second) <= allowed, $"{pair}"));
        }

        Assert.Throws<ArgumentException>(() => ours.CholeskyFactor([1, 2, 2, 1], 2));
    }

    [Fact]
    public void The_rest_is_forwarded()
    {
        ILinearAlgebraProvider ours = new DenseProvider(new ManagedBackend());
        foreach (System.Reflection.MethodInfo method in typeof(ILinearAlgebraProvider<float>).GetMethods())
        {
            // Arguments that the managed provider refuses before computing: its own exception must come back, so that the call has reached it.
            object?[] nothing = [.. method.GetParameters().Select(p => p.ParameterType.IsValueType ? Activator.CreateInstance(p.ParameterType) : null)];
            Assert.Equal(Outcome(Managed, method, nothing), Outcome(ours, method, nothing));
        }

        double[] q = [4, 3, 6, 3], expected = [.. q], r = new double[4], s = new double[4], tau = new double[2], other = new double[2];
        Managed.QRFactor(expected, 2, 2, r, tau);
        ours.QRFactor(q, 2, 2, s, other);
        Assert.Equal(expected, q);
        Assert.Equal(r, s);
        Assert.True(ours.IsAvailable());
    }

    private static string Outcome(ILinearAlgebraProvider provider, System.Reflection.MethodInfo method, object?[] arguments)
    {
        try
        {
            return $"{method.Invoke(provider, arguments)}";
        }
        catch (System.Reflection.TargetInvocationException e)
        {
            return $"{e.InnerException!.GetType()}: {e.InnerException.Message}";
        }
    }

    private static double[] Integers(int n, int salt) => [.. Enumerable.Range(0, n).Select(i => (double)(((i + salt) * 7 % 11) - 5))];
}
