namespace TheoryLab.Fuzz.Tests;

/// <summary>Something that reads what users and other programs write; a new one is a new file in Targets.</summary>
internal interface IFuzzTarget
{
    /// <summary>What is read.</summary>
    string Name { get; }

    /// <summary>Good inputs, from which the bad ones are made.</summary>
    IReadOnlyList<byte[]> Corpus { get; }

    /// <summary>Reads an input.</summary>
    /// <param name="input">The bytes.</param>
    /// <returns>Whether it was accepted; refused means that the reader said so in its own words.</returns>
    bool Accepts(byte[] input);
}
