using TheoryLab.Core;

namespace TheoryLab.WorstCase;

/// <summary>
/// The HKM direction at a point (Helmberg, Rendl, Vanderbei and Wolkowicz 1996; Kojima, Shindoh and Hara 1997; Monteiro 1997), by elimination down to
/// the multipliers and the free values.
/// </summary>
/// <remarks>
/// dS = sum dl_k A_k + Rd,  dG = Rc - sym(G dS S^-1),  ds = (rc - s dl)/lambda,  with Rc = t S^-1 - G [- sym(dGa dSa S^-1)] and rc = t - s lambda [- dsa dla],
/// and (M + diag(s/lambda)) dl - a dF = A(Rc - sym(G Rd S^-1)) + rc/lambda - rp,  a'dl = rf. What the elimination loses to rounding is measured on the
/// operators, not on M, and solved for again with the same factors.
/// </remarks>
internal sealed class SdpDirection
{
    private const int MostRefinements = 8;

    private readonly SemidefiniteProgram _program;
    private readonly SdpPoint _x;
    private readonly SdpResiduals _residuals;
    private readonly SchurComplement _schur;
    private readonly SaddleSystem _system;
    private readonly double[] _inverse;
    private readonly double[] _table;
    private readonly double[] _rc;
    private readonly double[] _rcRows;
    private readonly double[] _work;
    private readonly double[] _work2;
    private readonly double[] _h;
    private readonly double[] _r;
    private readonly double[] _dl;
    private readonly double[] _dz;
    private readonly double[] _bestDl;
    private readonly double[] _bestDz;

    public SdpDirection(SemidefiniteProgram program, SdpPoint x, SdpResiduals residuals)
    {
        (_program, _x, _residuals) = (program, x, residuals);
        _schur = new(program);
        int d = program.Dimension, m = program.Rows.Count, p = program.ValueCount;
        _system = new(m, p);
        (_inverse, _rc, _work, _work2) = (new double[d * d], new double[d * d], new double[d * d], new double[d * d]);
        _table = new double[program.VectorCount * program.VectorCount];
        (_rcRows, _h, _dl, _bestDl) = (new double[m], new double[m], new double[m], new double[m]);
        (_r, _dz, _bestDz) = (new double[p], new double[p], new double[p]);
    }

    /// <summary>Forms and factors the system at the present point.</summary>
    /// <param name="inverseOfSlack">S^-1.</param>
    /// <param name="cancellation">Ends the work.</param>
    public bool TryFactor(double[] inverseOfSlack, CancellationToken cancellation)
    {
        inverseOfSlack.CopyTo(_inverse, 0);
        _program.InnerProducts(_inverse, _table);
        int m = _program.Rows.Count, stride = _system.Stride;
        _schur.Fill(_residuals.Table, _table, _system.Matrix, stride, cancellation);
        Array.Clear(_system.Matrix, m * stride, _program.ValueCount * stride);
        for (int k = 0; k < m; k++)
        {
            SdpRow row = _program.Rows[k];
            _system.Matrix[(k * stride) + k] += row.IsEquality ? 0 : _x.Slack[k] / _x.Multiplier[k];
            foreach (ValueTerm t in row.Values)
            {
                _system.Matrix[((m + t.Index) * stride) + k] = t.Coefficient;
            }
        }

        return _system.TryFactor(cancellation);
    }

    /// <summary>The direction towards complementarity t.</summary>
    /// <param name="t">Target.</param>
    /// <param name="affine">The predictor, whose second-order term is taken off; null for none.</param>
    /// <param name="result">The direction; not the predictor.</param>
    public void Compute(double t, SdpPoint? affine, SdpPoint result)
    {
        SetTarget(t, affine);
        ScaledByPoint(_residuals.Dual, _work);
        for (int i = 0; i < _work.Length; i++)
        {
            _work[i] = _rc[i] - _work[i];
        }

        _program.InnerProducts(_work, _table);
        for (int k = 0; k < _h.Length; k++)
        {
            SdpRow row = _program.Rows[k];
            _h[k] = row.GramPart(_table, _program.VectorCount) - _residuals.Primal[k] + (row.IsEquality ? 0 : _rcRows[k] / _x.Multiplier[k]);
        }

        _residuals.Values.CopyTo(_r, 0);
        Array.Clear(_dl);
        Array.Clear(_dz);
        double best = double.PositiveInfinity;
        for (int round = 0; ; round++)
        {
            _system.Solve(_h, _r);
            MatrixKernels.AddScaled(1, _h, _dl);
            MatrixKernels.AddScaled(1, _r, _dz);
            Expand(_dl, _dz, result);
            double left = MeasureRest(result);
            if (!(left < best))
            {
                Expand(_bestDl, _bestDz, result);
                return;
            }

            bool improves = left < best / 2;
            best = left;
            _dl.CopyTo(_bestDl, 0);
            _dz.CopyTo(_bestDz, 0);
            if (!improves || round == MostRefinements || left == 0)
            {
                return;
            }
        }
    }

    private void SetTarget(double t, SdpPoint? affine)
    {
        for (int i = 0; i < _rc.Length; i++)
        {
            _rc[i] = (t * _inverse[i]) - _x.G[i];
        }

        for (int k = 0; k < _rcRows.Length; k++)
        {
            _rcRows[k] = t - (_x.Slack[k] * _x.Multiplier[k]);
        }

        if (affine is null)
        {
            return;
        }

        Symmetrized(affine.G, affine.S, _work);
        for (int i = 0; i < _rc.Length; i++)
        {
            _rc[i] -= _work[i];
        }

        for (int k = 0; k < _rcRows.Length; k++)
        {
            _rcRows[k] -= affine.Slack[k] * affine.Multiplier[k];
        }
    }

    // All parts of the direction from multipliers and values.
    private void Expand(double[] dl, double[] dz, SdpPoint result)
    {
        dl.CopyTo(result.Multiplier, 0);
        dz.CopyTo(result.F, 0);
        _program.Adjoint(dl, 0, result.S);
        MatrixKernels.AddScaled(1, _residuals.Dual, result.S);
        ScaledByPoint(result.S, _work);
        for (int i = 0; i < _work.Length; i++)
        {
            result.G[i] = _rc[i] - _work[i];
        }

        for (int k = 0; k < dl.Length; k++)
        {
            result.Slack[k] = _program.Rows[k].IsEquality ? 0 : (_rcRows[k] - (_x.Slack[k] * dl[k])) / _x.Multiplier[k];
        }
    }

    // (h, r) <- what the direction leaves of A(dG) + a dF + ds = rp and a'dl = rf; its largest entry.
    private double MeasureRest(SdpPoint direction)
    {
        _program.InnerProducts(direction.G, _table);
        _residuals.Values.CopyTo(_r, 0);
        double largest = 0;
        for (int k = 0; k < _h.Length; k++)
        {
            SdpRow row = _program.Rows[k];
            _h[k] = row.Linear(_table, _program.VectorCount, direction.F) + direction.Slack[k] - _residuals.Primal[k];
            largest = Math.Max(largest, Math.Abs(_h[k]));
            row.AddValues(_r, -direction.Multiplier[k], clear: false);
        }

        foreach (double value in _r)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        return largest;
    }

    private void ScaledByPoint(double[] x, double[] result) => Symmetrized(_x.G, x, result);

    // result <- sym(a b S^-1) for symmetric a, b.
    private void Symmetrized(double[] a, double[] b, double[] result)
    {
        int d = _program.Dimension;
        MatrixKernels.ProductTransposed(_work2, a, b, d, d, d);
        MatrixKernels.ProductTransposed(result, _work2, _inverse, d, d, d);
        for (int i = 0; i < d; i++)
        {
            for (int j = 0; j < i; j++)
            {
                result[(i * d) + j] = result[(j * d) + i] = 0.5 * (result[(i * d) + j] + result[(j * d) + i]);
            }
        }
    }
}
