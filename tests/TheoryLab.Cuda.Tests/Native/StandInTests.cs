namespace TheoryLab.Cuda.Tests;

/// <summary>The stand-in has to catch mistakes, or it proves nothing about code that passes it.</summary>
public sealed class StandInTests(StandInLibrary standIn)
{
    [Theory]
    [InlineData("overrun")]
    [InlineData("underrun")]
    [InlineData("use-after-free")]
    public void A_touched_guard_page_kills_the_program(string mistake)
    {
        (int status, _) = Plant(mistake);

        // The shell's number for a segmentation fault.
        Assert.Equal(128 + 11, status);
    }

    [Theory]
    [InlineData("double-free", "1 memory freed twice")]
    [InlineData("host-pointer", "1 cudaMemsetAsync: 8 bytes leave their memory")]
    [InlineData("leading-dimension", "7 cublasDgemv_v2: shape or leading dimension")]
    [InlineData("beyond-the-end", "7 cublasDgemv_v2: an operand leaves its memory")]
    [InlineData("alias", "7 cublasDgemv_v2: x and y overlap")]
    [InlineData("closed-handle", "1 a handle of kind 2 that is not open")]
    [InlineData("late-delivery", "5 0")]
    public void A_mistake_is_refused(string mistake, string output) => Assert.Equal((0, output + "\n"), Plant(mistake));

    [Fact]
    public void Faults_can_come_from_the_environment() =>
        Assert.Equal((0, "0 2\n"), Plant("environment", ("THEORYLAB_STANDIN_FAIL", "cudaMalloc:3:2")));

    private (int Status, string Output) Plant(string mistake, params (string Name, string Value)[] environment)
    {
        Assert.SkipWhen(standIn.Missing is not null, standIn.Missing ?? string.Empty);
        standIn.Compile(["-o", "planted", "planted.c", "-L.", "-l:libcudart.so.12", "-l:libcublas.so.12", "-lstandin", "-Wl,-rpath,$ORIGIN"]);
        return standIn.Run("sh", ["-c", "./planted \"$1\"; exit $?", "sh", mistake], environment)!.Value;
    }
}
