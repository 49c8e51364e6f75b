namespace TheoryLab.Core;

/// <summary>
/// A scalar that carries a bound on its own error, as <see cref="Tracked{T}"/> does. What an iterative computation finds is data to it, and what is
/// known of the exact result by other means, such as a duality gap, goes into the bound.
/// </summary>
/// <typeparam name="TSelf">The scalar itself.</typeparam>
public interface IEnclosingScalar<TSelf>
    where TSelf : struct
{
    /// <summary>The value as exact data.</summary>
    TSelf WithoutError();

    /// <summary>This value with a bound that covers every number between it and the other one, with their errors.</summary>
    /// <param name="other">The other end.</param>
    TSelf Enclosing(TSelf other);

    /// <summary>Of two values of the same number the one with the smaller bound.</summary>
    /// <param name="other">The other one.</param>
    TSelf Tighter(TSelf other);
}

/// <summary>The same for any scalar; one without a bound stays as it is.</summary>
public static class Enclosures
{
    /// <summary>The value as exact data.</summary>
    /// <typeparam name="T">The scalar.</typeparam>
    /// <param name="value">A value.</param>
    public static T AsData<T>(T value)
        where T : struct => value is IEnclosingScalar<T> e ? e.WithoutError() : value;

    /// <summary>The value with a bound that covers every number between it and the other one.</summary>
    /// <typeparam name="T">The scalar.</typeparam>
    /// <param name="value">A value.</param>
    /// <param name="other">The other end.</param>
    public static T Between<T>(T value, T other)
        where T : struct => value is IEnclosingScalar<T> e ? e.Enclosing(other) : value;

    /// <summary>Of two values of the same number the one with the smaller bound.</summary>
    /// <typeparam name="T">The scalar.</typeparam>
    /// <param name="value">A value.</param>
    /// <param name="other">The other one.</param>
    public static T Tighter<T>(T value, T other)
        where T : struct => value is IEnclosingScalar<T> e ? e.Tighter(other) : value;
}
