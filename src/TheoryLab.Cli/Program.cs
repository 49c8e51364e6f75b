return await TheoryLab.Cli.Application.RunAsync(args);
