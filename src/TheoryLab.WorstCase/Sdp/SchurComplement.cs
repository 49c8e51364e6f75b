using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using TheoryLab.Core;

namespace TheoryLab.WorstCase;

/// <summary>
/// M_kl = &lt;A_k, sym(G A_l S^-1)&gt; for all pairs of rows. With P = V G V', Q = V S^-1 V' and A_l = sum B_ab V_a V_b' over the r vectors of row l, the
/// matrix behind one l is sum_a p_a w_a' with p_a a row of P and w_a = sum_b B_ab Q_b; a term &lt;V_i, V_j&gt; of row k reads one entry of it, which is an inner
/// product of length r. Costs about 4 r (terms per row) m^2/2 operations, whatever d and n.
/// </summary>
internal sealed class SchurComplement
{
    // r is 4 for an interpolation row (x_i, x_j, g_i, g_j): one register.
    private const int Lanes = 4;
    private const int RowsPerTask = 8;

    private readonly SemidefiniteProgram _program;

    public SchurComplement(SemidefiniteProgram program) => _program = program;

    /// <summary>Writes the lower triangle of M.</summary>
    /// <param name="p">V G V'.</param>
    /// <param name="q">V S^-1 V'.</param>
    /// <param name="m">Target.</param>
    /// <param name="stride">Distance between its rows.</param>
    /// <param name="cancellation">Ends the work.</param>
    public void Fill(double[] p, double[] q, double[] m, int stride, CancellationToken cancellation)
    {
        int rows = _program.Rows.Count, n = _program.VectorCount;

        // Column l has rows - l entries: pairing l with rows - 1 - l gives every task the same share.
        int pairs = (rows + 1) / 2;
        MatrixKernels.ForRows(pairs, RowsPerTask, 32L * rows * rows, (from, to) =>
        {
            double[] left = new double[Lanes * n], right = new double[Lanes * n];
            for (int l = from; l < to && !cancellation.IsCancellationRequested; l++)
            {
                FillColumn(l, p, q, m, stride, left, right);
                if (rows - 1 - l != l)
                {
                    FillColumn(rows - 1 - l, p, q, m, stride, left, right);
                }
            }
        });
        cancellation.ThrowIfCancellationRequested();
    }

    private void FillColumn(int l, double[] p, double[] q, double[] m, int stride, double[] left, double[] right)
    {
        IReadOnlyList<SdpRow> rows = _program.Rows;
        int n = _program.VectorCount;
        SdpRow row = rows[l];
        for (int k = l; k < rows.Count; k++)
        {
            m[(k * stride) + l] = 0;
        }

        for (int first = 0; first < row.Vectors.Length; first += Lanes)
        {
            Gather(row, first, p, q, n, left, right);
            ref double pl = ref MemoryMarshal.GetArrayDataReference(left), wr = ref MemoryMarshal.GetArrayDataReference(right);
            for (int k = l; k < rows.Count; k++)
            {
                Vector256<double> sum = default;
                foreach (GramTerm t in rows[k].Gram)
                {
                    nuint a = (nuint)(Lanes * t.A), b = (nuint)(Lanes * t.B);
                    Vector256<double> both = (Vector256.LoadUnsafe(ref pl, a) * Vector256.LoadUnsafe(ref wr, b)) + (Vector256.LoadUnsafe(ref pl, b) * Vector256.LoadUnsafe(ref wr, a));
                    sum += Vector256.Create(t.Coefficient) * both;
                }

                Vector128<double> half = sum.GetLower() + sum.GetUpper();
                m[(k * stride) + l] += 0.5 * (half[0] + half[1]);
            }
        }
    }

    // left[4 i + a] = P[v_a, i] and right[4 i + a] = sum_b B_ab Q[v_b, i] for up to four vectors v_a of the row.
    private static void Gather(SdpRow row, int first, double[] p, double[] q, int n, double[] left, double[] right)
    {
        Array.Clear(left);
        Array.Clear(right);
        int r = row.Vectors.Length;
        for (int a = first; a < Math.Min(r, first + Lanes); a++)
        {
            int lane = a - first;
            ReadOnlySpan<double> source = p.AsSpan(row.Vectors[a] * n, n);
            for (int i = 0; i < n; i++)
            {
                left[(Lanes * i) + lane] = source[i];
            }

            for (int b = 0; b < r; b++)
            {
                double weight = row.Weights[(a * r) + b];
                if (weight == 0)
                {
                    continue;
                }

                ReadOnlySpan<double> other = q.AsSpan(row.Vectors[b] * n, n);
                for (int i = 0; i < n; i++)
                {
                    right[(Lanes * i) + lane] += weight * other[i];
                }
            }
        }
    }
}
