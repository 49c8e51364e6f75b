namespace TheoryLab.Claims;

/// <summary>Folds a formula from its leaves to its root: what a number, a name and an operation become, given what their operands became.</summary>
/// <typeparam name="TResult">What each part becomes.</typeparam>
public interface IExpressionVisitor<TResult>
{
    /// <summary>A number.</summary>
    /// <param name="digits">In decimal form, such as 0.25 or 1e-3.</param>
    TResult Number(string digits);

    /// <summary>A name: k, N, a constant, the symbol of a measure.</summary>
    /// <param name="name">The name.</param>
    TResult Name(string name);

    /// <summary>A look back at a measure.</summary>
    /// <param name="look">Which.</param>
    /// <param name="name">The symbol of the measure.</param>
    TResult Past(Look look, string name);

    /// <summary>The negative.</summary>
    /// <param name="operand">Of what.</param>
    TResult Negation(TResult operand);

    /// <summary>A sum, difference, product, quotient or power.</summary>
    /// <param name="operation">+, -, *, / or ^.</param>
    /// <param name="left">Left operand.</param>
    /// <param name="right">Right operand.</param>
    TResult Binary(char operation, TResult left, TResult right);

    /// <summary>A function of <see cref="ExpressionFunctions"/>.</summary>
    /// <param name="function">Its name.</param>
    /// <param name="arguments">Its arguments.</param>
    TResult Call(string function, IReadOnlyList<TResult> arguments);
}
