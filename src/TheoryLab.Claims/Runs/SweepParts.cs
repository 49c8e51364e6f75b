using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>Whether parts of a sweep are all of it. Shard i of n took the claims i, i + n, i + 2n, …, so the whole is dealt out of the parts in turn.</summary>
internal static class SweepParts
{
    /// <summary>The shards 1 to n, each finished and all of one sweep.</summary>
    /// <typeparam name="T">Their kind.</typeparam>
    /// <param name="parts">They, in any order.</param>
    /// <exception cref="InputException">One does not belong to the others, is not finished or is missing; with the command that mends it.</exception>
    public static T[] InOrder<T>(IReadOnlyList<T> parts)
        where T : class, ISweepPart<T>
    {
        foreach (T part in parts)
        {
            if (part.Shard is not { } shard)
            {
                throw new InputException($"The run in '{part.Path}' is no shard: it was made without --shard; leave it out.");
            }

            int count = parts[0].Shard!.Value.Count;
            string[] differences = [.. parts[0].Differences(part), .. shard.Count == count ? [] : (string[])[FormattableString.Invariant($"one is of {count} shards, the other of {shard.Count}")]];
            if (differences.Length > 0)
            {
                throw new InputException($"The runs in '{parts[0].Path}' and '{part.Path}' are shards of different sweeps: {string.Join("; ", differences)}. Name the shards of one sweep, made with the same options and version.");
            }

            if (parts.FirstOrDefault(p => p != part && p.Shard == shard) is { } other)
            {
                throw new InputException($"'{part.Path}' and '{other.Path}' both hold shard {shard}; name one of them.");
            }
        }

        T first = parts[0];
        int shardCount = first.Shard!.Value.Count;
        if (Enumerable.Range(1, shardCount).FirstOrDefault(i => parts.All(p => p.Shard!.Value.Index != i)) is > 0 and var missing)
        {
            throw new InputException($"Shard {missing}/{shardCount} is missing; make it with: {first.WholeCommand} --shard {missing}/{shardCount} --out DIR");
        }

        T[] ordered = [.. parts.OrderBy(p => p.Shard!.Value.Index)];
        foreach (T part in ordered)
        {
            string[] open = [.. part.OwnClaims.Where(c => !part.IsFinished(c))];
            if (open.Length > 0)
            {
                throw new InputException(
                    $"Shard {part.Shard} in '{part.Path}' is not finished: {part.OwnClaims.Count - open.Length} of {part.OwnClaims.Count} claims, {open[0]} is missing; go on with it: {part.WholeCommand} --shard {part.Shard} --out {part.Path} --resume");
            }
        }

        return ordered;
    }
}
