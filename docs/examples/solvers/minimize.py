"""A solver with the calling convention of scipy.optimize.minimize, and the dozen lines that connect it. Usage: minimize.py [STEP]"""
import json
import sys


def minimize(fun, x0, jac, callback, options):
    """Gradient descent with backtracking from the step that the caller gives: fun falls by at least step |jac|^2/2."""
    x = list(x0)
    for _ in range(options["maxiter"]):
        g = jac(x)
        f, square, step = fun(x), sum(a * a for a in g), options["step"]
        trial = [a - step * b for a, b in zip(x, g)]
        while fun(trial) > f - step * square / 2 * (1 - 1e-9) and step * square > 1e-15 * abs(f):
            step /= 2
            trial = [a - step * b for a, b in zip(x, g)]
        x = trial
        callback(x)
    return x


def read():
    return json.loads(sys.stdin.readline())


def write(line):
    print(json.dumps(line), flush=True)


def ask(question, x):
    write({question: list(x)})
    return read()[question]


problem = read()
L = problem["constants"]["L"]
factor = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
minimize(
    lambda x: ask("value", x),
    problem["x0"],
    jac=lambda x: ask("gradient", x),
    callback=lambda x: write({"iterate": list(x)}),
    options={"maxiter": problem["iterations"], "step": factor / L},
)
write({"done": True})
