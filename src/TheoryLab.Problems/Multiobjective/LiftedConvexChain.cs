namespace TheoryLab.Problems;

/// <summary>The <see cref="ConvexChain"/> family lifted to several objectives: the hard instance of all span methods on smooth convex objectives.</summary>
public sealed class LiftedConvexChain() : LiftedFamily(new ConvexChain());
