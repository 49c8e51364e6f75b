namespace TheoryLab.ProofsChecks.Newton;

/// <summary>
/// Claims that a method converges locally with an order and with no higher one: |x_{k+1} - x*| of the order of |x_k - x*|^q. Every order above one soon exhausts
/// doubles, so that runs are made in numbers of 1,024 bits, from x_0 near x* on.
/// </summary>
internal static class LocalOrder
{
    /// <summary>The claim; its twin has half an order more.</summary>
    /// <param name="id">As of every claim.</param>
    /// <param name="statement">As of every claim.</param>
    /// <param name="source">As of every claim.</param>
    /// <param name="method">The method.</param>
    /// <param name="instance">A problem on which the order is attained.</param>
    /// <param name="order">q.</param>
    /// <param name="iterations">How many fit into 1,024 bits.</param>
    /// <param name="assumptions">As of every claim.</param>
    public static Claim Of(
        string id,
        string statement,
        Source source,
        IMethod method,
        InstanceSpec instance,
        double order,
        int iterations,
        string assumptions = "x_0 near x*, Hessian positive definite there.") => new()
        {
            Id = id,
            Topic = "newton",
            Statement = statement,
            Source = source,
            Assumptions = assumptions,
            Kind = ClaimKind.Upper,
            Methods = [method],
            Instances = [instance],
            Measure = new Distance(),
            Order = new SuperlinearOrder(order),
            From = 0,
            Iterations = iterations,
            Wide = true,
            Twins = [Twin.Exponent(0.5)],
        };
}
