using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.External;

/// <summary>Answers a solver's questions with the oracles that a problem has.</summary>
/// <param name="problem">The problem.</param>
internal sealed class ProblemAnswers(HostProblem<double> problem)
{
    private readonly HostVector<double> _answer = problem.InitialPoint.NewLike();
    private readonly ILinearMinimizationOracle<HostVector<double>>? _set = problem as ILinearMinimizationOracle<HostVector<double>>;
    private readonly IHessianOracle<HostVector<double>>? _hessian = problem as IHessianOracle<HostVector<double>>;

    /// <summary>The questions that the problem answers.</summary>
    public IReadOnlyList<string> Offered { get; } =
    [
        "gradient",
        "value",
        .. problem is IHessianOracle<HostVector<double>> ? ["hessian-product"] : Array.Empty<string>(),
        .. problem is ILinearMinimizationOracle<HostVector<double>> ? ["lmo"] : Array.Empty<string>(),
    ];

    /// <summary>Writes the answer to a question, or an error line that names what the problem offers.</summary>
    /// <param name="question">A line that asks for something.</param>
    /// <param name="writer">Where the answer goes.</param>
    public void Answer(SolverLine question, LineWriter writer)
    {
        HostVector<double> x = new(question.Point);
        switch (question.Verb)
        {
            case SolverVerb.Gradient:
                problem.Gradient(x, _answer);
                writer.Vector("gradient", _answer.Span);
                break;
            case SolverVerb.Value:
                writer.Scalar("value", problem.Value(x));
                break;
            case SolverVerb.HessianProduct when _hessian is not null:
                _hessian.HessianProduct(x, new(question.Direction), _answer);
                writer.Vector("hessian-product", _answer.Span);
                break;
            case SolverVerb.LinearMinimization when _set is not null:
                _set.Minimize(x, _answer);
                writer.Vector("lmo", _answer.Span);
                break;
            default:
                writer.Text("error", $"this problem offers {string.Join(", ", Offered)} only");
                break;
        }
    }
}
