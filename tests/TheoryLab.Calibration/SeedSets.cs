using TheoryLab.Core;

namespace TheoryLab.Calibration;

/// <summary>The two sets of seeds, kept apart: what is looked at while constants are chosen, and what is reported.</summary>
internal static class SeedSets
{
    public const int Development = Seeds.Default;
    public const int Evaluation = 90_417_253;

    public static int? Find(string name) => name switch
    {
        "development" => Development,
        "evaluation" => Evaluation,
        _ => null,
    };
}
