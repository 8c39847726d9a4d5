r"""Slips made on LaTeX as typed: an editor's view of a formula, by regular expressions, ignorant of what it means."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

SCRIPT = r"(?:_\{[^{}]*\}|_[a-z0-9]|\^\{\([^{}]*\)\})"
NAME = re.compile(
    rf"(?<![\\A-Za-z])(?:\\(?:hat|bar|tilde)\{{[^{{}}]*\}}|\\(?:theta|sigma|lambda|mu)\b|[A-Za-z]+){SCRIPT}+"
)
BRACED = r"[^{}]*(?:\{[^{}]*\}[^{}]*)*"
FACTOR = re.compile(rf"\\frac\{{\\partial(?:\^\{{\+\}})? ?{BRACED}\}}\{{\\partial {BRACED}\}}|{NAME.pattern}")
SUM = re.compile(r"\\sum_\{(\w+)=(\w+)\}\^(\{[^{}]*(?:\{[^{}]*\})?[^{}]*\}|\w) ")
SUBSCRIPTS = re.compile(r"_\{([^{},]+),([^{},]+)\}")


@dataclass(frozen=True)
class Slipped:
    """The text with a slip, the kind of slip, and the kinds of reason that name it (some give the same formula)."""

    text: str
    kind: str
    accepted: frozenset[str]


Maker = Callable[[str, random.Random], "Slipped | None"]


def _made(text: str, kind: str, *others: str) -> Slipped:
    return Slipped(text, kind, frozenset([kind, *others]))


def _pick(pattern: re.Pattern[str], text: str, rng: random.Random) -> re.Match[str] | None:
    found = list(pattern.finditer(text))
    return rng.choice(found) if found else None


def _put(text: str, m: re.Match[str], new: str) -> str:
    return text[: m.start()] + new + text[m.end() :]


def sign(text: str, rng: random.Random) -> Slipped | None:
    """A sign turned, or one put in front."""
    m = _pick(re.compile(r" [+-] "), text, rng)
    if m is None or rng.random() < 0.3:
        bare = len(top_terms(text)) == 1
        if not bare:
            return None
        return _made(text[1:] if text.startswith("-") else f"-{text}", "sign")
    return _made(_put(text, m, " - " if "+" in m[0] else " + "), "sign")


def constant(text: str, rng: random.Random) -> Slipped | None:
    """A constant factor lost or put in front of one term."""
    m = _pick(re.compile(r"\\frac\{1\}\{\w\} |(?<![\w{^=])2 "), text, rng)
    if m is not None and rng.random() < 0.7:
        return _made(_put(text, m, ""), "constant")
    terms = top_terms(text)
    if len(terms) == 1 and not text.startswith(("-", "1")):
        return _made(rng.choice(["2 ", r"\frac{1}{2} "]) + text, "constant")
    return None


def prime(text: str, rng: random.Random) -> Slipped | None:
    """A prime lost."""
    m = _pick(re.compile(r"(?<=[fg])'(?=\()"), text, rng)
    return None if m is None else _made(_put(text, m, ""), "prime-missing")


def primed(text: str, rng: random.Random) -> Slipped | None:
    """A prime too many."""
    m = _pick(re.compile(r"(?<=[fg])(?=['(])"), text, rng)
    return None if m is None else _made(_put(text, m, "'"), "prime-extra")


def derivative_lost(text: str, rng: random.Random) -> Slipped | None:
    """The factor f'(..) forgotten."""
    m = _pick(re.compile(r"[fg]'\([^()]*(?:\([^()]*\)[^()]*)*\) ?"), text, rng)
    if m is None or m[0] == text:
        return None
    # `\partial E/\partial o_i` for `\partial E/\partial net_i` is the same formula
    return _made(_put(text, m, "").rstrip() or "1", "prime-missing", "factor-missing", "variable")


def transposed(text: str, rng: random.Random) -> Slipped | None:
    """Two subscripts exchanged."""
    m = _pick(SUBSCRIPTS, text, rng)
    return None if m is None else _made(_put(text, m, f"_{{{m[2]},{m[1]}}}"), "transposed")


def shifted(text: str, rng: random.Random) -> Slipped | None:
    """A step more or less in an index that steps."""
    m = _pick(re.compile(r"(?<=[{(])([tl])([+-]1)?(?=[,)}])"), text, rng)
    if m is None:
        return None
    return _made(_put(text, m, m[1] if m[2] else rng.choice([f"{m[1]}-1", f"{m[1]}+1"])), "shift", "layer", "argument")


def layer(text: str, rng: random.Random) -> Slipped | None:
    """The number of another layer."""
    m = _pick(re.compile(r"\^\{\((\d)\)\}"), text, rng)
    if m is None:
        return None
    return _made(_put(text, m, f"^{{({int(m[1]) + rng.choice([1, -1])})}}"), "layer", "argument")


def index(text: str, rng: random.Random) -> Slipped | None:
    """An index letter that is another one of the line's."""
    m = _pick(NAME, text, rng)
    letters = sorted(
        {x for s in re.findall(r"_(?:\{([^{}]*)\}|([a-z]))", text) for x in re.findall(r"\b[a-z]\b", s[0] or s[1])}
    )
    if m is None or len(letters) < 2:
        return None
    inside = [x for x in re.finditer(r"(?<=[_{,])[a-z](?=[,}\s)]|$)", m[0]) if x[0] in letters]
    if not inside:
        return None
    x = rng.choice(inside)
    new = rng.choice([s for s in letters if s != x[0]])
    changed = m[0][: x.start()] + new + m[0][x.end() :]
    return _made(_put(text, m, changed), "index", "argument", "transposed")


def bound(text: str, rng: random.Random) -> Slipped | None:
    """A bound off by one."""
    m = _pick(SUM, text, rng)
    if m is None:
        return None
    upper = m[3].strip("{}")
    if rng.random() < 0.4 and m[2].isdigit():
        return _made(_put(text, m, rf"\sum_{{{m[1]}={int(m[2]) + 1}}}^{m[3]} "), "bound")
    off = {"+1": "", "-1": ""}.get(upper[-2:], rng.choice(["+1", "-1"]))
    plain = upper[:-2] if upper[-2:] in ("+1", "-1") else upper
    return _made(_put(text, m, rf"\sum_{{{m[1]}={m[2]}}}^{{{plain}{off}}} "), "bound")


def sum_lost(text: str, rng: random.Random) -> Slipped | None:
    """A sum sign forgotten."""
    m = _pick(SUM, text, rng)
    return None if m is None else _made(_put(text, m, ""), "sum-missing")


def sum_collapsed(text: str, rng: random.Random) -> Slipped | None:
    """A sum of which one term was kept."""
    m = _pick(SUM, text, rng)
    letters = sorted(set(re.findall(r"(?<=[_{,])[a-z](?=[,}\s)]|$)", text)) - {m[1]}) if m else []
    if m is None or not letters or len(top_terms(text)) > 1:
        return None
    return _made(relettered(_put(text, m, ""), m[1], rng.choice(letters)), "sum-missing")


def sum_left(text: str, rng: random.Random) -> Slipped | None:
    """A sum over a letter that is free."""
    if len(top_terms(text)) > 1 or text.startswith("-"):
        return None
    sizes = re.findall(r"\\sum_\{(\w)=1\}\^\{?(\w)\}?", text)
    letters = sorted(set(re.findall(r"(?<=[_{,])[a-z](?=[,}])", text)) - {s for s, _ in sizes})
    if not letters:
        return None
    s = rng.choice(letters)
    return _made(rf"\sum_{{{s}=1}}^{{{s.upper()}}} {text}", "sum-extra", "captured")


def factor_lost(text: str, rng: random.Random) -> Slipped | None:
    """One entry or derivative of a product forgotten."""
    m = _factor(text, rng)
    if m is None:
        return None
    return _made(_put(text, m, "").replace("  ", " ").strip(), "factor-missing", *_of(m[0]))


def factor_doubled(text: str, rng: random.Random) -> Slipped | None:
    """One entry or derivative of a product written twice."""
    m = _factor(text, rng)
    return None if m is None else _made(_put(text, m, f"{m[0]} {m[0]}"), "factor-extra", "exponent")


def _of(factor: str) -> tuple[str, ...]:
    r"""The kinds of what some factors are, or are the same as: `\partial o_i/\partial net_i` is f'."""
    return ("delta-missing",) if factor.startswith(r"\delta") else ("prime-missing",) if "frac" in factor else ()


def _factor(text: str, rng: random.Random) -> re.Match[str] | None:
    """A factor with another factor beside it, not inside a fraction or a function."""
    found = []
    for m in FACTOR.finditer(text):
        before, after = text[: m.start()], text[m.end() :]
        deep = before.count("{") - before.count("}") + before.count("(") - before.count(")")
        beside = re.match(r" ?(?:\\frac|[A-Za-z]|\\(?:delta|theta|hat|left\())", after) or re.search(
            r"[)}\w] $", before
        )
        if deep == 0 and beside:
            found.append(m)
    return rng.choice(found) if found else None


def term_lost(text: str, rng: random.Random) -> Slipped | None:
    """A term forgotten."""
    terms = top_terms(text)
    if len(terms) < 2:
        return None
    del terms[rng.randrange(len(terms))]
    return _made(
        "".join(terms).removeprefix(" + ").replace(" - ", "-", 1 if terms[0].startswith(" - ") else 0),
        "path-missing",
        "penalty-missing",
        "part-missing",
        "term-missing",
    )


def term_doubled(text: str, rng: random.Random) -> Slipped | None:
    """A term written twice."""
    terms = top_terms(text)
    if len(terms) < 2:
        return None
    last = terms[-1]
    return _made(text + last, "path-twice", "term-extra", "constant")


def variable(text: str, rng: random.Random) -> Slipped | None:
    """An entry of another variable with as many indices."""
    m = _pick(NAME, text, rng)
    if m is None:
        return None
    alike = {x[0] for x in NAME.finditer(text) if scripts(x[0]) == scripts(m[0])}
    bases = sorted({base(x) for x in alike} - {base(m[0])})
    if not bases:
        return None
    new = m[0].replace(base(m[0]), rng.choice(bases), 1)
    return _made(_put(text, m, new), "variable", "argument", "layer")


def base(name: str) -> str:
    """A name without its scripts."""
    return re.split(r"[_^]", name, maxsplit=1)[0]


def scripts(name: str) -> tuple[int, tuple[str, ...]]:
    """How many subscripts, and what stands above."""
    below = re.search(r"_(\{[^{}]*\}|\w)", name)
    return (below[1].count(",") if below else -1, tuple(re.findall(r"\^\{[^{}]*\}", name)))


def delta_lost(text: str, rng: random.Random) -> Slipped | None:
    """A delta forgotten."""
    m = _pick(re.compile(r"\\delta_\{[^{}]*\} (?=\w)"), text, rng)
    return None if m is None else _made(_put(text, m, ""), "delta-missing")


def square_lost(text: str, rng: random.Random) -> Slipped | None:
    """A square forgotten."""
    m = _pick(re.compile(r"\^2"), text, rng)
    return None if m is None else _made(_put(text, m, ""), "exponent")


def captured(text: str, rng: random.Random) -> Slipped | None:
    """A sum over a letter that is free on the left."""
    m = _pick(SUM, text, rng)
    outside = sorted(set(re.findall(r"(?<=[_{,])[a-z](?=[,}\s)]|$)", text)) - set(re.findall(r"\\sum_\{(\w)=", text)))
    if m is None or not outside or len(top_terms(text)) > 1:
        return None
    new = rng.choice(outside)
    return _made(relettered(text, m[1], new), "captured", "index")


def relettered(text: str, old: str, new: str) -> str:
    """One letter for another in every script, bounds included."""
    letter = re.compile(rf"(?<![A-Za-z\\]){old}(?![A-Za-z])")
    return re.sub(r"[_^](?:\{[^{}]*\}|\w)", lambda m: letter.sub(new, m[0]), text.replace("_" + old, f"_{{{old}}}"))


def split_sum(text: str, rng: random.Random) -> Slipped | None:
    """A product of two sums where one sum of products stood."""
    m = re.fullmatch(r"(\\sum_\{(\w)=1\}\^\{?\w\}? )(.*)", text)
    parts = list(FACTOR.finditer(m[3])) if m else []
    if m is None or len(parts) < 2 or "(" in m[3] or "+" in m[3]:
        return None
    at = parts[1].start()
    return _made(rf"\left({m[1]}{m[3][:at].strip()}\right) {m[1]}{m[3][at:]}", "product-of-sums")


def top_terms(text: str) -> list[str]:
    """The terms of a sum with their signs."""
    found, start, deep = [], 0, 0
    for n, c in enumerate(text):
        deep += (c in "{(") - (c in "})")
        if deep == 0 and text[n : n + 3] in (" + ", " - "):
            found.append(text[start:n])
            start = n
    return [*found, text[start:]]


SLIPS: dict[str, Maker] = {
    f.__name__: f
    for f in (
        sign,
        constant,
        prime,
        primed,
        derivative_lost,
        transposed,
        shifted,
        layer,
        index,
        bound,
        sum_lost,
        sum_collapsed,
        sum_left,
        factor_lost,
        factor_doubled,
        term_lost,
        term_doubled,
        variable,
        delta_lost,
        square_lost,
        captured,
        split_sum,
    )
}
