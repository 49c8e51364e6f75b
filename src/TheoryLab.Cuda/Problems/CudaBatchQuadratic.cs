using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.Cuda;

/// <summary>
/// Many quadratics (x - x*)'A (x - x*)/2 of one dimension, run side by side: one launch updates all of them and one call multiplies by all matrices.
/// A method has one set of coefficients, so the constants it asks for must suit every instance.
/// </summary>
public sealed class CudaBatchQuadratic : IGradientOracle<CudaBatch>
{
    private readonly nint _matrices;
    private readonly CudaBatch _d;
    private readonly CudaBatch _product;
    private readonly CudaVector _gaps;

    /// <summary>A batch whose numbers are on the device already.</summary>
    internal CudaBatchQuadratic(nint matrices, CudaBatch initialPoint, CudaBatch minimizer)
    {
        (_matrices, InitialPoint, Minimizer) = (matrices, initialPoint, minimizer);
        (_d, _product, _gaps) = (minimizer.NewLike(), minimizer.NewLike(), Space.Vector(minimizer.Count));
    }

    /// <summary>The initial points.</summary>
    public CudaBatch InitialPoint { get; }

    /// <summary>The minimisers.</summary>
    public CudaBatch Minimizer { get; }

    /// <summary>Oracle calls answered so far, each of them for all instances at once.</summary>
    public long OracleCalls { get; private set; }

    private CudaSpace Space => Minimizer.All.Space;

    /// <summary>The instances side by side.</summary>
    /// <param name="space">Owns the memory.</param>
    /// <param name="instances">At least one; all with dense matrices of one order.</param>
    /// <exception cref="InputException">An instance has another shape.</exception>
    /// <exception cref="CudaException">The device has no room for them.</exception>
    public static CudaBatchQuadratic Of(CudaSpace space, IReadOnlyList<ProblemInstance> instances)
    {
        HostProblem<double>[] hosts = [.. instances.Select(i => i.In<double>())];
        int count = hosts.Length, n = hosts[0].InitialPoint.Length;
        long square = (long)n * n;
        nint matrices = space.Allocate(count * square * sizeof(double));
        double[] starts = new double[count * n], minimizers = new double[count * n];
        for (int b = 0; b < count; b++)
        {
            if (hosts[b].InitialPoint.Length != n || (instances[b] as IDenseInstance)?.Dense() is not QuadraticForm form)
            {
                throw new InputException($"A batch takes quadratics with dense matrices of one order; instance {b + 1} of {instances[b].Family.Name} is none of order {n}.");
            }

            space.Write(matrices + (nint)(b * square * sizeof(double)), form.Matrix);
            hosts[b].InitialPoint.Span.CopyTo(starts.AsSpan(b * n, n));
            hosts[b].Minimizer.Span.CopyTo(minimizers.AsSpan(b * n, n));
        }

        return new(matrices, new(space.Vector(starts), count), new(space.Vector(minimizers), count));
    }

    /// <inheritdoc/>
    public void Gradient(CudaBatch x, CudaBatch gradient)
    {
        OracleCalls++;
        Compute(x, gradient);
    }

    /// <summary>gaps_b &lt;- f_b(x_b) - f_b*; the host waits once.</summary>
    /// <param name="x">The points.</param>
    /// <param name="gaps">One slot an instance.</param>
    public void PrimalGaps(CudaBatch x, Span<double> gaps)
    {
        Compute(x, _product);
        Space.Device.Kernels.BatchDot(_gaps.Address, _d.All.Address, _product.All.Address, x.Dimension, x.Count);
        _gaps.Assign(0.5, _gaps);
        _gaps.CopyTo(gaps);
    }

    private void Compute(CudaBatch x, CudaBatch gradient)
    {
        _d.Assign(x - Minimizer);
        Space.Device.Blas.MultiplyBatch(_matrices, x.Dimension, x.Count, _d.All.Address, gradient.All.Address);
    }
}
