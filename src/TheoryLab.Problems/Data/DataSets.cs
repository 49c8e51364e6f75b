using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// Data sets by name or file. Four are embedded: breast-cancer (569 x 30, two classes), wine (178 x 13, three classes), digits
/// (1797 x 64, ten classes) and diabetes (442 x 10, a target to regress on); NOTICE gives their origin.
/// </summary>
public static class DataSets
{
    // A text is held as a whole while it is read.
    private const int LargestFile = 256 << 20;

    /// <summary>The embedded sets.</summary>
    public static IReadOnlyList<string> Names { get; } = ["breast-cancer", "diabetes", "digits", "wine"];

    /// <summary>An embedded set, or else a file: comma-separated with the label last, or LIBSVM text.</summary>
    /// <param name="nameOrPath">A name among <see cref="Names"/>, or a path.</param>
    /// <exception cref="InputException">Neither a name nor a readable file, or a file with an error in it.</exception>
    public static DataSet Load(string nameOrPath)
    {
        if (Names.Contains(nameOrPath))
        {
            return Embedded(nameOrPath);
        }

        if (Directory.Exists(nameOrPath))
        {
            throw new InputException($"'{nameOrPath}' is a directory; give the path of a file in it.");
        }

        if (!File.Exists(nameOrPath))
        {
            throw nameOrPath.AsSpan().ContainsAny('/', '\\', '.')
                ? new InputException($"There is no file '{nameOrPath}'; correct the path, or name an embedded data set: {string.Join(", ", Names)}.")
                : NearestName.Unknown("data set or file", nameOrPath, [.. Names]);
        }

        try
        {
            return Parse(InputFile.Text(nameOrPath, LargestFile), Path.GetFileName(nameOrPath), Path.GetFullPath(nameOrPath));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The file '{nameOrPath}' cannot be read ({e.Message.TrimEnd('.')}); make it readable or copy it.", e);
        }
    }

    /// <summary>A data set from text: LIBSVM if the first line of several words continues with index:value, else comma-separated.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="name">A name for messages, a file name say.</param>
    /// <param name="source">Where the text comes from.</param>
    /// <exception cref="InputException">An error in the text, with its line.</exception>
    public static DataSet Parse(string text, string name, string source) =>
        LibSvmText.Recognizes(text) ? LibSvmText.Read(text, name, source) : CsvText.Read(text, name, source);

    private static DataSet Embedded(string name)
    {
        using Stream stream = typeof(DataSets).Assembly.GetManifestResourceStream($"TheoryLab.Problems.Data.Sets.{name}.csv")
            ?? throw new InvalidOperationException($"The data set {name} is missing from the assembly.");
        using StreamReader reader = new(stream);
        return CsvText.Read(reader.ReadToEnd(), name, Origin(name));
    }

    private static string Origin(string name) => name switch
    {
        "breast-cancer" => "Wolberg, Mangasarian, Street and Street 1993, UCI Machine Learning Repository, CC BY 4.0",
        "wine" => "Aeberhard and Forina 1992, UCI Machine Learning Repository, CC BY 4.0",
        "digits" => "Alpaydin and Kaynak 1998, UCI Machine Learning Repository, CC BY 4.0",
        _ => "Efron, Hastie, Johnstone and Tibshirani, Least Angle Regression, The Annals of Statistics 32, 2004",
    };
}
