using System.Xml.Linq;
using TheoryLab.Claims;
using TheoryLab.ProofsChecks;

namespace TheoryLab.Reporting.Tests.Formulas;

public sealed class FormulaTests
{
    [Theory]
    [InlineData("2*L*R^2/(k+2)", @"\frac{2\,L\,{R}^{2}}{k + 2}")]
    [InlineData("(a+b)*c", @"\left(a + b\right)\,c")]
    [InlineData("a-(b-c)", @"a - \left(b - c\right)")]
    [InlineData("a-b-c", "a - b - c")]
    [InlineData("(a^b)^c", @"{\left({a}^{b}\right)}^{c}")]
    [InlineData("-x^2", " - {x}^{2}")]
    [InlineData("(-x)^2", @"{\left( - x\right)}^{2}")]
    [InlineData("sqrt(kappa)*0.25", @"\sqrt{\kappa }\, \cdot 0.25")]
    [InlineData("1e-3*h0", @"0.001\,{h}_{0}")]
    [InlineData("exp(-k)", @"{e}^{ - k}")]
    [InlineData("prev(h)-h", "{h}_{k - 1} - h")]
    [InlineData("theta(N/2)^2", @"{{\theta }_{\frac{N}{2}}}^{2}")]
    [InlineData("max(a, b)", @"\mathrm{max}\left(a, b\right)")]
    public void A_formula_is_written_as_its_tree_is(string formula, string tex)
    {
        string written = new Tex().Write(formula);
        Assert.Equal(tex.Replace(@"\, \cdot ", @" \cdot ", StringComparison.Ordinal), written);
    }

    [Fact]
    public void Formulas_of_the_catalogue_are_well_formed_with_as_many_parts_as_each_element_takes()
    {
        MathMl notation = new();
        foreach (Claim claim in Catalogue.Of(typeof(CatalogueMarker).Assembly).Claims)
        {
            XElement math = XElement.Parse(MathMl.Element(Comparison.Of(notation, claim.Kind.ToString().ToLowerInvariant(), StatedClaim.Of(claim)), isBlock: true).Replace("&#x2062;", string.Empty, StringComparison.Ordinal));
            Assert.All(math.Descendants().Where(e => e.Name.LocalName is "mfrac" or "msup" or "msub"), e => Assert.Equal(2, e.Elements().Count()));
            Assert.Empty(math.Descendants("mtext"));
        }
    }

    [Theory]
    [InlineData("superlinear", @"{r}_{k + 1}/ {r}_{k} \to 0")]
    [InlineData("order 2", @"{r}_{k + 1}= \mathrm{O}\left({{r}_{k}}^{2}\right)")]
    [InlineData("k^-1", @"r= \mathrm{O}\left({k}^{ - 1}\right)")]
    public void An_order_is_written_by_its_kind(string order, string tex)
    {
        Claim claim = Catalogue.Of(typeof(CatalogueMarker).Assembly).Find("newton-classical-local-order") with { Order = RateText.Parse(order) };
        Assert.Equal(tex, Comparison.Of(new Tex(), "upper", StatedClaim.Of(claim)));
    }

    [Theory]
    [InlineData("G(x_N) is at most 2 L R/(N+1)^2.", "G(x<sub>N</sub>) is at most 2 L R/(N+1)<sup>2</sup>.")]
    [InlineData("x_{k+1} >= k^-1.5.", "x<sub>k+1</sub> ≥ k<sup>-1.5</sup>.")]
    [InlineData("(1 - 1/sqrt kappa)^(k/2)", "(1 - 1/√κ)<sup>k/2</sup>")]
    [InlineData("the file breast_cancer.csv", "the file breast_cancer.csv")]
    [InlineData("<b> & x_<i>", "&lt;b&gt; &amp; x_&lt;i&gt;")]
    [InlineData("x^{<i>}", "x<sup>&lt;i&gt;</sup>")]
    public void Prose_has_indices_and_exponents(string text, string html) => Assert.Equal(html, Prose.ToHtml(text));
}
