namespace TheoryLab.Claims.Fitting;

/// <summary>The thinned points that a fit looks at: iterations, log values, positions in the recorded trace.</summary>
internal sealed class Window
{
    public Window(double[] k, double[] z, double[] position)
    {
        (K, Z, Position) = (k, z, position);
        LogK = Array.ConvertAll(k, Math.Log);
    }

    public double[] K { get; }

    public double[] LogK { get; }

    public double[] Z { get; }

    public double[] Position { get; }

    public int Count => K.Length;

    public double First => K[0];

    public double Last => K[^1];

    public double Span => K[^1] - K[0];

    /// <summary>The points from an index on.</summary>
    public Window From(int start) => start == 0 ? this : Range(start, Count);

    /// <summary>The points from an index on, before another.</summary>
    public Window Range(int start, int end) => new(K[start..end], Z[start..end], Position[start..end]);
}
