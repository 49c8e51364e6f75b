using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.MutationTests;

/// <summary>A method with a mutation, one type per bundle of oracles, so that it runs wherever the original runs.</summary>
public static class MutantMethods
{
    /// <summary>Whether mutants can be made: the bundles of oracles that are wrapped here.</summary>
    public static bool Supports(IMethod method) => method is IFirstOrderMethod or IProjectionFreeMethod or IAdaptiveProjectionFreeMethod or IHessianProductMethod;

    public static IMethod Of(IMethod original, Mutation? mutation, Action<Mutator>? observe = null) => original switch
    {
        IFirstOrderMethod m => new FirstOrder(m, mutation, observe),
        IProjectionFreeMethod m => new ProjectionFree(m, mutation, observe),
        IAdaptiveProjectionFreeMethod m => new AdaptiveProjectionFree(m, mutation, observe),
        IHessianProductMethod m => new HessianProduct(m, mutation, observe),
        _ => throw new NotSupportedException($"No mutants are made of {original.Name}, whose bundle of oracles is not known here."),
    };

    private abstract record Mutant(IMethod Original, Mutation? Mutation, Action<Mutator>? Observe) : IMethod
    {
        public string Name => Original.Name;

        public string UpdateRule => $"{Original.UpdateRule}, with {Mutation}";

        public string Source => Original.Source;

        protected Mutator NewMutator()
        {
            Mutator mutator = new(Mutation);
            Observe?.Invoke(mutator);
            return mutator;
        }
    }

    private sealed record FirstOrder(IFirstOrderMethod Method, Mutation? Mutation, Action<Mutator>? Observe) : Mutant(Method, Mutation, Observe), IFirstOrderMethod
    {
        public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
            where TVector : struct, IVector<TVector, TScalar>
            where TScalar : struct, INumberBase<TScalar>
            where TProblem : IGradientOracle<TVector>
        {
            Mutator mutator = NewMutator();
            Plain<TVector, TScalar, TProblem> mutated = new(problem, x0, mutator);
            return new Unwrapped<TVector, MutantVector<TVector, TScalar>>(Method.Start(mutated, new MutantVector<TVector, TScalar>(x0, mutator), setup), v => v.Inner, mutator);
        }
    }

    private sealed record ProjectionFree(IProjectionFreeMethod Method, Mutation? Mutation, Action<Mutator>? Observe) : Mutant(Method, Mutation, Observe), IProjectionFreeMethod
    {
        public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
            where TVector : struct, IVector<TVector, TScalar>
            where TScalar : struct, INumberBase<TScalar>
            where TProblem : IGradientOracle<TVector>, ILinearMinimizationOracle<TVector>
        {
            Mutator mutator = NewMutator();
            PlainWithVertices<TVector, TScalar, TProblem> mutated = new(problem, x0, mutator);
            return new Unwrapped<TVector, MutantVector<TVector, TScalar>>(Method.Start(mutated, new MutantVector<TVector, TScalar>(x0, mutator), setup), v => v.Inner, mutator);
        }
    }

    private sealed record AdaptiveProjectionFree(IAdaptiveProjectionFreeMethod Method, Mutation? Mutation, Action<Mutator>? Observe)
        : Mutant(Method, Mutation, Observe), IAdaptiveProjectionFreeMethod
    {
        public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
            where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
            where TScalar : struct, INumber<TScalar>
            where TProblem : IGradientOracle<TVector>, ILinearMinimizationOracle<TVector>
        {
            Mutator mutator = NewMutator();
            AdaptiveWithVertices<TVector, TScalar, TProblem> mutated = new(problem, x0, mutator);
            return new Unwrapped<TVector, MutantInnerProductVector<TVector, TScalar>>(
                Method.Start(mutated, new MutantInnerProductVector<TVector, TScalar>(x0, mutator), setup), v => v.Inner, mutator);
        }
    }

    private sealed record HessianProduct(IHessianProductMethod Method, Mutation? Mutation, Action<Mutator>? Observe)
        : Mutant(Method, Mutation, Observe), IHessianProductMethod
    {
        public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
            where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
            where TScalar : struct, INumber<TScalar>
            where TProblem : IGradientOracle<TVector>, IHessianOracle<TVector>
        {
            Mutator mutator = NewMutator();
            AdaptiveWithHessian<TVector, TScalar, TProblem> mutated = new(problem, x0, mutator);
            return new Unwrapped<TVector, MutantInnerProductVector<TVector, TScalar>>(
                Method.Start(mutated, new MutantInnerProductVector<TVector, TScalar>(x0, mutator), setup), v => v.Inner, mutator);
        }
    }

    /// <summary>The mutated iteration, its iterates unwrapped.</summary>
    private sealed class Unwrapped<TVector, TMutant>(IIteration<TMutant> iteration, Func<TMutant, TVector> inner, Mutator mutator) : IIteration<TVector>
    {
        public TVector Iterate => inner(iteration.Iterate);

        public bool IsFinished => iteration.IsFinished;

        public TVector Point(Sequence sequence) => inner(iteration.Point(sequence));

        public void Step(int k)
        {
            mutator.BeginStep();
            iteration.Step(Math.Max(0, k + mutator.Shift));
        }
    }

    /// <summary>Answers gradients, or the previous ones.</summary>
    private sealed class Gradients<TVector, TScalar, TProblem>(TProblem problem, TVector x0, Mutator mutator)
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar>
        where TProblem : IGradientOracle<TVector>
    {
        private readonly TVector _previous = x0.NewLike(), _fresh = x0.NewLike();

        public void Answer(TVector x, TVector gradient)
        {
            problem.Gradient(x, mutator.UsesPreviousGradient ? _fresh : gradient);
            if (mutator.UsesPreviousGradient)
            {
                gradient.CopyFrom(_previous);
                _previous.CopyFrom(_fresh);
            }
        }
    }

    private sealed class Plain<TVector, TScalar, TProblem>(TProblem problem, TVector x0, Mutator mutator) : IGradientOracle<MutantVector<TVector, TScalar>>
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar>
        where TProblem : IGradientOracle<TVector>
    {
        private readonly Gradients<TVector, TScalar, TProblem> _gradients = new(problem, x0, mutator);

        public void Gradient(MutantVector<TVector, TScalar> x, MutantVector<TVector, TScalar> gradient) => _gradients.Answer(x.Inner, gradient.Inner);
    }

    private sealed class PlainWithVertices<TVector, TScalar, TProblem>(TProblem problem, TVector x0, Mutator mutator)
        : IGradientOracle<MutantVector<TVector, TScalar>>, ILinearMinimizationOracle<MutantVector<TVector, TScalar>>
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar>
        where TProblem : IGradientOracle<TVector>, ILinearMinimizationOracle<TVector>
    {
        private readonly Gradients<TVector, TScalar, TProblem> _gradients = new(problem, x0, mutator);

        public void Gradient(MutantVector<TVector, TScalar> x, MutantVector<TVector, TScalar> gradient) => _gradients.Answer(x.Inner, gradient.Inner);

        public int? VertexCount => problem.VertexCount;

        public void Minimize(MutantVector<TVector, TScalar> direction, MutantVector<TVector, TScalar> vertex) => problem.Minimize(direction.Inner, vertex.Inner);
    }

    private sealed class AdaptiveWithVertices<TVector, TScalar, TProblem>(TProblem problem, TVector x0, Mutator mutator)
        : IGradientOracle<MutantInnerProductVector<TVector, TScalar>>, ILinearMinimizationOracle<MutantInnerProductVector<TVector, TScalar>>
        where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
        where TScalar : struct, INumber<TScalar>
        where TProblem : IGradientOracle<TVector>, ILinearMinimizationOracle<TVector>
    {
        private readonly Gradients<TVector, TScalar, TProblem> _gradients = new(problem, x0, mutator);

        public void Gradient(MutantInnerProductVector<TVector, TScalar> x, MutantInnerProductVector<TVector, TScalar> gradient) => _gradients.Answer(x.Inner, gradient.Inner);

        public int? VertexCount => problem.VertexCount;

        public void Minimize(MutantInnerProductVector<TVector, TScalar> direction, MutantInnerProductVector<TVector, TScalar> vertex) => problem.Minimize(direction.Inner, vertex.Inner);
    }

    private sealed class AdaptiveWithHessian<TVector, TScalar, TProblem>(TProblem problem, TVector x0, Mutator mutator)
        : IGradientOracle<MutantInnerProductVector<TVector, TScalar>>, IHessianOracle<MutantInnerProductVector<TVector, TScalar>>
        where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
        where TScalar : struct, INumber<TScalar>
        where TProblem : IGradientOracle<TVector>, IHessianOracle<TVector>
    {
        private readonly Gradients<TVector, TScalar, TProblem> _gradients = new(problem, x0, mutator);

        public void Gradient(MutantInnerProductVector<TVector, TScalar> x, MutantInnerProductVector<TVector, TScalar> gradient) => _gradients.Answer(x.Inner, gradient.Inner);

        public void HessianProduct(
            MutantInnerProductVector<TVector, TScalar> x, MutantInnerProductVector<TVector, TScalar> direction, MutantInnerProductVector<TVector, TScalar> result) =>
            problem.HessianProduct(x.Inner, direction.Inner, result.Inner);
    }
}
