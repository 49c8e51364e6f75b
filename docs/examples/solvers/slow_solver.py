import json
import sys

problem = json.loads(sys.stdin.readline())


def write(line):
    print(json.dumps(line), flush=True)


def gradient(x):
    write({"gradient": x})
    return json.loads(sys.stdin.readline())["gradient"]


x = problem["x0"]
step = 1 / problem["constants"]["L"]
for k in range(problem["iterations"]):
    x = [a - step / (k + 1) ** 0.5 * b for a, b in zip(x, gradient(x))]
    write({"iterate": x})
write({"done": True})
