using System.CommandLine;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using TheoryLab.Claims;
using TheoryLab.Core;

namespace TheoryLab.Cli;

/// <summary>theorylab doctor: backends found, versions, a self-test of each.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        Command command = new("doctor", "Show backends and versions, and test them. Example: theorylab doctor");
        command.SetAction(_ =>
        {
            Console.Out.WriteLine($"theorylab    {ClaimChecker.Version}");
            Console.Out.WriteLine($"runtime      {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}, {Environment.ProcessorCount} processors");
            Console.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"vectors      SIMD of {Vector<double>.Count} doubles for updates, 16 fixed lanes for sums (256-bit {Hardware(Vector256.IsHardwareAccelerated)}, 512-bit {Hardware(Vector512.IsHardwareAccelerated)})"));
            bool sound = SelfTest();
            Console.Out.WriteLine($"  self-test  {(sound ? "passed: inner products and updates agree with exact rationals" : "FAILED: inner products or updates disagree with exact rationals")}");
            foreach (BackendOffer offer in Backends.All)
            {
                sound &= Show(offer);
            }

            return sound ? ExitStatus.Success : ExitStatus.InternalError;
        });
        return command;
    }

    private static bool Show(BackendOffer offer)
    {
        BackendReport report = offer.Report();
        Console.Out.WriteLine($"{offer.Name,-12} {(report.Available ? "available" : "not available")}: {report.Text}");
        if (report.Available)
        {
            string outcome = report.Fault is { } fault ? $"FAILED: {fault}" : "passed: products, factors and solutions of integers are exact";
            Console.Out.WriteLine($"  self-test  {outcome}");
        }

        return report.Fault is null;
    }

    private static string Hardware(bool accelerated) => accelerated ? "in hardware" : "emulated";

    /// <summary>An update and an inner product against exact rationals, within the running error bound.</summary>
    private static bool SelfTest()
    {
        const int Length = 1003;
        Random random = Seeds.Generator(Seeds.Default);
        double[] x = new double[Length], y = new double[Length];
        for (int i = 0; i < Length; i++)
        {
            (x[i], y[i]) = (random.NextDouble() - 0.5, random.NextDouble() - 0.5);
        }

        HostVector<double> u = new(x), v = new(y);
        Rational exact = Rational.Zero;
        double magnitude = 0;
        for (int i = 0; i < Length; i++)
        {
            exact += Rational.FromDouble(x[i]) * Rational.FromDouble(y[i]);
            magnitude += Math.Abs(x[i] * y[i]);
        }

        double dot = HostVector<double>.Dot(u, v), allowance = Length * ScalarMath.UnitRoundoff<double>() * magnitude;
        bool sumsAgree = Math.Abs(Rational.ToDouble(exact - Rational.FromDouble(dot))) <= allowance;
        double expected = (0.5 * x[17]) - (0.25 * y[17]);
        u.Assign(0.5, u, -0.25, v);
        return sumsAgree && u[17] == expected;
    }
}
