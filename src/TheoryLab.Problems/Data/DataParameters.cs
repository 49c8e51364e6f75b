namespace TheoryLab.Problems;

/// <summary>The parameters that families on data sets share.</summary>
internal static class DataParameters
{
    /// <summary>reg.</summary>
    public static ParameterInfo Regularization { get; } = ParameterInfo.Real("regularization", "reg", 1e-3, 1e-12, 1e6, logarithmic: true);

    /// <summary>Whether features are standardised.</summary>
    public static ParameterInfo StandardizeFeatures { get; } = ParameterInfo.Choice("standardize", "features to mean 0 and standard deviation 1", "yes", "no");

    /// <summary>Whether features and target are standardised.</summary>
    public static ParameterInfo StandardizeAll { get; } =
        ParameterInfo.Choice("standardize", "features and target to mean 0 and standard deviation 1", "yes", "no");

    /// <summary>The distance of x_0 from the origin.</summary>
    public static ParameterInfo Start { get; } = ParameterInfo.Real("start", "|x_0|, in a random direction", 0, 0, 1e4, logarithmic: true);

    /// <summary>Which data set.</summary>
    /// <param name="standard">The embedded one taken when none is named.</param>
    public static ParameterInfo Data(string standard) => ParameterInfo.Word("data", "an embedded data set or a file", standard);
}
