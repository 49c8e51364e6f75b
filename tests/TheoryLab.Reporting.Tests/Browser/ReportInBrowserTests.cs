using Microsoft.Playwright;
using TheoryLab.Claims;

namespace TheoryLab.Reporting.Tests.Browser;

public sealed class ReportInBrowserTests(ChromiumBrowser browser) : IClassFixture<ChromiumBrowser>, IDisposable
{
    // Sections out of sight are not laid out until they come near; what is measured here must be.
    private const string LayOutAll = ".claim{content-visibility:visible!important}";

    // Text wider than what holds it, unless that scrolls; text of plots outside the plot; two texts of one plot that meet.
    private const string Faults = """
        () => {
          const faults = [], scrolls = e => e && (['auto', 'scroll'].includes(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
          if (document.documentElement.scrollWidth > innerWidth) faults.push(`the page is ${document.documentElement.scrollWidth} wide`);
          for (const e of document.querySelectorAll('body *:not(svg *):not(math *)')) {
            const r = e.getBoundingClientRect();
            if (r.width && !scrolls(e) && (r.right > innerWidth + 1 || e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline'))
              faults.push(`${e.tagName}.${e.className} is clipped: ${e.textContent.slice(0, 40)}`);
          }
          for (const svg of document.querySelectorAll('svg.plot')) {
            const view = svg.viewBox.baseVal, texts = [...svg.querySelectorAll('text')].map(t => [t, t.getBBox()]), name = svg.querySelector('title').textContent;
            for (const [t, b] of texts)
              if (b.x < 0 || b.y < 0 || b.x + b.width > view.width || b.y + b.height > view.height) faults.push(`${name}: '${t.textContent}' leaves the plot`);
            texts.forEach(([t, a], i) => texts.slice(i + 1).forEach(([u, b]) => {
              if (a.x < b.x + b.width && b.x < a.x + a.width && a.y + 1 < b.y + b.height && b.y + 1 < a.y + a.height) faults.push(`${name}: '${t.textContent}' meets '${u.textContent}'`);
            }));
          }
          return faults;
        }
        """;

    // The least contrast of any text with the page behind it, as WCAG defines it.
    private const string LeastContrast = """
        () => {
          const paint = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
          const light = c => { paint.fillStyle = c; paint.fillRect(0, 0, 1, 1); const [r, g, b] = [...paint.getImageData(0, 0, 1, 1).data].map(v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
          const page = light(getComputedStyle(document.body).backgroundColor);
          const inks = [...document.querySelectorAll('.plot text')].map(e => getComputedStyle(e).fill).concat([...document.querySelectorAll('p, td, th, dt, dd, a, .badge, .counts b')].map(e => getComputedStyle(e).color));
          return Math.min(...new Set(inks).values().map(light).map(l => (Math.max(l, page) + 0.05) / (Math.min(l, page) + 0.05)));
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("theorylab-report-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(1200, ColorScheme.Light)]
    [InlineData(1200, ColorScheme.Dark)]
    [InlineData(400, ColorScheme.Light)]
    [InlineData(400, ColorScheme.Dark)]
    public Task A_report_opens_without_errors_and_nothing_is_clipped_or_overlaps(int width, ColorScheme scheme) =>
        IsSound([.. Stored.VariedClaims, .. Stored.EveryVerdict(), .. Hostile.Claims()], width, scheme);

    [Fact]
    public async Task A_report_of_the_whole_catalogue_is_small_and_as_sound()
    {
        // Checking the catalogue takes a minute or two.
        Assert.SkipUnless(Environment.GetEnvironmentVariable("THEORYLAB_TIER") == "full", "THEORYLAB_TIER=full runs it");
        await IsSound(Stored.Check(Stored.Catalogue), 1200, ColorScheme.Light);
        Assert.InRange(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).Sum(f => new FileInfo(f).Length), 1, 5_000_000);
    }

    private async Task IsSound(IReadOnlyList<CheckedClaim> claims, int width, ColorScheme scheme)
    {
        ReportFolder.Write(_folder, claims);
        List<string> errors = [], requests = [];
        IPage page = await browser.Page(width, scheme);
        page.Console += (_, message) => errors.Add(message.Text);
        page.PageError += (_, error) => errors.Add(error);
        page.Dialog += (_, dialog) => errors.Add(dialog.Message);
        page.Request += (_, request) => requests.Add(request.Url);
        string address = new Uri(Path.Combine(_folder, "index.html")).AbsoluteUri;
        await page.GotoAsync(address);
        await page.AddStyleTagAsync(new() { Content = LayOutAll });
        string[] faults = await page.EvaluateAsync<string[]>(Faults);
        Assert.True(faults.Length == 0, string.Join("\n", faults));
        Assert.Empty(errors);
        Assert.Equal([address], requests.Where(r => !r.StartsWith("data:", StringComparison.Ordinal)));
        Assert.Equal(claims.Count, await page.Locator("section.claim").CountAsync());
        double contrast = await page.EvaluateAsync<double>(LeastContrast);
        Assert.True(contrast >= 4.5, $"the least contrast of text is {contrast:0.00}");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Every_stored_point_is_in_the_plot_and_in_the_table()
    {
        // Few enough points for the plot to show each one, all with logarithms.
        CheckedClaim[] claims = [Stored.Make("one", Verdict.Consistent, points: 1), Stored.Make("seven", Verdict.Consistent, points: 7), Stored.Make("thirty", Verdict.Consistent, points: 30), .. Stored.Check("gd-convex-exact", "moo-silver-upper")];
        ReportFolder.Write(_folder, claims);
        IPage page = await browser.Page(1200, ColorScheme.Light);
        await page.GotoAsync(new Uri(Path.Combine(_folder, "index.html")).AbsoluteUri);
        foreach (CheckedClaim claim in claims)
        {
            ILocator section = page.Locator($"#{claim.Result.Claim}");
            string marks = (await section.Locator("path.dots.measured").GetAttributeAsync("d"))!;
            Assert.Equal(claim.Curve.Count, marks.Count(c => c == 'M'));
            Assert.Equal(claim.Curve.Count, await section.Locator("table.data tbody tr").CountAsync());
        }

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Filters_work_without_a_script_and_anchors_lead_to_claims()
    {
        ReportFolder.Write(_folder, Stored.EveryVerdict());
        IPage page = await browser.Page(1200, ColorScheme.Light);
        await page.GotoAsync(new Uri(Path.Combine(_folder, "index.html")).AbsoluteUri);
        Assert.Equal(5, await page.Locator(".index tbody tr:visible").CountAsync());
        await page.CheckAsync("#only-inconclusive");
        Assert.Equal(2, await page.Locator(".index tbody tr:visible").CountAsync());
        Assert.Equal(2, await page.Locator("section.claim:visible").CountAsync());
        string[] links = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.index a')].map(a => a.hash).filter(h => !document.querySelector(h))");
        Assert.Empty(links);
        Assert.Equal(0, await page.Locator("script").CountAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_page_without_style_sheets_of_its_own_shows_plots_from_files_in_both_themes()
    {
        ReportFolder.Write(_folder, Stored.EveryVerdict());
        string file = Directory.GetFiles(Path.Combine(_folder, "plots")).Order(StringComparer.Ordinal).First();
        List<string> inks = [];
        foreach (ColorScheme scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            IPage page = await browser.Page(600, scheme);
            await page.GotoAsync(new Uri(file).AbsoluteUri);
            inks.Add(await page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.label.bound')).fill"));
            await page.Context.CloseAsync();
        }

        Assert.NotEqual(inks[0], inks[1]);
    }
}
