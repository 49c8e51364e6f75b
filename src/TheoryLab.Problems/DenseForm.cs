namespace TheoryLab.Problems;

/// <summary>
/// The numbers behind an instance, for backends that keep a copy of their own: the same doubles that the problem in host memory computes with. Initial
/// point, minimiser and constants are those of the instance.
/// </summary>
public abstract record DenseForm
{
    /// <summary>The set that linear minimisation is over; null if there is none.</summary>
    public FeasibleSet? Set { get; init; }
}

/// <summary>f(x) = (x - x*)'A (x - x*)/2.</summary>
/// <param name="Matrix">A, symmetric, row by row, both triangles.</param>
public sealed record QuadraticForm(double[] Matrix) : DenseForm;

/// <summary>f(x) = sum a_i (x_i - x*_i)^2/2 + &lt;q, x - x*&gt;.</summary>
/// <param name="Curvature">a.</param>
/// <param name="Slopes">q, zero wherever x* is not on the boundary of the set.</param>
public sealed record SeparableForm(double[] Curvature, double[] Slopes) : DenseForm;

/// <summary>f(w) = (1/m) sum loss(a_i'w; b_i) + (reg/2)|w|^2.</summary>
/// <param name="Loss">Which loss.</param>
/// <param name="Matrix">The rows a_i one after the other, signed by their labels for the logistic loss.</param>
/// <param name="Targets">b for the squared loss; empty for the logistic one.</param>
/// <param name="Rows">m.</param>
/// <param name="Regularization">reg.</param>
public sealed record LossForm(LossKind Loss, double[] Matrix, double[] Targets, int Rows, double Regularization) : DenseForm;

/// <summary>A loss of one number.</summary>
public enum LossKind
{
    /// <summary>(t - b)^2/2.</summary>
    Squared,

    /// <summary>log(1 + exp(-t)).</summary>
    Logistic,
}

/// <summary>A compact set with simple vertices.</summary>
/// <param name="Kind">Its shape.</param>
/// <param name="Low">The lower end of every coordinate of a box; 0 otherwise.</param>
/// <param name="High">The upper end of every coordinate of a box, or the radius.</param>
public sealed record FeasibleSet(SetKind Kind, double Low, double High);

/// <summary>Shapes of sets.</summary>
public enum SetKind
{
    /// <summary>Non-negative components with the sum of the radius.</summary>
    Simplex,

    /// <summary>|x|_1 at most the radius.</summary>
    L1Ball,

    /// <summary>Every coordinate between two numbers.</summary>
    Box,
}

/// <summary>An instance that can show its numbers.</summary>
public interface IDenseInstance
{
    /// <summary>The numbers; what is not stored in this form is computed, and rounded once. Allocates.</summary>
    /// <exception cref="TheoryLab.Core.InputException">The instance is too large to be stored densely.</exception>
    DenseForm Dense();
}
