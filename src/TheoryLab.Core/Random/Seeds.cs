using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MathNet.Numerics.Random;

namespace TheoryLab.Core;

/// <summary>
/// Seeds derived by hashing names: seed(base, claim, axis, index). Adding a claim, an axis or an instance changes no other seed, and one
/// instance can be replayed without drawing those before it.
/// </summary>
public static class Seeds
{
    /// <summary>The seed used when none is given.</summary>
    public const int Default = 20261120;

    /// <summary>The first four bytes of SHA-256 over the parts, as an integer.</summary>
    /// <param name="baseSeed">The run's seed.</param>
    /// <param name="owner">Who draws: a claim's id.</param>
    /// <param name="axis">What is drawn: "instance", "start", ….</param>
    /// <param name="index">Which one.</param>
    public static int Derive(int baseSeed, string owner, string axis, int index)
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"{baseSeed}\n{owner}\n{axis}\n{index}");
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return BinaryPrimitives.ReadInt32LittleEndian(hash);
    }

    /// <summary>The library's generator: MathNet.Numerics' xoshiro256** (Blackman and Vigna 2018), not shared between threads.</summary>
    /// <param name="seed">Any integer.</param>
    public static System.Random Generator(int seed) => new Xoshiro256StarStar(seed, threadSafe: false);
}
