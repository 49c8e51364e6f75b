namespace TheoryLab.Claims;

/// <summary>What a claim states about its measure; each kind has one checking path.</summary>
public enum ClaimKind
{
    /// <summary>measure(k) is at most bound(k), or O of an order, on every instance of the family.</summary>
    Upper,

    /// <summary>measure(k) is at least bound(k), or Omega of an order, for every method of a class on the named instances.</summary>
    Lower,

    /// <summary>measure(k) is Theta of an order.</summary>
    Order,

    /// <summary>An inequality that every single step obeys.</summary>
    Step,

    /// <summary>measure(k) equals bound(k).</summary>
    Identity,

    /// <summary>A quantity that never rises: at every k at most the bound, which is mostly its value one iteration before.</summary>
    Invariant,

    /// <summary>scale(k) measure(k) tends to the value of bound.</summary>
    Limit,

    /// <summary>A named method fails: its measure stays at or above bound.</summary>
    Negative,
}
