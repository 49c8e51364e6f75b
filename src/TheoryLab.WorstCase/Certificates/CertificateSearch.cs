using TheoryLab.Core;
using TheoryLab.Verifier;

namespace TheoryLab.WorstCase;

/// <summary>A certificate that the verifier has accepted.</summary>
/// <param name="Json">The file.</param>
/// <param name="Bound">The bound proved.</param>
/// <param name="WorstCase">The worst case in floating point.</param>
/// <param name="IsRecognized">Whether the multipliers were recognised as short fractions, so that the bound is the worst case itself.</param>
public sealed record FoundCertificate(string Json, Rational Bound, double WorstCase, bool IsRecognized)
{
    /// <summary>bound/worst case - 1.</summary>
    public double RelativeSlack => (Rational.ToDouble(Bound) / WorstCase) - 1;
}

/// <summary>
/// From floating-point multipliers to a proof in rationals. Interior iterates lie on the central path, where the slack matrix has room: stopping early
/// is the slack that rounding needs. Where a bound is attained, exact multipliers are guessed as short fractions. Nothing is believed before the
/// verifier has accepted the file.
/// </summary>
public static class CertificateSearch
{
    private const int CenteringSteps = 2;

    // Bits after the binary point, and the gap to which the program is solved first; tightened until it passes.
    private static readonly (double Gap, int Bits)[] Rounding = [(1e-11, 60), (1e-10, 56), (1e-9, 52), (1e-8, 48), (1e-6, 40)];

    // The floating-point dual lies above the supremum: a bound above it by more than rounding is a weaker one, not the exact one.
    private const double RecognitionSlack = 1e-14;

    private static readonly double[] RecognitionGaps = [1e-9, 1e-10, 1e-11, 1e-12, 1e-13];
    private static readonly double[] RecognitionTolerances = [1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10];

    /// <summary>Searches for the exact bound first, then for the smallest one that rounding allows; null if neither passes.</summary>
    /// <param name="state">States the problem; called once.</param>
    /// <param name="claim">The claim that the certificate belongs to, or null.</param>
    /// <param name="statement">The statement for readers, given the bound.</param>
    /// <param name="recognize">Whether to try for short fractions.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="InputException">The format cannot state the problem.</exception>
    public static FoundCertificate? Find(
        WorstCaseProblem<Rational> state, string? claim, Func<Rational, string> statement, bool recognize = true, CancellationToken cancellation = default)
    {
        Attempt attempt = new(state, claim, statement);
        return (recognize ? RecognitionGaps.Select(gap => attempt.Recognized(gap, cancellation)).FirstOrDefault(c => c is not null) : null)
            ?? Rounding.Select(r => attempt.Rounded(r.Gap, r.Bits, cancellation)).FirstOrDefault(c => c is not null);
    }

    private sealed class Attempt(WorstCaseProblem<Rational> problem, string? claim, Func<Rational, string> statement)
    {
        private readonly CertificateDraft _draft = new(problem);

        public FoundCertificate? Rounded(double gap, int bits, CancellationToken cancellation)
        {
            WorstCaseResult<Rational> solution = problem.Solve(new(Gap: gap, Centering: CenteringSteps, Selection: ConstraintSelection.Generated), cancellation);
            NamedConstraint<Rational>[] constraints = [.. solution.Constraints.Select(c => c.Constraint)];
            Rational[] rounded = [.. solution.Constraints.Select(c => Dyadic(c.Multiplier, bits))];
            int[] bySize = [.. Enumerable.Range(0, rounded.Length).OrderByDescending(k => Math.Abs(solution.Constraints[k].Multiplier))];
            MultiplierRestoration restoration = new(solution.Balance.Objective, solution.Balance.Constraints);

            // Raising the multipliers of squares adds to the slack matrix, and to the bound.
            int[] squares = [.. Enumerable.Range(0, constraints.Length).Where(k => IsBoundedSquare(constraints[k]))];
            foreach (double lift in new[] { 0, 0.1, 1, 10, 100, 1000 })
            {
                Rational[] lifted = [.. rounded];
                foreach (int k in squares)
                {
                    lifted[k] += Dyadic(lift * gap * Math.Abs(solution.Constraints[k].Multiplier), bits + 8);
                }

                if (restoration.Restore(lifted, bySize) is { } multipliers && Verified(constraints, multipliers, solution.Value, isRecognized: false) is { } found)
                {
                    return found;
                }
            }

            return null;
        }

        public FoundCertificate? Recognized(double gap, CancellationToken cancellation)
        {
            WorstCaseResult<Rational> solution = problem.Solve(new(Gap: gap, Selection: ConstraintSelection.Generated), cancellation);
            NamedConstraint<Rational>[] constraints = [.. solution.Constraints.Select(c => c.Constraint)];
            double largest = solution.Constraints.Max(c => Math.Abs(c.Multiplier)), negligible = 0.1 * Math.Sqrt(gap) * largest;
            int[] order = [.. Enumerable.Range(0, constraints.Length)
                .Where(k => Math.Abs(solution.Constraints[k].Multiplier) > negligible)
                .OrderByDescending(k => constraints[k].Origin is { I.IsReference: true })
                .ThenByDescending(k => Math.Abs(solution.Constraints[k].Multiplier))];
            MultiplierRestoration restoration = new(solution.Balance.Objective, solution.Balance.Constraints);
            foreach (double tolerance in RecognitionTolerances)
            {
                Rational[] fractions = [.. solution.Constraints.Select(c => Math.Abs(c.Multiplier) > negligible ? SimplestFraction.Near(c.Multiplier, tolerance * Math.Abs(c.Multiplier)) : 0)];
                if (restoration.Restore(fractions, order) is { } multipliers && Verified(constraints, multipliers, solution.Value, isRecognized: true) is { RelativeSlack: < RecognitionSlack } found)
                {
                    return found;
                }
            }

            return null;
        }

        private FoundCertificate? Verified(NamedConstraint<Rational>[] constraints, Rational[] multipliers, double worstCase, bool isRecognized)
        {
            if (multipliers.Zip(constraints).Any(m => m.First < 0 && !m.Second.IsEquality))
            {
                return null;
            }

            Rational bound = problem.Objective.Constant;
            for (int k = 0; k < constraints.Length; k++)
            {
                bound -= multipliers[k] * constraints[k].Expression.Constant;
            }

            string json = CertificateText.Write(_draft, claim, statement(bound), [.. constraints.Zip(multipliers)], bound);
            return Verification.Of(Certificate.Parse(json)).IsAccepted ? new(json, bound, worstCase, isRecognized) : null;
        }

        // |u|^2 <= value with a positive value and no function values.
        private static bool IsBoundedSquare(NamedConstraint<Rational> constraint) =>
            !constraint.IsEquality && constraint.Expression.Values.IsEmpty && constraint.Expression.Constant < 0;

        private static Rational Dyadic(double value, int bits) => Rational.FromDouble(Math.Round(Math.ScaleB(value, bits))) / new Rational(System.Numerics.BigInteger.One << bits, 1);
    }
}
