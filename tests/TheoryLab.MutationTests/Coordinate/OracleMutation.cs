namespace TheoryLab.MutationTests;

/// <summary>Mutations of methods on coordinates and blocks: one reply altered, or the coordinates taken in another order.</summary>
public static class OracleMutation
{
    /// <summary>The orders that coordinates, or blocks, can be taken in besides their own.</summary>
    public static IReadOnlyList<Mutation> Orders { get; } = [new OrderShift(), new OrderReversed()];

    /// <summary>All mutations of the sites that a method meets.</summary>
    /// <param name="shape">What its steps are made of.</param>
    public static IEnumerable<Mutation> All(MethodShape shape) =>
        (from site in Enum.GetValues<Site>() from alteration in Alteration.All where shape.Altered.Contains((site, alteration)) select new Altered(site, alteration))
            .Concat(Orders.Where(shape.Orders.Contains));

    /// <summary>All replies at one site are altered in one way.</summary>
    public sealed record Altered(Site Site, Alteration Alteration) : Mutation
    {
        public override T[] Alter<T>(Site site, Reply<T> reply, int call) => site == Site ? Alteration.Of(reply, call) : reply.Right;

        public override bool Records(int call) => Site != Site.Step || Alteration.Records(call);

        public override string ToString() => $"{Words(Site)} {Alteration}";

        private static string Words(Site site) => site switch
        {
            Site.Step => "step",
            Site.Partial => "partial derivative",
            Site.Smoothness => "L_i",
            Site.Curvature => "second derivative",
            Site.ExactMove => "exact move",
            Site.ProximalMove => "proximal move",
            Site.ProximalWeight => "proximal weight",
            Site.Penalty => "penalty",
            Site.PenaltySlope => "slope of the penalty",
            Site.Entry => "entry of A",
            _ => "product A M",
        };
    }

    /// <summary>Where the method says i, the coordinate is i + 1, the last one followed by the first: selection off by one, bounds of blocks shifted.</summary>
    public sealed record OrderShift : Mutation
    {
        public override int Position(int i, int n) => (i + 1) % n;

        public override string ToString() => "coordinate i + 1 for i";
    }

    /// <summary>The last coordinate comes first.</summary>
    public sealed record OrderReversed : Mutation
    {
        public override int Position(int i, int n) => n - 1 - i;

        public override string ToString() => "coordinates backwards";
    }
}
