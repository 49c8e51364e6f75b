using TheoryLab.Core;

namespace TheoryLab.WorstCase;

/// <summary>A primal-dual point, or a direction between two: Gram matrix and its slack, row slacks and multipliers, free values.</summary>
internal sealed class SdpPoint
{
    public SdpPoint(int dimension, int rows, int values)
    {
        (G, S) = (new double[dimension * dimension], new double[dimension * dimension]);
        (Slack, Multiplier, F) = (new double[rows], new double[rows], new double[values]);
    }

    /// <summary>Gram matrix.</summary>
    public double[] G { get; }

    /// <summary>Its dual slack: sum of multiplier times matrix, minus C.</summary>
    public double[] S { get; }

    /// <summary>Minus the value of each row.</summary>
    public double[] Slack { get; }

    /// <summary>lambda.</summary>
    public double[] Multiplier { get; }

    /// <summary>Free values.</summary>
    public double[] F { get; }

    public void CopyFrom(SdpPoint other)
    {
        other.G.CopyTo(G, 0);
        other.S.CopyTo(S, 0);
        other.Slack.CopyTo(Slack, 0);
        other.Multiplier.CopyTo(Multiplier, 0);
        other.F.CopyTo(F, 0);
    }

    /// <summary>Adds a step along a direction, primal and dual lengths apart.</summary>
    public void Move(SdpPoint direction, double primal, double dual)
    {
        MatrixKernels.AddScaled(primal, direction.G, G);
        MatrixKernels.AddScaled(primal, direction.Slack, Slack);
        MatrixKernels.AddScaled(primal, direction.F, F);
        MatrixKernels.AddScaled(dual, direction.S, S);
        MatrixKernels.AddScaled(dual, direction.Multiplier, Multiplier);
    }
}
