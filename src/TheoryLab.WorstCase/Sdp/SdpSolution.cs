namespace TheoryLab.WorstCase;

/// <summary>How a solve ended. Only the numbers beside it say how good the result is.</summary>
public enum SdpStatus
{
    /// <summary>Gap and residuals are below what was asked for.</summary>
    Converged,

    /// <summary>Neither the gap nor a residual improves any more.</summary>
    Stalled,

    /// <summary>The Gram matrix grows without bound: the supremum is infinite or not attained.</summary>
    Unbounded,

    /// <summary>The largest number of iterations is reached.</summary>
    IterationLimit,

    /// <summary>A factorisation failed.</summary>
    Breakdown,
}

/// <summary>What a solve is asked for.</summary>
/// <param name="Gap">Complementarity relative to the value.</param>
/// <param name="Feasibility">Residuals relative to the size of a row.</param>
/// <param name="Centering">How many centring steps follow, for multipliers that are to be rounded.</param>
/// <param name="MaxIterations">Largest number of iterations.</param>
public sealed record SdpOptions(double Gap = 1e-9, double Feasibility = 1e-9, int Centering = 0, int MaxIterations = 100);

/// <summary>The best point found: primal and dual values, residuals, and everything needed to judge or to certify them.</summary>
/// <param name="Status">How the solve ended.</param>
/// <param name="Primal">Objective at (G, F).</param>
/// <param name="Dual">The bound given by the multipliers, up to their residuals.</param>
/// <param name="Complementarity">&lt;G, S&gt; + s'lambda.</param>
/// <param name="PrimalResidual">Largest violation of a row.</param>
/// <param name="DualResidual">Largest entry of the residuals of the multiplier equations.</param>
/// <param name="Iterations">Iterations taken.</param>
/// <param name="Gram">G, d x d.</param>
/// <param name="Values">F.</param>
/// <param name="Multipliers">lambda.</param>
/// <param name="InnerProducts">V G V', n x n.</param>
public sealed record SdpSolution(
    SdpStatus Status,
    double Primal,
    double Dual,
    double Complementarity,
    double PrimalResidual,
    double DualResidual,
    int Iterations,
    double[] Gram,
    double[] Values,
    double[] Multipliers,
    double[] InnerProducts)
{
    /// <summary>How far the dual value can be below the true supremum because its multipliers are not exactly feasible: dual residual times trace.</summary>
    public double DualUncertainty => DualResidual * (Trace + Values.Sum(Math.Abs));

    /// <summary>The trace of the Gram matrix.</summary>
    public double Trace
    {
        get
        {
            int d = (int)Math.Sqrt(Gram.Length);
            double trace = 0;
            for (int i = 0; i < d; i++)
            {
                trace += Gram[(i * d) + i];
            }

            return trace;
        }
    }
}
