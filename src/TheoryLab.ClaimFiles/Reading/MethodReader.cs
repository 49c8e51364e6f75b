using System.Globalization;
using TheoryLab.Claims;
using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.ClaimFiles;

/// <summary>Methods of a claim file: a built-in one with parameters, a recorded run, an external solver.</summary>
/// <param name="context">Where files are, and what starts a solver.</param>
internal sealed class MethodReader(ReadingContext context)
{
    // What the plain name does, said aloud.
    private const string PlainStep = "open-loop";

    private static readonly string[] OpenLoop = ["frank-wolfe", "monotone-frank-wolfe"];

    /// <summary>The method of a node; for a recorded run, with the name of its column.</summary>
    public (IMethod Method, string? Column) Read(Node node)
    {
        if (node is Scalar name)
        {
            return (Registry.Method(name.Text), null);
        }

        Entries map = (Entries)node;
        return map["trace"] is Scalar trace ? Recorded(map, trace)
            : map["command"] is Items command ? (context.Solver(command), null)
            : (BuiltIn(map), null);
    }

    private (IMethod Method, string? Column) Recorded(Entries map, Scalar trace)
    {
        string path = context.Existing(trace);
        NonpositiveValues nonpositive = map.Scalar("nonpositive") is { } word ? Enum.Parse<NonpositiveValues>(word.Text, ignoreCase: true) : NonpositiveValues.Error;
        double? accuracy = map.Scalar("accuracy") is { } number ? double.Parse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture) : null;
        try
        {
            RecordedTrace recorded = TraceFile.Read(path, new(map.Scalar("x")?.Text, map.Scalar("y")?.Text, nonpositive, accuracy));
            return (new RecordedRun(path, recorded), recorded.YName);
        }
        catch (InputException e)
        {
            // The reader of traces speaks of options of the command line; here they are keys.
            string message = e.Message.Replace("--nonpositive drop", "nonpositive: drop", StringComparison.Ordinal)
                .Replace("--nonpositive floor", "nonpositive: floor", StringComparison.Ordinal)
                .Replace("--accuracy", "accuracy", StringComparison.Ordinal)
                .Replace("with --x and --y", "with x and y", StringComparison.Ordinal)
                .Replace("with --y", "with y", StringComparison.Ordinal)
                .Replace("--x: ", "x: ", StringComparison.Ordinal)
                .Replace("--y: ", "y: ", StringComparison.Ordinal);
            Node at = message.StartsWith("x: ", StringComparison.Ordinal) ? map["x"]! : message.StartsWith("y: ", StringComparison.Ordinal) ? map["y"]! : trace;
            throw at.Place.Error(message, e);
        }
    }

    private static IMethod BuiltIn(Entries map)
    {
        Scalar name = map.Scalar("name")!;
        IMethod method = Registry.Method(name.Text);
        if (map.Scalar("step") is { } step && !Registry.Parameters(method).Contains("step"))
        {
            method = WithStep(method, step);
        }

        Entry[] parameters = [.. map.All.Where(e => e.Key.Text != "name" && (e.Key.Text != "step" || Registry.Parameters(method).Contains("step")))];
        IReadOnlyList<string> known = Registry.Parameters(method);
        foreach (Entry entry in parameters.Where(e => !known.Contains(e.Key.Text.ToLowerInvariant())))
        {
            throw entry.Key.Place.Error(known.Count > 0
                ? NearestName.Unknown($"parameter of {method.Name}", Shown.Of(entry.Key.Text), known)
                : new InputException($"{method.Name} has no parameters; remove '{Shown.Of(entry.Key.Text)}', or choose another method."));
        }

        Dictionary<string, ParameterValue> given = new(StringComparer.Ordinal);
        foreach (Entry entry in parameters)
        {
            given[entry.Key.Text] = ParameterValue.Parse(((Scalar)entry.Value).Text);
            try
            {
                _ = Registry.Configure(method, new Dictionary<string, ParameterValue>(given, StringComparer.Ordinal));
            }
            catch (InputException e)
            {
                throw entry.Value.Place.Error(e);
            }
        }

        return parameters.Length == 0 ? method : Registry.Configure(method, given);
    }

    /// <summary>The method NAME-STEP of the registry: a step rule is a method of its own there.</summary>
    private static IMethod WithStep(IMethod method, Scalar step)
    {
        if (step.Text == PlainStep && OpenLoop.Contains(method.Name))
        {
            return method;
        }

        string prefix = method.Name + "-";
        string[] steps = [.. Registry.Methods.Where(m => m.Name.StartsWith(prefix, StringComparison.Ordinal)).Select(m => m.Name[prefix.Length..]), .. OpenLoop.Contains(method.Name) ? [PlainStep] : Array.Empty<string>()];
        string? known = steps.FirstOrDefault(s => s == step.Text) ?? steps.FirstOrDefault(s => s == step.Text + "-step");
        return known is not null ? Registry.Method(prefix + known)
            : throw step.Place.Error(steps.Length > 0
                ? NearestName.Unknown($"step rule of {method.Name}", Shown.Of(step.Text), steps)
                : new InputException($"{method.Name} has one step rule only; remove step, or choose another method."));
    }
}
