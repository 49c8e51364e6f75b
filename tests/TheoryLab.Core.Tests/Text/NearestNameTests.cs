using FsCheck.Fluent;

namespace TheoryLab.Core.Tests;

public sealed class NearestNameTests
{
    private static readonly string[] Known = ["gradient-descent", "heavy-ball", "nesterov", "nesterov-three", "frank-wolfe"];

    [Theory]
    [InlineData("nestrov", "nesterov")]
    [InlineData("NESTEROV", "nesterov")]
    [InlineData("heavyball", "heavy-ball")]
    [InlineData("franc-wolf", "frank-wolfe")]
    [InlineData("descent", "gradient-descent")]
    [InlineData("three", "nesterov-three")]
    [InlineData("newton", null)]
    [InlineData("", null)]
    [InlineData("gr", null)]
    public void Near_names_and_parts_of_names_are_found(string typed, string? expected) => Assert.Equal(expected, NearestName.Find(typed, Known));

    [Fact]
    public void A_known_name_finds_itself() => Draw.Check(
        Gen.Elements("gradient-descent", "heavy-ball", "x", "ab").Select(n => n),
        name => Assert.Equal(name, NearestName.Find(name, [.. Known, "x", "ab"])),
        20);

    [Fact]
    public void One_edit_of_a_long_name_is_found() => Draw.Check(
        from name in Gen.Elements("gradient-descent", "heavy-ball", "nesterov-three")
        from at in Gen.Choose(0, 9)
        from kind in Gen.Choose(0, 2)
        select (name, typed: kind switch { 0 => name.Remove(at, 1), 1 => name.Insert(at, "q"), _ => name.Remove(at, 1).Insert(at, "q") }),
        c => Assert.Equal(c.name, NearestName.Find(c.typed, Known)));

    [Fact]
    public void Nothing_is_found_among_nothing() => Assert.Null(NearestName.Find("x", []));

    [Fact]
    public void Messages_say_what_is_missing_and_how_to_mend_it()
    {
        Assert.Equal("There is no method 'nestrov'. Did you mean 'nesterov'?", NearestName.Unknown("method", "nestrov", Known).Message);
        Assert.Equal("There is no method 'adam'. 'theorylab list methods' prints the known ones.", NearestName.Unknown("method", "adam", Known, "theorylab list methods").Message);
        Assert.Equal("There is no method 'adam'. Known: a-long-one, b.", NearestName.Unknown("method", "adam", ["a-long-one", "b"]).Message);
    }
}
