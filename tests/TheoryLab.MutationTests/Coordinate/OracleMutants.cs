using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.MutationTests;

/// <summary>A method on coordinates with a mutation: its oracle is one that replies wrongly.</summary>
internal sealed record CoordinateMutant(ICoordinateMethod Original, Mutation Mutation, MethodShape? Shape) : MutantOf<ICoordinateMethod>(Original, Mutation, Shape), ICoordinateMethod
{
    public IIteration<HostVector<T>> Start<T>(ICoordinateOracle<T> problem, HostVector<T> x0, MethodSetup<T> setup)
        where T : struct, INumber<T>
    {
        (Mutator<T> mutator, Renaming<T> renaming) = (new(Mutation, Shape), new(Mutation, x0.Length));
        return new MutantIteration<T>(Original.Start(new MutantCoordinates<T>(problem, mutator, renaming), renaming.Seen(x0), mutator.Setup(setup)), mutator, renaming);
    }
}

/// <summary>A method that minimises over blocks, with a mutation; blocks have an order, their coordinates none.</summary>
internal sealed record BlockMutant(IBlockProximalMethod Original, Mutation Mutation, MethodShape? Shape) : MutantOf<IBlockProximalMethod>(Original, Mutation, Shape), IBlockProximalMethod
{
    public IIteration<HostVector<T>> Start<T>(IBlockProximalOracle<T> problem, HostVector<T> x0, MethodSetup<T> setup)
        where T : struct, INumber<T>
    {
        (Mutator<T> mutator, Renaming<T> same) = (new(Mutation, Shape), new(new Mutation.None(), x0.Length));
        return new MutantIteration<T>(Original.Start(new MutantBlocks<T>(problem, mutator), x0, mutator.Setup(setup)), mutator, same);
    }
}

/// <summary>A method for quotients with a mutation.</summary>
internal sealed record FractionalMutant(IFractionalMethod Original, Mutation Mutation, MethodShape? Shape) : MutantOf<IFractionalMethod>(Original, Mutation, Shape), IFractionalMethod
{
    public IIteration<HostVector<T>> Start<T>(IFractionalOracle<T> problem, HostVector<T> x0, MethodSetup<T> setup)
        where T : struct, INumber<T>
    {
        (Mutator<T> mutator, Renaming<T> renaming) = (new(Mutation, Shape), new(Mutation, x0.Length));
        return new MutantIteration<T>(Original.Start(new MutantQuotient<T>(problem, mutator, renaming), renaming.Seen(x0), mutator.Setup(setup)), mutator, renaming);
    }
}

/// <summary>A recursion of second moments with a mutation.</summary>
internal sealed record MomentMutant(IMomentMethod Original, Mutation Mutation, MethodShape? Shape) : MutantOf<IMomentMethod>(Original, Mutation, Shape), IMomentMethod
{
    public IIteration<HostVector<T>> Start<T>(IMomentOracle<T> problem, HostVector<T> m0, MethodSetup<T> setup)
        where T : struct, INumber<T>
    {
        (Mutator<T> mutator, Renaming<T> renaming) = (new(Mutation, Shape), new(Mutation, problem.Order, problem.Order));
        return new MutantIteration<T>(Original.Start(new MutantMoments<T>(problem, mutator, renaming), renaming.Seen(m0), mutator.Setup(setup)), mutator, renaming);
    }
}

/// <summary>The mutated iteration, its points in the problem's order.</summary>
internal sealed class MutantIteration<T>(IIteration<HostVector<T>> iteration, Mutator<T> mutator, Renaming<T> renaming) : IIteration<HostVector<T>>
    where T : struct, INumber<T>
{
    public HostVector<T> Iterate => renaming.True(iteration.Iterate);

    public bool IsFinished => iteration.IsFinished;

    public HostVector<T> Point(Sequence sequence) => renaming.True(iteration.Point(sequence));

    public void Step(int k)
    {
        mutator.BeginStep();
        iteration.Step(mutator.Mutation.Index(k));
    }
}
