namespace TheoryLab.Core.Tests;

internal static class Allocation
{
    /// <summary>Bytes that an action allocates on this thread, once it has been run often enough for start-up to be over.</summary>
    public static long Of(Action action)
    {
        for (int i = 0; i < 50; i++)
        {
            action();
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            action();
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
