namespace TheoryLab.Core;

/// <summary>Bad input from a user: the message is one sentence that says what, where and how to mend it. Never a defect of the program.</summary>
public sealed class InputException : Exception
{
    /// <summary>An error that a user can mend.</summary>
    /// <param name="message">What, where, how to mend it.</param>
    public InputException(string message)
        : base(message)
    {
    }

    /// <summary>An error that a user can mend, with what caused it.</summary>
    /// <param name="message">What, where, how to mend it.</param>
    /// <param name="innerException">The cause.</param>
    public InputException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
