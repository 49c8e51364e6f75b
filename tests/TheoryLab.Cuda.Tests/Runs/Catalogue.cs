using TheoryLab.Core;
using TheoryLab.Problems;
using TheoryLab.Solvers;
using TheoryLab.Tests;

namespace TheoryLab.Cuda.Tests;

/// <summary>Methods and instances that run on a device.</summary>
internal static class Catalogue
{
    /// <summary>Every method of the library that can be made without arguments.</summary>
    public static IReadOnlyList<IMethod> Methods { get; } = OneOfEach.Of<IMethod>(typeof(GradientDescent).Assembly, m => m.Name);

    /// <summary>Every family that has a dense form, with what it takes to reach every kind of set and matrix.</summary>
    public static TheoryData<string, string> Instances { get; } = new()
    {
        { "quadratic", "dimension=17" },
        { "quadratic", "dimension=5 basis=coordinates" },
        { "coupled-quadratic", "dimension=9" },
        { "least-squares", "data=diabetes" },
        { "logistic-regression", "data=breast-cancer start=1" },
        { "constrained-least-squares", "data=diabetes set=l1-ball" },
        { "constrained-least-squares", "data=diabetes set=simplex radius=20" },
        { "quadratic-on-simplex", "dimension=23" },
        { "quadratic-on-cube", "dimension=11" },
    };

    public static ProblemInstance Instance(string family, string parameters = "", int seed = 7) => Families.Create(family, parameters, seed);
}
