using System.Text.Json;

namespace TheoryLab.Verifier;

/// <summary>A JSON object whose keys are read exactly once each: repeated, missing and unknown keys are refused.</summary>
internal sealed class StrictObject
{
    private readonly Dictionary<string, JsonElement> _members = [];
    private readonly string _where;

    public StrictObject(JsonElement element, string where)
    {
        _where = where;
        Require(element.ValueKind == JsonValueKind.Object, $"{where} is not an object");
        foreach (JsonProperty member in element.EnumerateObject())
        {
            Require(_members.TryAdd(member.Name, member.Value), $"{where} repeats the key '{member.Name}'");
        }
    }

    public static void Require(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new CertificateException($"{otherwise}.");
        }
    }

    public static string Text(JsonElement element, string where)
    {
        Require(element.ValueKind == JsonValueKind.String, $"{where} is not a string");
        return element.GetString()!;
    }

    public static IReadOnlyList<JsonElement> List(JsonElement element, string where)
    {
        Require(element.ValueKind == JsonValueKind.Array, $"{where} is not a list");
        return [.. element.EnumerateArray()];
    }

    public bool Has(string key) => _members.ContainsKey(key);

    public JsonElement Take(string key)
    {
        Require(_members.Remove(key, out JsonElement value), $"{_where} lacks the key '{key}'");
        return value;
    }

    public string Text(string key) => Text(Take(key), $"{key} of {_where}");

    public Fraction Number(string key)
    {
        string text = Text(key);
        Require(Fraction.TryParse(text, out Fraction value), $"{key} of {_where} is '{text}', which is not a rational such as \"-7/12\"");
        return value;
    }

    public IReadOnlyList<JsonElement> List(string key) => List(Take(key), $"{key} of {_where}");

    /// <summary>The remaining members, all of them taken; for objects whose keys are names.</summary>
    public IReadOnlyList<KeyValuePair<string, JsonElement>> TakeAll()
    {
        KeyValuePair<string, JsonElement>[] all = [.. _members];
        _members.Clear();
        return all;
    }

    public void End() => Require(_members.Count == 0, $"{_where} has the unknown key '{_members.Keys.FirstOrDefault()}'");
}
