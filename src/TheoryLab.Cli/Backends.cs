using TheoryLab.Core;
using TheoryLab.Native;

namespace TheoryLab.Cli;

/// <summary>What doctor shows of a backend.</summary>
/// <param name="Available">Whether it can be used here.</param>
/// <param name="Text">Its version, or why it is not available.</param>
/// <param name="Fault">What its self-test found wrong; null if nothing, or if it is not available.</param>
internal sealed record BackendReport(bool Available, string Text, string? Fault = null);

/// <summary>A backend as the command line offers it. Nothing of it is loaded before it is asked for.</summary>
/// <param name="Name">The word for it.</param>
/// <param name="Open">Makes it ready, or throws an <see cref="InputException"/> with the reason.</param>
/// <param name="InAuto">Whether "auto" tries it.</param>
/// <param name="Probe">Looks for what is no dense backend but keeps whole runs to itself; null for dense backends.</param>
internal sealed record BackendOffer(string Name, Func<IDenseBackend> Open, bool InAuto = false, Func<BackendReport>? Probe = null)
{
    /// <summary>Looks for it and tests it.</summary>
    public BackendReport Report()
    {
        if (Probe is not null)
        {
            return Probe();
        }

        try
        {
            IDenseBackend backend = Open();
            return new(true, backend.Description, DenseSelfTest.Run(backend));
        }
        catch (InputException e)
        {
            return new(false, e.Message);
        }
    }
}

/// <summary>The backends: one line each.</summary>
internal static class Backends
{
    private const string Auto = "auto";

    /// <summary>In the order that "auto" tries them; without one of them it is the managed one.</summary>
    public static IReadOnlyList<BackendOffer> All { get; } =
    [
        new(ManagedBackend.ManagedName, static () => new ManagedBackend()),
        new("openblas", static () => OpenBlasBackend.Open(), InAuto: true),
        new(GpuRun.Name, static () => throw new InputException("claims are checked on the processor; 'run' uses a GPU."), Probe: static () => GpuRun.Report()),
        new("mathnet-cuda", static () => MathNetCuda.Open()),
    ];

    /// <summary>The words that --backend takes.</summary>
    public static IReadOnlyList<string> Choices { get; } = [ManagedBackend.ManagedName, Auto, .. All.Skip(1).Select(b => b.Name)];

    /// <summary>The backend that will run; null for the managed one, which is built into the problems.</summary>
    /// <param name="name">What was typed.</param>
    /// <exception cref="InputException">There is none of this name, or it is not available here.</exception>
    public static IDenseBackend? Choose(string name)
    {
        if (name == ManagedBackend.ManagedName)
        {
            return null;
        }

        if (name == Auto)
        {
            return All.Where(b => b.InAuto).Select(TryOpen).FirstOrDefault(b => b is not null);
        }

        BackendOffer offer = All.FirstOrDefault(b => b.Name == name) ?? throw NearestName.Unknown("backend", name, Choices);
        try
        {
            return offer.Open();
        }
        catch (InputException e)
        {
            throw new InputException($"--backend {name} is not available: {e.Message} Or use --backend managed or auto.", e);
        }
    }

    private static IDenseBackend? TryOpen(BackendOffer offer)
    {
        try
        {
            return offer.Open();
        }
        catch (InputException)
        {
            // "auto" means: if it is there.
            return null;
        }
    }
}
