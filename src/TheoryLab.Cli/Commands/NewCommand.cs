using System.CommandLine;
using TheoryLab.ClaimFiles;
using TheoryLab.Core;

namespace TheoryLab.Cli;

/// <summary>theorylab new: writes a file to start from.</summary>
internal static class NewCommand
{
    public static Command Create()
    {
        Argument<string> what = new("WHAT") { Description = "claim" };
        what.Validators.Add(result => CommonOptions.Refuse(result, "kind of file", ["claim"]));
        what.CompletionSources.Add("claim");
        Argument<string> file = new("FILE") { Description = "The file; claim.yaml if not given", DefaultValueFactory = _ => "claim.yaml" };
        Option<bool> schema = new("--schema") { Description = $"Write {ClaimSchema.FileName} beside it, so that editors complete and check" };
        Command command = new("new", "Write a commented claim file to start from. Example: theorylab new claim mine.yaml") { what, file, schema };
        command.SetAction(result =>
        {
            string path = result.GetValue(file)!;
            Write(path, StarterClaim.Text(Path.GetFileNameWithoutExtension(path)), mayExist: false);
            if (result.GetValue(schema))
            {
                Write(Path.Combine(Path.GetDirectoryName(path) ?? string.Empty, ClaimSchema.FileName), ClaimSchema.Text(), mayExist: true);
            }

            Console.Out.WriteLine($"{path}: edit it, then type: theorylab check {Quoted(path)}");
            return ExitStatus.Success;
        });
        return command;
    }

    private static string Quoted(string path) => path.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '/' or '\\' or '-' or '_' or ':') ? path : $"\"{path}\"";

    // The schema is the program's own, so another version of it may be replaced; a claim is the user's.
    private static void Write(string path, string text, bool mayExist)
    {
        try
        {
            using FileStream stream = new(path, mayExist ? FileMode.Create : FileMode.CreateNew, FileAccess.Write);
            using StreamWriter writer = new(stream);
            writer.Write(text);
        }
        catch (IOException e) when (File.Exists(path) && !mayExist)
        {
            throw new InputException($"The file '{path}' exists already and is left as it is; choose another name.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputException($"The file '{path}' cannot be written: {OutputPath.Trouble(path, e)}; choose another folder.", e);
        }
    }
}
