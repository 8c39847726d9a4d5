r"""Slips made on the typed text: a letter, a layer, a prime, a sign, a bound. What they mean is measured afterwards."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

INDEX = re.compile(r"(?<=[_{,(=+\- ])[ijkhmnpqrsuvabctld](?=[},)=+\- ])|(?<=_)[ijkhmnpqrsuvabctld](?![a-zA-Z])")
PAIR = re.compile(r"_\{([a-zA-Z])(,?)([a-zA-Z])\}")
LAYER = re.compile(r"\^\{\((\d)\)\}")
PRIME = re.compile(r"'|\^\{\\prime\}")
CALL = re.compile(r"(?:(?<![a-zA-Z\\])[fg]|\\sigma|\\tanh)(?=(?:\\left)?\()")
LOWER = re.compile(r"(?<=[a-z]=)\d")
UPPER = re.compile(r"(?<=\}\^\{)([A-Z])(?=\})")
SIGN = re.compile(r"(?<= )[+\-](?= )")
NUMBER = re.compile(r"(?<![\d_^{(])\b[1-9]\b(?![)])|(?<=c\{)1")
SUM = re.compile(r"\\sum(?:\\limits)?_\{[^{}]*\}\^\{[^{}]*\} ")
FACTOR = re.compile(
    r"(?:\\(?!sum|limits|frac|tfrac|dfrac|partial|prime|right|left)[a-z]+|(?<![a-zA-Z\\])[a-zA-Z]+)"
    r"(?:[_^](?:\{[^{}]*\}|[a-z0-9])){1,2}(?: \\cdot| \\times| \\,)? "
)
NAME = re.compile(r"(?<![a-zA-Z\\])[a-zA-Z]+(?=[_^])")
DELTA = re.compile(r"\\delta_\{[^{}]*\}(?![_^])(?: \\cdot| \\times| \\,)?")
SQUARE = re.compile(r"\)\^2")

Slip = Callable[[Random, str], "str | None"]


def _replace(pattern: re.Pattern[str], new: Callable[[Random, re.Match[str]], str]) -> Slip:
    def slip(random: Random, text: str) -> str | None:
        places = list(pattern.finditer(text))
        if not places:
            return None
        at = random.choice(places)
        return text[: at.start()] + new(random, at) + text[at.end() :]

    return slip


def _other_name(random: Random, text: str) -> str | None:
    names = list(NAME.finditer(text))
    if len(names) < 2:
        return None
    a, b = random.sample(names, 2)
    return text[: a.start()] + b[0] + text[a.end() :] if a[0] != b[0] else None


def _other_index(random: Random, text: str) -> str | None:
    places = list(INDEX.finditer(text))
    there = sorted({p[0] for p in places})
    if len(there) < 2:
        return None
    at = random.choice(places)
    return text[: at.start()] + random.choice([s for s in there if s != at[0]]) + text[at.end() :]


def _swap_two(random: Random, text: str) -> str | None:
    places = list(INDEX.finditer(text))
    if len(places) < 2:
        return None
    a, b = sorted(random.sample(places, 2), key=lambda p: p.start())
    return text[: a.start()] + b[0] + text[a.end() : b.start()] + a[0] + text[b.end() :]


def _half(random: Random, text: str) -> str | None:
    """One of the terms at the outermost level is forgotten."""
    depth, cuts = 0, [0]
    for n, c in enumerate(text):
        depth += {"(": 1, "{": 1, ")": -1, "}": -1}.get(c, 0)
        if depth == 0 and n and c in "+-" and text[n - 1] == " ":
            cuts.append(n)
    if len(cuts) < 2:
        return None
    cuts.append(len(text))
    n = random.randrange(len(cuts) - 1)
    rest = (text[: cuts[n]] + text[cuts[n + 1] :]).strip()
    return rest.removeprefix("+").strip() or None


SLIPS: dict[str, Slip] = {
    "index": _other_index,
    "two indices": _swap_two,
    "transposed": _replace(PAIR, lambda r, m: f"_{{{m[3]}{m[2]}{m[1]}}}"),
    "layer": _replace(LAYER, lambda r, m: f"^{{({int(m[1]) + r.choice([-1, 1])})}}"),
    "prime forgotten": _replace(PRIME, lambda r, m: ""),
    "prime too many": _replace(CALL, lambda r, m: m[0] + "'"),
    "lower bound": _replace(LOWER, lambda r, m: str(int(m[0]) + r.choice([1, 1, -1]))),
    "upper bound": _replace(UPPER, lambda r, m: m[0] + r.choice(["-1", "+1"])),
    "sign": _replace(SIGN, lambda r, m: "-" if m[0] == "+" else "+"),
    "minus": lambda r, text: text[1:] if text.startswith("-") else "-" + text,
    "number": _replace(NUMBER, lambda r, m: str(int(m[0]) + 1)),
    "two": lambda r, text: f"2 {text}" if not text.startswith("-") else None,
    "sum forgotten": _replace(SUM, lambda r, m: ""),
    "factor forgotten": _replace(FACTOR, lambda r, m: ""),
    "factor twice": _replace(FACTOR, lambda r, m: m[0] + m[0]),
    "name": _other_name,
    "delta forgotten": _replace(DELTA, lambda r, m: ""),
    "square forgotten": _replace(SQUARE, lambda r, m: ")"),
    "term forgotten": _half,
}


def slipped(random: Random, text: str, count: int) -> tuple[str, tuple[str, ...]] | None:
    """The text after some slips, with their names."""
    made: list[str] = []
    for _ in range(30):
        name = random.choice(list(SLIPS))
        new = SLIPS[name](random, text)
        if new is not None and new != text:
            text = new
            made.append(name)
            if len(made) == count:
                return text, tuple(made)
    return None
