using System.Text;
using TheoryLab.Core;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace TheoryLab.ClaimFiles;

/// <summary>
/// YAML text as a tree of nodes. Of YAML, a claim file uses mappings, lists and scalars: anchors, aliases, tags and further documents are refused, so
/// that what is read is what is seen, and no small file becomes a large tree.
/// </summary>
internal sealed class YamlText
{
    // A claim file has a few hundred lines and is four levels deep; what is far beyond is another kind of file.
    private const int LargestFile = 1 << 20;
    private const int DeepestNesting = 16;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string _file;
    private readonly Scanner _scanner;
    private readonly Parser _parser;
    private int _depth;

    private YamlText(string file, string text)
    {
        _file = file;
        _scanner = new(new StringReader(text), skipComments: true);
        _parser = new(_scanner);
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">It cannot be read, or is too large.</exception>
    public static byte[] Bytes(string path)
    {
        try
        {
            if (new FileInfo(path).Length > LargestFile)
            {
                throw new InputException($"{path}:1:1: the file is larger than 1 MiB; a claim file has a few hundred lines, so give another one.");
            }

            return InputFile.Bytes(path, LargestFile);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException($"There is no claim file '{path}'; check the name and the folder, or write one with 'theorylab new claim {path}'.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The claim file '{path}' cannot be read ({e.Message.TrimEnd('.')}); make it readable or copy it.", e);
        }
    }

    /// <summary>The tree of a text.</summary>
    /// <param name="bytes">UTF-8, with or without a byte order mark.</param>
    /// <param name="file">What messages call them.</param>
    /// <exception cref="InputException">They are not one document of plain YAML.</exception>
    public static Node Parse(ReadOnlySpan<byte> bytes, string file)
    {
        bytes = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        string text;
        try
        {
            text = Strict.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            ReadOnlySpan<byte> before = bytes[..e.Index];
            int line = before.Count((byte)'\n') + 1, column = e.Index - before.LastIndexOf((byte)'\n');
            throw new Place(file, line, column).Error("a byte that is not UTF-8; save the file as UTF-8.", e);
        }

        try
        {
            return new YamlText(file, text).Document();
        }
        catch (YamlException e)
        {
            throw Syntax(file, text, e);
        }
    }

    private Node Document()
    {
        Next<StreamStart>();
        if (Next<ParsingEvent>() is StreamEnd)
        {
            throw new Place(_file, 1, 1).Error("the file is empty; 'theorylab new claim' writes one to start from.");
        }

        Advance();
        Node root = Value();
        Next<DocumentEnd>();
        return Next<ParsingEvent>() is not DocumentStart second ? root
            : throw At(second).Error("a second document begins; a file holds one claim, so put the other one into a file of its own.");
    }

    private Node Value()
    {
        ParsingEvent current = _parser.Current!;
        if (current is AnchorAlias alias)
        {
            throw At(alias).Error($"'*{alias.Value}' repeats an anchored value; write the value out.");
        }

        if (current is NodeEvent node && (!node.Anchor.IsEmpty || !node.Tag.IsEmpty))
        {
            throw At(node).Error(node.Anchor.IsEmpty ? $"the tag '{node.Tag}' is not used in claim files; remove it." : $"the anchor '&{node.Anchor}' is not used in claim files; remove it.");
        }

        if (++_depth > DeepestNesting)
        {
            throw At(current).Error($"nested deeper than {DeepestNesting} levels; a claim file has four.");
        }

        Node value = current switch
        {
            SequenceStart => List(At(current)),
            MappingStart => Mapping(At(current)),
            YamlDotNet.Core.Events.Scalar scalar => Text(scalar),
            _ => throw At(current).Error("a value is missing here, or the lines before are indented out of step; correct the indentation."),
        };
        _depth--;
        return value;
    }

    private Items List(Place place)
    {
        List<Node> items = [];
        while (Next<ParsingEvent>() is not SequenceEnd)
        {
            items.Add(Value());
        }

        return new(place, items);
    }

    private Entries Mapping(Place place)
    {
        List<Entry> entries = [];
        Dictionary<string, Scalar> keys = new(StringComparer.Ordinal);
        while (Next<ParsingEvent>() is not MappingEnd)
        {
            Node node = Value();
            Scalar key = node as Scalar ?? throw node.Error("a key must be a word.");
            if (!keys.TryAdd(key.Text, key))
            {
                throw key.Error($"the key '{key.Text}' occurs a second time, after line {keys[key.Text].Place.Line}; keep one of them.");
            }

            Advance();
            entries.Add(new(key, Value()));
        }

        return new(place, entries);
    }

    private Scalar Text(YamlDotNet.Core.Events.Scalar scalar)
    {
        if (scalar.Value.Any(c => (char.IsControl(c) && c is not ('\n' or '\t' or '\r')) || c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069'))
        {
            throw At(scalar).Error("a control character, which would change how results are shown; remove it.");
        }

        bool isQuoted = scalar.Style != ScalarStyle.Plain;
        int quotes = isQuoted ? 1 : 0;
        bool isVerbatim = scalar.Start.Line == scalar.End.Line && scalar.End.Column - scalar.Start.Column == scalar.Value.Length + (2 * quotes);
        return new(At(scalar), scalar.Value, isQuoted, isVerbatim ? quotes : null);
    }

    private T Next<T>()
        where T : ParsingEvent
    {
        Advance();
        return (T)_parser.Current!;
    }

    private void Advance()
    {
        try
        {
            _parser.MoveNext();
        }
        catch (InvalidOperationException e)
        {
            // The scanner loses track of brackets that do not match; it says so in this way, without a place.
            throw new YamlException(_scanner.CurrentPosition, _scanner.CurrentPosition, "A bracket has no partner", e);
        }
    }

    private Place At(ParsingEvent e) => new(_file, e.Start.Line, e.Start.Column);

    /// <summary>What the parser says in its own words, with the usual cause where the line shows it.</summary>
    private static InputException Syntax(string file, string text, YamlException e)
    {
        // The parser gives the beginning of the mapping that a tab broke.
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            int tab = lines[i][..^lines[i].TrimStart().Length].IndexOf('\t', StringComparison.Ordinal);
            if (tab >= 0 && (i + 1 == e.Start.Line || e.Message.Contains("tab", StringComparison.Ordinal)))
            {
                return new Place(file, i + 1, tab + 1).Error("a tab in the indentation; YAML indents with spaces only.", e);
            }
        }

        string what = e.Message.Split('\n')[0].Trim().TrimEnd('.');
        what = what.Length == 0 ? "this is not YAML" : char.ToLowerInvariant(what[0]) + what[1..];
        return new Place(file, Math.Max(1, e.Start.Line), Math.Max(1, e.Start.Column)).Error($"{what}; correct the line, or put a text that has a colon or a bracket in quotation marks.", e);
    }
}
