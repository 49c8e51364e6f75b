using TheoryLab.Core;
using TheoryLab.Tests;

namespace TheoryLab.Problems.Tests;

/// <summary>The names of all families, and random members of them.</summary>
internal static class EveryFamily
{
    // Infinite ranges are sampled up to here.
    private const double Largest = 1e6;

    // Below this the minimiser of a loss on separable data lies where no error bound of an exponential is finite.
    private const double SmallestRegularization = 1e-9;

    public static TheoryData<string> Names => [.. Families.All.Select(f => f.Name)];

    /// <summary>The names of the families of some classes.</summary>
    public static TheoryData<string> NamesOf(params FunctionClass[] classes) => [.. Families.All.Where(f => classes.Contains(f.Class)).Select(f => f.Name)];

    /// <summary>An instance with random parameters; a family may refuse a combination, then others are drawn.</summary>
    public static ProblemInstance Instance(this Random random, ProblemFamily family, int largestDimension)
    {
        while (true)
        {
            try
            {
                (string, ParameterValue)[] given = [.. family.Parameters.Where(p => !p.IsText || p.Choices.Count > 0).Select(p => (p.Name, random.Value(p, largestDimension)))];
                return family.Create(random.Next(), given);
            }
            catch (InputException)
            {
            }
        }
    }

    /// <summary>A property of members of a family, in doubles under running error analysis; what fails is named with the member.</summary>
    public static void Each(string name, int tests, Action<Random, HostProblem<Tracked<double>>, ProblemInstance> property) => Any.Seed(tests, random =>
    {
        ProblemInstance instance = random.Instance(Families.Named(name), 30);
        try
        {
            property(random, instance.In<Tracked<double>>(), instance);
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"{name} with {instance.Parameters}, seed {instance.Seed}: {e.Message}", e);
        }
    });

    /// <summary>
    /// A point of the set for a constrained problem, else one around the minimiser, or x_0 if none is known; near it and far from it, or only as
    /// far as a local constant reaches.
    /// </summary>
    public static HostVector<T> Point<T>(this Random random, HostProblem<T> problem, bool local = false)
        where T : struct, System.Numerics.INumber<T>
    {
        HostVector<T> x = (problem.HasMinimizer ? problem.Minimizer : problem.InitialPoint).Copy();
        if (problem is not ConstrainedProblem<T> constrained)
        {
            T scale = ScalarMath.From<T>(random.Signed(-4, local ? -1.4 : 1));
            for (int i = 0; i < x.Length; i++)
            {
                x[i] += scale * ScalarMath.From<T>(random.Uniform(-1, 1));
            }

            // Back into the domain of a barrier, which holds a ball around the minimiser.
            T half = ScalarMath.From<T>(0.5);
            while (problem.HasMinimizer && !T.IsFinite(problem.Value(x)))
            {
                x.Assign(half * x + half * problem.Minimizer);
            }

            return x;
        }

        HostVector<T> direction = x.NewLike(), vertex = x.NewLike();
        for (int k = 0; k < 3; k++)
        {
            for (int i = 0; i < x.Length; i++)
            {
                direction[i] = ScalarMath.From<T>(random.Uniform(-1, 1));
            }

            constrained.Minimize(direction, vertex);
            T t = ScalarMath.From<T>(random.NextDouble());
            x.Assign((T.One - t) * x + t * vertex);
        }

        // Outside the domain of a barrier, half the way back to the minimiser, which is inside.
        while (!T.IsFinite(problem.Value(x)))
        {
            x.Assign(ScalarMath.From<T>(0.5) * x + ScalarMath.From<T>(0.5) * problem.Minimizer);
        }

        return x;
    }

    private static ParameterValue Value(this Random random, ParameterInfo p, int largestDimension)
    {
        if (p.IsText)
        {
            return p.Choices[random.Next(p.Choices.Count)];
        }

        if (p.IsInteger)
        {
            return random.Next((int)p.Minimum, Math.Max((int)p.Minimum, Math.Min((int)p.Maximum, largestDimension)) + 1);
        }

        double low = p.Name == "regularization" ? Math.Max(p.Minimum, SmallestRegularization) : Math.Max(p.Minimum, -Largest), high = Math.Min(p.Maximum, Largest);
        double value = p.IsLogarithmic ? Math.Exp(random.Uniform(Math.Log(low), Math.Log(high))) : random.Uniform(low, high);

        // Ends of ranges are where formulas degenerate.
        return Math.Clamp(random.Next(8) switch { 0 => low, 1 => high, _ => value }, low, high);
    }
}
