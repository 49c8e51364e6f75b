namespace TheoryLab.Claims.Fitting;

/// <summary>Order statistics by selection, linear in the number of values.</summary>
internal static class Quantiles
{
    /// <summary>The quantile of level a, interpolated between order statistics (Hyndman and Fan's definition 7). Reorders the values.</summary>
    public static double Take(Span<double> values, double a)
    {
        double at = a * (values.Length - 1);
        int below = (int)at;
        double low = Select(values, below);
        if (below + 1 >= values.Length || at == below)
        {
            return low;
        }

        // After the selection everything to the right is at least as large: the next order statistic is the least of it.
        double next = double.PositiveInfinity;
        foreach (double v in values[(below + 1)..])
        {
            next = Math.Min(next, v);
        }

        return low + ((at - below) * (next - low));
    }

    /// <summary>The median. Reorders the values.</summary>
    public static double Median(Span<double> values) => Take(values, 0.5);

    /// <summary>Copies at most <paramref name="buffer"/>.Length values, evenly spaced over the source, and returns the copy.</summary>
    public static Span<double> Sample(ReadOnlySpan<double> source, Span<double> buffer)
    {
        if (source.Length <= buffer.Length)
        {
            source.CopyTo(buffer);
            return buffer[..source.Length];
        }

        for (int i = 0; i < buffer.Length; i++)
        {
            buffer[i] = source[(int)((long)i * (source.Length - 1) / (buffer.Length - 1))];
        }

        return buffer;
    }

    // Hoare's selection, pivot the median of three.
    private static double Select(Span<double> v, int rank)
    {
        int low = 0, high = v.Length - 1;
        while (low < high)
        {
            double a = v[low], b = v[low + ((high - low) / 2)], c = v[high];
            double pivot = Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
            int i = low, j = high;
            while (i <= j)
            {
                while (v[i] < pivot)
                {
                    i++;
                }

                while (v[j] > pivot)
                {
                    j--;
                }

                if (i <= j)
                {
                    (v[i], v[j]) = (v[j], v[i]);
                    i++;
                    j--;
                }
            }

            if (rank <= j)
            {
                high = j;
            }
            else if (rank >= i)
            {
                low = i;
            }
            else
            {
                break;
            }
        }

        return v[rank];
    }
}
