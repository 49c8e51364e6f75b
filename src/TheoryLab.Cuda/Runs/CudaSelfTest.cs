namespace TheoryLab.Cuda;

/// <summary>Small integers through every library: sums and products of them are exact, whatever the order of operations.</summary>
internal static class CudaSelfTest
{
    /// <summary>What is wrong; null if nothing is.</summary>
    public static string? Run(CudaDevice device)
    {
        using CudaSpace space = device.NewSpace();
        const int Length = 10_007;
        double[] numbers = new double[Length];
        double squares = 0;
        for (int i = 0; i < Length; i++)
        {
            numbers[i] = (i % 201) - 100;
            squares += numbers[i] * numbers[i];
        }

        CudaVector x = space.Vector(numbers), y = x.NewLike();
        y.Assign(3, x, -1, x);
        if (CudaVector.Dot(x, y) != 2 * squares)
        {
            return "an update or an inner product is wrong";
        }

        // A = L L' for L = (2, 0; 1, 4); its condition is below 8, so that a solution is good to a few roundings, far below what is allowed here.
        const double Allowed = 1.0 / (1L << 40);
        double[] matrix = [4, 2, 2, 17];
        CudaVector right = space.Vector(2), ones = space.Vector([1, 1]);
        CudaCholesky factor = new(space, 2);
        space.Write(factor.Matrix, matrix);
        device.Blas.Multiply(factor.Matrix, 2, 2, 1, ones.Address, 0, right.Address);
        if (!right.ToArray().AsSpan().SequenceEqual([6, 19]))
        {
            return "a product of cuBLAS is wrong";
        }

        factor.Factor();
        factor.Solve(right, right);
        return Array.TrueForAll(right.ToArray(), component => Math.Abs(component - 1) <= Allowed) ? null : "a Cholesky solution of cuSOLVER is wrong";
    }
}
