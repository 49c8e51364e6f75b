using System.Globalization;
using TheoryLab.Claims;
using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.Testing;

/// <summary>A test's solver as a method. It runs in doubles only, so that a violation must exceed 1,000 times the allowance.</summary>
/// <param name="solver">Yields x_0, x_1, ….</param>
internal sealed class SolverMethod(Func<TestProblem, IEnumerable<double[]>> solver) : IForeignMethod
{
    /// <inheritdoc/>
    public string Name => solver.Method.Name.Contains('<', StringComparison.Ordinal) ? "the solver" : solver.Method.Name;

    /// <inheritdoc/>
    public string UpdateRule => "given by a test";

    /// <inheritdoc/>
    public string Source => "a test";

    /// <inheritdoc/>
    public IIteration<HostVector<double>> Start(ProblemInstance instance, HostProblem<double> problem, int horizon, CancellationToken cancellation) =>
        new Iteration(solver(new(problem, horizon)), problem.InitialPoint);

    /// <summary>Reads the solver's iterates one by one, and copies each, so that the solver may reuse its array.</summary>
    private sealed class Iteration : IIteration<HostVector<double>>, IDisposable
    {
        private readonly IEnumerator<double[]> _iterates;

        public Iteration(IEnumerable<double[]> iterates, HostVector<double> x0)
        {
            (_iterates, Iterate) = (iterates.GetEnumerator(), x0.Copy());
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
        }

        public void Dispose() => _iterates.Dispose();
    }
}
