namespace TheoryLab.Cuda.Tests;

/// <summary>Errors after which a process has to give the device up, by the comments of driver_types.h.</summary>
public sealed class CodesTests
{
    // ECC, NVLink, contained, illegal address, timeout, assertion; stack, instruction, alignment, address space, program counter, launch; tensor memory; unknown.
    private static readonly int[] Sticky = [214, 220, 226, 700, 702, 710, 714, 715, 716, 717, 718, 719, 721, 999];

    [Fact]
    public void A_context_is_corrupted_by_faults_of_the_device_and_by_nothing_else() =>
        Assert.Equal(Sticky, Enumerable.Range(0, 1000).Where(CudaErrorCode.IsSticky));
}
