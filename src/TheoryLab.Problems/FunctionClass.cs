namespace TheoryLab.Problems;

/// <summary>What a family promises about f beyond its constants; the tests of families ask each class for its own inequalities.</summary>
public enum FunctionClass
{
    /// <summary>f is convex with an L-Lipschitz gradient; mu-strongly convex if mu is declared.</summary>
    SmoothConvex,

    /// <summary>f is convex and finite everywhere, without an L.</summary>
    Convex,

    /// <summary>f is convex, infinite on part of its feasible set or of the space, and has no L.</summary>
    Barrier,

    /// <summary>The gradient is L-Lipschitz; mu, if declared, is the aiming constant, and f need not be convex.</summary>
    SmoothNonconvex,

    /// <summary>Smooth, with an L that is valid near the minimisers only, where a run from x_0 stays.</summary>
    LocallySmooth,

    /// <summary>f is convex and the oracle answers subgradients of norm at most M.</summary>
    NonsmoothConvex,

    /// <summary>f is a convex smooth part, whose gradient the oracle answers, plus a convex part with a proximal oracle.</summary>
    CompositeConvex,

    /// <summary>As <see cref="CompositeConvex"/>, but the smooth part need not be convex and no minimiser is known.</summary>
    CompositeNonconvex,

    /// <summary>A linear function of second moments, on the cone of positive semidefinite matrices, where it is not negative.</summary>
    SecondMoments,

    /// <summary>The gradient is L-Lipschitz; f is not convex and has no minimum, or none that is known.</summary>
    SmoothWithoutMinimum,

    /// <summary>Minimised over blocks with a proximal term; f may be neither smooth nor convex, and the gradient answered is one where f has it.</summary>
    BlockProximal,

    /// <summary>A quotient with known minimum that is minimised along coordinates; not convex, the gradient not Lipschitz everywhere.</summary>
    Fractional,
}
