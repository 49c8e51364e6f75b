using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>One of n shards of a sweep: every n-th item, from the i-th; written i/n.</summary>
/// <param name="Index">i, from 1 to n.</param>
/// <param name="Count">n.</param>
[JsonConverter(typeof(ShardJson))]
public readonly record struct ShardIndex(int Index, int Count)
{
    /// <summary>The whole sweep.</summary>
    public static ShardIndex Whole => new(1, 1);

    /// <summary>The items of this shard, in order.</summary>
    /// <typeparam name="T">The items.</typeparam>
    /// <param name="items">All items.</param>
    public T[] Of<T>(IEnumerable<T> items)
    {
        (int index, int count) = this;
        return [.. items.Where((_, i) => i % count == index - 1)];
    }

    /// <summary>Reads i/n.</summary>
    /// <param name="text">What was typed.</param>
    /// <exception cref="InputException">It is not i/n with 1 &lt;= i &lt;= n.</exception>
    public static ShardIndex Parse(string text) => TryParse(text) ??
        throw new InputException($"--shard is '{text}'; it must be i/n with 1 <= i <= n, such as 2/3.");

    /// <summary>i/n.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Index}/{Count}");

    internal static ShardIndex? TryParse(string text)
    {
        string[] parts = text.Split('/');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            && index >= 1 && index <= count
            ? new(index, count)
            : null;
    }
}

/// <summary>A shard as the text i/n.</summary>
internal sealed class ShardJson : JsonConverter<ShardIndex>
{
    public override ShardIndex Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && ShardIndex.TryParse(reader.GetString()!) is { } shard ? shard : throw new JsonException("a shard must be i/n");

    public override void Write(Utf8JsonWriter writer, ShardIndex value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
