using System.Globalization;
using System.Numerics;
using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.Testing;

/// <summary>
/// A test's solver as a method. It runs in doubles only, so that a violation must exceed 1,000 times the allowance. It takes the one interface that is
/// not bound to a bundle of oracles: which of them a solver calls is seen only when it runs.
/// </summary>
/// <param name="solver">Yields x_0, x_1, ….</param>
internal sealed class SolverMethod(Func<TestProblem, IEnumerable<double[]>> solver) : IClassOptimum
{
    /// <inheritdoc/>
    public string Name => solver.Method.Name.Contains('<', StringComparison.Ordinal) ? "the solver" : solver.Method.Name;

    /// <inheritdoc/>
    public string UpdateRule => "given by a test";

    /// <inheritdoc/>
    public string Source => "a test";

    /// <inheritdoc/>
    public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
        where TScalar : struct, INumber<TScalar>
        where TProblem : IMeasurableProblem<TVector, TScalar> =>
        problem is HostProblem<double> doubles
            ? (IIteration<TVector>)(object)new Iteration(solver(new(doubles, setup.Horizon)), doubles.InitialPoint, setup.Horizon)
            : throw new NotSupportedException("A test's solver runs in doubles only.");

    /// <summary>Reads the solver's iterates one by one, and copies each, so that the solver may reuse its array.</summary>
    private sealed class Iteration : IIteration<HostVector<double>>
    {
        private readonly IEnumerator<double[]> _iterates;
        private readonly int _horizon;

        public Iteration(IEnumerable<double[]> iterates, HostVector<double> x0, int horizon)
        {
            (_iterates, _horizon, Iterate) = (iterates.GetEnumerator(), horizon, x0.Copy());
            if (!_iterates.MoveNext() || !_iterates.Current.AsSpan().SequenceEqual(x0.Span))
            {
                throw new InputException("A solver must yield the problem's InitialPoint first, as x_0, and then x_1, x_2, …; else every k is off by one.");
            }
        }

        public HostVector<double> Iterate { get; }

        public bool IsFinished { get; private set; }

        public void Step(int k)
        {
            if (!_iterates.MoveNext())
            {
                IsFinished = true;
            }
            else if (_iterates.Current.Length != Iterate.Length)
            {
                throw new InputException(string.Create(
                    CultureInfo.InvariantCulture, $"The solver's x_{k + 1} has {_iterates.Current.Length} numbers where the problem has {Iterate.Length} variables."));
            }
            else
            {
                _iterates.Current.CopyTo(Iterate.Span);
            }

            if (IsFinished || k + 1 == _horizon)
            {
                _iterates.Dispose();
            }
        }
    }
}
