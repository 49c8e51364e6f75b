return TheoryLab.Cli.FirstPage.Answer(args) ?? await TheoryLab.Cli.Application.RunAsync(args);
