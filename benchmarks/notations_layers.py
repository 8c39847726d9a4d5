r"""More networks in notations drawn at random: layers by vectors and by whole batches, a tied autoencoder.

What `notations` draws, and besides: the number of a layer below, above, in brackets or no number but other letters;
one example, examples in the rows or in the columns of a matrix; `dW` for a gradient; squares, or softmax with the
cross-entropy.
"""

from __future__ import annotations

from dataclasses import dataclass

from .notations import Line, Network, Style


def opened(s: Style, ranges: dict[str, str], declared: str, words: str, said: str = "") -> str:
    """What stands above the equations: front matter, shapes, ranges of letters, what every way of typing says."""
    keys = f'objective = "{s.objective}"\n'.replace("\\", "\\\\") if s.named else ""
    if s.ranges == "in front" and ranges:
        keys += "[ranges]\n" + "".join(f'"{letter}" = "1..{end}"\n' for letter, end in ranges.items())
    shapes = {"declared": declared, "in words": words}.get(s.shapes, "")
    if s.ranges == "in words" and ranges:
        shapes += "".join(f" Here ${letter} = 1, \\dots, {end}$." for letter, end in ranges.items())
    return (f"+++\n{keys}+++\n\n" if keys else "") + f"The network. {shapes} {said}\n\n"


def spaces(**sizes: str) -> str:
    """Declarations of shapes."""
    return ", ".join(rf"${name} \in \mathbb{{R}}^{{{size}}}$" for name, size in sizes.items()) + "."


@dataclass(frozen=True, slots=True)
class Names:
    """What the parts of a network with one hidden layer are called."""

    weights: tuple[str, str]
    biases: tuple[str, str]
    inner: tuple[str, str]
    hidden: str
    output: str
    source: str
    target: str


def names(s: Style, whole: bool) -> Names:
    """The names in one way of typing, of one example or of a batch."""
    v = s.m if whole else s.v
    x, z, h, y, a = (v(c.upper() if whole else c) for c in "xzhya")
    weights, b = s.m("W"), s.v("b")
    hat = rf"\hat{{{y}}}" if "vec" not in y else v("P" if whole else "p")
    if s.numbered == "letters":
        return Names((weights, s.m("V")), (b, s.v("c")), (a, z), h, hat, x, y)
    first, second = (lambda c: c + s.numbered % 1), (lambda c: c + s.numbered % 2)
    hidden, output = (first(a), second(a)) if s.numbered != "_%s" else (h, hat)
    return Names((first(weights), second(weights)), (first(b), second(b)), (first(z), second(z)), hidden, output, x, y)


def turned(s: Style, name: str) -> str:
    """The transpose."""
    return name + s.turned if "^" not in name else f"({name}){s.turned}"


def slope(s: Style, n: Names) -> str:
    """The derivative of the hidden units by their inputs."""
    return f"(1 - {n.hidden} {s.by_entries} {n.hidden})" if s.function == r"\tanh" else f"{s.function}'({n.inner[0]})"


def by(s: Style, name: str) -> str:
    """The derivative of the objective by a name."""
    return f"d{name}" if s.short else s.d(name)


def told_short(s: Style) -> str:
    """What `dW` means."""
    return rf"We write $dW$ for $\partial {s.objective} / \partial W$, and so on." if s.short else ""


def one_hidden(s: Style) -> tuple[str, list[Line]]:
    """A network with one hidden layer, one example."""
    n = names(s, whole=False)
    (w, v), (b, c), (z, o) = n.weights, n.biases, n.inner
    declared = spaces(**{n.source: "d", w: r"m \times d", b: "m", v: r"K \times m", c: "K", n.target: "K"})
    words = rf"${w}$ is an $m \times d$ matrix and ${v}$ is $K \times m$."
    y = n.target
    if s.criterion == "squared":
        last, loss = o, s.square(f"{n.output} - {y}")
    else:
        last = rf"\operatorname{{softmax}}({o})"
        loss = rf"-{turned(s, y)} \log {n.output}"
        if s.loss != "dot":
            plain = r"\hat{y}_k" if "vec" not in y else "p_k"
            numbered = s.numbered not in ("_%s", "letters")
            loss = rf"-\sum_k y_k \log {'a_k' + s.numbered % 2 if numbered else plain}"
    said = f"The target ${y}$ is one-hot. " if s.criterion == "softmax" else ""
    bias, bias_of_last = (f" + {b}", f" + {c}") if s.bias else ("", "")
    text = opened(s, {}, declared, words, said + told_short(s)) + s.shown(
        [
            f"{z} = {w} {n.source}{bias}",
            f"{n.hidden} = {s.function}({z})",
            f"{o} = {v} {n.hidden}{bias_of_last}",
            f"{n.output} = {last}",
            f"{s.objective} = {loss}",
        ]
    )
    error, dot, d = f"{n.output} - {y}", s.by_entries, lambda name: by(s, name)
    biases = [(f"{d(c)} = {error}", True, ""), (f"{d(b)} = {d(z)}", True, ""), (f"{d(b)} = {d(n.hidden)}", False, "")]
    return text, [
        (f"{d(o)} = {error}", True, ""),
        (f"{d(o)} = {n.target} - {n.output}", False, ""),
        (f"{d(v)} = ({error}) {turned(s, n.hidden)}", True, ""),
        (f"{d(v)} = {n.hidden} ({error}){s.turned}", False, ""),
        (f"{d(n.hidden)} = {turned(s, v)} ({error})", True, ""),
        (f"{d(n.hidden)} = {v} ({error})", False, ""),
        (f"{d(z)} = {turned(s, v)} ({error}) {dot} {slope(s, n)}", True, ""),
        (f"{d(z)} = {turned(s, v)} ({error})", False, ""),
        (f"{d(w)} = ({turned(s, v)} ({error}) {dot} {slope(s, n)}) {turned(s, n.source)}", True, ""),
        (f"{d(w)} = {d(z)} {turned(s, n.source)}", True, ""),
        (f"{d(w)} = {d(z)} {turned(s, n.hidden)}", False, ""),
        (f"{d(w)} = {n.source} {turned(s, d(z)) if s.short else f'({d(z)}){s.turned}'}", False, ""),
        *(biases if s.bias else []),
        (f"{d(n.source)} = {turned(s, w)} {d(z)}", True, ""),
    ]


def batch_loss(s: Style, n: Names, columns: bool) -> tuple[str, str]:
    """The loss of a batch and what its mean multiplies."""
    fraction = r"\frac{1}{N} " if s.mean else ""
    y = n.target
    if s.criterion == "squared":
        half = r"\frac{1}{2N}" if s.mean else r"\frac{1}{2}"
        return rf"{half} \| {n.output} - {y} \|_F^2", fraction
    k = "kn" if columns else "nk"
    out = n.output
    if "^" in out:
        out = out.replace("^", f"_{{{k}}}^", 1)
    elif "hat" in out:
        out = rf"\hat{{Y}}_{{{k}}}"
    else:
        out = f"P_{{{k}}}"
    return rf"-{fraction}\sum_{{n=1}}^{{N}} \sum_{{k=1}}^{{K}} Y_{{{k}}} \log {out}", fraction


def rows(s: Style) -> tuple[str, list[Line]]:
    """A network with one hidden layer, examples in rows."""
    n = names(s, whole=True)
    (w, v), (b, c), (z, o) = n.weights, n.biases, n.inner
    x, y, h = n.source, n.target, n.hidden
    ones = s.v("1") if "bf" in s.vector else r"\mathbf{1}"
    declared = spaces(**{x: r"N \times d", w: r"d \times m", v: r"m \times K", y: r"N \times K"})
    words = rf"${x}$ is an $N \times d$ matrix, ${w}$ is $d \times m$ and ${v}$ is $m \times K$."
    loss, fraction = batch_loss(s, n, columns=False)
    said = f"Each row of ${x}$ is an example. "
    said += f"Each row of ${y}$ is one-hot, softmax is taken of each row. " if s.criterion == "softmax" else ""
    bias, last_bias = ("", "")
    if s.bias:
        bias, last_bias = (f" + {q}" if s.spread == "added" else f" + {ones} {turned(s, q)}" for q in (b, c))
        said += f"The biases ${b}$ and ${c}$ are rows, added to each row. " if s.spread == "added" else ""
    last = rf"\operatorname{{softmax}}({o})" if s.criterion == "softmax" else o
    text = opened(s, {}, declared, words, said + told_short(s)) + s.shown(
        [
            f"{z} = {x} {w}{bias}",
            f"{h} = {s.function}({z})",
            f"{o} = {h} {v}{last_bias}",
            f"{n.output} = {last}",
            f"{s.objective} = {loss}",
        ]
    )
    error, dot, d = f"{fraction}({n.output} - {y})", s.by_entries, lambda name: by(s, name)

    def down(of: str) -> str:
        transposed = turned(s, of) if s.short else f"({of}){s.turned}"
        return f"{ones}{s.turned} {of}" if s.spread == "added" else f"{transposed} {ones}"

    biases = [(f"{d(c)} = {down(d(o))}", True, ""), (f"{d(b)} = {down(d(z))}", True, "")]
    biases.append((f"{d(b)} = {down(d(h))}", False, ""))
    return text, [
        (f"{d(o)} = {error}", True, ""),
        (f"{d(o)} = {fraction}({y} - {n.output})", False, ""),
        (f"{d(v)} = {turned(s, h)} {d(o)}", True, ""),
        (f"{d(v)} = {turned(s, n.output)} {d(o)}", False, ""),
        (f"{d(h)} = {d(o)} {turned(s, v)}", True, ""),
        (f"{d(h)} = {d(o)} {v}", False, ""),
        (f"{d(z)} = {d(h)} {dot} {slope(s, n)}", True, ""),
        (f"{d(z)} = {d(h)}", False, ""),
        (f"{d(w)} = {turned(s, x)} {d(z)}", True, ""),
        (f"{d(w)} = {turned(s, x)} ({error} {turned(s, v)} {dot} {slope(s, n)})", True, ""),
        (f"{d(w)} = {turned(s, x)} ({error} {turned(s, v)})", False, ""),
        (f"{d(w)} = {x} {d(z)}", False, ""),
        *(biases if s.bias else []),
        (f"{d(x)} = {d(z)} {turned(s, w)}", True, ""),
    ]


def columns(s: Style) -> tuple[str, list[Line]]:
    """A network with one hidden layer, examples in columns."""
    n = names(s, whole=True)
    (w, v), (b, c), (z, o) = n.weights, n.biases, n.inner
    x, y, h = n.source, n.target, n.hidden
    ones = r"\mathbf{1}"
    declared = spaces(**{x: r"d \times N", w: r"m \times d", v: r"K \times m", y: r"K \times N"})
    words = rf"${x}$ is a $d \times N$ matrix, ${w}$ is $m \times d$ and ${v}$ is $K \times m$."
    loss, fraction = batch_loss(s, n, columns=True)
    said = f"Each column of ${x}$ is an example. "
    said += f"Each column of ${y}$ is one-hot, softmax is taken of each column. " if s.criterion == "softmax" else ""
    bias, last_bias = ("", "")
    if s.bias:
        bias, last_bias = (f" + {q}" if s.spread == "added" else rf" + {q} {ones}{s.turned}" for q in (b, c))
        said += f"The biases ${b}$ and ${c}$ are added to each column. " if s.spread == "added" else ""
    last = rf"\operatorname{{softmax}}({o})" if s.criterion == "softmax" else o
    text = opened(s, {}, declared, words, said + told_short(s)) + s.shown(
        [
            f"{z} = {w} {x}{bias}",
            f"{h} = {s.function}({z})",
            f"{o} = {v} {h}{last_bias}",
            f"{n.output} = {last}",
            f"{s.objective} = {loss}",
        ]
    )
    error, dot, d = f"{fraction}({n.output} - {y})", s.by_entries, lambda name: by(s, name)
    biases = [(f"{d(c)} = {d(o)} {ones}", True, ""), (f"{d(b)} = {d(z)} {ones}", True, "")]
    biases.append((f"{d(b)} = {d(h)} {ones}", False, ""))
    return text, [
        (f"{d(o)} = {error}", True, ""),
        (f"{d(o)} = {fraction}({y} - {n.output})", False, ""),
        (f"{d(v)} = {d(o)} {turned(s, h)}", True, ""),
        (f"{d(v)} = {h} {turned(s, d(o)) if s.short else f'({d(o)}){s.turned}'}", False, ""),
        (f"{d(h)} = {turned(s, v)} {d(o)}", True, ""),
        (f"{d(h)} = {v} {d(o)}", False, ""),
        (f"{d(z)} = {d(h)} {dot} {slope(s, n)}", True, ""),
        (f"{d(z)} = {d(h)}", False, ""),
        (f"{d(w)} = {d(z)} {turned(s, x)}", True, ""),
        (f"{d(w)} = ({turned(s, v)} {error} {dot} {slope(s, n)}) {turned(s, x)}", True, ""),
        (f"{d(w)} = ({turned(s, v)} {error}) {turned(s, x)}", False, ""),
        (f"{d(w)} = {d(z)} {x}", False, ""),
        *(biases if s.bias else []),
        (f"{d(x)} = {turned(s, w)} {d(z)}", True, ""),
    ]


def deep_vectors(s: Style) -> tuple[str, list[Line]]:
    """A deep network by vectors."""

    def at(name: str, layer: str = "l") -> str:
        return name + s.layer % layer

    w, b, z, a, y, x = s.m("W"), s.v("b"), s.v("z"), s.v("a"), s.v("y"), s.v("x")
    delta = r"\boldsymbol{\delta}" if s.vector in (r"\boldsymbol{{{}}}", r"\bm{{{}}}") else r"\delta"
    f, dot = s.function.replace(r"\tanh", "f"), s.by_entries
    declared = spaces(**{at(w): r"n_l \times n_{l-1}", at(z): "n_l", at(a): "n_l", at(b): "n_l", y: "n_L"})
    words = rf"${at(w)}$ is an $n_l \times n_{{l-1}}$ matrix."
    named = s.errors_named
    text = opened(s, {"l": "L"}, declared, words) + s.shown(
        [
            f"{at(a, '0')} = {x}",
            f"{at(z)} = {at(w)} {at(a, 'l-1')}" + (f" + {at(b)}" if s.bias else ""),
            f"{at(a)} = {f}({at(z)})",
            f"{s.objective} = {s.square(f'{at(a, chr(76))} - {y}')}",
            *([f"{at(delta)} = {s.d(at(z))}"] if named else []),
        ]
    )

    def error(layer: str = "l") -> str:
        return at(delta, layer) if named else s.d(at(z, layer))

    last, above, back = f"({at(a, 'L')} - {y})", f"({at(w, 'l+1')}){s.turned}", f"({at(a, 'l-1')}){s.turned}"
    slope, before = f"{f}'({at(z)})", "l < L"
    return text, [
        (f"{error('L')} = {last} {dot} {f}'({at(z, 'L')})", True, ""),
        (f"{error('L')} = {last}", False, ""),
        (f"{error()} = {above} {error('l+1')} {dot} {slope}", True, before),
        (f"{error()} = ({above} {error('l+1')}) {dot} {slope}", True, before),
        (f"{error()} = {above} {error('l+1')}", False, before),
        (f"{error()} = {at(w, 'l+1')} {error('l+1')} {dot} {slope}", False, before),
        (f"{error()} = ({at(w)}){s.turned} {error('l+1')} {dot} {slope}", False, before),
        (f"{s.d(at(w))} = {error()} {back}", True, ""),
        (f"{s.d(at(w))} = {error()} ({at(a)}){s.turned}", False, ""),
        (f"{s.d(at(a))} = {above} {error('l+1')}", True, before),
        (f"{s.d(at(a))} = {error()}", False, before),
        *([(f"{s.d(at(b))} = {error()}", True, "")] if s.bias else []),
    ]


def tied_entries(s: Style) -> tuple[str, list[Line]]:
    """A tied autoencoder by entries."""
    c, f = s.commas, s.function
    g = "f" if f == r"\tanh" else f
    w, wk = f"w_{{j{c}i}}", f"w_{{j{c}k}}"
    inner, outer = (r"\sum_{i=1}^{I} ", r"\sum_{j=1}^{J} ") if s.bounds else (r"\sum_i ", r"\sum_j ")
    over_k = r"\sum_{k=1}^{I} " if s.bounds else r"\sum_k "
    bias = (" + b_j", " + c_i") if s.bias else ("", "")
    text = opened(s, {"i": "I", "j": "J"}, "", "", "The weights are tied.") + s.shown(
        [
            f"a_j = {inner}{w} x_i{bias[0]}",
            f"h_j = {g}(a_j)",
            rf"o_i = {outer}{w} h_j{bias[1]}",
            rf"{s.objective} = \frac{{1}}{{2}} {inner}(o_i - x_i)^2",
        ]
    )
    back = f"{over_k}(o_k - x_k) {wk}"
    d = s.d
    return text, [
        (f"{d('o_i')} = o_i - x_i", True, ""),
        (f"{d('h_j')} = {inner}(o_i - x_i) {w}", True, ""),
        (f"{d('h_j')} = {inner}(o_i - x_i)", False, ""),
        (f"{d('a_j')} = {g}'(a_j) {d('h_j')}", True, ""),
        (f"{d(w)} = (o_i - x_i) h_j + {g}'(a_j) x_i {back}", True, ""),
        (f"{d(w)} = (o_i - x_i) h_j + {d('a_j')} x_i", True, ""),
        (f"{d(w)} = (o_i - x_i) h_j", False, ""),
        (f"{d(w)} = {g}'(a_j) x_i {back}", False, ""),
        (f"{d(w)} = (o_i - x_i) h_j + x_i {back}", False, ""),
        (f"{d(w)} = (o_i - x_i) h_j + {g}'(a_j) x_i (o_i - x_i) {w}", False, ""),
        *([(f"{d('b_j')} = {d('a_j')}", True, ""), (f"{d('c_i')} = o_i - x_i", True, "")] if s.bias else []),
    ]


def tied_vectors(s: Style) -> tuple[str, list[Line]]:
    """A tied autoencoder by vectors."""
    x, a, h, b, c, w = s.v("x"), s.v("a"), s.v("h"), s.v("b"), s.v("c"), s.m("W")
    hat = rf"\hat{{{x}}}" if "vec" not in x else s.v("o")
    declared = spaces(**{x: "d", w: r"m \times d", b: "m", c: "d"})
    words = rf"${w}$ is an $m \times d$ matrix."
    back, dot, d = w + s.turned, s.by_entries, s.d
    text = opened(s, {}, declared, words, "The weights are tied.") + s.shown(
        [
            f"{a} = {w} {x}" + (f" + {b}" if s.bias else ""),
            f"{h} = {s.function}({a})",
            f"{hat} = {back} {h}" + (f" + {c}" if s.bias else ""),
            f"{s.objective} = {s.square(f'{hat} - {x}')}",
        ]
    )
    error = f"({hat} - {x})"
    slope = f"(1 - {h} {dot} {h})" if s.function == r"\tanh" else f"{s.function}'({a})"
    first, second = f"{h} {error}{s.turned}", f"({w} {error} {dot} {slope}) {x}{s.turned}"
    return text, [
        (f"{d(hat)} = {hat} - {x}", True, ""),
        (f"{d(h)} = {w} {error}", True, ""),
        (f"{d(h)} = {back} {error}", False, ""),
        (f"{d(a)} = {w} {error} {dot} {slope}", True, ""),
        (f"{d(a)} = {w} {error}", False, ""),
        (f"{d(w)} = {first} + {second}", True, ""),
        (f"{d(w)} = {first} + {d(a)} {x}{s.turned}", True, ""),
        (f"{d(w)} = {first}", False, ""),
        (f"{d(w)} = {second}", False, ""),
        (f"{d(w)} = {error} {h}{s.turned} + {second}", False, ""),
        (f"{d(w)} = {first} + {w} {error} {x}{s.turned}", False, ""),
        *([(f"{d(b)} = {d(a)}", True, ""), (f"{d(c)} = {hat} - {x}", True, "")] if s.bias else []),
    ]


NETWORKS: dict[str, Network] = {
    "one hidden": one_hidden,
    "rows": rows,
    "columns": columns,
    "deep vectors": deep_vectors,
    "tied entries": tied_entries,
    "tied vectors": tied_vectors,
}
