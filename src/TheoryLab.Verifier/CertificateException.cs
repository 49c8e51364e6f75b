namespace TheoryLab.Verifier;

/// <summary>The file is not a certificate, or not a valid one; the message says what and where.</summary>
/// <param name="message">One sentence.</param>
public sealed class CertificateException(string message) : Exception(message);
