using BenchmarkDotNet.Running;
using TheoryLab.Benchmarks;

// "step-cost [FILE]" measures the paired ratio to hand-written loops; anything else goes to BenchmarkDotNet (--filter '*', --list flat, ...).
if (args is ["step-cost", ..])
{
    string table = StepCost.Measure();
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
