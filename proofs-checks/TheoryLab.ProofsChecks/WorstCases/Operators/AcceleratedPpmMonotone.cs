namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>The accelerated proximal point method on monotone operators; the value is 1/n^2.</summary>
public sealed class AcceleratedPpmMonotone : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "accelerated-ppm-monotone";

    /// <inheritdoc/>
    public override string Statement => "A maximally monotone, 0 in A x*, |x_0 - x*| <= 1, y_0 = y_1 = x_0, x_{i+1} = J y_{i+1}, y_{i+2} = x_{i+1} + (i/(i+2)) (x_{i+1} - x_i - (x_i - y_i)): |x_n - y_n|^2";

    /// <inheritdoc/>
    public override string Source => "Kim, Accelerated proximal point method for maximally monotone operators, Mathematical Programming 190, 2021";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("alpha", "1"), ("n", "10")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        SymbolicOperator<T> a = problem.Operator("A", new Monotone<T>());
        a.AddPoint(problem.Zero(), problem.Zero(), isReference: true);
        SymbolicVector<T> x = problem.Vector("x0"), y = x, yPrevious = x;
        problem.AtMost("initial distance", Form<T>.Squared(x), T.One);
        for (int i = 0; i < p.Count("n") - 1; i++)
        {
            T b = ModelParameters<T>.Number(i) / ModelParameters<T>.Number(i + 2);
            SymbolicVector<T> next = a.Resolvent(y, p["alpha"]);
            (y, yPrevious) = (problem.New(((T.One + b) * next) - ((b + b) * x) + (b * yPrevious)), y);
            x = next;
        }

        problem.Maximize(Form<T>.Squared(a.Resolvent(y, p["alpha"]) - y));
    }
}
