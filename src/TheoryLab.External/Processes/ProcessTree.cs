using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace TheoryLab.External;

/// <summary>
/// A process with all that it started, wherever that went. On Linux it is started in a session of its own (setsid, where the machine has it) with
/// a mark in its environment; to the tree belongs whatever descends from the root, is in its session, or carries the mark, so that neither a
/// background job, a daemon nor an orphan is missed unless it has cleared its environment, left the session and lost its parent. Elsewhere
/// the tree is what the framework finds (<see cref="Process.Kill(bool)"/>), and memory is that of the root.
/// </summary>
internal sealed class ProcessTree
{
    /// <summary>The name of the mark.</summary>
    public const string MarkName = "THEORYLAB_PROCESS";

    // Each round kills all that is there; a tree that forks meanwhile needs another one.
    private const int MostRounds = 64;

    // A list of processes is not taken at one moment: a parent that ends after its child's place was passed hides both. One look that finds nothing is not enough
    // where there was something.
    private const int QuietLooks = 3;
    private static readonly TimeSpan OneRound = TimeSpan.FromMilliseconds(100);

    private readonly Process _root;
    private readonly string _mark;
    private readonly long _start;

    public ProcessTree(Process root, string mark)
    {
        (_root, _mark) = (root, $"{MarkName}={mark}");
        _start = OperatingSystem.IsLinux() ? ProcFile.Read(root.Id)?.Start ?? 0 : 0;
    }

    /// <summary>Resident memory of the tree, in bytes; shared pages count in each process that maps them.</summary>
    public long Memory()
    {
        if (OperatingSystem.IsLinux())
        {
            return Members(marked: false).Sum(p => p.Pages) * Environment.SystemPageSize;
        }

        _root.Refresh();
        return _root.HasExited ? 0 : _root.WorkingSet64;
    }

    /// <summary>Ends the tree at once and waits until it is gone; the ids of what could not be ended.</summary>
    public IReadOnlyList<int> End()
    {
        if (!OperatingSystem.IsLinux())
        {
            Kill(_root, tree: true);
            return _root.WaitForExit(OneRound * MostRounds) ? [] : [_root.Id];
        }

        int[] members = Ids();
        for (int round = 0, quiet = members.Length > 0 ? 0 : QuietLooks; round < MostRounds && quiet < QuietLooks; round++)
        {
            Process[] processes = [.. members.Select(Find).OfType<Process>()];
            foreach (Process process in processes)
            {
                Kill(process, tree: false);
            }

            foreach (Process process in processes)
            {
                process.WaitForExit(OneRound);
                process.Dispose();
            }

            members = Ids();
            quiet = members.Length > 0 ? 0 : quiet + 1;
        }

        _root.WaitForExit(OneRound);
        return members;
    }

    private int[] Ids() => [.. Members(marked: true).Select(p => p.Id)];

    private List<ProcFile> Members(bool marked)
    {
        // Nothing older than the root belongs to it, whatever ids have been used again.
        ProcFile[] young = [.. ProcFile.All().Where(p => p.Start >= _start && !p.IsDead)];
        HashSet<int> ids = [_root.Id];
        for (int before = 0; before < ids.Count;)
        {
            before = ids.Count;
            ids.UnionWith(young.Where(p => ids.Contains(p.Parent)).Select(p => p.Id));
        }

        return [.. young.Where(p => ids.Contains(p.Id) || p.Session == _root.Id || (marked && p.Id != Environment.ProcessId && p.Carries(_mark)))];
    }

    private static Process? Find(int id)
    {
        try
        {
            return Process.GetProcessById(id);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static void Kill(Process process, bool tree)
    {
        try
        {
            process.Kill(tree);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended by itself, or is another user's: the next look at the tree tells.
            Debug.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{process.Id}: {e.Message}"));
        }
    }
}
