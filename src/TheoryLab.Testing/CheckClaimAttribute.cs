using System.Reflection;
using TheoryLab.Claims;
using TheoryLab.Core;
using Xunit.v3;

namespace TheoryLab.Testing;

/// <summary>
/// Checks a claim before the body of a test, which may be empty: <c>[Fact, CheckClaim("gd-convex-exact")]</c>,
/// or <c>[Fact, CheckClaim("claims/mine.yaml")]</c> with a claim file that is copied beside the test's program. The test fails with verdict, reason, shrunk
/// witness and the command that repeats the check. For many claims as the rows of one theory, call <see cref="ClaimAssert"/> with the row's name.
/// </summary>
/// <param name="name">A claim of <c>theorylab list claims</c>, or a claim file.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class CheckClaimAttribute(string name) : BeforeAfterTestAttribute
{
    /// <summary>The claim or its file.</summary>
    public string Name { get; } = name;

    /// <summary>How many members of each sampled family are drawn; 0 for the claim's own number.</summary>
    public int Instances { get; init; }

    /// <summary>Iterations in place of the claim's own; 0 to keep them.</summary>
    public int Iterations { get; init; }

    /// <summary>The seed of the instances; 0 for the claim's own, or the usual one.</summary>
    public int Seed { get; init; }

    /// <summary>Whether an inconclusive check passes.</summary>
    public bool AllowInconclusive { get; init; }

    /// <summary>Checks the claim.</summary>
    /// <param name="methodUnderTest">The test.</param>
    /// <param name="test">The test as xunit sees it.</param>
    /// <exception cref="RateException">The claim is refuted, or the check is inconclusive.</exception>
    /// <exception cref="InputException">There is no such claim, or its file has an error.</exception>
    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        Claim claim = ClaimAssert.Named(Name);
        CheckOptions options = new()
        {
            Seed = Seed == 0 ? claim.Seed ?? Seeds.Default : Seed,
            Samples = Instances == 0 ? null : Instances,
            Iterations = Iterations == 0 ? null : Iterations,
        };
        ClaimAssert.Holds(claim, options, AllowInconclusive);
    }
}
