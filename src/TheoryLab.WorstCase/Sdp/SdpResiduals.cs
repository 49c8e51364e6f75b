namespace TheoryLab.WorstCase;

/// <summary>The residuals of the optimality conditions at a point, all zero at a solution.</summary>
/// <remarks>
/// rp_k = -(&lt;A_k, G&gt; + a_k'F + b_k) - s_k,  Rd = sum lambda_k A_k - C - S,  rf = c - sum lambda_k a_k.
/// </remarks>
internal sealed class SdpResiduals(SemidefiniteProgram program)
{
    private readonly double[] _rowSize = [.. program.Rows.Select(r => Math.Max(1, r.Magnitude()))];
    private readonly double _objectiveSize = Math.Max(1, program.Objective.Magnitude());

    /// <summary>rp.</summary>
    public double[] Primal { get; } = new double[program.Rows.Count];

    /// <summary>Rd.</summary>
    public double[] Dual { get; } = new double[program.Dimension * program.Dimension];

    /// <summary>rf.</summary>
    public double[] Values { get; } = new double[program.ValueCount];

    /// <summary>V G V' at the point.</summary>
    public double[] Table { get; } = new double[program.VectorCount * program.VectorCount];

    /// <summary>The largest |rp_k| relative to its row.</summary>
    public double RelativePrimal { get; private set; }

    /// <summary>The largest entry of Rd and rf relative to the objective.</summary>
    public double RelativeDual { get; private set; }

    /// <summary>The largest |rp_k|.</summary>
    public double LargestPrimal { get; private set; }

    /// <summary>The largest entry of Rd and rf.</summary>
    public double LargestDual { get; private set; }

    /// <summary>Objective at (G, F).</summary>
    public double PrimalValue { get; private set; }

    /// <summary>The bound of the multipliers.</summary>
    public double DualValue { get; private set; }

    /// <summary>&lt;G, S&gt; + s'lambda.</summary>
    public double Complementarity { get; private set; }

    /// <summary>Computes everything at a point.</summary>
    public void At(SdpPoint x)
    {
        program.InnerProducts(x.G, Table);
        (RelativePrimal, LargestPrimal) = (0, 0);
        DualValue = program.Objective.Constant;
        program.Objective.AddValues(Values, 1, clear: true);
        for (int k = 0; k < Primal.Length; k++)
        {
            SdpRow row = program.Rows[k];
            Primal[k] = -row.Evaluate(Table, program.VectorCount, x.F) - x.Slack[k];
            LargestPrimal = Math.Max(LargestPrimal, Math.Abs(Primal[k]));
            RelativePrimal = Math.Max(RelativePrimal, Math.Abs(Primal[k]) / _rowSize[k]);
            DualValue -= row.Constant * x.Multiplier[k];
            row.AddValues(Values, -x.Multiplier[k], clear: false);
        }

        program.Adjoint(x.Multiplier, 1, Dual);
        LargestDual = 0;
        double complementarity = 0;
        for (int i = 0; i < Dual.Length; i++)
        {
            Dual[i] -= x.S[i];
            LargestDual = Math.Max(LargestDual, Math.Abs(Dual[i]));
            complementarity += x.G[i] * x.S[i];
        }

        foreach (double r in Values)
        {
            LargestDual = Math.Max(LargestDual, Math.Abs(r));
        }

        for (int k = 0; k < Primal.Length; k++)
        {
            complementarity += x.Slack[k] * x.Multiplier[k];
        }

        RelativeDual = LargestDual / _objectiveSize;
        Complementarity = complementarity;
        PrimalValue = program.Objective.Evaluate(Table, program.VectorCount, x.F);
    }
}
