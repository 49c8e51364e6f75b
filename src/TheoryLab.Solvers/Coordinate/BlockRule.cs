namespace TheoryLab.Solvers;

/// <summary>How coordinates are grouped.</summary>
public enum BlockPartition
{
    /// <summary>Consecutive ranges, the same at every step.</summary>
    Fixed,

    /// <summary>A random partition, drawn anew for every pass from a fixed seed.</summary>
    Shuffled,

    /// <summary>One block per step, of the coordinates with the largest |grad_i f|/sqrt(L_i).</summary>
    Variable,
}

/// <summary>How the next block of a partition is chosen.</summary>
public enum BlockRule
{
    /// <summary>In order; a step is one block.</summary>
    Cyclic,

    /// <summary>In order; a step is a whole pass.</summary>
    Sweep,

    /// <summary>The largest |grad_B f|.</summary>
    GaussSouthwell,

    /// <summary>The largest g_B' H_BB^-1 g_B, which on a quadratic is twice the decrease of f.</summary>
    Greedy,
}

/// <summary>The step on a block.</summary>
public enum BlockUpdate
{
    /// <summary>-H_BB^-1 grad_B f: Newton's step, exact on a quadratic.</summary>
    Newton,

    /// <summary>The proximal step with curvature sum of L_i over the block, which is at least the block's smoothness.</summary>
    Gradient,
}
