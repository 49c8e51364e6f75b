using System.Runtime.ExceptionServices;
using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>Runs side by side: an error of the input or of a foreign process reaches the caller as it was thrown, not wrapped.</summary>
internal static class SideBySide
{
    /// <summary>Parallel.For, except for what it throws.</summary>
    /// <param name="from">First index.</param>
    /// <param name="to">One past the last.</param>
    /// <param name="options">Jobs and cancellation.</param>
    /// <param name="body">What to do.</param>
    /// <exception cref="InputException">The first input error of any index.</exception>
    /// <exception cref="ForeignRunException">The first failure of a foreign process.</exception>
    public static void For(int from, int to, ParallelOptions options, Action<int> body)
    {
        try
        {
            Parallel.For(from, to, options, body);
        }
        catch (AggregateException e) when (e.Flatten().InnerExceptions.FirstOrDefault(inner => inner is InputException or ForeignRunException) is { } known)
        {
            ExceptionDispatchInfo.Throw(known);
        }
    }
}
