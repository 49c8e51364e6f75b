using System.Globalization;
using System.Text;
using TheoryLab.Core;

namespace TheoryLab.Problems.Tests;

public class DataSetReaderTests
{
    [Theory]
    [InlineData("1,2,3\n4,5\n", "t.csv, line 2: 2 values where the lines before have 3; complete or remove the line.")]
    [InlineData("1,2,3\n\n4,5,6,7\n", "t.csv, line 3: 4 values where the lines before have 3; shorten or remove the line.")]
    [InlineData("a,b,c\n1,2\n", "t.csv, line 2: 2 values where the lines before have 3; complete or remove the line.")]
    [InlineData("a,b\n1,x\n", "t.csv, line 2: 'x' in column 2 is not a number; write a number or remove the line.")]
    [InlineData("1,b\n1,2\n", "t.csv, line 1: 'b' in column 2 is not a number; write a number or remove the line.")]
    [InlineData("1,2\n,2\n", "t.csv, line 2: no value in column 1; write a number or remove the line.")]
    [InlineData("1,2\nNaN,2\n", "t.csv, line 2: 'NaN' in column 1 is not a finite number; write a finite one or remove the line.")]
    [InlineData("1,2\n1,-Infinity\n", "t.csv, line 2: '-Infinity' in column 2 is not a finite number; write a finite one or remove the line.")]
    [InlineData("1,2\n1,1e999\n", "t.csv, line 2: '1e999' in column 2 is not a finite number; write a finite one or remove the line.")]
    [InlineData("1;2;3\n", "t.csv, line 1: one value where a feature and a label are needed; separate the values by commas.")]
    [InlineData("1,\"2\n3,4\n", "t.csv, line 1: a quotation mark is misplaced; remove the quotation marks from the line.")]
    [InlineData("", "t.csv has no rows; write one row per line, numbers separated by commas and the label last.")]
    [InlineData("a,b\n", "t.csv has no rows; write one row per line, numbers separated by commas and the label last.")]
    [InlineData("1 1:2 4:1\n0 3:1 2:5\n", "t.csv, line 2: index 2 after 3; write the indices of a line in increasing order, each once.")]
    [InlineData("1 1:2\n0 3:1 3:5\n", "t.csv, line 2: index 3 after 3; write the indices of a line in increasing order, each once.")]
    [InlineData("1 1:2\n0 0:1\n", "t.csv, line 2: '0:1' is not index:value with an index of at least 1; correct or remove it.")]
    [InlineData("1 1:2\n0 5\n", "t.csv, line 2: '5' is not index:value with an index of at least 1; correct or remove it.")]
    [InlineData("1 1:2\n0 2:x\n", "t.csv, line 2: 'x' in feature 2 is not a number; write a number or remove the line.")]
    [InlineData("1 1:2\nyes 2:1\n", "t.csv, line 2: 'yes' in the label is not a number; write a number or remove the line.")]
    [InlineData("1 1:2\n0 2000000000:1\n", "t.csv would be a dense table of 2 rows and 2000000000 features, more than fits; choose fewer rows or features.")]
    public void AnErrorNamesFileLineAndRemedy(string text, string message) =>
        Assert.Equal(message, Assert.Throws<InputException>(() => DataSets.Parse(text, "t.csv", "test")).Message);

    [Theory]
    [InlineData("brest-cancer", "There is no data set or file 'brest-cancer'. Did you mean 'breast-cancer'?")]
    [InlineData("missing.csv", "There is no file 'missing.csv'; correct the path, or name an embedded data set: breast-cancer, diabetes, digits, wine.")]
    [InlineData("/", "'/' is a directory; give the path of a file in it.")]
    public void AnUnknownNameOrFileIsRefused(string name, string message) =>
        Assert.Equal(message, Assert.Throws<InputException>(() => DataSets.Load(name)).Message);

    [Fact]
    public void SparseTextBecomesDense()
    {
        DataSet data = DataSets.Parse("# comment\n-1\n+1 2:3 4:-1e-2 # tail\r\n\n2\t1:5\n", "t", "test");
        Assert.Equal((3, 4), (data.Rows, data.Features));
        Assert.Equal([-1, 1, 2], data.Labels.ToArray());
        Assert.Equal([0, 0, 0, 0, 0, 3, 0, -0.01, 5, 0, 0, 0], data.Values.ToArray());
    }

    [Fact]
    public void AFileWithoutExtensionIsReadByItsContent()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "1 2:0.5\n", Encoding.UTF8);
            Assert.Equal([0, 0.5], DataSets.Load(path).Values.ToArray());
            File.WriteAllText(path, "x, label\r\n 0.5 , 1\r\n", Encoding.UTF8);
            Assert.Equal([0.5], DataSets.Load(path).Values.ToArray());
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void WhatIsWrittenIsReadBack() => Any.Seed(100, random =>
    {
        int rows = random.Next(1, 20), features = random.Next(1, 8);
        double[] values = [.. Enumerable.Range(0, rows * features).Select(_ => random.Signed(-300, 300))];
        double[] labels = [.. Enumerable.Range(0, rows).Select(_ => (double)random.Next(-3, 3))];
        bool sparse = random.Next(2) == 0, header = random.Next(2) == 0;
        StringBuilder text = new(header && !sparse ? string.Join(',', Enumerable.Range(0, features + 1).Select(j => $"c{j}")) + "\n" : string.Empty);
        for (int i = 0; i < rows; i++)
        {
            IEnumerable<string> row = Enumerable.Range(0, features).Select(j =>
                (sparse ? $"{j + 1}:" : string.Empty) + values[(i * features) + j].ToString("R", CultureInfo.InvariantCulture));
            string label = labels[i].ToString("R", CultureInfo.InvariantCulture);
            text.AppendLine(sparse ? string.Join(' ', row.Prepend(label)) : string.Join(',', row.Append(label)));
        }

        DataSet data = DataSets.Parse(text.ToString(), "t", "test");
        Assert.Equal(features, data.Features);
        Assert.Equal(values, data.Values.ToArray());
        Assert.Equal(labels, data.Labels.ToArray());
    });
}
