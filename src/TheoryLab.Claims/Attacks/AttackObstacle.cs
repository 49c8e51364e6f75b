namespace TheoryLab.Claims;

/// <summary>Why a claim cannot be attacked.</summary>
public enum AttackObstacle
{
    /// <summary>It is about an order, which no single instance comes close to breaking.</summary>
    Order,

    /// <summary>It is about a limit, likewise.</summary>
    Limit,

    /// <summary>It has named instances only, so there is nothing to search.</summary>
    NamedInstances,
}
