using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.Cuda.Tests;

/// <summary>Every method on every instance that a device takes, answer by answer against double-doubles and update by update against the host.</summary>
public sealed class LockstepTests(StandInLibrary standIn)
{
    private const int Steps = 12;

    public static TheoryData<string, string> Instances => Catalogue.Instances;

    [Theory]
    [MemberData(nameof(Instances))]
    public void A_device_run_is_the_run_of_the_host_but_for_the_rounding_of_sums(string family, string parameters)
    {
        using CudaSpace space = standIn.Device.NewSpace();
        CheckAll(space, Catalogue.Instance(family, parameters));
    }

    internal static void CheckAll(CudaSpace space, ProblemInstance instance)
    {
        HostProblem<double> host = instance.In<double>();
        DenseForm form = ((IDenseInstance)instance).Dense();
        List<string> ran = [];
        foreach (IMethod method in Catalogue.Methods)
        {
            LockstepProblem problem = new(CudaProblems.Create(space, instance, host), form);
            if (Start(method, problem, form, new(host.Constant, Steps)) is not { } iteration)
            {
                continue;
            }

            double[] gaps = new double[Steps + 1];
            for (int k = 0; k <= Steps; k++)
            {
                _ = iteration.Iterate.Agreed();
                gaps[k] = problem.PrimalGap(iteration.Iterate);
                if (k < Steps && !iteration.IsFinished && double.IsFinite(gaps[k]))
                {
                    iteration.Step(k);
                }
            }

            Assert.True(problem.Compared > 0, method.Name);
            ran.Add(method.Name);

            // The run without a companion is the same one, bit by bit.
            Trace<double> trace = CudaRun.Run(space.Device, method, instance, SampleGrid.Every(Steps));
            for (int row = 0; row < trace.Count; row++)
            {
                Assert.Equal(gaps[row], trace.Row(row)[0]);
            }
        }

        string[] least = form.Set is not null ? ["away-step-frank-wolfe", "frank-wolfe", "frank-wolfe-short-step"]
            : form is LossForm ? ["conjugate-gradients", "gradient-descent", "nesterov", "newton", "optimized-gradient"]
            : ["conjugate-gradients", "gradient-descent", "nesterov", "optimized-gradient"];
        Assert.Subset(ran.ToHashSet(), least.ToHashSet());
    }

    private static IIteration<LockstepVector>? Start(IMethod method, LockstepProblem problem, DenseForm form, MethodSetup<double> setup)
    {
        LockstepVector x0 = problem.InitialPoint;
        try
        {
            return method switch
            {
                IFirstOrderMethod m when form.Set is null => m.Start(problem, x0, setup),
                IProjectionFreeMethod m when form.Set is not null => m.Start(problem, x0, setup),
                IAdaptiveProjectionFreeMethod m when form.Set is not null => m.Start(problem, x0, setup),
                IValueProjectionFreeMethod m when form.Set is not null => m.Start(problem, x0, setup),
                IHessianProductMethod m when form.Set is null => m.Start(problem, x0, setup),
                ISecondOrderMethod m when form is LossForm or QuadraticForm && form.Set is null => m.Start(problem, x0, setup),
                _ => null,
            };
        }
        catch (InputException)
        {
            // The family lacks a constant that the method asks for, or the matrix of its curvature; the host refuses the pair too.
            return null;
        }
    }
}
