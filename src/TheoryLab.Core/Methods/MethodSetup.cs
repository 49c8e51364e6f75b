namespace TheoryLab.Core;

/// <summary>What a method is told about the problem, beside its oracles: constants by name, and how many steps will be taken.</summary>
/// <typeparam name="TScalar">The scalar.</typeparam>
public readonly struct MethodSetup<TScalar>
    where TScalar : struct
{
    private readonly Func<string, TScalar?> _constants;

    /// <summary>Looks constants up by name.</summary>
    /// <param name="constants">Null for a constant that the problem does not declare.</param>
    /// <param name="horizon">How many steps will be taken; a method whose coefficients depend on it says so.</param>
    public MethodSetup(Func<string, TScalar?> constants, int horizon) => (_constants, Horizon) = (constants, horizon);

    /// <summary>A setup with the two constants that most methods need.</summary>
    /// <param name="smoothness">L.</param>
    /// <param name="mu">mu, zero if none.</param>
    /// <param name="horizon">How many steps will be taken.</param>
    public MethodSetup(TScalar smoothness, TScalar mu, int horizon)
        : this(name => name switch { "L" => smoothness, "mu" => mu, _ => null }, horizon)
    {
    }

    /// <summary>How many steps will be taken.</summary>
    public int Horizon { get; }

    /// <summary>The smoothness constant of f.</summary>
    /// <exception cref="InputException">The problem does not declare it.</exception>
    public TScalar L => Constant("L");

    /// <summary>The strong convexity constant of f.</summary>
    /// <exception cref="InputException">The problem does not declare it.</exception>
    public TScalar Mu => Constant("mu");

    /// <summary>Any constant.</summary>
    /// <param name="name">The name that the family declares.</param>
    /// <exception cref="InputException">The problem does not declare it.</exception>
    public TScalar Constant(string name) =>
        _constants(name) ?? throw new InputException($"The method needs the constant {name}, which this problem does not declare; choose another problem family.");
}
