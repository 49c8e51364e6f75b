using System.Text;
using TheoryLab.Core;

namespace TheoryLab.ClaimFiles.Tests;

public sealed class FuzzTests
{
    private static readonly string[] Seeds = [Files.Valid, StarterClaim.Text("starter"), .. DocumentationTests.Snippets.Select(s => (string)s.Data)];

    // Bytes that mean something in YAML or in a formula.
    private static readonly byte[] Telling = [.. "\t\n :-?[]{},#&*!|>'\"%@`^()+/.0129eEkN~<\r"u8, 0, 0x1F, 0x7F, 0x85, 0xC2, 0xE2, 0xEF, 0xFF];

    [Fact]
    public void Two_thousand_damaged_files_are_read_or_refused_with_a_place()
    {
        Random random = new(20261120);
        string path = Path.Combine(Files.Examples, "fuzz.yaml");
        int refused = 0;
        for (int i = 0; i < 2000; i++)
        {
            byte[] damaged = Damage(random, Encoding.UTF8.GetBytes(Seeds[random.Next(Seeds.Length)]));
            try
            {
                ClaimFile.Parse(damaged, path);
            }
            catch (InputException e)
            {
                refused++;
                Assert.True(e.Message.StartsWith(path + ":", StringComparison.Ordinal) && !e.Message.Contains('\n', StringComparison.Ordinal), e.Message);
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"{e.GetType().Name}: {e.Message} from\n{Encoding.UTF8.GetString(damaged)}\n{e.StackTrace}");
            }
        }

        Assert.InRange(refused, 500, 1999);
    }

    private static byte[] Damage(Random random, byte[] bytes)
    {
        List<byte> damaged = [.. bytes];
        for (int n = random.Next(1, 4); n > 0 && damaged.Count > 1; n--)
        {
            int at = random.Next(damaged.Count), other = random.Next(damaged.Count);
            switch (random.Next(6))
            {
                case 0: damaged[at] = Telling[random.Next(Telling.Length)]; break;
                case 1: damaged.Insert(at, Telling[random.Next(Telling.Length)]); break;
                case 2: damaged.RemoveAt(at); break;
                case 3: damaged.RemoveRange(at, Math.Min(random.Next(1, 20), damaged.Count - at)); break;
                case 4: damaged.InsertRange(at, damaged.Skip(other).Take(random.Next(1, 40)).ToArray()); break;
                default: damaged[at] = (byte)random.Next(256); break;
            }
        }

        return [.. damaged];
    }
}
