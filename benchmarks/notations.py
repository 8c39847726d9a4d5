r"""The same networks in many notations: pages typed in ways that are drawn at random, with the truth of each line.

A recurrent network, a gated unit, a long short-term memory, a network with one hidden layer and a deep one by entries.
What is drawn: bold, arrows or plain letters; the time below, above, in brackets or parentheses; shapes declared, said
in words or left out; ranges; biases; labels of weights; the sign of the transpose and of the product by entries; how a
derivative is written; what the loss is called. The lines are those of every lecture, the wrong ones with one slip.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields

Line = tuple[str, bool, str]
"""LaTeX, whether it is true, and the condition beside it."""

WAYS: dict[str, Sequence[str]] = {
    "vector": ("{}", r"\mathbf{{{}}}", r"\boldsymbol{{{}}}", r"\vec{{{}}}", r"\bm{{{}}}"),
    "matrix": ("like the vectors", "{}", r"\mathbf{{{}}}"),
    "time": ("_{%s}", "^{%s}", "^{(%s)}", r"^{\langle %s \rangle}", "(%s)", "_{(%s)}"),
    "turned": ("^T", r"^\top", r"^{\top}", r"^{\mathrm{T}}"),
    "by_entries": (r"\odot", r"\circ"),
    "shapes": ("declared", "in words", "", ""),
    "ranges": ("in front", "in words", ""),
    "loss": (r"\frac{1}{2} \| %s \|^2", r"\frac12 \lVert %s \rVert_2^2", "dot", r"\frac12 \left\| %s \right\|^2"),
    "bias": ("", "yes"),
    "derivative": (
        r"\frac{\partial %s}{\partial %s}",
        r"\dfrac{\partial %s}{\partial %s}",
        r"\partial %s / \partial %s",
        "nabla",
        "operator",
    ),
    "objective": ("E", "L", "J", r"\mathcal{L}", "C"),
    "function": (r"\tanh", "f", r"\sigma", "g"),
    "labels": ("letters", "pairs", "below", "above"),
    "bounds": ("both", ""),
    "display": ("$$%s$$", r"\[%s\]", "align", "\\begin{equation}\n%s\n\\end{equation}"),
    "named": ("", "yes"),
    "commas": (",", ""),
    "layer": ("^{(%s)}", "^{%s}", "^{[%s]}"),
    "errors_named": ("", "yes"),
    "numbered": ("_%s", "^{(%s)}", "^{[%s]}", "letters"),
    "short": ("", "", "yes"),
    "criterion": ("squared", "softmax"),
    "examples": ("_{%s}", "^{(%s)}"),
    "mean": ("", "yes"),
    "spread": ("added", "ones"),
    "true_class": ("one-hot", r"\mathbb{1}\{%s = %s\}", r"\mathbf{1}[%s = %s]", "[%s = %s]"),
    "penalty": ("", r"\lambda"),
    "gates": ("above", "in parentheses", "pairs above", "below", "pairs below", "joined"),
    "across": ("(%s)", "{%s}"),
    "joined": (",", ";"),
    "joined_by": ("", r"\cdot "),
    "candidate": (r"\tilde{{{}}}", r"\hat{{{}}}", "g"),
    "gate_keeps": ("", "yes"),
    "exponential": ("(", "", "e"),
    "over": ("k", "l", "m"),
    "projections": ("{}^{}", "{}_{}", "{}^{{({})}}"),
    "inner": ("yes", ""),
    "scaled": ("yes", ""),
    "score": ("e", "s"),
    "softmax": (r"\mathrm{softmax}", r"\text{softmax}", r"\operatorname{softmax}", "softmax"),
    "example": ("_{{{n}{comma}{j}}}", "_{j}^{{({n})}}", "^{{({n})}}_{j}"),
    "normal": ("batch", "features"),
    "variance": ("squared", "v"),
    "known": ("yes", ""),
}


@dataclass(frozen=True, slots=True)
class Style:
    """One way of typing; each field is one of its `WAYS`."""

    vector: str
    matrix: str
    time: str
    turned: str
    by_entries: str
    shapes: str
    ranges: str
    loss: str
    bias: str
    derivative: str
    objective: str
    function: str
    labels: str
    bounds: str
    display: str
    named: str
    commas: str
    layer: str
    errors_named: str
    numbered: str
    short: str
    criterion: str
    examples: str
    mean: str
    spread: str
    true_class: str
    penalty: str
    gates: str
    across: str
    joined: str
    joined_by: str
    candidate: str
    gate_keeps: str
    exponential: str
    over: str
    projections: str
    inner: str
    scaled: str
    score: str
    softmax: str
    example: str
    normal: str
    variance: str
    known: str

    def v(self, letter: str) -> str:
        """A vector."""
        return self.vector.format(letter)

    def m(self, letter: str) -> str:
        """A matrix."""
        plain = self.vector == "{}" or self.matrix == "{}"
        same = self.matrix == "like the vectors" and "vec" not in self.vector
        return letter if plain else (self.vector if same else r"\mathbf{{{}}}").format(letter)

    def at(self, name: str, step: int = 0) -> str:
        """A name at the time t, or so many steps later."""
        return name + self.time % (f"t{step:+d}" if step else "t")

    def row(self, name: str, step: int = 0) -> str:
        """The transpose of a vector at that time."""
        found = self.at(name, step)
        return (found if self.time.startswith("_") else f"({found})") + self.turned

    def d(self, by: str) -> str:
        """The derivative of the objective."""
        if self.derivative == "nabla":
            return rf"\nabla_{{{by}}} {self.objective}"
        if self.derivative == "operator":
            return rf"\frac{{\partial}}{{\partial {by}}} {self.objective}"
        return self.derivative % (self.objective, by)

    def square(self, x: str) -> str:
        """Half the squared length."""
        return rf"\frac{{1}}{{2}} ({x}){self.turned} ({x})" if self.loss == "dot" else self.loss % x

    def sum(self, x: str) -> str:
        """The sum over time."""
        return (r"\sum_{t=1}^{T} " if self.bounds else r"\sum_t ") + x

    def shown(self, equations: Sequence[str]) -> str:
        """The equations in displays."""
        if self.display == "align":
            rows = " \\\\\n".join(e.replace(" = ", " &= ", 1) for e in equations)
            return f"\\begin{{align}}\n{rows}\n\\end{{align}}"
        return "\n\n".join(self.display % e for e in equations)

    def head(self, letter: str, end: str, declared: str, words: str) -> str:
        """What stands above the equations: front matter, shapes, ranges."""
        keys = f'objective = "{self.objective}"\n'.replace("\\", "\\\\") if self.named else ""
        keys += f'[ranges]\n"{letter}" = "1..{end}"\n' if self.ranges == "in front" else ""
        said = {"declared": declared, "in words": words}.get(self.shapes, "")
        said += f" Here ${letter} = 1, \\dots, {end}$." if self.ranges == "in words" else ""
        return (f"+++\n{keys}+++\n\n" if keys else "") + f"The network. {said}\n\n"


def drawn(rng: random.Random) -> Style:
    """A way of typing."""
    return Style(*(rng.choice(WAYS[f.name]) for f in fields(Style)))


def recurrent(s: Style) -> tuple[str, list[Line]]:
    """A recurrent network with outputs at every time."""
    names = {"pairs": ("W_{hh}", "W_{xh}", "W_{hy}"), "below": ("W_h", "W_x", "W_y")}.get(s.labels, ("W", "U", "V"))
    w, u, v = (s.m(x[0]) + x[1:] for x in names)
    b, c = (s.v("b"), s.v("c")) if names[0] == "W" else (s.v("b") + "_h", s.v("b") + "_y")
    x, h, a, o, y = map(s.v, "xhaoy")
    declared = ", ".join(
        rf"${name} \in \mathbb{{R}}^{{{size}}}$"
        for name, size in ((s.at(x), "d"), (s.at(h), "n"), (s.at(y), "m"), (w, r"n \times n"), (u, r"n \times d"))
    )
    declared += rf", ${v} \in \mathbb{{R}}^{{m \times n}}$."
    words = rf"${w}$ is an $n \times n$ matrix, ${u}$ is $n \times d$ and ${v}$ is $m \times n$."
    error = f"{s.at(o)} - {s.at(y)}"
    text = s.head("t", "T", declared, words) + s.shown(
        [
            f"{s.at(a)} = {w} {s.at(h, -1)} + {u} {s.at(x)}" + (f" + {b}" if s.bias else ""),
            f"{s.at(h)} = {s.function}({s.at(a)})",
            f"{s.at(o)} = {v} {s.at(h)}" + (f" + {c}" if s.bias else ""),
            f"{s.objective} = {s.sum(s.square(error))}",
        ]
    )
    slope = f"(1 - {s.at(h)} {s.by_entries} {s.at(h)})" if s.function == r"\tanh" else f"{s.function}'({s.at(a)})"
    da, dh, before = s.d(s.at(a)), s.d(s.at(h)), "t < T"
    return text, [
        (f"{s.d(s.at(o))} = {error}", True, ""),
        (f"{s.d(v)} = {s.sum(f'({error}) {s.row(h)}')}", True, ""),
        (f"{s.d(v)} = {s.sum(f'{s.at(h)} ({error}){s.turned}')}", False, ""),
        (f"{da} = {dh} {s.by_entries} {slope}", True, ""),
        (f"{da} = {dh}", False, ""),
        (f"{s.d(w)} = {s.sum(f'{da} {s.row(h, -1)}')}", True, ""),
        (f"{s.d(w)} = {s.sum(f'{da} {s.row(h)}')}", False, ""),
        (f"{s.d(u)} = {s.sum(f'{da} {s.row(x)}')}", True, ""),
        (f"{dh} = {v}{s.turned} ({error}) + {w}{s.turned} {s.d(s.at(a, 1))}", True, before),
        (f"{dh} = {v}{s.turned} {s.d(s.at(o))} + {w} {s.d(s.at(a, 1))}", False, before),
        (f"{dh} = {v}{s.turned} {s.d(s.at(o))}", False, before),
    ]


def memory(s: Style) -> tuple[str, list[Line]]:
    """A long short-term memory."""
    x, h, i, f, o, g, c, y = map(s.v, "xhifogcy")
    w, u, b, dot = s.m("W"), s.m("U"), s.v("b"), s.by_entries

    def gate(z: str) -> str:
        left, right = (f"{w}_{{x{z}}}", f"{w}_{{h{z}}}") if s.labels == "pairs" else (f"{w}_{z}", f"{u}_{z}")
        return f"{left} {s.at(x)} + {right} {s.at(h, -1)}" + (f" + {b}_{z}" if s.bias else "")

    declared = rf"${s.at(x)} \in \mathbb{{R}}^{{d}}$, ${s.at(h)}, {s.at(c)} \in \mathbb{{R}}^{{n}}$."
    text = s.head("t", "T", declared, "") + r"$\sigma$ is the logistic function." + "\n\n"
    text += s.shown(
        [
            *(rf"{s.at(z)} = \sigma({gate(k)})" for z, k in ((i, "i"), (f, "f"), (o, "o"))),
            rf"{s.at(g)} = \tanh({gate('g')})",
            f"{s.at(c)} = {s.at(f)} {dot} {s.at(c, -1)} + {s.at(i)} {dot} {s.at(g)}",
            rf"{s.at(h)} = {s.at(o)} {dot} \tanh({s.at(c)})",
            f"{s.objective} = {s.sum(s.square(f'{s.at(h)} - {s.at(y)}'))}",
        ]
    )
    dh, dc = s.d(s.at(h)), s.d(s.at(c))
    through = rf"{dh} {dot} {s.at(o)} {dot} (1 - \tanh^2({s.at(c)}))"
    return text, [
        (rf"{s.d(s.at(o))} = {dh} {dot} \tanh({s.at(c)})", True, ""),
        (f"{s.d(s.at(o))} = {dh} {dot} {s.at(c)}", False, ""),
        (f"{s.d(s.at(i))} = {dc} {dot} {s.at(g)}", True, ""),
        (f"{s.d(s.at(f))} = {dc} {dot} {s.at(c, -1)}", True, ""),
        (f"{s.d(s.at(f))} = {dc} {dot} {s.at(c)}", False, ""),
        (f"{dc} = {through} + {s.d(s.at(c, 1))} {dot} {s.at(f, 1)}", True, "t < T"),
        (f"{dc} = {through} + {s.d(s.at(c, 1))} {dot} {s.at(f)}", False, "t < T"),
    ]


def deep(s: Style) -> tuple[str, list[Line]]:
    """A deep network by entries."""

    def at(name: str, layer: str, *indices: str) -> str:
        return f"{name}{s.layer % layer}_{{{s.commas.join(indices)}}}"

    def total(letter: str, layer: str) -> str:
        return rf"\sum_{{{letter}=1}}^{{n_{{{layer}}}}} " if s.bounds else rf"\sum_{letter} "

    function = s.function.replace(r"\tanh", "f")
    text = s.head("l", "L", "", "") + s.shown(
        [
            f"{at('z', 'l', 'i')} = {total('j', 'l-1')}{at('w', 'l', 'i', 'j')} {at('a', 'l-1', 'j')}"
            + (f" + {at('b', 'l', 'i')}" if s.bias else ""),
            f"{at('a', 'l', 'i')} = {function}({at('z', 'l', 'i')})",
            rf"{s.objective} = \frac{{1}}{{2}} {total('i', 'L')}({at('a', 'L', 'i')} - y_i)^2",
            *(
                [rf"{at(chr(92) + 'delta', 'l', 'i')} = {s.d(at('z', 'l', 'i'))}"]
                if s.errors_named and s.derivative not in ("nabla", "operator")
                else []
            ),
        ]
    )
    named = s.errors_named and s.derivative not in ("nabla", "operator")

    def error(layer: str, i: str) -> str:
        return at(r"\delta", layer, i) if named else s.d(at("z", layer, i))

    slope = f"{function}'({at('z', 'l', 'j')})"
    weights, by = at("w", "l+1", "i", "j"), s.d(at("w", "l", "i", "j"))
    last = f"({at('a', 'L', 'i')} - y_i)"
    return text, [
        (f"{error('L', 'i')} = {last} {function}'({at('z', 'L', 'i')})", True, ""),
        (f"{error('L', 'i')} = {last}", False, ""),
        (f"{error('l', 'j')} = {slope} {total('i', 'l+1')}{weights} {error('l+1', 'i')}", True, "l < L"),
        (
            f"{error('l', 'j')} = {slope} {total('i', 'l+1')}{at('w', 'l+1', 'j', 'i')} {error('l+1', 'i')}",
            False,
            "l < L",
        ),
        (f"{by} = {error('l', 'i')} {at('a', 'l-1', 'j')}", True, ""),
        (f"{by} = {error('l', 'j')} {at('a', 'l-1', 'i')}", False, ""),
        (f"{by} = {error('l', 'i')} {at('a', 'l', 'j')}", False, ""),
    ]


Network = Callable[[Style], tuple[str, list[Line]]]
"""The text of a network in a style, and the lines about it."""
NETWORKS: dict[str, Network] = {
    "recurrent": recurrent,
    "memory": memory,
    "deep": deep,
}


def typed_out(text: str, lines: Sequence[Line]) -> tuple[str, list[bool]]:
    """A page, each of its lines below a comment with its number, and which of these are true."""
    shown = (f"<!-- {n} -->\n$$ {x} $$" + (f" ( ${c}$ )" if c else "") for n, (x, _, c) in enumerate(lines))
    return f"{text}\n\n## Derivation\n\n" + "\n\n".join(shown) + "\n", [truth for _, truth, _ in lines]
