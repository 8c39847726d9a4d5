r"""More networks in the notations of `notations`: gated ones whose labels stand anywhere, attention, normalisation.

A gated recurrent unit and a long short-term memory with their labels above, below or for pairs, and with one matrix for
both of their arguments; attention over all positions and with one question; normalisation over a batch or over
features, by entries. As in `notations`, every wrong line has one slip.
"""

from __future__ import annotations

from .notations import Line, Network, Style

Lines = tuple[str, list[Line]]


def inside(name: str) -> str:
    """A label without braces where it is one letter."""
    return name if len(name) == 1 else f"{{{name}}}"


def weights(s: Style, letter: str, gate: str) -> str:
    """The weights of a gate for the data (`W`) or for the state before (`U`)."""
    from_what = "x" if letter == "W" else "h"
    if s.gates.startswith("pairs"):
        return s.m("W") + (f"^{{{from_what}{gate}}}" if s.gates == "pairs above" else f"_{{{from_what}{gate}}}")
    return s.m(letter) + label(s, gate)


def label(s: Style, gate: str) -> str:
    """The label of a gate."""
    return {"above": f"^{inside(gate)}", "in parentheses": f"^{{({gate})}}", "pairs above": f"^{inside(gate)}"}.get(
        s.gates, f"_{inside(gate)}"
    )


def across(s: Style, name: str) -> str:
    """The transpose of weights."""
    return s.across % name + s.turned if "^" in name else name + s.turned


def joined(s: Style, first: str, second: str) -> str:
    """Two vectors, one upon the other."""
    return f"[{first}{s.joined} {second}]"


def linear(s: Style, gate: str, before: str, now: str) -> str:
    """What goes into a gate."""
    bias = f" + {s.v('b')}{label(s, gate)}" if s.bias else ""
    if s.gates == "joined":
        return f"{s.m('W')}_{gate} {s.joined_by}{joined(s, before, now)}{bias}"
    brackets = f"({before})" if " " in before and not before.startswith("(") else before
    return f"{weights(s, 'W', gate)} {now} + {weights(s, 'U', gate)} {brackets}{bias}"


def by_weights(s: Style, gate: str, inner: str, before: str, now: str, slip: str) -> list[Line]:
    """The derivatives by the weights of a gate; `slip` stands where `before` should."""
    if s.gates == "joined":
        w = s.d(s.m("W") + f"_{gate}")
        return [
            (f"{w} = {s.sum(f'{inner} {joined(s, before, now)}{s.turned}')}", True, ""),
            (f"{w} = {s.sum(f'{inner} {joined(s, slip, now)}{s.turned}')}", False, ""),
        ]
    w, u = s.d(weights(s, "W", gate)), s.d(weights(s, "U", gate))
    turned = [f"{x if s.time.startswith('_') and ' ' not in x else f'({x})'}{s.turned}" for x in (before, now, slip)]
    return [
        (f"{w} = {s.sum(f'{inner} {turned[1]}')}", True, ""),
        (f"{u} = {s.sum(f'{inner} {turned[0]}')}", True, ""),
        (f"{u} = {s.sum(f'{inner} {turned[2]}')}", False, ""),
    ]


def gated(s: Style) -> Lines:
    """A gated recurrent unit."""
    x, h, z, r, y = map(s.v, "xhzry")
    dot, g = s.by_entries, s.candidate.format(h) if "{}" in s.candidate else s.v("g")
    reset = f"{s.at(r)} {dot} {s.at(h, -1)}"
    keep = f"(1 - {s.at(z)}) {dot} {s.at(h, -1)} + {s.at(z)} {dot} {s.at(g)}"
    if s.gate_keeps:
        keep = f"{s.at(z)} {dot} {s.at(h, -1)} + (1 - {s.at(z)}) {dot} {s.at(g)}"
    declared = rf"${s.at(x)} \in \mathbb{{R}}^{{d}}$, ${s.at(h)} \in \mathbb{{R}}^{{n}}$."
    words = rf"The vectors ${s.at(h)}$ have $n$ entries and ${s.at(x)}$ has $d$."
    text = s.head("t", "T", declared, words) + r"$\sigma$ is the logistic function." + "\n\n"
    text += s.shown(
        [
            *(rf"{s.at(u)} = \sigma({linear(s, k, s.at(h, -1), s.at(x))})" for u, k in ((z, "z"), (r, "r"))),
            rf"{s.at(g)} = \tanh({linear(s, 'h', reset, s.at(x))})",
            f"{s.at(h)} = {keep}",
            f"{s.objective} = {s.sum(s.square(f'{s.at(h)} - {s.at(y)}'))}",
        ]
    )
    dh, dz, dg = s.d(s.at(h)), s.d(s.at(z)), s.d(s.at(g))
    open_, shut = (f"(1 - {s.at(z)})", s.at(z)) if s.gate_keeps else (s.at(z), f"(1 - {s.at(z)})")
    ends = (s.at(h, -1), s.at(g)) if s.gate_keeps else (s.at(g), s.at(h, -1))
    through_z = f"({dz} {dot} {s.at(z)} {dot} (1 - {s.at(z)}))"
    through_g = f"({dg} {dot} (1 - {s.at(g)} {dot} {s.at(g)}))"
    lines = [
        (f"{dz} = {dh} {dot} ({ends[0]} - {ends[1]})", True, ""),
        (f"{dz} = {dh} {dot} ({ends[1]} - {ends[0]})", False, ""),
        (f"{dg} = {dh} {dot} {open_}", True, ""),
        (f"{dg} = {dh} {dot} {shut}", False, ""),
        *by_weights(s, "z", through_z, s.at(h, -1), s.at(x), s.at(h)),
        *by_weights(s, "h", through_g, reset, s.at(x), s.at(h, -1)),
    ]
    if s.bias:
        lines.append((f"{s.d(s.v('b') + label(s, 'z'))} = {s.sum(through_z[1:-1])}", True, ""))
        lines.append((f"{s.d(s.v('b') + label(s, 'z'))} = {s.sum(f'{dz} {dot} {s.at(z)}')}", False, ""))
    if s.gates != "joined":
        u = weights(s, "U", "h")
        lines.append((f"{s.d(s.at(r))} = ({across(s, u)} {through_g}) {dot} {s.at(h, -1)}", True, ""))
        lines.append((f"{s.d(s.at(r))} = ({u} {through_g}) {dot} {s.at(h, -1)}", False, ""))
        lines += step_back(s, z, r, g, h, y)
    return text, lines


def step_back(s: Style, z: str, r: str, g: str, h: str, y: str) -> list[Line]:
    """The derivative of a gated unit by its state, from the next step."""
    dot = s.by_entries

    def part(gate: str, name: str) -> str:
        return f"{across(s, weights(s, 'U', gate))} ({s.d(s.at(name, 1))} {dot} {slope(name, gate)})"

    def slope(name: str, gate: str) -> str:
        if gate == "h":
            return f"(1 - {s.at(name, 1)} {dot} {s.at(name, 1)})"
        return f"{s.at(name, 1)} {dot} (1 - {s.at(name, 1)})"

    kept = s.at(z, 1) if s.gate_keeps else f"(1 - {s.at(z, 1)})"
    first = f"{s.at(h)} - {s.at(y)} + {s.d(s.at(h, 1))} {dot} {kept}"
    through = f"({part('h', g)}) {dot} {s.at(r, 1)}"
    whole = f"{s.d(s.at(h))} = {first} + {part('z', z)} + {part('r', r)}"
    return [(f"{whole} + {through}", True, "t < T"), (f"{whole} + {part('h', g)}", False, "t < T")]


def long_memory(s: Style) -> Lines:
    """A long short-term memory with its labels anywhere."""
    x, h, i, f, o, c, y = map(s.v, "xhifocy")
    dot = s.by_entries
    kind, letter = (s.candidate.format(c), "c") if "{}" in s.candidate else (s.v("g"), "g")
    declared = rf"${s.at(x)} \in \mathbb{{R}}^{{d}}$, ${s.at(h)}, {s.at(c)} \in \mathbb{{R}}^{{n}}$."
    text = s.head("t", "T", declared, "") + r"$\sigma$ is the logistic function." + "\n\n"
    text += s.shown(
        [
            *(rf"{s.at(z)} = \sigma({linear(s, k, s.at(h, -1), s.at(x))})" for z, k in ((i, "i"), (f, "f"), (o, "o"))),
            rf"{s.at(kind)} = \tanh({linear(s, letter, s.at(h, -1), s.at(x))})",
            f"{s.at(c)} = {s.at(f)} {dot} {s.at(c, -1)} + {s.at(i)} {dot} {s.at(kind)}",
            rf"{s.at(h)} = {s.at(o)} {dot} \tanh({s.at(c)})",
            f"{s.objective} = {s.sum(s.square(f'{s.at(h)} - {s.at(y)}'))}",
        ]
    )
    dh, dc, df, dk = s.d(s.at(h)), s.d(s.at(c)), s.d(s.at(f)), s.d(s.at(kind))
    through = rf"{dh} {dot} {s.at(o)} {dot} (1 - \tanh^2({s.at(c)}))"
    inner = f"({df} {dot} {s.at(f)} {dot} (1 - {s.at(f)}))"
    inner_k = f"({dk} {dot} (1 - {s.at(kind)} {dot} {s.at(kind)}))"
    back = []
    if s.gates != "joined":
        parts = [
            f"{across(s, weights(s, 'U', k))} ({s.d(s.at(z, 1))} {dot} {s.at(z, 1)} {dot} (1 - {s.at(z, 1)}))"
            for z, k in ((i, "i"), (f, "f"), (o, "o"))
        ]
        last = f"{across(s, weights(s, 'U', letter))} {inner_k.replace(s.at(kind), s.at(kind, 1))}"
        start = f"{dh} = {s.at(h)} - {s.at(y)} + "
        back = [
            (start + " + ".join((*parts, last)), True, "t < T"),
            (start + " + ".join(parts), False, "t < T"),
        ]
    return text, [
        (f"{dk} = {dc} {dot} {s.at(i)}", True, ""),
        (f"{dk} = {dc} {dot} {s.at(f)}", False, ""),
        (f"{dc} = {through} + {s.d(s.at(c, 1))} {dot} {s.at(f, 1)}", True, "t < T"),
        (f"{dc} = {through} + {s.d(s.at(c, 1))} {dot} {s.at(i, 1)}", False, "t < T"),
        *by_weights(s, "f", inner, s.at(h, -1), s.at(x), s.at(h)),
        *by_weights(s, letter, inner_k, s.at(h, -1), s.at(x), s.at(h)),
        *back,
    ]


def softmax(s: Style, score: str, total: str, other: str) -> str:
    """The share of a score among others."""
    left, right = {"(": (r"\exp(", ")"), "": (r"\exp ", ""), "e": ("e^{", "}")}[s.exponential]
    return rf"\frac{{{left}{score}{right}}}{{{total}{left}{other}{right}}}"


def attention(s: Style) -> Lines:
    """Attention of all positions to all positions."""
    x, q, k, v, c, y = map(s.v, "xqkvcy")
    m, comma = s.over, s.commas

    def at(i: str, j: str) -> str:
        return f"{{{i}{comma}{j}}}" if comma else f"{{{i}{j}}}"

    def total(letter: str) -> str:
        return rf"\sum_{{{letter}=1}}^{{n}} " if s.bounds else rf"\sum_{letter} "

    w = {z: s.projections.format(s.m("W"), z if "_" in s.projections else z.upper()) for z in "qkv"}
    score = rf"{q}_i{s.turned} {k}_j" if s.inner else rf"{q}_i \cdot {k}_j"
    root = r"\sqrt{d}"
    scale = rf"\frac{{1}}{{{root}}} " if s.scaled else ""
    e, a = s.score + "_" + at("i", "j"), r"\alpha_" + at("i", "j")
    shares = softmax(s, e, total(m), f"{s.score}_{at('i', m)}")
    declared = rf"${x}_i \in \mathbb{{R}}^{{p}}$, ${q}_i, {k}_i, {v}_i \in \mathbb{{R}}^{{d}}$."
    words = rf"The matrices ${w['q']}$, ${w['k']}$ and ${w['v']}$ are $d \times p$."
    text = s.head("i", "n", declared, words) + s.shown(
        [
            *(f"{z}_i = {w[name]} {x}_i" for z, name in ((q, "q"), (k, "k"), (v, "v"))),
            rf"{e} = \frac{{{score}}}{{{root}}}" if s.scaled else f"{e} = {score}",
            f"{a} = {shares}",
            f"{c}_i = {total('j')}{a} {v}_j",
            f"{s.objective} = {total('i')}{s.square(f'{c}_i - {y}_i')}",
        ]
    )
    dc, dv, da, de, dq, dk = (s.d(z) for z in (f"{c}_i", f"{v}_j", a, e, f"{q}_i", f"{k}_j"))
    am, dam = r"\alpha_" + at("i", m), s.d(r"\alpha_" + at("i", m))
    other = s.d(s.score + "_" + at("j", "i"))
    across_c = rf"\left({dc}\right){s.turned}"
    error = f"({c}_i - {y}_i){s.turned}"
    slope, by = (r"\alpha_" + at("i", "j"), s.score + "_" + at("i", m))
    return text, [
        (f"{dv} = {total('i')}{a} {dc}", True, ""),
        (rf"{dv} = {total('i')}\alpha_{at('j', 'i')} {dc}", False, ""),
        (f"{da} = {across_c} {v}_j", True, ""),
        (f"{da} = {across_c} {v}_i", False, ""),
        (f"{de} = {a} \\left({da} - {total(m)}{am} {dam}\\right)", True, ""),
        (f"{de} = {a} \\left(1 - {a}\\right) {da}", False, ""),
        (f"{de} = {a} {error} ({v}_j - {c}_i)", True, ""),
        (f"{de} = {a} {error} ({v}_j - {c}_j)", False, ""),
        (f"{dq} = {scale}{total('j')}{de} {k}_j", True, ""),
        (f"{dq} = {scale}{total('j')}{other} {k}_j", False, ""),
        (f"{dk} = {scale}{total('i')}{de} {q}_i", True, ""),
        (f"{dk} = {scale}{total('i')}{de} {k}_i", False, ""),
        (f"{s.d(w['q'])} = {total('i')}{dq} {x}_i{s.turned}", True, ""),
        (f"{s.d(w['v'])} = {total('j')}{dv} {x}_j{s.turned}", True, ""),
        (f"{s.d(w['v'])} = {total('j')}{x}_j \\left({dv}\\right){s.turned}", False, ""),
        (rf"\frac{{\partial {slope}}}{{\partial {by}}} = {a} (\delta_{at('j', m)} - {am})", True, ""),
        (rf"\frac{{\partial {slope}}}{{\partial {by}}} = {am} (\delta_{at('j', m)} - {am})", False, ""),
    ]


def question(s: Style) -> Lines:
    """Attention with one question, by vectors."""
    e, a, q, c, y = (s.v(z) for z in (s.score, r"\alpha", "q", "c", "y"))
    k, v, t = s.m("K"), s.m("V"), s.turned
    declared = rf"${q} \in \mathbb{{R}}^{{d}}$, ${k} \in \mathbb{{R}}^{{n \times d}}$, "
    declared += rf"${v} \in \mathbb{{R}}^{{n \times m}}$."
    words = rf"${k}$ is an $n \times d$ matrix and ${v}$ is $n \times m$."
    keys = f'+++\nobjective = "{s.objective}"\n+++\n\n'.replace("\\", "\\\\").replace("\\\\n", "\n") if s.named else ""
    said = {"declared": declared, "in words": words}.get(s.shapes, "")
    text = f"{keys}The network. {said}\n\n" + s.shown(
        [
            f"{e} = {k} {q}",
            rf"{a} = {s.softmax}({e})",
            f"{c} = {v}{t} {a}",
            f"{s.objective} = {s.square(f'{c} - {y}')}",
        ]
    )
    dc, da, de, dq = (s.d(z) for z in (c, a, e, q))
    diagonal = rf"\mathrm{{diag}}({a})"
    dot = s.by_entries
    return text, [
        (f"{dc} = {c} - {y}", True, ""),
        (f"{da} = {v} {dc}", True, ""),
        (f"{da} = {v} {c}", False, ""),
        (f"{de} = \\left({diagonal} - {a} {a}{t}\\right) {da}", True, ""),
        (f"{de} = \\left({diagonal} + {a} {a}{t}\\right) {da}", False, ""),
        (f"{de} = {diagonal} {da}", False, ""),
        (f"{de} = {a} {dot} {da} - {a} {a}{t} {da}", True, ""),
        (f"{dq} = {k}{t} {de}", True, ""),
        (f"{dq} = {k}{t} {da}", False, ""),
        (f"{s.d(k)} = {de} {q}{t}", True, ""),
        (f"{s.d(v)} = {a} \\left({dc}\\right){t}", True, ""),
        (f"{s.d(v)} = {e} \\left({dc}\\right){t}", False, ""),
    ]


def normalised(s: Style) -> Lines:
    """Normalisation over a batch, or over features."""

    def entry(name: str, n: str, j: str) -> str:
        return name + s.example.format(n=n, j=j, comma=s.commas)

    def total(letter: str) -> str:
        return rf"\sum_{{{letter}=1}}^{{{ends[letter]}}} " if s.bounds else rf"\sum_{letter} "

    batch = s.normal == "batch"
    m, other, size = ("n", "m", "N") if batch else ("j", "k", "D")
    ends = {"n": "N", "m": "N", "j": "D", "k": "D"}
    own = "j" if batch else ("n" if "^" not in s.example else "^{(n)}")
    below = (lambda name: f"{name}_{own}") if len(own) == 1 else (lambda name: name + own)
    sigma = below(r"\sigma")
    spread = below("v") if s.variance == "v" else f"{sigma}^2" if len(own) == 1 else f"({sigma})^2"
    mean, x, hat, y = below(r"\mu"), entry("x", "n", "j"), entry(r"\hat{x}", "n", "j"), entry("y", "n", "j")
    root = rf"\sqrt{{{spread} + \epsilon}}"
    text = s.head("n", "N", "", "") + s.shown(
        [
            rf"{mean} = \frac{{1}}{{{size}}} {total(m)}{x}",
            rf"{spread} = \frac{{1}}{{{size}}} {total(m)}({x} - {mean})^2",
            rf"{hat} = \frac{{{x} - {mean}}}{{{root}}}",
            rf"{y} = \gamma_j {hat} + \beta_j",
            *(
                [rf"{s.objective} = \frac{{1}}{{2}} {total('n')}{total('j')}({y} - {entry('t', 'n', 'j')})^2"]
                if s.known
                else []
            ),
        ]
    )
    dy, dx, dhat = s.d(y), s.d(x), s.d(hat)
    dmean, dspread = s.d(mean), s.d(spread)
    there = (other, "j") if batch else ("n", other)
    far, dfar = entry(r"\hat{x}", *there), s.d(entry(r"\hat{x}", *there))
    sums = f"{total(other)}{dfar}", f"{total(other)}{dfar} {far}"
    direct = rf"{dhat} \frac{{1}}{{{root}}} + {dspread} \frac{{2 ({x} - {mean})}}{{{size}}}"
    power = rf"\left({spread} + \epsilon\right)^{{-%s}}"
    spread_line = rf"{dspread} = -\frac{{1}}{{2}} {total(m)}{dhat} ({x} - {mean}) {power}"
    short = rf"{dx} = \frac{{1}}{{{size} {root}}} \left({size} {dhat} - {sums[0]} - "
    return text, [
        (rf"{s.d(chr(92) + 'gamma_j')} = {total('n')}{dy} {hat}", True, ""),
        (rf"{s.d(chr(92) + 'gamma_j')} = {total('n')}{dy} {x}", False, ""),
        (rf"{s.d(chr(92) + 'beta_j')} = {total('n')}{dy}", True, ""),
        (rf"{s.d(chr(92) + 'beta_j')} = {dy}", False, ""),
        (rf"{dhat} = {dy} \gamma_j", True, ""),
        (spread_line % "3/2", True, ""),
        (spread_line % "1/2", False, ""),
        (rf"{dmean} = -{total(m)}{dhat} \frac{{1}}{{{root}}}", True, ""),
        (rf"{dmean} = -{total(m)}{dhat}", False, ""),
        (rf"{dx} = {direct} + {dmean} \frac{{1}}{{{size}}}", True, ""),
        (rf"{dx} = {direct}", False, ""),
        (rf"{short}{hat} {sums[1]}\right)", True, ""),
        (rf"{short}{sums[1]}\right)", False, ""),
    ]


NETWORKS: dict[str, Network] = {
    "gated": gated,
    "long memory": long_memory,
    "attention": attention,
    "question": question,
    "normalised": normalised,
}
