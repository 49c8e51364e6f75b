using System.Numerics;
using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.Claims.Tests.Checks;

/// <summary>A "method" whose iterate is value(k) times x_0: with x_0 = 1 and x* = 0 every measure is known in advance.</summary>
internal sealed record Scripted(Func<int, double> At) : IFirstOrderMethod
{
    public string Name => "scripted";

    public string UpdateRule => "x_k = value(k) x_0";

    public string Source => "tests";

    public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar>
        where TProblem : IGradientOracle<TVector> => new Iteration<TVector, TScalar>(this, x0);

    private sealed class Iteration<TVector, TScalar>(Scripted script, TVector x0) : IIteration<TVector>
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar>
    {
        public TVector Iterate { get; } = x0.Copy();

        public void Step(int k) => Iterate.Assign(TScalar.CreateChecked(script.At(k + 1)), x0);
    }
}

/// <summary>x_{k+1} = x_k + x_0/divisor, added up in the scalar of the run, so that doubles drift and double-doubles do not.</summary>
internal sealed record Adder(int Divisor) : IFirstOrderMethod
{
    public string Name => "adder";

    public string UpdateRule => "x_{k+1} = x_k + x_0/divisor";

    public string Source => "tests";

    public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar>
        where TProblem : IGradientOracle<TVector> => new Iteration<TVector, TScalar>(x0, TScalar.One / TScalar.CreateChecked(Divisor));

    private sealed class Iteration<TVector, TScalar>(TVector x0, TScalar step) : IIteration<TVector>
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar>
    {
        public TVector Iterate { get; } = x0.Copy();

        public void Step(int k) => Iterate.Assign(Iterate + step * x0);
    }
}

/// <summary>Quadratics that exist in doubles only, as an instance does whose constants come from an eigenvalue solver.</summary>
internal sealed class DoubleOnly : ProblemFamily
{
    private static readonly ProblemFamily Inner = Registry.Family("quadratic");

    public override string Name => "double-only";

    public override string Summary => Inner.Summary;

    public override IReadOnlyList<ParameterInfo> Parameters => Inner.Parameters;

    public override IReadOnlyList<ConstantInfo> Constants => Inner.Constants;

    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    private sealed class Instance(ProblemFamily family, ParameterSet p, int seed) : ProblemInstance(family, p, seed)
    {
        public override HostProblem<T> In<T>() =>
            typeof(T) == typeof(DoubleDouble) || typeof(T) == typeof(Tracked<DoubleDouble>)
                ? throw new NotSupportedException("This family knows its constants in doubles only.")
                : Inner.Create(Parameters, Seed).In<T>();
    }
}
