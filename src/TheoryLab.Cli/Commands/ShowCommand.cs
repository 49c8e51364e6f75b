using System.CommandLine;
using TheoryLab.Claims;
using TheoryLab.Problems;

namespace TheoryLab.Cli;

/// <summary>theorylab show: one claim in full.</summary>
internal static class ShowCommand
{
    // A claim over a scan may have hundreds of named instances.
    private const int MostInstances = 8;

    public static Command Create()
    {
        Argument<string> id = new("ID|FILE") { Description = "The claim, or a claim file" };
        Option<string?> folder = new("--out") { HelpName = "folder", Description = "Folder of a run, to print the claim's stored result" };
        Command command = new("show", "Show one claim in full. Example: theorylab show gd-convex-exact") { id, folder };
        command.SetAction(result =>
        {
            Claim claim = ChosenClaim.One(result.GetValue(id)!, ExternalOptions.Named).Claim;
            string? path = result.GetValue(folder);
            ClaimResult? stored = path is null ? null : RunFolder.Find(path, claim.Id);
            foreach (string line in Lines(claim))
            {
                Console.Out.WriteLine(line);
            }

            if (path is not null)
            {
                Console.Out.WriteLine(stored is null
                    ? $"stored       no result of this claim in {path}"
                    : $"stored       {Words.Of(stored.Verdict)}, tightness {Words.Of(stored.Tightness)}, power {stored.ShownPower}: {stored.Reason}");
            }

            return ExitStatus.Success;
        });
        return command;
    }

    private static IEnumerable<string> Lines(Claim c)
    {
        yield return $"claim        {c.Id} ({c.Kind.ToString().ToLowerInvariant()}, {c.Topic})";
        yield return $"statement    {c.Statement}";
        yield return $"source       {c.Source.Citation}{(c.Source.Where.Length > 0 ? $", {c.Source.Where}" : string.Empty)}";
        yield return $"standing     {c.Source.Standing}";
        yield return $"assumes      {c.Assumptions}";
        foreach (Core.IMethod method in c.Methods)
        {
            yield return $"method       {method.Name}: {method.UpdateRule}";
        }

        if (c.ClassOptimum is not null)
        {
            yield return $"optimum      {c.ClassOptimum}";
        }

        yield return $"measure      {c.Measure.Symbol} = {c.Measure.Summary} ({c.Measure.Name})";
        yield return c.Kind == ClaimKind.Limit ? $"limit        ({c.Scale}) {c.Measure.Symbol} -> {c.Bound}" : c.IsOrderClaim ? $"order        {c.Quantity?.Text ?? c.Measure.Symbol} {(c.Kind == ClaimKind.Upper ? "= O" : c.Kind == ClaimKind.Lower ? "= Omega" : "= Theta")}({c.Order})" : $"compared     {c.Quantity?.Text ?? c.Measure.Symbol} {Sign(c.Kind)} {c.Bound}";
        yield return c.Horizons.Count > 0 ? $"horizons     {string.Join(", ", c.Horizons)}" : $"iterations   {c.From} to {c.Iterations}";
        foreach (InstanceSpec spec in c.Instances.Take(MostInstances))
        {
            yield return $"instances    {spec}{(spec.IsSampled ? $", {c.Samples} drawn" : ", named")}";
        }

        if (c.Instances.Count > MostInstances)
        {
            yield return $"instances    and {c.Instances.Count - MostInstances} more, the last of them {c.Instances[^1]}";
        }

        foreach (ProblemFamily family in c.Instances.Select(i => i.Family).DistinctBy(f => f.Name))
        {
            yield return $"problem      {family.Name}: {family.Summary}";
            foreach (ConstantInfo constant in family.Constants)
            {
                yield return $"  constant   {constant.Name}: {constant.HowComputed}";
            }
        }

        foreach (Twin twin in c.Twins)
        {
            yield return $"false twin   {twin.Name} (changes the {twin.Change.ToString().ToLowerInvariant()})";
        }

        if (c.Remarks is not null)
        {
            yield return $"remarks      {c.Remarks}";
        }
    }

    private static string Sign(ClaimKind kind) => kind switch
    {
        ClaimKind.Lower or ClaimKind.Negative => ">=",
        ClaimKind.Identity => "=",
        _ => "<=",
    };
}
