namespace TheoryLab.Problems;

/// <summary>The <see cref="GradientDips"/> family lifted to several objectives: the worst case of steepest descent on objectives that need not be convex.</summary>
public sealed class LiftedGradientDips() : LiftedFamily(new GradientDips());
