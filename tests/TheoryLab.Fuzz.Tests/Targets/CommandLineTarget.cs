using System.Text;
using TheoryLab.Cli;

namespace TheoryLab.Fuzz.Tests;

/// <summary>Command lines, run in this process in a folder of their own and interrupted before they have done much; a line break parts the words.</summary>
internal sealed class CommandLineTarget : IFuzzTarget, IDisposable
{
    private const int InternalError = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.2);

    private readonly string _before = Environment.CurrentDirectory;
    private readonly string _folder = Directory.CreateTempSubdirectory("theorylab-fuzz-").FullName;

    public CommandLineTarget()
    {
        Environment.CurrentDirectory = _folder;
        File.WriteAllText("t.csv", "k,gap\n" + string.Concat(Enumerable.Range(1, 20).Select(k => $"{k},{1.0 / k}\n")));
    }

    public string Name => "command lines";

    public IReadOnlyList<byte[]> Corpus { get; } =
    [
        .. new[]
        {
            "--help", "--version", "list\nmethods\n--source", "list\nclaims\n--family\nfirst-order", "show\ngd-convex-exact", "fit\nt.csv\n--y\ngap\n--expect\n1/k\n--kind\norder",
            "run\nnesterov\n--problem\nhuber\n--set\ntau=1/100\n--iterations\n20\n--seed\n3", "verify\nt.csv", "doctor",
            "worst-case\ngradient-descent\n--class\nsmooth-strongly-convex\n--steps\n2\n--set\nL=2\n--set\nmu=1/10",
            "check\ngd-convex-exact\n--instances\n1\n--iterations\n9\n--jobs\n1\n--quiet\n--format\njson", "check\n--shard\n1/99\n--seed\n5\n--strict", "attack\ngd-convex-exact\n--evaluations\n5",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    public bool Accepts(byte[] input)
    {
        // What it writes stays in its folder.
        string[] words = Encoding.UTF8.GetString(input).Split('\n').Select(w => w.Replace("..", "_", StringComparison.Ordinal).TrimStart('/')).ToArray();
        using CancellationTokenSource patience = new(Patience);
        (TextWriter output, TextWriter error) = (Console.Out, Console.Error);
        using StringWriter errors = new();
        Console.SetOut(TextWriter.Null);
        Console.SetError(errors);
        try
        {
            int status = Application.RunAsync(words, patience.Token).GetAwaiter().GetResult();
            return status switch
            {
                InternalError => throw new InvalidOperationException($"'{string.Join(' ', words)}' ended with status 5: {errors}"),
                2 when errors.ToString().TrimEnd('\n').Length == 0 => throw new InvalidOperationException($"'{string.Join(' ', words)}' was refused without a word"),
                2 => false,
                _ => true,
            };
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }

    public void Dispose()
    {
        Environment.CurrentDirectory = _before;
        Directory.Delete(_folder, recursive: true);
    }
}
