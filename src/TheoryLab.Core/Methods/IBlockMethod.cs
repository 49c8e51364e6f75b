using System.Numerics;

namespace TheoryLab.Core;

/// <summary>
/// A method that works on coordinates. Its vectors are host vectors in any scalar: coordinates have no meaning on symbols, and a device has no use
/// for one component at a time.
/// </summary>
public interface ICoordinateMethod : IMethod
{
    /// <summary>Binds the method to a problem.</summary>
    /// <typeparam name="T">Ordered scalars.</typeparam>
    /// <param name="problem">Answers partial derivatives.</param>
    /// <param name="x0">Initial point; copied.</param>
    /// <param name="setup">Constants and horizon.</param>
    IIteration<HostVector<T>> Start<T>(ICoordinateOracle<T> problem, HostVector<T> x0, MethodSetup<T> setup)
        where T : struct, INumber<T>;
}

/// <summary>A method that minimises over blocks, each block problem with a proximal term.</summary>
public interface IBlockProximalMethod : IMethod
{
    /// <summary>Binds the method to a problem.</summary>
    /// <typeparam name="T">Ordered scalars.</typeparam>
    /// <param name="problem">Minimises over blocks.</param>
    /// <param name="x0">Initial point; copied.</param>
    /// <param name="setup">Constants and horizon.</param>
    IIteration<HostVector<T>> Start<T>(IBlockProximalOracle<T> problem, HostVector<T> x0, MethodSetup<T> setup)
        where T : struct, INumber<T>;
}

/// <summary>A method for quotients f/g that minimises along coordinates.</summary>
public interface IFractionalMethod : IMethod
{
    /// <summary>Binds the method to a problem.</summary>
    /// <typeparam name="T">Ordered scalars.</typeparam>
    /// <param name="problem">Minimises along coordinates.</param>
    /// <param name="x0">Initial point; copied.</param>
    /// <param name="setup">Constants and horizon.</param>
    IIteration<HostVector<T>> Start<T>(IFractionalOracle<T> problem, HostVector<T> x0, MethodSetup<T> setup)
        where T : struct, INumber<T>;
}

/// <summary>The exact expectation of a randomised method on a quadratic, as a recursion of second moments.</summary>
public interface IMomentMethod : IMethod
{
    /// <summary>Binds the recursion to a problem.</summary>
    /// <typeparam name="T">Ordered scalars.</typeparam>
    /// <param name="problem">The quadratic's matrix.</param>
    /// <param name="m0">M_0 = x_0 x_0', row by row; copied.</param>
    /// <param name="setup">Constants and horizon.</param>
    IIteration<HostVector<T>> Start<T>(IMomentOracle<T> problem, HostVector<T> m0, MethodSetup<T> setup)
        where T : struct, INumber<T>;
}
