"""The same products by PyTorch, for a comparison in one run: medians of 11 rounds between marks that the device sets, rounds of 20 ms at least."""
import statistics

import torch


def seconds(work):
    start, stop = torch.cuda.Event(enable_timing=True), torch.cuda.Event(enable_timing=True)

    def once(calls):
        start.record()
        for _ in range(calls):
            work()
        stop.record()
        stop.synchronize()
        return start.elapsed_time(stop) / 1000 / calls

    once(1)
    repeats = max(1, min(10000, int(0.02 / once(1))))
    once(repeats)
    return statistics.median(once(repeats) for _ in range(11))


def main():
    print(f"\n## The same by PyTorch {torch.__version__}\n| n | work | microseconds |\n|---|---|---|")
    for n in (1024, 2048, 4096, 8192, 16384, 32768):
        if 2.2 * 8 * n * n > torch.cuda.mem_get_info()[0]:
            continue
        a = torch.rand(n, n, dtype=torch.float64, device="cuda").div_(n).fill_diagonal_(2)
        x, y = torch.ones(n, dtype=torch.float64, device="cuda"), torch.empty(n, dtype=torch.float64, device="cuda")
        z = torch.zeros_like(x)
        print(f"| {n} | A v | {seconds(lambda: torch.mv(a, x, out=y)) * 1e6:.1f} |")

        def descend():
            torch.mv(a, x - z, out=y)
            x.add_(y, alpha=-0.25)

        print(f"| {n} | gradient descent, a step | {seconds(descend) * 1e6:.1f} |")
        if n <= 16384:
            c = torch.empty_like(a)
            print(f"| {n} | A B | {seconds(lambda: torch.mm(a, a, out=c)) * 1e6:.1f} |")
            s = a + a.T
            print(f"| {n} | Cholesky factor | {seconds(lambda: torch.linalg.cholesky_ex(s)) * 1e6:.1f} |")
            del c, s
        del a
        torch.cuda.empty_cache()
    b = torch.rand(4096, 256, 256, dtype=torch.float64, device="cuda")
    v = torch.ones(4096, 256, 1, dtype=torch.float64, device="cuda")
    print(f"| 256 | A v, 4096 instances | {seconds(lambda: torch.bmm(b, v)) * 1e6:.1f} |")


if __name__ == "__main__":
    main()
