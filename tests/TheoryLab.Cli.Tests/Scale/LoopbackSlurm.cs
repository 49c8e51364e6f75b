using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Security.Cryptography;

namespace TheoryLab.Cli.Tests.Scale;

/// <summary>Slurm with two nodes on this machine, children of the test, in a folder of their own; no service of the machine is touched.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class LoopbackSlurm : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly string _folder = Directory.CreateTempSubdirectory("theorylab-slurm-").FullName;
    private readonly List<Process> _daemons = [];
    private readonly Dictionary<string, Process> _nodes = [];

    public LoopbackSlurm()
    {
        foreach (string name in (string[])["run", "state", "spool-n1", "spool-n2", "log", "key"])
        {
            File.SetUnixFileMode(Directory.CreateDirectory(Path.Combine(_folder, name)).FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        // munged insists on a path that others may pass but not write.
        File.SetUnixFileMode(_folder, (UnixFileMode)0b111_101_101);
        File.SetUnixFileMode(At("run"), (UnixFileMode)0b111_101_101);
        File.WriteAllBytes(At("key/munge.key"), RandomNumberGenerator.GetBytes(128));
        File.SetUnixFileMode(At("key/munge.key"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.WriteAllText(At("slurm.conf"), Configuration());
        Daemon("/usr/sbin/munged", "--foreground", "--force", "--socket=" + At("run/munge.sock"), "--key-file=" + At("key/munge.key"), "--pid-file=" + At("run/munged.pid"), "--log-file=" + At("log/munged.log"), "--seed-file=" + At("run/munged.seed"));
        Await(() => File.Exists(At("run/munge.sock")), "munged");
        Daemon("/usr/sbin/slurmctld", "-D", "-f", At("slurm.conf"));
        foreach (string node in (string[])["n1", "n2"])
        {
            _nodes[node] = Daemon("/usr/sbin/slurmd", "-D", "-N", node, "-f", At("slurm.conf"));
        }

        Await(() => Run("sinfo", "-h", "-N", "-t", "idle").Split('\n', StringSplitOptions.RemoveEmptyEntries).Length == 2, "two idle nodes");
    }

    /// <summary>Why Slurm cannot be started here; null if it can.</summary>
    public static string? Missing =>
        new[] { "/usr/sbin/munged", "/usr/sbin/slurmctld", "/usr/sbin/slurmd", "/usr/bin/sbatch" }.FirstOrDefault(f => !File.Exists(f)) is { } absent ? $"needs {absent} (packages slurmctld, slurmd, slurm-client, munge)"
        : null;

    /// <summary>Where the daemons write.</summary>
    public string Logs => string.Join('\n', Directory.GetFiles(At("log")).Select(f => $"{f}:\n{string.Join('\n', File.ReadLines(f).TakeLast(20))}"));

    /// <summary>Runs a client command and returns what it prints.</summary>
    public string Run(string program, params string[] arguments) => Run(program, [], Environment.CurrentDirectory, arguments);

    /// <summary>Runs a client command in a folder with variables.</summary>
    public string Run(string program, (string Name, string Value)[] environment, string folder, params string[] arguments)
    {
        using Process process = Process.Start(Start(program, environment, folder, arguments))!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }

    /// <summary>Ends a node at once, as a power cut does, with everything that runs on it.</summary>
    /// <remarks>A step's overseer is no child of its node's daemon, and would report the death of its job: it goes second, the job last.</remarks>
    public void Kill(string node)
    {
        _nodes[node].Kill(entireProcessTree: true);
        int[] job = [.. Directory.GetDirectories("/proc").Select(Path.GetFileName).Where(n => int.TryParse(n, out _)).Select(n => int.Parse(n!, CultureInfo.InvariantCulture)).Where(id => OnNode(id, node))];
        int[] overseers = [.. job.Select(Parent).OfType<int>().Except(job).Where(id => Read(id, "comm").StartsWith("slurmstepd", StringComparison.Ordinal)).Distinct()];
        foreach (int id in overseers.Concat(job))
        {
            using Process kill = Process.Start("kill", ["-9", id.ToString(CultureInfo.InvariantCulture)]);
            kill.WaitForExit();
        }
    }

    /// <summary>Waits until something is so.</summary>
    public void Await(Func<bool> condition, string what)
    {
        Stopwatch watch = Stopwatch.StartNew();
        using PeriodicTimer timer = new(TimeSpan.FromMilliseconds(100));
        while (!condition())
        {
            Assert.True(watch.Elapsed < Limit, $"{what}: not reached within {Limit}.\n{Logs}");
            timer.WaitForNextTickAsync().AsTask().Wait();
        }
    }

    public void Dispose()
    {
        foreach (Process daemon in Enumerable.Reverse(_daemons))
        {
            if (!daemon.HasExited)
            {
                daemon.Kill(entireProcessTree: true);
                daemon.WaitForExit();
            }

            daemon.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private Process Daemon(string program, params string[] arguments)
    {
        Process process = Process.Start(Start(program, [], _folder, arguments))!;
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        _daemons.Add(process);
        return process;
    }

    private ProcessStartInfo Start(string program, (string Name, string Value)[] environment, string folder, string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = false };
        start.Environment["SLURM_CONF"] = At("slurm.conf");
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static bool OnNode(int id, string node) => Read(id, "environ").Split('\0').Contains("SLURMD_NODENAME=" + node);

    private static int? Parent(int id) =>
        Read(id, "status").Split('\n').FirstOrDefault(l => l.StartsWith("PPid:", StringComparison.Ordinal)) is { } line ? int.Parse(line.Split('\t')[1], CultureInfo.InvariantCulture) : null;

    // A process may end while it is looked at.
    private static string Read(int id, string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine("/proc", id.ToString(CultureInfo.InvariantCulture), file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return string.Empty;
        }
    }

    private string At(string name) => Path.Combine(_folder, name);

    private string Configuration()
    {
        int[] ports = FreePorts(3);
        string host = Dns.GetHostName().Split('.')[0], me = Environment.UserName;
        return $"""
            ClusterName=tl
            SlurmctldHost={host}(127.0.0.1)
            SlurmUser={me}
            SlurmdUser={me}
            SlurmctldPort={ports[0]}
            AuthType=auth/munge
            CredType=cred/munge
            AuthInfo=socket={At("run/munge.sock")},cred_expire=5
            CommunicationParameters=NoInAddrAny,NoCtldInAddrAny
            SlurmctldPidFile={At("run/slurmctld.pid")}
            SlurmdPidFile={At("run/slurmd-%n.pid")}
            StateSaveLocation={At("state")}
            SlurmdSpoolDir={At("spool-%n")}
            SlurmctldLogFile={At("log/slurmctld.log")}
            SlurmdLogFile={At("log/slurmd-%n.log")}
            SlurmdParameters=config_overrides
            ProctrackType=proctrack/linuxproc
            TaskPlugin=task/none
            SelectType=select/cons_tres
            SelectTypeParameters=CR_CPU
            SchedulerType=sched/builtin
            SchedulerParameters=batch_sched_delay=0,sched_interval=2
            JobAcctGatherType=jobacct_gather/none
            JobCompType=jobcomp/filetxt
            JobCompLoc={At("log/jobcomp.txt")}
            MpiDefault=none
            ReturnToService=2
            SlurmdTimeout=10
            SlurmctldTimeout=10
            KillWait=2
            JobRequeue=1
            NodeName=n1 NodeHostname={host} NodeAddr=127.0.0.1 Port={ports[1]} CPUs=1 RealMemory=2000
            NodeName=n2 NodeHostname={host} NodeAddr=127.0.0.1 Port={ports[2]} CPUs=1 RealMemory=2000
            PartitionName=main Nodes=n[1-2] Default=YES MaxTime=60 State=UP

            """;
    }

    private static int[] FreePorts(int count)
    {
        TcpListener[] listeners = [.. Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0))];
        Array.ForEach(listeners, l => l.Start());
        int[] ports = [.. listeners.Select(l => ((IPEndPoint)l.LocalEndpoint).Port)];
        Array.ForEach(listeners, l => l.Stop());
        return ports;
    }
}
