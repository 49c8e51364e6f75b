using System.Globalization;

namespace TheoryLab.Claims;

/// <summary>
/// What a strongly convex instance says about a window on which it looks like a power. A method that converges like exp(-k/kappa) there obeys every
/// O(k^-p), yet k^p exp(-k/kappa) grows up to k = p kappa: before that the curve may well look like a slower power, as gradient descent on a chain
/// of n coordinates looks like k^-1/2 up to k ~ n^2. No curve tells, but L and mu do, so that a window that ends earlier refutes no power.
/// </summary>
internal static class LinearPhase
{
    /// <summary>Why a window that ends at k refutes no power; null where it may, since it is long enough or no mu is known.</summary>
    /// <param name="order">The order that looks refuted.</param>
    /// <param name="k">The last iteration of the window.</param>
    /// <param name="constant">Constants of the instance; null for one that it does not declare.</param>
    public static string? Ahead(RateOrder order, double k, Func<string, double?> constant) =>
        order is PowerOrder { Exponent: var p } && constant("L") is { } smoothness && constant("mu") is > 0 and { } mu && p * smoothness / mu is var end && k < end
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"the window ends at k = {k}, and up to p L/mu = {end:g4} the linear convergence of a strongly convex instance may look like a slower power than {order}; run past that, or state horizons and instances that grow with N")
            : null;
}
