namespace TheoryLab.Problems;

/// <summary>The <see cref="Quadratic"/> family lifted to several objectives: random ones and the two-dimensional ones on which long steps fail.</summary>
public sealed class LiftedQuadratic() : LiftedFamily(new Quadratic());
