using System.CommandLine;
using TheoryLab.Core;
using TheoryLab.Verifier;

namespace TheoryLab.Cli;

/// <summary>theorylab verify: checks certificates and says in words what they assume and prove.</summary>
internal static class VerifyCommand
{
    // Certificates have kilobytes.
    private const int LargestFile = 64 << 20;

    public static Command Create()
    {
        Argument<string[]> files = new("CERTIFICATE") { Description = "Certificate files", Arity = ArgumentArity.OneOrMore };
        Option<bool> quiet = CommonOptions.Quiet();
        Option<bool> points = new("--points") { Description = "Print every point of a long run" };
        Command command = new("verify", "Check certificates in exact arithmetic; exit 1 if one is rejected. Example: theorylab verify gd-5.json") { files, points, quiet };
        command.SetAction(result =>
        {
            bool accepted = true;
            foreach (string file in result.GetValue(files)!)
            {
                accepted &= Verify(file, result.GetValue(quiet), result.GetValue(points));
            }

            return accepted ? ExitStatus.Success : ExitStatus.Refuted;
        });
        return command;
    }

    private static bool Verify(string file, bool quiet, bool points)
    {
        try
        {
            Certificate certificate = Certificate.Parse(Read(file));
            Verification verification = Verification.Of(certificate);
            Console.Out.WriteLine($"{file}: {(verification.IsAccepted ? "accepted" : "rejected")}. {verification.Reason}");
            if (verification.IsAccepted && !quiet)
            {
                foreach (string line in CertificateText.Of(certificate, points))
                {
                    Console.Out.WriteLine(line);
                }
            }

            return verification.IsAccepted;
        }
        catch (CertificateException e)
        {
            Console.Out.WriteLine($"{file}: rejected. {e.Message}");
            return false;
        }
    }

    private static string Read(string file)
    {
        try
        {
            return InputFile.Text(file, LargestFile);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException($"There is no certificate '{file}'; check the name and the folder.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputException($"The certificate '{file}' cannot be read: {e.Message.TrimEnd('.')}; name a certificate that exists and that you may read.", e);
        }
    }
}
