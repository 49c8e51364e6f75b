namespace TheoryLab.Claims.Fitting;

/// <summary>The laws a trace can be found to follow.</summary>
public enum RateModel
{
    /// <summary>No law; <see cref="RateFit.Reason"/> says why.</summary>
    None,

    /// <summary>y ~ k^-p.</summary>
    Power,

    /// <summary>y ~ k^-p log k: a power law of which the shape with a logarithm holds most of the evidence.</summary>
    PowerLog,

    /// <summary>y ~ rho^k, 0 &lt; rho &lt; 1.</summary>
    Linear,

    /// <summary>log y_(k+1) ~ q log y_k, q &gt; 1.</summary>
    Superlinear,

    /// <summary>y tends to a positive level, at least twice the decaying part at the end.</summary>
    Stalled,
}
