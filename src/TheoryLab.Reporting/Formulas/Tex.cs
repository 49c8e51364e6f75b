namespace TheoryLab.Reporting;

/// <summary>Formulas in TeX, as Markdown readers show them between dollar signs.</summary>
internal sealed class Tex : FormulaWriter
{
    public override string Row(params ReadOnlySpan<string> parts) => string.Concat(parts);

    public override string Sign(string sign) => sign switch
    {
        "−" => " - ",
        "+" => " + ",
        "⋅" => @" \cdot ",
        "≤" => @" \le ",
        "≥" => @" \ge ",
        "∑" => @"\sum",
        "→" => @" \to ",
        "<" => @" \lt ",
        _ => $"{sign} ",
    };

    public override string Fenced(string open, string inner, string close) => $@"\left{open}{inner}\right{close}";

    public override string Words(string text) => $@"\text{{{string.Concat(text.Where(c => char.IsLetterOrDigit(c) || c is ' ' or '.' or ',' or '(' or ')' or '+' or '-'))}}}";

    public override string Function(string name) => $@"\mathrm{{{name}}}";

    protected override string Times => @"\,";

    protected override string Space => @"\,";

    protected override string Digits(string digits) => digits;

    protected override string Letter(string name) => Greek.Letter(name) is not null ? $@"\{name} " : name.Length == 1 ? name : $@"\mathit{{{name}}}";

    protected override string Fraction(string over, string under) => $@"\frac{{{over}}}{{{under}}}";

    protected override string Raised(string what, string exponent) => $"{{{what}}}^{{{exponent}}}";

    protected override string Lowered(string what, string index) => $"{{{what}}}_{{{index}}}";

    protected override string Root(string inner) => $@"\sqrt{{{inner}}}";
}
