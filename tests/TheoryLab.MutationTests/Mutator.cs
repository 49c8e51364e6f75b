using System.Numerics;

namespace TheoryLab.MutationTests;

/// <summary>What the steps of a method are made of, learnt by watching them.</summary>
public sealed class MethodShape
{
    private readonly List<int> _terms = [];
    private readonly List<bool> _varies = [];
    private readonly SortedSet<string> _constants = new(StringComparer.Ordinal);

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
}

/// <summary>Applies a mutation while a method runs. Updates are counted within a step; what a method does when it starts belongs to the first.</summary>
internal sealed class Mutator<T>(Mutation mutation, MethodShape? shape)
    where T : struct, INumber<T>
{
    private readonly List<T[]> _before = [];
    private int _update;

    public Mutation Mutation => mutation;

    public void BeginStep() => _update = 0;

    public T? Constant(string name, T? value)
    {
        shape?.Saw(name);
        return value is { } known ? mutation.Constant(name, known) : null;
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
