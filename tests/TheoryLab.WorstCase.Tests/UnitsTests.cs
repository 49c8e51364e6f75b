using System.Globalization;
using TheoryLab.Claims;
using TheoryLab.Core;
using TheoryLab.ProofsChecks;
using TheoryLab.Solvers;

namespace TheoryLab.WorstCase.Tests;

/// <summary>
/// A worst case scales exactly with the units of its statement: with x -> r x and f -> l r^2 f constants of curvature scale as l, Lipschitz constants of f as l r, function values as l r^2.
/// </summary>
public sealed class UnitsTests
{
    // The solver is asked for a relative gap of 1e-9; ten times that is what all figures of a result agree to.
    private const double Accuracy = 1e-8;

    // Where solutions are unbounded the solver is content with this.
    private const double Settled = 1e-7;

    private static readonly (double Curvature, double Length)[] Units =
        [(1e8, 1e8), (1e8, 1e-8), (1e-8, 1e8), (1e-8, 1e-8), (1e8, 1), (1, 1e8), (1e-8, 1), (1, 1e-8), (3, 1e4), (7e5, 0.3), (2.3e-3, 4.1e6)];

    private static readonly Dictionary<string, (int L, int R)> Measures = new()
    {
        ["primal-gap"] = (1, 2),
        ["squared-gradient-norm"] = (2, 2),
        ["squared-distance"] = (0, 2),
    };

    // How parameters of classes scale: as l^a r^b.
    private static readonly Dictionary<string, (int L, int R)> Parameters = new()
    {
        ["L"] = (1, 0),
        ["mu"] = (1, 0),
        ["M"] = (1, 1),
        ["R"] = (0, 1),
        ["D"] = (0, 1),
    };

    public static TheoryData<string, string, string, string> MethodRows => new()
    {
        { "gradient-descent", "smooth-convex", "primal-gap", "distance" },
        { "gradient-descent", "smooth-convex", "squared-gradient-norm", "distance" },
        { "gradient-descent", "smooth-convex", "squared-gradient-norm", "value" },
        { "gradient-descent", "smooth-convex", "squared-distance", "distance" },
        { "gradient-descent", "smooth-strongly-convex", "primal-gap", "distance" },
        { "gradient-descent", "smooth-strongly-convex", "primal-gap", "value" },
        { "gradient-descent", "smooth-strongly-convex", "squared-gradient-norm", "distance" },
        { "gradient-descent", "smooth-strongly-convex", "squared-distance", "distance" },
        { "gradient-descent", "smooth", "squared-gradient-norm", "value" },
        { "gradient-descent", "polyak-lojasiewicz", "primal-gap", "value" },
        { "gradient-descent", "quadratic-upper-bound", "primal-gap", "distance" },
        { "gradient-descent", "restricted-secant", "squared-distance", "distance" },
        { "subgradient-constant", "convex-lipschitz", "primal-gap", "distance" },
        { "nesterov", "smooth-convex", "primal-gap", "distance" },
        { "optimized-gradient", "smooth-convex", "primal-gap", "distance" },
        { "triple-momentum", "smooth-strongly-convex", "squared-distance", "distance" },
        { "proximal-gradient", "smooth-convex", "primal-gap", "distance" },
        { "proximal-gradient", "smooth-strongly-convex", "squared-distance", "distance" },
        { "frank-wolfe", "smooth-convex", "primal-gap", "distance" },
        { "frank-wolfe", "convex-lipschitz", "primal-gap", "distance" },
    };

    /// <summary>Stated models, with how each parameter and the value scale when the unit of curvature of its operators does, the unit of length being fixed.</summary>
    public static TheoryData<string, string, int> ModelRows => new()
    {
        { "optimistic-gradient-projected", "n=3 gamma=0.25:-1 L=1:1", 0 },
        { "douglas-rachford-lipschitz-plus-strongly-monotone", "L=1:1 mu=0.1:1 alpha=1.3:-1 theta=0.9", 0 },
        { "three-operator-splitting-monotone", "L=1:1 mu=0.1:1 beta=1:-1 alpha=0.9:-1 theta=1.3", 0 },
        { "bregman-proximal-point", "n=4 gamma=3:-1", 1 },
        { "gradient-flow-strongly-convex", "mu=0.8:1", 1 },
        { "gd-exact-line-search", "L=3:1 mu=0.1:1 n=2", 0 },
    };

    [Theory]
    [MemberData(nameof(MethodRows))]
    public void The_worst_case_of_a_method_scales_with_its_units(string method, string className, string measure, string start)
    {
        bool byValue = start == "value";
        MethodModel model = new(Registry.Method(method), className, Registry.Measure(measure), start: byValue ? StartCondition.Value : StartCondition.Distance);
        WorstCaseResult<double> one = Solve(model, (1, 1), byValue);
        Assert.All(Units, u => Scales(one, Solve(model, u, byValue), Power(Measures[measure], u)));
    }

    [Theory]
    [MemberData(nameof(ModelRows))]
    public void The_worst_case_of_a_stated_model_scales_with_its_units(string id, string parameters, int power)
    {
        WorstCaseModel model = ModelCatalogue.Of(typeof(CatalogueMarker).Assembly).TryFind(id)!;
        WorstCaseResult<double> one = Solve(1);
        Assert.All(Units.Select(u => u.Curvature).Distinct(), unit => Scales(one, Solve(unit), Math.Pow(unit, power)));

        WorstCaseResult<double> Solve(double unit) => model.Problem<double>(parameters.Split(' ').Select(p => p.Split('=', ':')).ToDictionary(
            p => p[0],
            p => p.Length == 2 ? p[1] : Text(double.Parse(p[1], CultureInfo.InvariantCulture) * Math.Pow(unit, int.Parse(p[2], CultureInfo.InvariantCulture)))))
            .Solve(cancellation: TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(1e6, 1)]
    [InlineData(1, 1e6)]
    [InlineData(1e-7, 1e-5)]
    public void Multipliers_and_the_worst_instance_come_back_in_the_units_of_the_statement(double L, double radius)
    {
        const int Steps = 4;
        GradientDescent method = new();
        WorstCaseProblem<double> problem = Problems.Gap<double>(method, Steps, L, 0, radius);
        WorstCaseResult<double> result = problem.Solve(new(Gap: 1e-10, Selection: ConstraintSelection.All), TestContext.Current.CancellationToken);

        // The bound is what the multiplier of |x_0 - x*|^2 <= R^2 times R^2 says, and multipliers of f_j - f_i add up to those of f_N - f*.
        Assert.Equal("initial distance", result.Constraints[0].Constraint.Name);
        Assert.Equal(1, result.Constraints[0].Multiplier * radius * radius / result.Value, Accuracy);
        Assert.Equal(1, result.Constraints.Where(c => c.Constraint.Name.Contains("(x*,", StringComparison.Ordinal)).Sum(c => c.Multiplier)
            - result.Constraints.Where(c => c.Constraint.Name.EndsWith(", x*)", StringComparison.Ordinal)).Sum(c => c.Multiplier), Accuracy);

        WorstInstance worst = new(problem, result, ((SymbolicFunction<double>)problem.Interpolated[0]).Points[1].X);
        IIteration<HostVector<double>> run = method.Start<HostVector<double>, double, WorstInstance>(worst, worst.InitialPoint, new(L, 0, Steps));
        for (int k = 0; k < Steps; k++)
        {
            run.Step(k);
        }

        // As far as gradients of the interpolant follow a gap of 1e-10: the square root of it.
        double gap = worst.Value(run.Iterate) - worst.Value(worst.InitialPoint.NewLike());
        Assert.Equal(1, gap / result.Value, 1e-5);
    }

    [Theory]
    [InlineData("1000000", "1")]
    [InlineData("1/1000000", "1000")]
    public void A_certificate_proves_the_same_theorem_in_all_units(string L, string radius)
    {
        MethodModel model = new(new GradientDescent(), "smooth-convex", Registry.Measure("primal-gap"));
        FoundCertificate? found = CertificateSearch.Find(
            model.Problem<Rational>(new Dictionary<string, string> { ["L"] = L, ["R"] = radius, ["n"] = "3" }),
            null,
            bound => $"at most {bound}",
            cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(1.0 / 14, Rational.ToDouble(found!.Bound) / (Number(L) * Number(radius) * Number(radius)), Accuracy);

        static double Number(string text) => text.Split('/') is [string a, string b] ? double.Parse(a, CultureInfo.InvariantCulture) / double.Parse(b, CultureInfo.InvariantCulture)
            : double.Parse(text, CultureInfo.InvariantCulture);
    }

    // Each value is off by its uncertainty at most, which counts what is left of the gap.
    private static void Scales(WorstCaseResult<double> one, WorstCaseResult<double> other, double factor)
    {
        double relative = (one.Uncertainty / Math.Abs(one.Value)) + (other.Uncertainty / Math.Abs(other.Value));
        Assert.InRange(relative, 0, 2 * Settled);
        Assert.Equal(1, other.Value / (factor * one.Value), relative + Accuracy);
    }

    private static WorstCaseResult<double> Solve(MethodModel model, (double Curvature, double Length) unit, bool byValue)
    {
        // With a start by value, R is a value.
        Dictionary<string, string> values = model.Parameters.Where(p => Parameters.ContainsKey(p.Name)).ToDictionary(
            p => p.Name,
            p => Text(double.Parse(p.Default, CultureInfo.InvariantCulture) * Power(p.Name == "R" && byValue ? Measures["primal-gap"] : Parameters[p.Name], unit)));
        values["n"] = "3";
        return model.Problem<double>(values).Solve(cancellation: TestContext.Current.CancellationToken);
    }

    private static double Power((int L, int R) powers, (double Curvature, double Length) unit) => Math.Pow(unit.Curvature, powers.L) * Math.Pow(unit.Length, powers.R);

    private static string Text(double value) => value.ToString("E14", CultureInfo.InvariantCulture);
}
