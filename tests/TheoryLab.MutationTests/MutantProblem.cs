using System.Numerics;
using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.MutationTests;

/// <summary>
/// A problem seen through mutant vectors. It has every oracle by type, so that it fits every bundle; one that the problem lacks is never called,
/// because the unchanged method has been refused before. A step size or a shift handed to an oracle is mutated like an update of one term, unless it is
/// zero, which no factor changes.
/// </summary>
internal sealed class MutantProblem<T>(HostProblem<T> problem, Mutator<T> mutator) :
    IMeasurableProblem<MutantVector<T>, T>,
    ILinearMinimizationOracle<MutantVector<T>>,
    ILineSearchOracle<MutantVector<T>, T>,
    IHessianOracle<MutantVector<T>>,
    INewtonOracle<MutantVector<T>, T>,
    ILeadingSubspaceOracle<MutantVector<T>>,
    IProximalOracle<MutantVector<T>, T>,
    IMultiobjectiveOracle<MutantVector<T>>
    where T : struct, INumber<T>
{
    private readonly HostVector<T> _previous = problem.InitialPoint.NewLike(), _fresh = problem.InitialPoint.NewLike();
    private HostVector<T>[]? _previousGradients;

    public MutantVector<T> InitialPoint => new(problem.InitialPoint, mutator);

    public MutantVector<T> Minimizer => new(problem.Minimizer, mutator);

    public int? VertexCount => ((ConstrainedProblem<T>)problem).VertexCount;

    public void Gradient(MutantVector<T> x, MutantVector<T> gradient)
    {
        if (!mutator.Mutation.UsesPreviousGradient)
        {
            problem.Gradient(x.Inner, gradient.Inner);
            return;
        }

        problem.Gradient(x.Inner, _fresh);
        gradient.Inner.CopyFrom(_previous);
        _previous.CopyFrom(_fresh);
    }

    public int Objectives => ((MultiobjectiveProblem<T>)problem).Objectives;

    public void Gradients(MutantVector<T> x, MutantVector<T>[] gradients)
    {
        HostVector<T>[] inner = Array.ConvertAll(gradients, g => g.Inner);
        ((MultiobjectiveProblem<T>)problem).Gradients(x.Inner, inner);
        if (!mutator.Mutation.UsesPreviousGradient)
        {
            return;
        }

        _previousGradients ??= Array.ConvertAll(inner, g => g.NewLike());
        for (int i = 0; i < inner.Length; i++)
        {
            _fresh.CopyFrom(inner[i]);
            inner[i].CopyFrom(_previousGradients[i]);
            _previousGradients[i].CopyFrom(_fresh);
        }
    }

    public T Value(MutantVector<T> x) => problem.Value(x.Inner);

    public T PrimalGap(MutantVector<T> x) => problem.PrimalGap(x.Inner);

    public void Minimize(MutantVector<T> direction, MutantVector<T> vertex) => ((ConstrainedProblem<T>)problem).Minimize(direction.Inner, vertex.Inner);

    public T MinimizeAlong(MutantVector<T> x, MutantVector<T> direction, T largest) =>
        ((LineSearchProblem<T>)problem).MinimizeAlong(x.Inner, direction.Inner, mutator.Apply(largest)[0]);

    public void HessianProduct(MutantVector<T> x, MutantVector<T> direction, MutantVector<T> result) =>
        ((HessianProblem<T>)problem).HessianProduct(x.Inner, direction.Inner, result.Inner);

    public void Factor(MutantVector<T> x, T shift, Curvature curvature = Curvature.Hessian) =>
        ((SecondOrderProblem<T>)problem).Factor(x.Inner, T.IsZero(shift) ? shift : mutator.Apply(shift)[0], curvature);

    public void Solve(MutantVector<T> right, MutantVector<T> result) => ((SecondOrderProblem<T>)problem).Solve(right.Inner, result.Inner);

    public void MinimizeOverLeading(int components, MutantVector<T> result) =>
        ((ILeadingSubspaceOracle<HostVector<T>>)problem).MinimizeOverLeading(components, result.Inner);

    public void Proximal(MutantVector<T> x, T step, MutantVector<T> result) =>
        ((CompositeProblem<T>)problem).Proximal(x.Inner, mutator.Apply(step)[0], result.Inner);
}
