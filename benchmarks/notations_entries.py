r"""Networks by entries in many notations: two layers of weights, a recurrence, a convolution, classes, pairs.

The letters of the indices, the order of the two indices of a weight, labels of layers, biases and how the number of an
example is written are drawn, besides what `notations` draws.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from .notations import Line, typed_out

LETTERS = ("ijk", "kji", "kmj", "pqr", "hij", "rsk")
"""Letters for the inputs, the hidden and the output units."""
WEIGHTS: Sequence[tuple[str, str]] = (
    ("w^{(1)}_{%s}", "w^{(2)}_{%s}"),
    ("w^1_{%s}", "w^2_{%s}"),
    ("W^{[1]}_{%s}", "W^{[2]}_{%s}"),
    ("w_{%s}", "v_{%s}"),
    ("v_{%s}", "w_{%s}"),
    ("w_{%s}", r"\tilde{w}_{%s}"),
    ("u_{%s}", "w_{%s}"),
    ("w^{(h)}_{%s}", "w^{(o)}_{%s}"),
    (r"w^{\text{in}}_{%s}", r"w^{\text{out}}_{%s}"),
    (r"\alpha_{%s}", r"\beta_{%s}"),
)
NETS = (("z", "a"), ("a", "z"), ("s", "h"), ("net", "o"), ("u", "h"), (r"\mathrm{net}", "o"), ("v", "y"), ("a", "h"))
"""What a unit is given and what it gives."""
DERIVATIVES = (
    r"\frac{\partial %s}{\partial %s}",
    r"\dfrac{\partial %s}{\partial %s}",
    r"\partial %s / \partial %s",
    r"\frac{\partial}{\partial %2$s} %1$s",
    r"{\partial %s \over \partial %s}",
)


@dataclass(frozen=True, slots=True)
class Typing:
    """One way of typing; `ends` are the sizes by letter."""

    letters: str
    ends: dict[str, str]
    weights: tuple[str, str]
    net: tuple[str, str]
    turned: bool
    commas: str
    bounds: str
    ranges: str
    derivative: str
    objective: str
    function: str
    bias: str
    named: bool
    example: str
    target: str
    equals: str
    display: str
    step: str

    def sum(self, letter: str, low: str = "1") -> str:
        """A sum over a letter."""
        if self.bounds == "both":
            return rf"\sum_{{{letter}={low}}}^{{{self.ends[letter]}}} "
        return rf"\sum_{{{letter}}} " if self.bounds == "brace" else rf"\sum_{letter} "

    def w(self, layer: int, one: str, two: str) -> str:
        """The weight from `one` to `two`."""
        pair = (two, one) if self.turned else (one, two)
        return self.weights[layer] % self.commas.join(pair)

    def d(self, of: str, by: str) -> str:
        """A derivative."""
        if "%1" in self.derivative:
            return rf"\frac{{\partial}}{{\partial {by}}} {of}"
        return self.derivative % (of, by)

    def of(self, name: str, letter: str) -> str:
        """An entry of what every example has."""
        if not self.example:
            return f"{name}_{letter}" if len(letter) == 1 else f"{name}_{{{letter}}}"
        if self.example == "above":
            return f"{name}^{{(n)}}_{{{letter}}}"
        return f"{name}_{{n{self.commas}{letter}}}"

    def at(self, name: str, letter: str, step: str) -> str:
        """An entry at a step."""
        if self.step == "below":
            return f"{name}_{{{letter}{self.commas}{step}}}"
        return f"{name}_{letter}({step})" if self.step == "behind" else f"{name}^{{{step}}}_{letter}"

    def head(self, letters: str) -> str:
        """What stands above the equations."""
        if self.ranges == "in front":
            rows = "".join(f'"{x}" = "1..{self.ends[x]}"\n' for x in letters)
            return f'+++\nobjective = "{self.objective}"\n[ranges]\n{rows}+++\n\n'.replace("\\", "\\\\")
        if self.ranges == "in words":
            said = ", ".join(rf"${x} = 1, \dots, {self.ends[x]}$" for x in letters)
            return f"The indices are {said}.\n\n"
        return ""

    def shown(self, equations: Sequence[str]) -> str:
        """The equations in displays."""
        if self.display == "align":
            rows = " \\\\\n".join(e.replace(" = ", f" &{self.equals} ", 1) for e in equations)
            return f"\\begin{{align}}\n{rows}\n\\end{{align}}\n"
        return "\n\n".join(self.display % e.replace(" = ", f" {self.equals} ", 1) for e in equations) + "\n"


def drawn(rng: random.Random) -> Typing:
    """A way of typing."""
    letters, weights, net = rng.choice(LETTERS), rng.choice(WEIGHTS), rng.choice(NETS)
    while any(x == w[0] for x in net for w in weights):  # `v_{ij}` beside `v_i`
        net = rng.choice(NETS)
    fitting = [x for x in ("DMK", "IJK", "dhc", "NMP") if not set(x) & set(letters)]
    ends = dict(zip(letters, rng.choice(fitting), strict=True))
    ends |= {"n": "N" if "N" not in ends.values() else "S", "t": "T"}
    bounds = rng.choice(["both", "", "both", "brace"])
    return Typing(
        letters,
        ends,
        weights,
        net,
        rng.random() < 0.5,
        rng.choice([",", "", ""]),
        bounds,
        rng.choice(["in front", "in words"]) if bounds != "both" else rng.choice(["in front", "in words", ""]),
        rng.choice(DERIVATIVES),
        rng.choice(["E", "L", "J", "C", r"\mathcal{L}"]),
        rng.choice(["f", "g", r"\sigma", r"\varphi", r"\phi"]),
        rng.choice(["", "b", r"\theta", "-theta"]),
        rng.random() < 0.4,
        rng.choice(["", "", "above", "below"]),
        rng.choice(["t", "d", "y", r"\hat{y}"]),
        rng.choice(["=", "=", ":=", r"\equiv"]),
        rng.choice(["$$ %s $$", r"\[ %s \]", "align", "\\begin{equation}\n%s\n\\end{equation}"]),
        rng.choice(["above", "behind", "below"]),
    )


def perceptron(s: Typing) -> tuple[str, list[Line]]:
    """One hidden layer, half the squares."""
    i, j, k = s.letters
    net, out = s.net
    last = {"y": "o"}.get(out, "y")
    target = {"y": "t"}.get(s.target, s.target) if last == "y" else s.target
    if target == out:
        target = "t"
    f, e = s.function, s.objective
    second = rf"\bar{{{net}}}"
    x, z, h = s.of("x", i), s.of(net, j), s.of(out, j)
    q, y, t = s.of(second, k), s.of(last, k), s.of(target, k)
    first = {"b": f" + b_{j}", r"\theta": rf" + \theta_{j}", "-theta": rf" - \theta_{j}"}.get(s.bias, "")
    over = s.sum("n") if s.example else ""
    body = rf"\frac12 {over}{s.sum(k)}({y} - {t})^2"
    error = rf"({y} - {t}) {f}'({q})"
    delta = s.of(r"\delta", k)
    named = [f"{delta} = {error}"] if s.named else []
    text = s.head(("n" if s.example else "") + i + j + k) + s.shown(
        [
            f"{z} = {s.sum(i)}{s.w(0, i, j)} {x}{first}",
            f"{h} = {f}({z})",
            f"{q} = {s.sum(j)}{s.w(1, j, k)} {h}",
            f"{y} = {f}({q})",
            f"{e} = {body}",
            *named,
        ]
    )
    short = delta if s.named else error
    back = f"{s.sum(k)}{short} {s.w(1, j, k)}"
    return text, [
        (f"{s.d(e, q)} = {error}", True, ""),
        (f"{s.d(e, q)} = {y} - {t}", False, ""),
        (f"{s.d(e, s.w(1, j, k))} = {over}{short} {h}", True, ""),
        (f"{s.d(e, s.w(1, j, k))} = {over}{short} {z}", False, ""),
        (f"{s.d(e, h)} = {back}", True, ""),
        (f"{s.d(e, h)} = {short} {s.w(1, j, k)}", False, ""),
        (f"{s.d(e, z)} = {f}'({z}) {back}", True, ""),
        (f"{s.d(e, s.w(0, i, j))} = {over}{f}'({z}) {x} {back}", True, ""),
        (f"{s.d(e, s.w(0, i, j))} = {over}{f}'({z}) {h} {back}", False, ""),
        (f"{s.d(e, s.w(0, i, j))} = {over}{x} {back}", False, ""),
    ]


def softmax(s: Typing) -> tuple[str, list[Line]]:
    """A linear softmax classifier, entropy."""
    i, j, k = s.letters
    s = replace(s, ends=s.ends | {j: s.ends[k]})
    net = s.net[0]
    e = s.objective
    target = {"y": "t"}.get(s.target, s.target)
    x, z, y, t = s.of("x", i), s.of(net, k), s.of("y", k), s.of(target, k)
    over = s.sum("n") if s.example else ""
    w = s.w(0, i, k)
    text = s.head(("n" if s.example else "") + s.letters) + s.shown(
        [
            f"{z} = {s.sum(i)}{w} {x} + b_{k}",
            rf"{y} = \frac{{e^{{{z}}}}}{{{s.sum(j)}e^{{{s.of(net, j)}}}}}",
            rf"{e} = -{over}{s.sum(k)}{t} \log {y}",
        ]
    )
    text += rf"The targets are one-hot: ${s.sum(k)}{t} = 1$." + "\n"
    zj, yj = s.of(net, j), s.of("y", j)
    return text, [
        (rf"{s.d(y, zj)} = {y} (\delta_{{{k}{s.commas}{j}}} - {yj})", True, ""),
        (rf"{s.d(y, zj)} = {y} (1 - {yj})", False, ""),
        (f"{s.d(y, zj)} = -{y} {yj}", True, rf"{j} \ne {k}"),
        (f"{s.d(e, z)} = {y} - {t}", True, ""),
        (f"{s.d(e, z)} = {t} - {y}", False, ""),
        (f"{s.d(e, w)} = {over}({y} - {t}) {x}", True, ""),
        (f"{s.d(e, w)} = {over}({y} - {t})", False, ""),
        (f"{s.d(e, f'b_{k}')} = {over}({y} - {t})", True, ""),
    ]


def convolution(s: Typing) -> tuple[str, list[Line]]:
    """A filter over a signal, and a pooling of its values."""
    i, j, _ = s.letters
    net, out = s.net
    e, f = s.objective, s.function
    size, taps = "N", "K"
    both = rf"\sum_{{{j}=1}}^{{{taps}}} "
    over = rf"\sum_{{{i}=1}}^{{{size}}} "
    z, h = f"{net}_{i}", f"{out}_{i}"
    x = f"x_{{{i}+{j}-1}}"
    text = (rf"Here ${i} = 1, \dots, {size}$ and ${j} = 1, \dots, {taps}$." + "\n\n") + s.shown(
        [
            f"{z} = {both}w_{j} {x} + b",
            f"{h} = {f}({z})",
            rf"y = \frac{{1}}{{{size}}} {over}{h}",
            rf"{e} = \frac12 (y - t)^2",
        ]
    )
    return text, [
        (rf"{s.d(e, h)} = \frac{{1}}{{{size}}} (y - t)", True, ""),
        (f"{s.d(e, h)} = y - t", False, ""),
        (rf"{s.d(e, f'w_{j}')} = \frac{{y - t}}{{{size}}} {over}{f}'({z}) {x}", True, ""),
        (rf"{s.d(e, f'w_{j}')} = \frac{{y - t}}{{{size}}} {f}'({z}) {x}", False, ""),
        (rf"{s.d(e, f'w_{j}')} = \frac{{y - t}}{{{size}}} {over}{f}'({z}) x_{{{i}+{j}}}", False, ""),
        (rf"{s.d(e, 'b')} = \frac{{y - t}}{{{size}}} {over}{f}'({z})", True, ""),
        (rf"{s.d(e, f'w_{j}')} = {over}{s.d(e, z)} {x}", True, ""),
        (rf"{s.d(e, f'w_{j}')} = {over}{s.d(e, z)} x_{i}", False, ""),
    ]


def steps(s: Typing) -> tuple[str, list[Line]]:
    """A recurrence by entries, the step below or above."""
    i, j, k = s.letters
    e, f = s.objective, s.function
    net, out = s.net

    s = replace(s, ends=s.ends | {k: s.ends[j]}, commas="," if s.step == "below" else s.commas)
    at = s.at
    w, u = s.w(0, i, j), s.w(1, k, j)
    z, h = at(net, j, "t"), at(out, j, "t")
    target = "d" if out != "d" else "t"
    over = r"\sum_{t=1}^{T} "
    text = s.head("t" + s.letters) + s.shown(
        [
            f"{z} = {s.sum(i)}{w} {at('x', i, 't')} + {s.sum(k)}{u} {at(out, k, 't-1')}",
            f"{h} = {f}({z})",
            rf"{e} = \frac12 {over}{s.sum(j)}({h} - {at(target, j, 't')})^2",
        ]
    )
    error, slope = f"({h} - {at(target, j, 't')})", f"{f}'({z})"
    later = f"{s.sum(k)}{s.d(e, at(net, k, 't+1'))} {s.w(1, j, k)}"
    dz = s.d(e, z)
    return text, [
        (f"{s.d(e, w)} = {over}{dz} {at('x', i, 't')}", True, ""),
        (f"{s.d(e, w)} = {dz} {at('x', i, 't')}", False, ""),
        (f"{s.d(e, u)} = {over}{dz} {at(out, k, 't-1')}", True, ""),
        (f"{s.d(e, u)} = {over}{dz} {at(out, k, 't')}", False, ""),
        (f"{s.d(e, h)} = {error} + {later}", True, "t < T"),
        (f"{s.d(e, h)} = {error}", False, "t < T"),
        (f"{dz} = {slope} {s.d(e, h)}", True, ""),
        (f"{dz} = {error} {slope}", True, "t = T"),
    ]


NETWORKS: dict[str, Callable[[Typing], tuple[str, list[Line]]]] = {
    "perceptron": perceptron,
    "softmax": softmax,
    "convolution": convolution,
    "steps": steps,
}


def page(network: str, seed: int) -> tuple[str, list[bool]]:
    """A page, each of its lines below a comment with its number, and which of these are true."""
    return typed_out(*NETWORKS[network](drawn(random.Random(f"{network} {seed}"))))
