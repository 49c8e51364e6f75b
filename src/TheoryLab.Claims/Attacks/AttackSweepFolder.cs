using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>
/// The folder of a sweep of attacks: sweep.json, and for each claim the folder of its attack, by the claim's id. A sweep that is killed goes on inside the
/// attack under way, and ends with the bytes that an undisturbed one would have written.
/// </summary>
public sealed class AttackSweepFolder : IDisposable
{
    /// <summary>The name of the description.</summary>
    internal const string InfoName = "sweep.json";

    private readonly string _path;
    private readonly AttackSweepInfo _info;
    private readonly bool _resume;
    private readonly FileStream _lock;

    private AttackSweepFolder(string path, AttackSweepInfo info, bool resume, FileStream held) => (_path, _info, _resume, _lock) = (path, info, resume, held);

    /// <summary>Begins a sweep in a folder, or goes on with one.</summary>
    /// <param name="path">The folder; created if missing.</param>
    /// <param name="info">What is to be attacked.</param>
    /// <param name="resume">Whether to go on with the sweep that the folder holds.</param>
    /// <exception cref="InputException">The folder holds a sweep or a check already, holds another sweep, is in use, or cannot be written.</exception>
    public static AttackSweepFolder Open(string path, AttackSweepInfo info, bool resume)
    {
        string file = Path.Combine(path, InfoName);
        try
        {
            if (File.Exists(Path.Combine(path, RunFolder.InfoName)))
            {
                throw new InputException($"The folder '{path}' holds a run of check; choose another folder.");
            }

            bool exists = FolderDescription.Admit(path, InfoName, resume, f => StoredAttackSweep.ReadInfo(f).Differences(info));
            Directory.CreateDirectory(path);
            FileStream held = FolderLock.Take(path);
            try
            {
                if (!exists)
                {
                    ReplacedFile.Write(file, AttackJson.Write(info) + "\n");
                }

                return new(path, info, resume, held);
            }
            catch
            {
                held.Dispose();
                throw;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The folder '{path}' cannot be used for attacks: {OutputPath.Trouble(file, e)}; choose a folder that you may write to, on a disk with room.", e);
        }
    }

    /// <summary>What an earlier sitting found of a claim; null if it did not finish.</summary>
    /// <param name="claim">The claim's id.</param>
    /// <exception cref="InputException">What is stored is damaged.</exception>
    public AttackResult? Finished(string claim) => _resume ? StoredAttackSweep.ResultOf(_path, _info, claim) : null;

    /// <summary>Begins the attack of a claim, or goes on with it.</summary>
    /// <param name="claim">The claim's id.</param>
    /// <param name="options">The options.</param>
    /// <exception cref="InputException">There is another attack in its folder, or it cannot be written.</exception>
    public AttackFolder Begin(string claim, AttackOptions options) => AttackFolder.Open(Path.Combine(_path, claim), claim, options, _resume);

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();
}
