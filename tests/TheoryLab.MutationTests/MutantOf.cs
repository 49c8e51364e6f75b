using TheoryLab.Core;

namespace TheoryLab.MutationTests;

/// <summary>A method with a mutation; how it is started depends on the kind of the original.</summary>
/// <typeparam name="TMethod">The kind of the original.</typeparam>
/// <param name="Original">The method.</param>
/// <param name="Mutation">The change.</param>
/// <param name="Shape">Learns what the steps are made of, if given.</param>
public abstract record MutantOf<TMethod>(TMethod Original, Mutation Mutation, MethodShape? Shape) : IMethod
    where TMethod : IMethod
{
    public string Name => Original.Name;

    public string UpdateRule => $"{Original.UpdateRule}, with {Mutation}";

    public string Source => Original.Source;
}
