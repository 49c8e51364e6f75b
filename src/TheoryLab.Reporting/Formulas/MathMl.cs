namespace TheoryLab.Reporting;

/// <summary>Formulas in MathML, which browsers show without help.</summary>
internal sealed class MathMl : FormulaWriter
{
    /// <summary>A formula as an element of a page.</summary>
    /// <param name="content">What <see cref="FormulaWriter.Write"/> or <see cref="Row"/> gave.</param>
    /// <param name="isBlock">Whether it stands on a line of its own.</param>
    public static string Element(string content, bool isBlock) => $"<math{(isBlock ? " display=\"block\"" : string.Empty)}>{content}</math>";

    public override string Row(params ReadOnlySpan<string> parts) => $"<mrow>{string.Concat(parts)}</mrow>";

    public override string Sign(string sign) => $"<mo>{Html.Text(sign)}</mo>";

    public override string Fenced(string open, string inner, string close) => $"<mrow><mo>{open}</mo>{inner}<mo>{close}</mo></mrow>";

    public override string Words(string text) => $"<mtext>{Html.Text(text)}</mtext>";

    public override string Function(string name) => $"<mi>{Html.Text(name)}</mi>";

    protected override string Times => "<mo>&#x2062;</mo>";

    protected override string Space => "<mspace width=\"0.17em\"></mspace>";

    protected override string Digits(string digits) => $"<mn>{digits.Replace("-", "−", StringComparison.Ordinal)}</mn>";

    protected override string Letter(string name) => $"<mi>{Html.Text(Greek.Letter(name) ?? name)}</mi>";

    protected override string Fraction(string over, string under) => $"<mfrac>{over}{under}</mfrac>";

    protected override string Raised(string what, string exponent) => $"<msup>{what}{exponent}</msup>";

    protected override string Lowered(string what, string index) => $"<msub>{what}{index}</msub>";

    protected override string Root(string inner) => $"<msqrt>{inner}</msqrt>";
}
