using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>A data set as least squares take it: f(w) = |A w - b|^2/(2m) + (reg/2)|w|^2, with the curvature of f.</summary>
internal sealed class RegressionData
{
    private readonly double _regularization;
    private readonly Lazy<double> _smoothness;
    private readonly Lazy<double> _strongConvexity;

    /// <param name="name">A data set or a file.</param>
    /// <param name="standardize">Features and target to mean 0 and standard deviation 1.</param>
    /// <param name="regularization">reg.</param>
    /// <exception cref="InputException">There is no such data set, or its numbers are too large.</exception>
    public RegressionData(string name, bool standardize, double regularization)
    {
        DataSet raw = DataSets.Load(name);
        Set = standardize ? raw.Standardized() : raw;
        DesignMatrix.Checked(Set.Matrix, raw.Name);
        Targets = DesignMatrix.Checked(standardize ? raw.StandardizedLabels() : raw.Labels.ToArray(), raw.Name);
        _regularization = regularization;
        _smoothness = new(() => DesignMatrix.Smoothness(Set, 1, regularization));
        _strongConvexity = new(() => DesignMatrix.StrongConvexity(Set, regularization));
    }

    /// <summary>A, of m rows.</summary>
    public DataSet Set { get; }

    /// <summary>n, the number of columns of A.</summary>
    public int Dimension => Set.Features;

    /// <summary>b.</summary>
    public double[] Targets { get; }

    /// <summary>L, an upper bound.</summary>
    public double Smoothness => _smoothness.Value;

    /// <summary>mu, a lower bound.</summary>
    public double StrongConvexity => _strongConvexity.Value;

    /// <summary>f.</summary>
    public SquaredLoss<T> Loss<T>()
        where T : struct, INumber<T> => With<T>(Targets);

    /// <summary>f with b = 0, a sum of squares in which nothing cancels: at x - p it is f(x) - f(p) - grad f(p)'(x - p).</summary>
    public SquaredLoss<T> Form<T>()
        where T : struct, INumber<T> => With<T>(new double[Set.Rows]);

    /// <summary>L or mu by name; null for another name.</summary>
    public T? Constant<T>(string name)
        where T : struct, INumber<T> => name switch
        {
            "L" => ScalarMath.From<T>(Smoothness),
            "mu" => ScalarMath.From<T>(StrongConvexity),
            _ => null,
        };

    private SquaredLoss<T> With<T>(double[] targets)
        where T : struct, INumber<T> => new(DesignMatrix.In<T>(Set.Matrix), DesignMatrix.In<T>(targets), ScalarMath.From<T>(_regularization));
}
