using BenchmarkDotNet.Running;
using TheoryLab.Benchmarks;

// "step-cost [FILE]" measures the paired ratio to hand-written loops, "coordinate-cost [FILE]" the cost of coordinate steps as n grows, "newton-cost [FILE]"
// Newton steps against their factorisations, "worst-case-cost [FILE]" whole worst-case solves as the number of steps grows, "cuda-cost [FILE]" what runs on a
// GPU if there is one, "startup-cost [FILE]" the program against an empty one, "dense-cost [FILE]" dense products and
// factors on every backend; anything else goes to BenchmarkDotNet (--filter '*', --list flat, ...).
if (args is ["cuda-cost", ..])
{
    return CudaCost.Run(args is [_, string target] ? target : null);
}

string? table = args is [string command, ..]
    ? command switch
    {
        "step-cost" => StepCost.Measure(),
        "coordinate-cost" => CoordinateCost.Measure(),
        "newton-cost" => NewtonCost.Measure(),
        "worst-case-cost" => WorstCaseCost.Measure(),
        WorstCaseCost.ColdCommand when args is [_, string family, string n] => WorstCaseCost.Cold(family, n),
        "startup-cost" => StartupCost.Measure(),
        "dense-cost" => DenseCost.Measure(),
        _ => null,
    }
    : null;
if (table is null)
{
    BenchmarkSwitcher.FromAssembly(typeof(StepCost).Assembly).Run(args);
    return 0;
}

Console.Out.Write(table);
if (args is [_, string file])
{
    File.WriteAllText(file, table);
}

return 0;
