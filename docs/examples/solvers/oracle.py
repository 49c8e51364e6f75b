"""An oracle: f(x) = |x|^2/2 + x_1^2 in any dimension, whose minimiser and constants it knows."""
import json
import sys

opening = json.loads(sys.stdin.readline())
n = int(opening["parameters"].get("dimension", 10))
curvature = [3.0] + [1.0] * (n - 1)


def write(line):
    print(json.dumps(line), flush=True)


write({
    "dimension": n,
    "x0": [1.0] * n,
    "xstar": [0.0] * n,
    "constants": {"L": 3.0, "mu": 1.0, "fstar": 0.0},
    "oracles": ["gradient", "value"],
})
for line in sys.stdin:
    question = json.loads(line)
    if "gradient" in question:
        write({"gradient": [c * x for c, x in zip(curvature, question["gradient"])]})
    else:
        write({"value": sum(c * x * x for c, x in zip(curvature, question["value"])) / 2})
