namespace TheoryLab.Core;

/// <summary>Square root, exponential, logarithm, sine and cosine of one scalar type, callable where only <c>struct</c> is known of the type.</summary>
/// <typeparam name="T">The scalar.</typeparam>
internal interface IElementary<T>
{
    T Sqrt(T x);

    T Exp(T x);

    T Log(T x);

    T Sin(T x);

    T Cos(T x);
}

/// <summary>Finds the elementary functions of a scalar type through its interface, once per type.</summary>
internal static class ElementaryFunctions
{
    public static IElementary<T> For<T>()
        where T : struct
    {
        Type? real = Array.Find(
            typeof(T).GetInterfaces(),
            i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRealScalar<>));
        Type table = real is null ? typeof(Missing<>) : typeof(Present<>);
        return (IElementary<T>)Activator.CreateInstance(table.MakeGenericType(typeof(T)))!;
    }

    private sealed class Present<T> : IElementary<T>
        where T : struct, IRealScalar<T>
    {
        public T Sqrt(T x) => x.SquareRoot();

        public T Exp(T x) => x.Exponential();

        public T Log(T x) => x.Logarithm();

        public T Sin(T x) => x.Sine();

        public T Cos(T x) => x.Cosine();
    }

    private sealed class Missing<T> : IElementary<T>
    {
        public T Sqrt(T x) => throw NotSupported("square root");

        public T Exp(T x) => throw NotSupported("exponential");

        public T Log(T x) => throw NotSupported("logarithm");

        public T Sin(T x) => throw NotSupported("sine");

        public T Cos(T x) => throw NotSupported("cosine");

        private static NotSupportedException NotSupported(string function) =>
            new($"{typeof(T).Name} has no {function}; implement IRealScalar<{typeof(T).Name}> to give it one.");
    }
}
