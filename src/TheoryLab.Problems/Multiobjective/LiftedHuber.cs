namespace TheoryLab.Problems;

/// <summary>The <see cref="Huber"/> family lifted to several objectives: the worst case of one-step methods.</summary>
public sealed class LiftedHuber() : LiftedFamily(new Huber());
