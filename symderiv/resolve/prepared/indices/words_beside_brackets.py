r"""Words below names on pages that type their indices in brackets: the th of `\Theta(H_i[t] - V_{th})`, where t runs.

What runs together below a name is an index for each letter. But a letter that stands nowhere else on the page than in
that one run is nobody's index: nothing says where it runs, and no line could be meant for each of its values. So the
run is a word, unless the name has runs of as many other letters, which are its indices.

A name with a word is another one than that with indices. Where it stands without a bracket or parenthesis anywhere, it
is a number, and a factor what stands in a parenthesis behind it, `V_{th} (1 - S_i[t])`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import pairwise
from typing import Any, TypeAlias

from ....latex import tree as t
from ....latex.tree import Factor, Group, Name, Node, Product, Scripted, Statement, Text
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, label_of, letters_in, stem_of
from .in_brackets import brackets_behind

Worded: TypeAlias = tuple[Stem, str]
"""A name, and the letters that run together, or the word that stands, below it."""


@where(brackets_behind)
def with_words_beside_brackets(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with such words as one entry each, and such factors."""
    runs = _words(located)
    found = with_statements(located, lambda s: rebuilt(s, lambda x: _with_word(x, runs))) if runs else list(located)
    said = [s for f in read_of(found) for s in f.statements]
    numbers = _numbers(said)
    if not numbers:
        return found
    return with_statements(found, lambda s: rebuilt(s, lambda x: _with_factors(x, numbers)))


def _words(located: Sequence[Located]) -> set[Worded]:
    """The runs that are words."""
    names = [x for f in read_of(located) for s in f.statements for x in t.of_kind(s, Name)]
    runs = Counter(run for x in names if (run := _run(x)) is not None)
    if not runs:
        return set()
    stand = Counter(x.base for x in names)
    within: Counter[tuple[str, str]] = Counter()
    for (_, word), times in runs.items():
        within.update({(word, letter): times * word.count(letter) for letter in set(word)})
    own = {(stem, word) for stem, word in runs if any(within[word, x] == stand[x] for x in word)}
    indexed = {(stem_of(x), sum(len(s.entries) for s in x.scripts if not s.above)) for x in names if _run(x) not in own}
    several = Counter((stem, len(word)) for stem, word in own)
    return {(stem, word) for stem, word in own if several[stem, n := len(word)] == 1 and (stem, n) not in indexed}


def _run(x: Name) -> Worded | None:
    """The letters that run together below a name, at least two."""
    below = [s for s in x.scripts if not s.above]
    if len(below) != 1 or below[0].commas or below[0].bracket or len(below[0].entries) < len("th"):
        return None
    letters = [letters_in(e) if isinstance(e, Name) and not (e.font or e.primes) else () for e in below[0].entries]
    word = "".join(letter for one in letters for letter in one)
    return (stem_of(x), word) if len(word) == len(letters) and word.isascii() and word.isalpha() else None


def _with_word(x: Any, runs: Set[Worded]) -> Name | None:
    run = _run(x) if isinstance(x, Name) else None
    if run is None or run not in runs or not isinstance(x, Name):
        return None
    return replace(
        x, scripts=tuple(s if s.above else replace(s, entries=(Text(run[1], span=s.span),)) for s in x.scripts)
    )


def _worded(x: Node) -> Worded | None:
    """A name with nothing but a word below it."""
    below: list[Node] = [e for s in x.scripts for e in s.entries] if isinstance(x, Name) and not x.primes else []
    if not isinstance(x, Name) or len(below) != 1 or x.scripts[0].above:
        return None
    first = below[0]
    word = isinstance(first, Text) or (isinstance(first, Name) and len(first.base) > 1 and first.base.isalpha())
    return (stem_of(x), label_of(first) or "") if word else None


def _numbers(said: Sequence[Statement]) -> set[Worded]:
    """The names with a word that stand somewhere without something in a bracket or parenthesis behind them."""
    names = Counter(word for s in said for x in t.of_kind(s, Name) if (word := _worded(x)) is not None)
    applied = Counter(word for s in said for x in t.of_kind(s, Product) for word, _ in _applied(x))
    bracketed = {word for s in said for x in t.of_kind(s, Product) for word, g in _applied(x) if g.open == "["}
    return {word for word in applied if names[word] > applied[word] and word not in bracketed}


def _applied(x: Product) -> Iterator[tuple[Worded, Group]]:
    """The names with a word before a parenthesis or bracket, and that."""
    for a, b in pairwise(x.factors):
        word, group = _worded(a.body), _group(b)
        if word is not None and group is not None:
            yield word, group


def _group(f: Factor) -> Group | None:
    body = f.body.base if isinstance(f.body, Scripted) else f.body
    return body if f.joined and isinstance(body, Group) and body.open in ("(", "[") else None


def _with_factors(x: Any, numbers: Set[Worded]) -> Node | None:
    """A product with such parentheses as factors."""
    if not isinstance(x, Product) or not any(word in numbers for word, _ in _applied(x)):
        return None
    parted = {n for n, (a, b) in enumerate(pairwise(x.factors), 1) if _group(b) and _worded(a.body) in numbers}
    bodies: list[Factor] = [replace(f, body=rebuilt(f.body, lambda y: _with_factors(y, numbers))) for f in x.factors]
    return replace(x, factors=tuple(replace(f, joined=False) if n in parted else f for n, f in enumerate(bodies)))


__all__ = ["with_words_beside_brackets"]
