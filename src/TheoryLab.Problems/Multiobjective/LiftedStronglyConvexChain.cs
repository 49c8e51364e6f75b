namespace TheoryLab.Problems;

/// <summary>The <see cref="StronglyConvexChain"/> family lifted to several objectives: the hard instance of all span methods on strongly convex objectives.</summary>
public sealed class LiftedStronglyConvexChain() : LiftedFamily(new StronglyConvexChain());
