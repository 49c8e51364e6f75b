using System.Reflection;
using TheoryLab.WorstCase;

namespace TheoryLab.Claims;

/// <summary>The worst-case models of an assembly, found by type: adding one is adding a file.</summary>
public sealed class ModelCatalogue
{
    private ModelCatalogue(IReadOnlyList<WorstCaseModel> models) => Models = models;

    /// <summary>All models, by id.</summary>
    public IReadOnlyList<WorstCaseModel> Models { get; }

    /// <summary>Reads the models of an assembly.</summary>
    /// <param name="assembly">An assembly with <see cref="WorstCaseModel"/>s that have a constructor without parameters.</param>
    public static ModelCatalogue Of(Assembly assembly) => new(
        [.. assembly.GetTypes()
            .Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(WorstCaseModel)) && t.GetConstructor(Type.EmptyTypes) is not null)
            .Select(t => (WorstCaseModel)Activator.CreateInstance(t)!)
            .OrderBy(m => m.Id, StringComparer.Ordinal)]);

    /// <summary>The model of an id, or null.</summary>
    /// <param name="id">Its id.</param>
    public WorstCaseModel? TryFind(string id) => Models.FirstOrDefault(m => m.Id == id);
}
