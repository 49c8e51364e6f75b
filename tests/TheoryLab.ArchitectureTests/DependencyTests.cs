using System.Reflection;
using TheoryLab.Tests;

namespace TheoryLab.ArchitectureTests;

/// <summary>The arrows of ARCHITECTURE.md, read from the project files. A new project of the product is entered here, with its arrows.</summary>
public sealed class DependencyTests
{
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["TheoryLab.Core"] = [],
        ["TheoryLab.Native"] = ["TheoryLab.Core"],
        ["TheoryLab.Solvers"] = ["TheoryLab.Core"],
        ["TheoryLab.Problems"] = ["TheoryLab.Core"],
        ["TheoryLab.Cuda"] = ["TheoryLab.Core", "TheoryLab.Problems"],
        ["TheoryLab.Verifier"] = [],
        ["TheoryLab.WorstCase"] = ["TheoryLab.Core", "TheoryLab.Verifier"],
        ["TheoryLab.Claims"] = ["TheoryLab.Problems", "TheoryLab.Solvers", "TheoryLab.WorstCase"],
        ["TheoryLab.ClaimFiles"] = ["TheoryLab.Claims"],
        ["TheoryLab.External"] = ["TheoryLab.Claims"],
        ["TheoryLab.ProofsChecks"] = ["TheoryLab.Claims"],
        ["TheoryLab.Reporting"] = ["TheoryLab.Claims"],
        ["TheoryLab.Testing"] = ["TheoryLab.ClaimFiles", "TheoryLab.Claims", "TheoryLab.ProofsChecks"],
        ["TheoryLab.Cli"] = ["TheoryLab.ClaimFiles", "TheoryLab.Claims", "TheoryLab.Cuda", "TheoryLab.External", "TheoryLab.Native", "TheoryLab.ProofsChecks", "TheoryLab.Reporting"],
    };

    [Fact]
    public void Projects_of_the_product_reference_what_the_architecture_says_and_no_more()
    {
        Project[] product = [.. SourceTree.Projects.Where(p => p.IsProduct)];
        Assert.Equal(Arrows.Keys.Order(), product.Select(p => p.Name).Order());
        Assert.All(product, p => Assert.Equal(Arrows[p.Name], p.References));
    }

    [Fact]
    public void Compiled_assemblies_use_no_project_beyond_what_the_arrows_reach()
    {
        // Transitive project references compile, so the project files alone do not show who uses whom.
        foreach (Project project in SourceTree.Projects.Where(p => p.IsProduct))
        {
            HashSet<string> reachable = [];
            Reach(project.Name, reachable);
            Assert.All(
                project.Load().GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("TheoryLab", StringComparison.Ordinal)),
                name => Assert.Contains(name, reachable));
        }

        static void Reach(string name, HashSet<string> into)
        {
            foreach (string next in Arrows[name].Where(into.Add))
            {
                Reach(next, into);
            }
        }
    }

    [Fact]
    public void Nothing_of_the_product_references_tests() =>
        Assert.All(SourceTree.Projects.Where(p => p.IsProduct), p => Assert.All(p.References, r => Assert.Contains(r, Arrows.Keys)));

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        string solution = Repository.Read("TheoryLab.sln").Replace('\\', '/');
        Assert.All(SourceTree.Projects, p => Assert.Contains($"\"{p.Path}\"", solution));
    }

    [Fact]
    public void Public_types_live_in_the_namespace_of_their_project() => Assert.All(
        SourceTree.Projects.Where(p => p.IsProduct),
        project => Assert.All(
            project.Load().GetExportedTypes(),
            type => Assert.True(type.Namespace == project.Name || type.Namespace?.StartsWith(project.Name + ".", StringComparison.Ordinal) == true, type.FullName)));

    [Fact]
    public void No_state_is_static()
    {
        // Static state couples runs; what a compiler makes for lambdas lives in types whose names are not identifiers.
        const BindingFlags Statics = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        foreach (Project project in SourceTree.Projects.Where(p => p.IsProduct))
        {
            string[] mutable =
            [
                .. from type in project.Load().GetTypes()
                   where !type.FullName!.Contains('<', StringComparison.Ordinal)
                   from field in type.GetFields(Statics)
                   where !field.IsInitOnly && !field.IsLiteral
                   select $"{type.FullName}.{field.Name}",
            ];
            Assert.True(mutable.Length == 0, string.Join(", ", mutable));
        }
    }
}
