using Microsoft.Playwright;

namespace TheoryLab.Reporting.Tests.Browser;

/// <summary>A Chromium of the machine; without one the tests that ask for it are skipped, saying why.</summary>
public sealed class ChromiumBrowser : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private string _reason = string.Empty;

    public async ValueTask InitializeAsync()
    {
        string? executable = Environment.GetEnvironmentVariable("PLAYWRIGHT_CHROMIUM") ?? Find();
        if (executable is null)
        {
            _reason = $"There is no {string.Join(", ", Names)} on the PATH; install one, or name it in PLAYWRIGHT_CHROMIUM.";
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = executable, Headless = true, Args = ["--no-sandbox", "--disable-gpu"] });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>A page of its own, without network.</summary>
    internal async Task<IPage> Page(int width, ColorScheme scheme)
    {
        Assert.SkipWhen(_browser is null, _reason);
        IBrowserContext context = await _browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme, Offline = true });
        return await context.NewPageAsync();
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
}
