using System.Numerics;
using TheoryLab.Claims;
using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.MutationTests;

/// <summary>
/// A method on whole vectors with a mutation. Whatever bundle of oracles the original asks for, the mutant is a class optimum, which every problem starts: one
/// type stands for all bundles. A new bundle is a case in the list below and its oracles in <see cref="MutantProblem{T}"/>.
/// </summary>
/// <param name="Original">The method.</param>
/// <param name="Mutation">The change.</param>
/// <param name="Shape">Learns what the steps are made of, if given.</param>
public sealed record Mutant(IMethod Original, Mutation Mutation, MethodShape? Shape = null) : MutantOf<IMethod>(Original, Mutation, Shape), IClassOptimum
{
    /// <summary>A method with a mutation, of the kind that runs where the original does.</summary>
    /// <param name="original">The method.</param>
    /// <param name="mutation">The change.</param>
    /// <param name="shape">Learns what the steps are made of, if given.</param>
    public static IMethod Of(IMethod original, Mutation mutation, MethodShape? shape = null) => original switch
    {
        ICoordinateMethod m => new CoordinateMutant(m, mutation, shape),
        IBlockProximalMethod m => new BlockMutant(m, mutation, shape),
        IFractionalMethod m => new FractionalMutant(m, mutation, shape),
        IMomentMethod m => new MomentMutant(m, mutation, shape),
        _ => new Mutant(original, mutation, shape),
    };

    public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
        where TScalar : struct, INumber<TScalar>
        where TProblem : IMeasurableProblem<TVector, TScalar>
    {
        if (problem is not HostProblem<TScalar> host)
        {
            throw new NotSupportedException("Mutants run in host memory only.");
        }

        // What the original is refused, its mutants are refused.
        _ = MethodStarter.Start(Original, host, setup.Horizon);
        Mutator<TScalar> mutator = new(Mutation, Shape);
        MethodSetup<TScalar> changed = new(name => mutator.Constant(name, host.Constant(name)), Mutation.Horizon(setup.Horizon));
        MutantProblem<TScalar> seen = new(host, mutator);
        return (IIteration<TVector>)(object)new Unwrapped<TScalar>(Bind(seen, seen.InitialPoint, changed), mutator);
    }

    private IIteration<MutantVector<T>> Bind<T>(MutantProblem<T> problem, MutantVector<T> x0, MethodSetup<T> setup)
        where T : struct, INumber<T> => Original switch
        {
            IFirstOrderMethod m => m.Start(problem, x0, setup),
            IProjectionFreeMethod m => m.Start(problem, x0, setup),
            IAdaptiveProjectionFreeMethod m => m.Start(problem, x0, setup),
            IValueProjectionFreeMethod m => m.Start(problem, x0, setup),
            ILineSearchProjectionFreeMethod m => m.Start(problem, x0, setup),
            IProximalMethod m => m.Start(problem, x0, setup),
            IClassOptimum m => m.Start(problem, x0, setup),
            IHessianProductMethod m => m.Start(problem, x0, setup),
            ISecondOrderMethod m => m.Start(problem, x0, setup),
            IMultiobjectiveMethod m => m.Start(problem, x0, setup),
            _ => throw new NotSupportedException($"No mutants are made of {Original.Name}, whose bundle of oracles is not known here; add it to the list above."),
        };

    /// <summary>The mutated iteration, its iterates unwrapped.</summary>
    private sealed class Unwrapped<T>(IIteration<MutantVector<T>> iteration, Mutator<T> mutator) : IIteration<HostVector<T>>
        where T : struct, INumber<T>
    {
        public HostVector<T> Iterate => iteration.Iterate.Inner;

        public bool IsFinished => iteration.IsFinished;

        public HostVector<T> Point(Sequence sequence) => iteration.Point(sequence).Inner;

        public void Step(int k)
        {
            mutator.BeginStep();
            iteration.Step(mutator.Mutation.Index(k));
        }
    }
}
