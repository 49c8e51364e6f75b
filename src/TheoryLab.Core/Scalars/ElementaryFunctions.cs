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

/// <summary>A scalar that brings its elementary functions along, so that they are found without reflection; implemented by <see cref="IRealScalar{TSelf}"/> for all.</summary>
public interface IElementaryScalar
{
    /// <summary>An <see cref="IElementary{T}"/> of the scalar's own type.</summary>
    internal object Functions { get; }
}

/// <summary>Finds the elementary functions of a scalar type through its interface, once per type.</summary>
internal static class ElementaryFunctions
{
    public static IElementary<T> For<T>()
        where T : struct => default(T) is IElementaryScalar scalar ? (IElementary<T>)scalar.Functions : new Missing<T>();

    internal sealed class Present<T> : IElementary<T>
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
