r"""More networks in notations drawn at random: matrix factorisation, skip-gram, softmax and logistic regression.

What `notations` draws, and besides: the number of an example below or above; labels one-hot, or indicators of the
class; the mean or the sum over examples; a penalty.
"""

from __future__ import annotations

from .notations import Line, Network, Style
from .notations_layers import opened, spaces


def by_entries(s: Style) -> tuple[str, list[Line]]:
    """Matrix factorisation by entries."""
    c, d, lam = s.commas, s.d, s.penalty
    r, p, q, e = (f"{a}_{{{c.join(b)}}}" for a, b in (("r", "ui"), ("p", "uk"), ("q", "ik"), ("e", "ui")))
    users, items, factors = (
        (rf"\sum_{{{a}=1}}^{{{b}}} " if s.bounds else rf"\sum_{a} ") for a, b in (("u", "U"), ("i", "I"), ("k", "K"))
    )
    extra = rf" + \frac{{{lam}}}{{2}} ({users}{factors}{p}^2 + {items}{factors}{q}^2)" if lam else ""
    text = opened(s, {"u": "U", "i": "I", "k": "K"}, "", "") + s.shown(
        [
            f"{e} = {r} - {factors}{p} {q}" + (" - b_u - c_i" if s.bias else ""),
            rf"{s.objective} = \frac{{1}}{{2}} {users}{items}{e}^2{extra}",
        ]
    )
    of_p, of_q = (f" + {lam} {x}" if lam else "" for x in (p, q))
    return text, [
        (f"{d(p)} = -{items}{e} {q}{of_p}", True, ""),
        (f"{d(p)} = {items}{e} {q}{of_p}", False, ""),
        (f"{d(p)} = -{e} {q}{of_p}", False, ""),
        (f"{d(q)} = -{users}{e} {p}{of_q}", True, ""),
        (f"{d(q)} = -{items}{e} {p}{of_q}", False, ""),
        (f"{d(q)} = -{users}{e} {q}{of_q}", False, ""),
        *([(f"{d(p)} = -{items}{e} {q}", False, "")] if lam else []),
        *([(f"{d(p)} = -{items}{e} {q} + 2 {lam} {p}", False, "")] if lam else []),
        *([(f"{d('b_u')} = -{items}{e}", True, ""), (f"{d('c_i')} = -{items}{e}", False, "")] if s.bias else []),
    ]


def factors(s: Style) -> tuple[str, list[Line]]:
    """Matrix factorisation by vectors."""
    p, q, lam, d = s.v("p") + "_u", s.v("q") + "_i", s.penalty, s.d
    r, e = (f"{a}_{{u{s.commas}i}}" for a in "re")
    users, items = ((rf"\sum_{{{a}=1}}^{{{b}}} " if s.bounds else rf"\sum_{a} ") for a, b in (("u", "U"), ("i", "I")))
    extra = rf" + \frac{{{lam}}}{{2}} ({users}\|{p}\|^2 + {items}\|{q}\|^2)" if lam else ""
    words = rf"${p}$ and ${q}$ are vectors of length $K$."
    turned = f"{s.v('p')}_u{s.turned}"
    text = opened(s, {"u": "U", "i": "I"}, spaces(**{p: "K", q: "K"}), words) + s.shown(
        [
            rf"{e} = {r} - {turned} {q}" + (r" - \mu - b_u - c_i" if s.bias else ""),
            rf"{s.objective} = \frac{{1}}{{2}} {users}{items}{e}^2{extra}",
        ]
    )
    of_p, of_q = (f" + {lam} {x}" if lam else "" for x in (p, q))
    return text, [
        (f"{d(p)} = -{items}{e} {q}{of_p}", True, ""),
        (f"{d(p)} = {items}{e} {q}{of_p}", False, ""),
        (f"{d(p)} = -{items}{e} {p}{of_p}", False, ""),
        (f"{d(q)} = -{users}{e} {p}{of_q}", True, ""),
        (f"{d(q)} = -{users}({r} - {turned} {q}) {p}{of_q}", not s.bias, ""),
        (f"{d(q)} = -2 {users}{e} {p}{of_q}", False, ""),
        *([(f"{d(p)} = -{items}{e} {q}", False, "")] if lam else []),
        *([(f"{d('b_u')} = -{items}{e}", True, "")] if s.bias else []),
        *([(f"{d(chr(92) + 'mu')} = -{users}{items}{e}", True, "")] if s.bias else []),
    ]


def skip_gram(s: Style) -> tuple[str, list[Line]]:
    """Skip-gram with softmax over all words."""
    u, v, d, j = s.v("u"), s.v("v"), s.d, s.objective
    words = r"\sum_{w=1}^{V} " if s.bounds else r"\sum_w "

    def score(w: str) -> str:
        return rf"\exp({u}_{w}{s.turned} {v}_c)"

    hat = r"\hat{y}" if s.errors_named else "p"
    declared, shapes = spaces(**{f"{u}_w": "d", f"{v}_c": "d"}), rf"${u}_w$ and ${v}_c$ are vectors of length $d$."
    said = r"The center word is $c$, the observed outside word is $o$, one of the $V$ words."
    text = opened(s, {"w": "V"}, declared, shapes, said) + s.shown(
        [
            rf"{hat}_w = \frac{{{score('w')}}}{{\sum_{{w'=1}}^{{V}} " + score("{w'}") + "}",
            rf"{j} = -\log {hat}_o",
        ]
    )
    return text, [
        (f"{d(f'{v}_c')} = -{u}_o + {words}{hat}_w {u}_w", True, ""),
        (f"{d(f'{v}_c')} = {u}_o - {words}{hat}_w {u}_w", False, ""),
        (f"{d(f'{v}_c')} = -{u}_o + {words}{u}_w", False, ""),
        (f"{d(f'{u}_o')} = ({hat}_o - 1) {v}_c", True, ""),
        (f"{d(f'{u}_o')} = {hat}_o {v}_c", False, ""),
        (f"{d(f'{u}_w')} = {hat}_w {v}_c", True, r"w \ne o"),
        (f"{d(f'{u}_w')} = ({hat}_w - 1) {v}_c", False, r"w \ne o"),
    ]


def negatives(s: Style) -> tuple[str, list[Line]]:
    """Skip-gram with negative samples."""
    u, v, d, j = s.v("u"), s.v("v"), s.d, s.objective
    n = s.v("n") if s.errors_named else rf"\tilde{{{u}}}" if "vec" not in u else s.v("m")
    total = r"\sum_{k=1}^{K} " if s.bounds else r"\sum_k "
    plus, minus = rf"\sigma({u}_o{s.turned} {v}_c)", rf"\sigma(-{n}_k{s.turned} {v}_c)"
    other = rf"\sigma({n}_k{s.turned} {v}_c)"
    declared = spaces(**{f"{u}_o": "d", f"{v}_c": "d", f"{n}_k": "d"})
    said = rf"The outside word has the vector ${u}_o$, the center word ${v}_c$, the negative samples ${n}_k$."
    said += r" $\sigma$ is the logistic function."
    text = opened(s, {"k": "K"}, declared, "All vectors have length $d$.", said) + s.shown(
        [rf"{j} = -\log {plus} - {total}\log {minus}"]
    )
    return text, [
        (f"{d(f'{v}_c')} = -(1 - {plus}) {u}_o + {total}(1 - {minus}) {n}_k", True, ""),
        (f"{d(f'{v}_c')} = ({plus} - 1) {u}_o + {total}{other} {n}_k", True, ""),
        (f"{d(f'{v}_c')} = ({plus} - 1) {u}_o - {total}(1 - {minus}) {n}_k", False, ""),
        (f"{d(f'{v}_c')} = ({plus} - 1) {u}_o + {total}{minus} {n}_k", False, ""),
        (f"{d(f'{u}_o')} = ({plus} - 1) {v}_c", True, ""),
        (f"{d(f'{u}_o')} = (1 - {plus}) {v}_c", False, ""),
        (f"{d(f'{n}_k')} = (1 - {minus}) {v}_c", True, ""),
        (f"{d(f'{n}_k')} = {other} {v}_c", True, ""),
        (f"{d(f'{n}_k')} = {minus} {v}_c", False, ""),
        (f"{d(f'{n}_k')} = -{other} {v}_c", False, ""),
    ]


def classes_by_entries(s: Style) -> tuple[str, list[Line]]:
    """Softmax regression by entries."""
    c, d, lam = s.commas, s.d, s.penalty
    y, p, z, x, w = (f"{a[0]}_{{{c.join(a[1:])}}}" for a in ("ynk", "pnk", "znk", "xnj", "wkj"))
    examples, classes, inputs = (
        (rf"\sum_{{{a}=1}}^{{{b}}} " if s.bounds else rf"\sum_{a} ") for a, b in (("n", "N"), ("k", "K"), ("j", "D"))
    )
    mean = r"\frac{1}{N} " if s.mean else ""
    said = "The labels are one-hot."
    if s.true_class != "one-hot":
        y, said = s.true_class % ("y" + s.examples % "n", "k"), f"The label of example $n$ is $y{s.examples % 'n'}$."
    rest = "{" + f"z_{{n{c}l}}" + "}"
    penalty = rf" + \frac{{{lam}}}{{2}} {classes}{inputs}{w}^2" if lam else ""
    text = opened(s, {"n": "N", "k": "K", "j": "D"}, "", "", said) + s.shown(
        [
            f"{z} = {inputs}{w} {x}" + (" + b_k" if s.bias else ""),
            rf"{p} = \frac{{e^{{{z}}}}}{{\sum_{{l=1}}^{{K}} e^{rest}}}",
            rf"{s.objective} = -{mean}{examples}{classes}{y} \log {p}{penalty}",
        ]
    )
    of_w = f" + {lam} {w}" if lam else ""
    return text, [
        (f"{d(z)} = {mean}({p} - {y})", True, ""),
        (f"{d(z)} = {mean}({y} - {p})", False, ""),
        (f"{d(w)} = {mean}{examples}({p} - {y}) {x}{of_w}", True, ""),
        (f"{d(w)} = {mean}{examples}({y} - {p}) {x}{of_w}", False, ""),
        (f"{d(w)} = {mean}({p} - {y}) {x}{of_w}", False, ""),
        (f"{d(w)} = {mean}{examples}{p} {x}{of_w}", False, ""),
        *([(f"{d('b_k')} = {mean}{examples}({p} - {y})", True, "")] if s.bias else []),
        *([(f"{d('b_k')} = {mean}({p} - {y})", False, "")] if s.bias else []),
    ]


def classes(s: Style) -> tuple[str, list[Line]]:
    """Softmax regression by vectors, or by the matrix of examples."""
    x, w = s.v("x") + s.examples % "n", (r"\theta" if s.vector == "{}" else s.v("w")) + "_k"
    turned, d, lam = f"{w}{s.turned}", s.d, s.penalty
    c = s.commas
    examples, over = ((rf"\sum_{{{a}=1}}^{{{b}}} " if s.bounds else rf"\sum_{a} ") for a, b in (("n", "N"), ("k", "K")))
    mean = r"\frac{1}{N} " if s.mean else ""
    y, said = f"y_{{n{c}k}}", "The labels are one-hot."
    if s.true_class != "one-hot":
        y, said = s.true_class % ("y" + s.examples % "n", "k"), f"The label of example $n$ is $y{s.examples % 'n'}$."
    p = f"p_{{n{c}k}}"
    penalty = rf" + \frac{{{lam}}}{{2}} {over}\|{w}\|^2" if lam else ""
    bias, other = (" + b_k", " + b_l") if s.bias else ("", "")
    rest = turned.replace("_k", "_l") + f" {x}{other}"
    declared, words = spaces(**{x: "D", w: "D"}), f"${x}$ and ${w}$ are vectors of length $D$."
    text = opened(s, {"n": "N", "k": "K"}, declared, words, said) + s.shown(
        [
            rf"{p} = \frac{{\exp({turned} {x}{bias})}}{{\sum_{{l=1}}^{{K}} \exp({rest})}}",
            rf"{s.objective} = -{mean}{examples}{over}{y} \log {p}{penalty}",
        ]
    )
    of_w = f" + {lam} {w}" if lam else ""
    return text, [
        (f"{d(w)} = {mean}{examples}({p} - {y}) {x}{of_w}", True, ""),
        (f"{d(w)} = -{mean}{examples}({y} - {p}) {x}{of_w}", True, ""),
        (f"{d(w)} = {mean}{examples}({y} - {p}) {x}{of_w}", False, ""),
        (f"{d(w)} = {mean}{examples}{p} {x}{of_w}", False, ""),
        (f"{d(w)} = {mean}{examples}{over}({p} - {y}) {x}{of_w}", False, ""),
        *([(f"{d('b_k')} = {mean}{examples}({p} - {y})", True, "")] if s.bias else []),
        *([(f"{d('b_k')} = {mean}{examples}{p}", False, "")] if s.bias else []),
    ]


def design(s: Style) -> tuple[str, list[Line]]:
    """Softmax regression by a design matrix."""
    x, w, z, p, y = map(s.m, "XWZPY")
    d, lam = s.d, s.penalty
    mean = r"\frac{1}{N} " if s.mean else ""
    penalty = rf" + \frac{{{lam}}}{{2}} \|{w}\|_F^2" if lam else ""
    declared = spaces(**{x: r"N \times D", w: r"D \times K", y: r"N \times K"})
    words = rf"${x}$ is an $N \times D$ matrix and ${w}$ is $D \times K$."
    said = f"Each row of ${x}$ is an example, each row of ${y}$ is one-hot, softmax is taken of each row."
    entry = (lambda a: f"{a.lower()}_{{nk}}") if s.labels in ("letters", "pairs") else (lambda a: f"{a}_{{nk}}")
    text = opened(s, {}, declared, words, said) + s.shown(
        [
            f"{z} = {x} {w}",
            rf"{p} = \operatorname{{softmax}}({z})",
            rf"{s.objective} = -{mean}\sum_{{n=1}}^{{N}} \sum_{{k=1}}^{{K}} {entry('Y')} \log {entry('P')}{penalty}",
        ]
    )
    of_w = f" + {lam} {w}" if lam else ""
    return text, [
        (f"{d(z)} = {mean}({p} - {y})", True, ""),
        (f"{d(z)} = {mean}({y} - {p})", False, ""),
        (f"{d(w)} = {mean}{x}{s.turned} ({p} - {y}){of_w}", True, ""),
        (f"{d(w)} = {mean}{x} ({p} - {y}){of_w}", False, ""),
        (f"{d(w)} = {mean}({p} - {y}){s.turned} {x}{of_w}", False, ""),
        (f"{d(w)} = {mean}{x}{s.turned} {p}{of_w}", False, ""),
    ]


def logistic(s: Style) -> tuple[str, list[Line]]:
    """Logistic regression, by vectors and by the design matrix."""
    x, w, big = s.v("x") + s.examples % "n", s.v("w"), s.m("X")
    y, p, a = (c + s.examples % "n" for c in "ypa")
    d, lam, all_y, all_p = s.d, s.penalty, s.v("y"), s.v("p")
    examples = r"\sum_{n=1}^{N} " if s.bounds else r"\sum_n "
    mean = r"\frac{1}{N} " if s.mean else ""
    penalty = rf" + \frac{{{lam}}}{{2}} \|{w}\|^2" if lam else ""
    declared = spaces(**{x: "D", w: "D", big: r"N \times D"})
    said = rf"$\sigma$ is the logistic function. The matrix ${big}$ has the rows $({x}){s.turned}$"
    said += rf", the vectors ${all_y}$ and ${all_p}$ have the entries ${y}$ and ${p}$."
    text = opened(s, {"n": "N"}, declared, f"${x}$ and ${w}$ are vectors of length $D$.", said) + s.shown(
        [
            f"{a} = {w}{s.turned} {x}" + (" + b" if s.bias else ""),
            rf"{p} = \sigma({a})",
            rf"{s.objective} = -{mean}{examples}({y} \log {p} + (1 - {y}) \log(1 - {p})){penalty}",
        ]
    )
    of_w = f" + {lam} {w}" if lam else ""
    return text, [
        (f"{d(a)} = {mean}({p} - {y})", True, ""),
        (f"{d(a)} = {mean}({p} - {y}) {p} (1 - {p})", False, ""),
        (f"{d(w)} = {mean}{examples}({p} - {y}) {x}{of_w}", True, ""),
        (f"{d(w)} = {mean}{examples}({y} - {p}) {x}{of_w}", False, ""),
        (f"{d(w)} = {mean}{examples}{p} (1 - {p}) ({p} - {y}) {x}{of_w}", False, ""),
        (f"{d(w)} = {mean}{big}{s.turned} ({all_p} - {all_y}){of_w}", True, ""),
        (f"{d(w)} = {mean}{big}{s.turned} ({all_y} - {all_p}){of_w}", False, ""),
        (f"{d(w)} = {mean}{big} ({all_p} - {all_y}){of_w}", False, ""),
        *([(f"{d('b')} = {mean}{examples}({p} - {y})", True, "")] if s.bias else []),
    ]


NETWORKS: dict[str, Network] = {
    "factors by entries": by_entries,
    "factors": factors,
    "skip-gram": skip_gram,
    "negative samples": negatives,
    "classes by entries": classes_by_entries,
    "classes": classes,
    "design": design,
    "logistic": logistic,
}
