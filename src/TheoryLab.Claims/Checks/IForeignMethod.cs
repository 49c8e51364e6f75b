using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.Claims;

/// <summary>
/// A method that TheoryLab does not compute: a solver in another process, say. It runs in doubles only, so that no run can be repeated in higher
/// precision and a violation must exceed the allowance by far (<see cref="Drift.UnconfirmedFactor"/>).
/// </summary>
public interface IForeignMethod : IMethod
{
    /// <summary>Binds the method to a problem; an iteration that is <see cref="IDisposable"/> is disposed of after its run.</summary>
    /// <param name="instance">The instance, with its seed and family.</param>
    /// <param name="problem">The instance in doubles, whose oracles answer.</param>
    /// <param name="horizon">How many steps will be taken.</param>
    /// <param name="cancellation">Ends a wait with an <see cref="OperationCanceledException"/>.</param>
    IIteration<HostVector<double>> Start(ProblemInstance instance, HostProblem<double> problem, int horizon, CancellationToken cancellation);
}

/// <summary>A family of instances whose oracles TheoryLab does not compute.</summary>
public interface IForeignFamily;

/// <summary>An instance whose oracles TheoryLab does not compute; it exists in doubles only and is opened for one run.</summary>
public interface IForeignInstance
{
    /// <summary>Prepares the instance for one run. Disposing of the result ends it; constants stay known.</summary>
    /// <param name="cancellation">Ends a wait with an <see cref="OperationCanceledException"/>.</param>
    IDisposable Open(CancellationToken cancellation);
}
