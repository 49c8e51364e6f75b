using System.CommandLine;
using System.Globalization;
using TheoryLab.Claims;
using TheoryLab.Core;
using TheoryLab.ProofsChecks;
using TheoryLab.WorstCase;

namespace TheoryLab.Cli;

/// <summary>theorylab certify: an exact rational proof of a worst case.</summary>
internal static class CertifyCommand
{
    public static Command Create()
    {
        WorstCaseOptionSet options = new();
        Option<string?> path = new("--out") { HelpName = "file", Description = "Write the certificate to this file; standard output if not given" };
        Option<bool> force = CommonOptions.Force(), quiet = CommonOptions.Quiet();
        Command command = new("certify", "Prove a worst case in exact rational arithmetic. Example: theorylab certify gradient-descent --class smooth-convex --steps 5 --out gd-5.json")
        {
            options.Names, options.Class, options.Steps, options.Measure, options.Smallest, options.Start, options.Set, path, force, quiet,
        };
        command.SetWork((result, cancellation) =>
        {
            NewFile.Refuse(result.GetValue(path), result.GetValue(force));
            (WorstCaseModel Model, IReadOnlyDictionary<string, string> Values)[] models = [.. options.Models(result)];
            if (models.Length > 1)
            {
                throw new InputException("certify takes one method at a time; call it once for each.");
            }

            (WorstCaseModel model, IReadOnlyDictionary<string, string> values) = models[0];
            FoundCertificate? found = ModelCertificate.Find(model, values, ClaimId(result.GetValue(options.Names)![0]), cancellation);
            if (found is null)
            {
                Notes.WriteLine($"theorylab: no multipliers of {model.Id} survive exact arithmetic; the worst case stays a number in floating point.");
                return ExitStatus.Refuted;
            }

            if (result.GetValue(path) is { } file)
            {
                NewFile.Write(file, found.Json, result.GetValue(force), "certificate");
            }
            else
            {
                Console.Out.Write(found.Json);
            }

            if (!result.GetValue(quiet))
            {
                Notes.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{model.Id}: proved {Text(found.Bound)}, {Beside(found)}."));
            }

            return ExitStatus.Success;
        });
        return command;
    }

    // The worst case itself is known in floating point only, unless the proof attains it.
    private static string Beside(FoundCertificate found) => found switch
    {
        { IsRecognized: true } => "the worst case itself",
        { RelativeSlack: > 0 } => string.Create(CultureInfo.InvariantCulture, $"{found.RelativeSlack:0.#e+0} above the worst case"),
        _ => "no larger than the worst case computed",
    };

    private static string? ClaimId(string name) => Catalogue.Of(typeof(CatalogueMarker).Assembly).Claims.Any(c => c.Id == name) ? name : null;

    private static string Text(Rational bound) => bound.ToString() is { Length: <= 40 } exact ? exact : Rational.ToDouble(bound).ToString("G15", CultureInfo.InvariantCulture);
}
