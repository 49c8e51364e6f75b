using System.Globalization;
using TheoryLab.Claims;
using TheoryLab.Core;

namespace TheoryLab.Cli;

/// <summary>The attack of one claim, or of one of its twins.</summary>
internal static class SingleAttack
{
    /// <summary>Attacks it, and prints what is found.</summary>
    /// <param name="named">The claim.</param>
    /// <param name="twin">The twin that is attacked in its place; null for the claim itself.</param>
    /// <param name="request">How.</param>
    /// <param name="cancellation">Ends it; what is finished is stored.</param>
    /// <returns>The exit status.</returns>
    public static int Run(ChosenClaim named, Twin? twin, AttackRequest request, CancellationToken cancellation)
    {
        Claim claim = named.Claim, target = twin?.Apply(claim) ?? claim;
        AttackOptions options = request.For(claim) with { Twin = twin?.Name };
        Attack.Refuse(target, options);
        using AttackFolder? folder = request.Folder is null ? null : AttackFolder.Open(request.Folder, claim.Id, options, request.Resume);
        AttackResult found = named.Placed(() => Attack.Run(target, options, folder, Report(request.Quiet), cancellation));
        if (request.Format == "json")
        {
            Console.Out.WriteLine(AttackJson.Write(found));
        }
        else
        {
            AttackTable.Write(found, request.Format, request.NoColor);
        }

        return found.Violation is null ? ExitStatus.Success : ExitStatus.Refuted;
    }

    /// <summary>A twin of a claim, by its name or its number from 1.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static Twin Find(Claim claim, string name)
    {
        if (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            return number >= 1 && number <= claim.Twins.Count ? claim.Twins[number - 1] : throw new InputException(string.Create(
                CultureInfo.InvariantCulture, $"--twin is {number}; {claim.Id} has {claim.Twins.Count} twins, numbered from 1."));
        }

        return claim.Twins.FirstOrDefault(t => t.Name == name) ?? throw NearestName.Unknown($"twin of {claim.Id}", name, [.. claim.Twins.Select(t => t.Name)], $"theorylab show {claim.Id}");
    }

    private static Action<int, double>? Report(bool quiet)
    {
        double last = double.NegativeInfinity;
        return quiet ? null : (used, ratio) =>
        {
            if (ratio > last)
            {
                last = ratio;
                Notes.WriteLine(string.Create(CultureInfo.InvariantCulture, $"[{used}] largest ratio {ratio:G9}"));
            }
        };
    }
}
