using BenchmarkDotNet.Running;
using TheoryLab.Benchmarks;

// "step-cost [FILE]" measures the paired ratio to hand-written loops, "coordinate-cost [FILE]" the cost of coordinate steps as n grows; anything else
// goes to BenchmarkDotNet (--filter '*', --list flat, ...).
if (args is ["step-cost" or "coordinate-cost", ..])
{
    string table = args[0] == "step-cost" ? StepCost.Measure() : CoordinateCost.Measure();
    Console.Out.Write(table);
    if (args is [_, string file])
    {
        File.WriteAllText(file, table);
    }
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(StepCost).Assembly).Run(args);
}
