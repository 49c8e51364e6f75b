"""Gradient descent on a quadratic; writes a trace that 'theorylab fit' reads.

f(x) = 1/2 sum_i l_i x_i^2 with l_i = 1/i^2 and x_i = 1/sqrt(i) at the start: L = 1, and f falls like 1/k.
Usage: python3 gradient_descent.py [TRACE.csv]
"""
import sys

DIMENSION = 1000
ITERATIONS = 1000

curvature = [1 / i**2 for i in range(1, DIMENSION + 1)]
x = [i**-0.5 for i in range(1, DIMENSION + 1)]

with open(sys.argv[1] if len(sys.argv) > 1 else "gd.csv", "w") as trace:
    trace.write("# gradient descent with step 1/L\n")
    trace.write("k,gap\n")
    for k in range(ITERATIONS + 1):
        gap = sum(l * v * v for l, v in zip(curvature, x)) / 2
        trace.write(f"{k},{gap!r}\n")
        x = [v - l * v for l, v in zip(curvature, x)]
