using System.Text;

namespace TheoryLab.Claims;

/// <summary>A file that is replaced as a whole.</summary>
internal static class ReplacedFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes beside the file and moves over it, so that a reader sees the old text or the new one.</summary>
    /// <param name="file">The file.</param>
    /// <param name="text">Its new text.</param>
    public static void Write(string file, string text)
    {
        string temporary = file + ".new";
        File.WriteAllText(temporary, text, Utf8);
        File.Move(temporary, file, overwrite: true);
    }
}
