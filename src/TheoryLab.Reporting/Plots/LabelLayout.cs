namespace TheoryLab.Reporting;

/// <summary>Places labels along a line: each as near to where it would like to be as the others allow.</summary>
internal static class LabelLayout
{
    /// <summary>
    /// Moves places apart until neighbours keep their distance, and all lie within the limits. Neighbours that would touch are merged into a block
    /// that is centred on the mean of its wishes: the least squares solution for the order in which the wishes lie.
    /// </summary>
    /// <param name="wishes">Where each label would like to be.</param>
    /// <param name="distance">The least distance between two.</param>
    /// <param name="low">The lowest place.</param>
    /// <param name="high">The highest place.</param>
    public static double[] Place(IReadOnlyList<double> wishes, double distance, double low, double high)
    {
        int[] order = [.. Enumerable.Range(0, wishes.Count).OrderBy(i => wishes[i]).ThenBy(i => i)];
        List<(double Start, int Count, double Sum)> blocks = [];
        foreach (int i in order)
        {
            blocks.Add(Block(1, wishes[i]));
            while (blocks.Count > 1 && blocks[^2].Start + blocks[^2].Count * distance > blocks[^1].Start)
            {
                // The wish of a later label, moved up by the room of those before it, counts for the start of the block.
                (double _, int count, double sum) = blocks[^1];
                (double _, int before, double sumBefore) = blocks[^2];
                blocks.RemoveRange(blocks.Count - 2, 2);
                blocks.Add(Block(before + count, sumBefore + sum - count * before * distance));
            }
        }

        double[] places = new double[wishes.Count];
        int at = 0;
        foreach ((double start, int count, double _) in blocks)
        {
            for (int j = 0; j < count; j++)
            {
                places[order[at++]] = start + j * distance;
            }
        }

        return places;

        (double Start, int Count, double Sum) Block(int count, double sum) =>
            (Math.Max(low, Math.Min(sum / count, high - (count - 1) * distance)), count, sum);
    }
}
