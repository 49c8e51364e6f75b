using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using TheoryLab.Core;
using TheoryLab.Tests;

namespace TheoryLab.Claims.Tests.Runs;

public sealed class TraceFileTests
{
    private const string Three = "k,gap\n1,0.5\n2,0.25\n4,0.125\n";

    private static readonly double[] K = [1, 2, 4];
    private static readonly double[] Gap = [0.5, 0.25, 0.125];

    /// <summary>Files that hold the same trace.</summary>
    public static TheoryData<string> Spellings =>
    [
        Three,
        Three.TrimEnd('\n'),
        Three.Replace("\n", "\r\n", StringComparison.Ordinal),
        "\uFEFF" + Three,
        "# a comment, with \" and {\n\n  \n" + Three.Replace("2,", "# another \"\n\n2,", StringComparison.Ordinal),
        "\"k\",\"gap\"\r\n\"1\",\"0.5\"\r\n\"2\",\"2.5e-1\"\r\n4,.125\r\n",
        " k , gap \n 1 , 0.5\n+2 ,\t0.25\n4.0, 125e-3 \n",
        "k,gap,note\n1,0.5,\"a, b\"\n2,0.25,\"two\nlines\"\n4,0.125,\"he said \"\"no\"\"\"\n",
        "{\"k\":1,\"gap\":0.5}\n{\"k\":2,\"gap\":0.25}\n{\"k\":4,\"gap\":0.125}\n",
        "\uFEFF# JSON\r\n{\"k\":1,\"gap\":0.5}\r\n\r\n {\"gap\":0.25,\"k\":2,\"more\":[1,{\"k\":7}],\"text\":\"\\\"\"}\r\n{\"k\":4e0,\"gap\":125e-3}",
    ];

    [Theory]
    [MemberData(nameof(Spellings))]
    public void Both_formats_are_read_in_all_their_spellings(string text)
    {
        RecordedTrace trace = Read(text);
        Assert.Equal(("k", "gap", 0), (trace.XName, trace.YName, trace.Nonpositive));
        Assert.Equal(K, trace.X.ToArray());
        Assert.Equal(Gap, trace.Y.ToArray());
    }

    [Theory]
    [InlineData("a,\"b, c\",k\n5,9,0\n4,8,1\n", "k", "b, c")]
    [InlineData("{\"a\":5,\"b, c\":9,\"k\":0}\n{\"k\":1,\"b, c\":8,\"a\":4}\n", "k", "b, c")]
    public void Columns_are_chosen_by_name(string text, string x, string y)
    {
        RecordedTrace trace = Read(text, new(x, y));
        Assert.Equal([0.0, 1.0], trace.X.ToArray());
        Assert.Equal([9.0, 8.0], trace.Y.ToArray());
    }

    [Theory]
    [InlineData("", "t is empty; write a line of column names such as k,gap and then one line per iteration.")]
    [InlineData("# only this\n\n", "t is empty; write a line of column names such as k,gap and then one line per iteration.")]
    [InlineData("k,gap\n", "t has column names but no rows; write one line per iteration below them.")]
    [InlineData("gap\n1\n", "t has one column, 'gap'; a trace needs two, the iterations and the values, separated by commas.")]
    [InlineData("# 1\n1,2\n3,4\n", "t, line 2: numbers where the column names should be; put a line such as k,gap before them.")]
    [InlineData("k,k\n1,2\n", "t has more than one column 'k'; give each column a name of its own.")]
    [InlineData("k,gap\n1,0.5\n2\n", "t, line 3: 1 value where the header names 2 columns; complete or remove the line.")]
    [InlineData("k,gap\n1,2,3\n", "t, line 2: 3 values where the header names 2 columns; shorten or remove the line.")]
    [InlineData("k,gap\n1,\n", "t, line 2: the value of 'gap' is missing; complete or remove the line.")]
    [InlineData("k,gap\n1,half\n", "t, line 2: 'half' in column 'gap' is not a finite number; correct it or remove the line.")]
    [InlineData("k,gap\n1,2\n# x\n\n2,NaN\n", "t, line 5: 'NaN' in column 'gap' is not a finite number; correct it or remove the line.")]
    [InlineData("k,gap\n1,-inf\n", "t, line 2: '-inf' in column 'gap' is not a finite number; correct it or remove the line.")]
    [InlineData("k,gap\n1,1e999\n", "t, line 2: '1e999' in column 'gap' is not a finite number; correct it or remove the line.")]
    [InlineData("k,gap\nInfinity,1\n", "t, line 2: 'Infinity' in column 'k' is not a finite number; correct it or remove the line.")]
    [InlineData("k,gap\n-1,1\n", "t, line 2: k is -1; iterations are counted from 0, so correct it or remove the line.")]
    [InlineData("k,gap\n2,1\n1,1\n", "t, line 3: k is 1 after 2; sort the lines so that k increases, one line for each k.")]
    [InlineData("k,gap\n2,1\n2,1\n", "t, line 3: k is 2 after 2; sort the lines so that k increases, one line for each k.")]
    [InlineData("k,gap\n1,\"2\n3,4\n", "t, line 2: a quotation mark is not closed; close it or remove it.")]
    [InlineData("k,gap\n1,\"2\"3\n", "t, line 2: a quotation mark is misplaced; put whole fields in quotation marks and double those inside.")]
    [InlineData("k,gap\n1,2\"3\"\n", "t, line 2: a quotation mark is misplaced; put whole fields in quotation marks and double those inside.")]
    [InlineData("{}\n", "t, line 1: an object without columns; write one such as {\"k\":1,\"gap\":0.5}.")]
    [InlineData("{\"k\":1,\"gap\":1}\n[2,1]\n", "t, line 2: not a JSON object; write one such as {\"k\":1,\"gap\":0.5} on each line.")]
    [InlineData("{\"k\":1,\"gap\":1}\n{\"k\":2}\n", "t, line 2: the value of 'gap' is missing; complete or remove the line.")]
    [InlineData("{\"k\":1,\"gap\":1}\n{\"k\":null,\"gap\":1}\n", "t, line 2: the value of 'k' is missing; complete or remove the line.")]
    [InlineData("{\"k\":1,\"gap\":\"half\"}\n", "t, line 1: 'half' in column 'gap' is not a finite number; correct it or remove the line.")]
    [InlineData("{\"k\":1,\"gap\":NaN}\n", "t, line 1: not valid JSON at character 14 (NaN and Infinity are not JSON); correct or remove the line.")]
    [InlineData("{\"k\":1,\"gap\":1} 2\n", "t, line 1: not valid JSON at character 17 (NaN and Infinity are not JSON); correct or remove the line.")]
    [InlineData("{\"k\":1,\"gap\":1\n", "t, line 1: not valid JSON at character 15 (NaN and Infinity are not JSON); correct or remove the line.")]
    public void A_bad_file_is_refused_with_what_where_and_how_to_mend_it(string text, string message) =>
        Assert.Equal(message, Assert.Throws<InputException>(() => Read(text)).Message);

    [Theory]
    [InlineData("k", "gaps", "--y: There is no column 'gaps' in t. Did you mean 'gap'?")]
    [InlineData("iteration", "gap", "--x: There is no column 'iteration' in t. Known: k, gap.")]
    [InlineData("gap", null, "t: the column 'gap' is chosen as x and as y; choose two columns with --x and --y.")]
    public void A_wrong_column_is_refused_with_the_one_that_was_meant(string x, string? y, string message) =>
        Assert.Equal(message, Assert.Throws<InputException>(() => Read(Three, new(x, y))).Message);

    [Fact]
    public void Names_that_are_not_utf8_are_refused()
    {
        byte[] text = [.. "{\"k\":1,\"g"u8, 0xC3, 0x28, .. "\\u0041\":2}\n"u8];
        Assert.Contains("not UTF-8", Assert.Throws<InputException>(() => TraceFile.Read(new MemoryStream(text), "t", new(), TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    public void What_names_no_file_is_refused(string path) =>
        Assert.Contains("is no name of a trace file", Assert.Throws<InputException>(() => TraceFile.Read(path, new(), TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);

    [Fact]
    public void Lines_are_counted_through_quoted_line_breaks() =>
        Assert.StartsWith("t, line 4: 'x'", Assert.Throws<InputException>(() => Read("k,gap,note\n1,1,\"a\nb\"\n2,x,c\n")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_line_without_end_is_no_trace() =>
        Assert.Equal(
            "t, line 2: longer than 16 MiB; this is not a trace of lines with commas or JSON objects.",
            Assert.Throws<InputException>(() => Read("k,gap\n" + new string('1', 40_000_000))).Message);

    [Fact]
    public void Values_that_are_not_positive_are_refused_dropped_or_replaced()
    {
        const string text = "k,gap\n0,1\n1,0\n2,0.5\n3,-1e-17\n4,0.25\n";
        Assert.Equal(
            "t, line 3: gap is 0, which has no logarithm; add --nonpositive drop to leave such lines out, --nonpositive floor to put the smallest positive value in their place, or --accuracy to say how exact the values are.",
            Assert.Throws<InputException>(() => Read(text)).Message);
        RecordedTrace dropped = Read(text, new(Nonpositive: NonpositiveValues.Drop)), replaced = Read(text, new(Nonpositive: NonpositiveValues.Floor));
        Assert.Equal((2, 2), (dropped.Nonpositive, replaced.Nonpositive));
        Assert.Equal([0.0, 2, 4], dropped.X.ToArray());
        Assert.Equal([1.0, 0.5, 0.25], dropped.Y.ToArray());
        Assert.Equal([0.0, 1, 2, 3, 4], replaced.X.ToArray());
        Assert.Equal([1.0, 0.25, 0.5, 0.25, 0.25], replaced.Y.ToArray());
    }

    [Fact]
    public void Values_within_the_accuracy_of_zero_are_left_out_and_what_contradicts_it_is_refused()
    {
        const string text = "k,gap\n0,1\n1,0\n2,0.5\n3,-1e-6\n4,0.25\n";
        RecordedTrace trace = Read(text, new(Accuracy: 1e-6));
        Assert.Equal((2, 1e-6), (trace.Nonpositive, trace.Accuracy));
        Assert.Equal([1.0, 0.5, 0.25], trace.Y.ToArray());
        Assert.Equal(
            "t, line 5: gap is -1E-06, below zero by more than --accuracy 9E-07; state how far from the exact values these may be.",
            Assert.Throws<InputException>(() => Read(text, new(Nonpositive: NonpositiveValues.Drop, Accuracy: 9e-7))).Message);
    }

    [Theory]
    [InlineData(NonpositiveValues.Drop)]
    [InlineData(NonpositiveValues.Floor)]
    public void A_trace_without_a_positive_value_is_refused(NonpositiveValues handling) =>
        Assert.Equal(
            "t: no value of 'gap' is positive; choose another column with --y.",
            Assert.Throws<InputException>(() => Read("k,gap\n1,0\n2,-1\n", new(Nonpositive: handling))).Message);

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Equal("There is no trace file 'nowhere.csv'; check the name and the folder.", Assert.Throws<InputException>(() => TraceFile.Read("nowhere.csv", new(), TestContext.Current.CancellationToken)).Message);

    [Fact]
    public void A_trace_that_is_written_is_read_again()
    {
        FsCheck.Check.One(Drawn.Cases(200), Prop.ForAll(Written, w =>
        {
            RecordedTrace trace = Read(w.Text);
            Assert.Equal(w.X, trace.X.ToArray());
            Assert.Equal(w.Y, trace.Y.ToArray());
        }));
    }

    // Traces of up to some thousand lines, so that they cross the ends of the reader's buffer, with any positive doubles.
    private static Arbitrary<(string Text, double[] X, double[] Y)> Written => (
        from y in ArbMap.Default.GeneratorFor<NormalFloat>().Select(f => Math.Abs(f.Item)).Where(v => v > 0).NonEmptyListOf()
        from copies in Gen.Choose(1, 60)
        from json in ArbMap.Default.GeneratorFor<bool>()
        from end in Gen.Elements("\n", "\r\n")
        from note in Gen.Elements("plain", "\"a, b\"", "\"two\nlines\"", "\"\"\"\"")
        let values = Enumerable.Repeat(y, copies).SelectMany(v => v).ToArray()
        let x = Enumerable.Range(0, values.Length).Select(i => 1.25 * i).ToArray()
        select (json ? Json(x, values, end) : Csv(x, values, note, end), x, values)).ToArbitrary();

    private static string Csv(double[] x, double[] y, string note, string end) => string.Join(
        end, x.Zip(y, (k, v) => string.Create(CultureInfo.InvariantCulture, $"{k:R},{v:R},{note}")).Prepend("k,gap,note"));

    private static string Json(double[] x, double[] y, string end) => string.Join(
        end, x.Zip(y, (k, v) => string.Create(CultureInfo.InvariantCulture, $"{{\"k\":{k:R},\"gap\":{v:R}}}")));

    private static RecordedTrace Read(string text, TraceColumns? columns = null)
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(text));
        return TraceFile.Read(stream, "t", columns ?? new());
    }
}
