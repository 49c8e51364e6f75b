using System.Numerics;
using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.External;

/// <summary>
/// The answers of an oracle as the kind of problem that it is: over a set if it answers "lmo", else with Hessian products if it answers those. Methods
/// choose by that kind, as they do for built-in families.
/// </summary>
internal static class OracleProblems
{
    public static HostProblem<T> Of<T>(OracleAnswers<T> answers)
        where T : struct, INumber<T> =>
        answers.Session.Offers("lmo") ? new Constrained<T>(answers)
        : answers.Session.Offers("hessian-product") ? new Curved<T>(answers)
        : new Plain<T>(answers);

    private sealed class Plain<T>(OracleAnswers<T> answers) : HostProblem<T>
        where T : struct, INumber<T>
    {
        public override HostVector<T> InitialPoint => answers.InitialPoint;

        public override HostVector<T> Minimizer => answers.RequireMinimizer();

        public override bool HasMinimizer => answers.Minimizer is not null;

        public override T Value(HostVector<T> x) => answers.Value(x);

        public override T PrimalGap(HostVector<T> x) => answers.Gap(x);

        protected override void ComputeGradient(HostVector<T> x, HostVector<T> gradient) => answers.Gradient(x, gradient);

        protected override T? FamilyConstant(string name) => answers.Constant(name);
    }

    private sealed class Curved<T>(OracleAnswers<T> answers) : HessianProblem<T>
        where T : struct, INumber<T>
    {
        public override HostVector<T> InitialPoint => answers.InitialPoint;

        public override HostVector<T> Minimizer => answers.RequireMinimizer();

        public override bool HasMinimizer => answers.Minimizer is not null;

        public override T Value(HostVector<T> x) => answers.Value(x);

        public override T PrimalGap(HostVector<T> x) => answers.Gap(x);

        protected override void ComputeGradient(HostVector<T> x, HostVector<T> gradient) => answers.Gradient(x, gradient);

        protected override void ComputeHessianProduct(HostVector<T> x, HostVector<T> direction, HostVector<T> result) => answers.HessianProduct(x, direction, result);

        protected override T? FamilyConstant(string name) => answers.Constant(name);
    }

    private sealed class Constrained<T>(OracleAnswers<T> answers) : ConstrainedProblem<T>
        where T : struct, INumber<T>
    {
        public override HostVector<T> InitialPoint => answers.InitialPoint;

        public override HostVector<T> Minimizer => answers.RequireMinimizer();

        public override bool HasMinimizer => answers.Minimizer is not null;

        public override T Value(HostVector<T> x) => answers.Value(x);

        public override T PrimalGap(HostVector<T> x) => answers.Gap(x);

        protected override void ComputeGradient(HostVector<T> x, HostVector<T> gradient) => answers.Gradient(x, gradient);

        protected override void ComputeVertex(HostVector<T> direction, HostVector<T> vertex) => answers.Vertex(direction, vertex);

        protected override T? FamilyConstant(string name) => answers.Constant(name);
    }
}
