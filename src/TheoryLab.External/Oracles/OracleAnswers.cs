using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.External;

/// <summary>
/// The answers of a session in a scalar that may carry errors. The oracle is believed to answer with its declared accuracy a: values have the error
/// a |f|, gradients a (max |g_i| + L max |x_i|), as if x had been rounded, other vectors a max |v_i|. An error e of the point adds |g|_1 e + n L e^2/2 to
/// the value and sqrt(n) L e to the gradient; the terms with L are left out where no L is declared.
/// </summary>
/// <typeparam name="T">The scalar.</typeparam>
/// <param name="session">The oracle.</param>
/// <param name="join">A scalar from a value and its error.</param>
/// <param name="value">The value of a scalar.</param>
/// <param name="error">The error of a scalar.</param>
internal sealed class OracleAnswers<T>(OracleSession session, Func<double, double, T> join, Func<T, double> value, Func<T, double> error)
    where T : struct, INumber<T>
{
    private readonly double[] _x = new double[session.Declared.Dimension];
    private readonly double[] _direction = new double[session.Declared.Dimension];
    private readonly double[] _answer = new double[session.Declared.Dimension];
    private readonly double _smoothness = session.Declared.Constants.GetValueOrDefault("L");

    public OracleSession Session { get; } = session;

    public HostVector<T> InitialPoint { get; } = new([.. session.Declared.InitialPoint.Select(v => join(v, 0))]);

    public HostVector<T>? Minimizer { get; } = session.Declared.Minimizer is { } minimizer ? new([.. minimizer.Select(v => join(v, 0))]) : null;

    private double Accuracy => Session.Declared.Accuracy;

    public T? Constant(string name) => Session.Declared.Constants.TryGetValue(name, out double number) ? join(number, 0) : null;

    public HostVector<T> RequireMinimizer() => Minimizer ?? throw Session.Lacks("xstar");

    public void Gradient(HostVector<T> x, HostVector<T> target)
    {
        double e = Split(x, _x);
        Session.Ask("gradient", _x, _answer);
        Join(target, (Accuracy * (Largest(_answer) + (_smoothness * Largest(_x)))) + (Math.Sqrt(_x.Length) * _smoothness * e));
    }

    public T Value(HostVector<T> x)
    {
        double e = Split(x, _x), f = Session.Value(_x), moved = 0;
        if (e > 0 && Session.Offers("gradient"))
        {
            Session.Ask("gradient", _x, _answer);
            moved = (_answer.Sum(Math.Abs) * e) + (_x.Length * _smoothness * e * e / 2);
        }

        return join(f, (Accuracy * Math.Abs(f)) + moved);
    }

    public T Gap(HostVector<T> x)
    {
        double minimum = Session.Minimum ?? throw Session.Lacks("fstar");
        return Value(x) - join(minimum, Accuracy * Math.Abs(minimum));
    }

    public void Vertex(HostVector<T> direction, HostVector<T> target)
    {
        Split(direction, _x);
        Session.Ask("lmo", _x, _answer);
        Join(target, Accuracy * Largest(_answer));
    }

    public void HessianProduct(HostVector<T> x, HostVector<T> direction, HostVector<T> target)
    {
        Split(x, _x);
        Split(direction, _direction);
        Session.HessianProduct(_x, _direction, _answer);
        Join(target, Accuracy * Largest(_answer));
    }

    private static double Largest(double[] numbers) => numbers.Max(Math.Abs);

    /// <summary>values &lt;- x; the largest error of a component.</summary>
    private double Split(HostVector<T> x, double[] values)
    {
        double largest = 0;
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = value(x[i]);
            largest = Math.Max(largest, error(x[i]));
        }

        return largest;
    }

    private void Join(HostVector<T> target, double withError)
    {
        for (int i = 0; i < _answer.Length; i++)
        {
            target[i] = join(_answer[i], withError);
        }
    }
}
