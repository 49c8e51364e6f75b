using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>
/// Joins all shards of one sweep of attacks. Every shard lists the claims of the whole sweep, and nothing that is written depends on machine or time, so the
/// joined folder is that of the unsplit sweep byte for byte.
/// </summary>
public static class AttackSweepMerge
{
    /// <summary>Writes the joined sweep.</summary>
    /// <param name="folders">One folder per shard, in any order.</param>
    /// <param name="output">The folder to write; it must hold no run.</param>
    /// <returns>The joined sweep.</returns>
    /// <exception cref="InputException">The folders are not all shards of one sweep, one of them is not finished, or the output cannot be written.</exception>
    public static StoredAttackSweep Merge(IReadOnlyList<string> folders, string output)
    {
        if (folders.FirstOrDefault(f => File.Exists(Path.Combine(f, RunFolder.InfoName))) is { } check)
        {
            throw new InputException($"The folder '{check}' holds a run of check and '{folders.FirstOrDefault(f => f != check)}' a sweep of attacks; name the shards of one of them.");
        }

        StoredAttackSweep[] shards = SweepParts.InOrder([.. folders.Select(StoredAttackSweep.Read)]);
        AttackSweepInfo info = shards[0].Info with { Shard = null };
        JoinedFolder.Write(output, () =>
        {
            foreach ((StoredAttackSweep shard, string claim) in shards.SelectMany(s => s.Info.OwnClaims.Select(c => (s, c))))
            {
                string from = Path.Combine(shard.Path, claim), to = Path.Combine(output, claim);
                Directory.CreateDirectory(to);
                foreach (string file in (string[])[AttackFolder.LogName, AttackFolder.ResultName])
                {
                    File.Copy(Path.Combine(from, file), Path.Combine(to, file), overwrite: true);
                }
            }

            ReplacedFile.Write(Path.Combine(output, AttackSweepFolder.InfoName), AttackJson.Write(info) + "\n");
        });
        return new(output, info);
    }
}
