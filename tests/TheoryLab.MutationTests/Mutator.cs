using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.MutationTests;

/// <summary>What the steps of a method are made of, learnt by watching them.</summary>
public sealed class MethodShape
{
    private readonly List<int> _terms = [];
    private readonly List<bool> _varies = [];
    private readonly SortedSet<string> _constants = new(StringComparer.Ordinal);
    private readonly HashSet<(Site, Alteration)> _altered = [];

    /// <summary>The largest number of terms that the n-th update of a step has had.</summary>
    public IReadOnlyList<int> Terms => _terms;

    /// <summary>Whether the coefficients of the n-th update have differed from one step to the next.</summary>
    public IReadOnlyList<bool> Varies => _varies;

    /// <summary>The constants that the method has asked for.</summary>
    public IReadOnlySet<string> Constants => _constants;

    /// <summary>Whether k occurs in the coefficients: told k + 1, the method goes elsewhere.</summary>
    public bool ReadsIndex { get; set; }

    /// <summary>Whether the horizon occurs in the coefficients: told N + 1, the method goes elsewhere.</summary>
    public bool ReadsHorizon { get; set; }

    /// <summary>Where the method met an oracle of coordinates or blocks, and which alterations would have changed a reply.</summary>
    public IReadOnlySet<(Site Site, Alteration Alteration)> Altered => _altered;

    /// <summary>Whether the method works on coordinates or blocks.</summary>
    public bool IsCoordinatewise => _altered.Count > 0;

    /// <summary>The orders of coordinates in which the method goes elsewhere.</summary>
    public IReadOnlyList<Mutation> Orders { get; set; } = [];

    public void Saw(string constant) => _constants.Add(constant);

    public void Saw<T>(int update, ReadOnlySpan<T> coefficients, ReadOnlySpan<T> before)
        where T : struct, INumber<T>
    {
        if (update == _terms.Count)
        {
            _terms.Add(0);
            _varies.Add(false);
        }

        _terms[update] = Math.Max(_terms[update], coefficients.Length);
        _varies[update] |= before.Length == coefficients.Length && !before.SequenceEqual(coefficients);
    }

    public void Saw<T>(Site site, Reply<T> reply, int call)
        where T : struct, INumber<T> => _altered.UnionWith(Alteration.All.Where(a => !_altered.Contains((site, a)) && Changes(a, reply, call)).Select(a => (site, a)));

    private static bool Changes<T>(Alteration alteration, Reply<T> reply, int call)
        where T : struct, INumber<T>
    {
        try
        {
            return alteration.Changes(reply, call);
        }
        catch (InputException)
        {
            // The oracle refuses the question behind the wrong reply, on this problem.
            return false;
        }
    }
}

/// <summary>Applies a mutation while a method runs. Updates are counted within a step; what a method does when it starts belongs to the first.</summary>
internal sealed class Mutator<T>(Mutation mutation, MethodShape? shape)
    where T : struct, INumber<T>
{
    private readonly List<T[]> _before = [];
    private readonly int[] _calls = new int[Enum.GetValues<Site>().Length];
    private int _update;

    public Mutation Mutation => mutation;

    public void BeginStep() => _update = 0;

    public T? Constant(string name, T? value)
    {
        shape?.Saw(name);
        return value is { } known ? mutation.Constant(name, known) : null;
    }

    /// <summary>What a method is told, mutated.</summary>
    public MethodSetup<T> Setup(MethodSetup<T> setup) => new(name => Constant(name, setup.Constant(name)), mutation.Horizon(setup.Horizon));

    /// <summary>The reply at a site.</summary>
    /// <param name="site">The site.</param>
    /// <param name="reply">What is right there.</param>
    /// <param name="records">Whether residuals are to hear of it.</param>
    public T[] Alter(Site site, Reply<T> reply, out bool records)
    {
        int call = _calls[(int)site]++;
        shape?.Saw(site, reply, call);
        records = mutation.Records(call);
        return mutation.Alter(site, reply, call);
    }

    /// <summary>Changes the coefficients of the next update in place.</summary>
    public T[] Apply(params T[] coefficients)
    {
        if (_update == _before.Count)
        {
            _before.Add([]);
        }

        T[] unchanged = [.. coefficients];
        shape?.Saw<T>(_update, coefficients, _before[_update]);
        mutation.Change<T>(_update, coefficients, _before[_update]);
        _before[_update++] = unchanged;
        return coefficients;
    }
}
