using System.Reflection;

namespace TheoryLab.Tests;

/// <summary>One of each type of a kind, found by reflection: a new method or family is tested without being entered anywhere.</summary>
internal static class OneOfEach
{
    /// <summary>What an assembly has that can be made without arguments, in the order of names.</summary>
    /// <param name="assembly">Where to look.</param>
    /// <param name="nameOf">The name of one.</param>
    public static IReadOnlyList<T> Of<T>(Assembly assembly, Func<T, string> nameOf) =>
    [
        .. from type in assembly.GetTypes()
           where type is { IsAbstract: false, IsGenericType: false } && type.IsAssignableTo(typeof(T))
           from constructor in type.GetConstructors()
           let parameters = constructor.GetParameters()
           where parameters.All(p => p.IsOptional)
           let one = (T)constructor.Invoke([.. parameters.Select(p => p.DefaultValue)])
           orderby nameOf(one)
           select one,
    ];
}
