r"""Logarithms to other bases: `\log_2 p` is `\frac{\log p}{\log 2}`, and `\log_e p` is `\log p`.

Where `\log p = \frac{\ln p}{\ln 10}` stands, `\log` has the base 10 on the whole page: the equation holds for no other.
It has to be typed with both words, `\log` on the left and `\ln` on the right, and so by a number; two equations with
different numbers leave `\log` what it is. So it is where words say so: `$\log$ is to base 2`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....document.blocks import Block
from ....latex import tree as t
from ....latex.tree import Formula, Node, Number
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of
from ..said_in_place import gaps_of

LOG = "log"
"""The function that both words are read as."""
BASE = re.compile(
    r"\b(?:to|in|of|with)\s+(?:the\s+)?base\s*(?:(?:of|is|=)\s*)?(?P<N>(?:2|10|two|ten)\b)"
    r"|\bbase[- ](?P<M>2|10|two|ten)\s+log"
    r"|\bbinary logarithms?\b(?P<TWO>)|\bdecimal logarithms?\b(?P<TEN>)"
    r"|\bzur Basis\s*(?P<D>2|10\b)|\b(?:en|de|in|na)\s+base\s*(?P<R>2|10\b)"
    r"|底は\s*(?P<J>2|10)\s*(?:とする|である|です)|以\s*(?P<C>2|10)\s*为底",
    re.I,
)
"""Words for a base. A formula may hold the number."""
WORDS = """a all always and are as base binary by decimal denotes denote everywhere function functions have has here
    in is its log logs logarithm logarithms mean means note of on our page section take taken ten that the
    these they this throughout to two use used we with where basis der die das ist sind zur alle logarithmus
    logarithmen wir verwenden den mit hier en de le les logarithme logarithmes est sont logaritmo logaritmos
    el los es son se la il i na o os são é
"""
PLAIN = frozenset(WORDS.split())
"""A sentence of other words may say that somebody else uses the base."""
WORD = re.compile(r"(?<![\\\w])[^\W\d_\u3000-\u9fff\uac00-\ud7a3]{2,}")
SHORT = 6
NAMED = {"two": "2", "ten": "10", "TWO": "2", "TEN": "10"}
SENTENCE = re.compile(r"(?<=[.!?。！？])\s+|(?<=[。！？])|\n\s*\n")


def _is_about_bases(s: t.Statement) -> bool:
    return any(True for _ in _told(s.chain)) or any(_base(x) or _is_natural(x) for x in t.of_kind(s, t.Call))


@where(_is_about_bases)
def with_bases_of_logarithms(located: Sequence[Located]) -> list[Located]:
    r"""The formulas with natural logarithms alone."""
    bases = {
        base.text: base
        for f in read_of(located)
        for s in f.statements
        for left, right, base in _told(s.chain)
        if _is_typed(f, left, "log") and _is_typed(f, right, "ln")
    }
    told = next(iter(bases.values())) if len(bases) == 1 else None
    return [(d, _based(f, told) if isinstance(f, Formula) else f) for d, f in located]


def with_bases_in_words(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    r"""The formulas with natural logarithms alone, where words give `\log` another base."""
    if not any(d.source.text.find("log") >= 0 for d, _ in located):
        return list(located)
    words = "".join(_words(located, blocks))
    said = (s for s in SENTENCE.split(words) if "log" in s.lower() or "対数" in s or "对数" in s)
    found = {n for s in said if set(WORD.findall(s.lower())) <= PLAIN for n in _numbers(s)}
    if len(found) != 1:
        return list(located)
    told = Number(found.pop())
    return [(d, _based(f, told) if isinstance(f, Formula) else f) for d, f in located]


def _words(located: Sequence[Located], blocks: Sequence[Block]) -> Iterator[str]:
    """The words of a page, short formulas of its sentences among them."""
    for n, gap in gaps_of(located, blocks):
        yield gap
        if n >= 0:
            display, _ = located[n]
            yield display.source.text if display.inline and len(display.source.text) <= SHORT else "\n\n"


def _numbers(sentence: str) -> Iterator[str]:
    for m in BASE.finditer(sentence):
        kind, text = next((k, v) for k, v in m.groupdict().items() if v is not None)
        number = NAMED.get(kind, NAMED.get(text.strip("$ ").lower(), text.strip("$ ")))
        yield from [number] if number else []


def _based(f: Formula, told: Number | None) -> Formula:
    """The formula, every logarithm divided by that of its base; `told` is that of the page's own."""

    def change(x: Any) -> Node | None:
        if not isinstance(x, t.Call) or x.function != LOG or x.primes:
            return None
        base = _base(x)
        if _is_natural(x):
            return replace(x, args=tuple(rebuilt(a, change) for a in x.args), scripts=())
        if base is None and told is not None and not x.scripts and _is_typed(f, x, "log"):
            base = told
        if base is None:
            return None
        natural = replace(x, args=tuple(rebuilt(a, change) for a in x.args), scripts=())
        return t.Fraction(natural, t.Call(LOG, (base,), span=x.span), span=x.span)

    return replace(f, statements=tuple(rebuilt(s, change) for s in f.statements))


def _base(x: t.Call) -> Number | None:
    r"""The 2 of `\log_2 x`."""
    entry = _below(x)
    return entry if isinstance(entry, Number) and entry.text not in ("0", "1") else None


def _is_natural(x: t.Call) -> bool:
    r"""Is it `\log_e x`?"""
    entry = _below(x)
    return isinstance(entry, t.Name) and entry.base == "e" and not (entry.scripts or entry.accents or entry.primes)


def _below(x: t.Call) -> Node | None:
    """The one thing below the word of a logarithm."""
    if x.function != LOG or x.primes or len(x.scripts) != 1 or x.scripts[0].above or len(x.scripts[0].entries) != 1:
        return None
    return x.scripts[0].entries[0]


def _told(chain: t.Chain) -> Iterator[tuple[t.Call, t.Call, Number]]:
    r"""The two logarithms of one value and the number in `\log p = \frac{\ln p}{\ln 10}`."""
    for left, right, relation in zip(chain.members, chain.members[1:], chain.relations, strict=False):
        if relation not in EQUALITIES or not isinstance(right, t.Fraction):
            continue
        one, above, below = map(_logarithm, (left, right.numerator, right.denominator))
        if one is None or above is None or below is None or one.args != above.args:
            continue
        base = below.args[0]
        if isinstance(base, Number):
            yield one, above, base


def _logarithm(x: object) -> t.Call | None:
    """A logarithm without a base."""
    plain = isinstance(x, t.Call) and x.function == LOG and not x.scripts and not x.primes and len(x.args) == 1
    return x if isinstance(x, t.Call) and plain else None


def _is_typed(f: Formula, x: t.Call, word: str) -> bool:
    return f.source.text[slice(*x.span)].lstrip("\\ ").startswith(word)
