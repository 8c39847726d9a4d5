r"""Running letters with a number, `\sum_{i_1=1}^{N} x_{i_1}`, or a layer, `\sum_{i_l=1}^{n_l} a^{(l)}_{i_l}`:
letters like any other.

Below other names a letter with a script is looked up (`w_{c_m}`), or names one of many things; a sum that runs over
`i_1` says that this one is a letter, one over `i_{l-1}` that so are `i_l` and `i_L`. So does `j \ne j_o` beside
`u_{j_o}`, where o numbers nothing: `j_o` is one of the j.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from ..latex import tree as t
from ..latex.tree import BigSum, Chain, Formula, Listing, Name
from ..latex.walking import rebuilt
from .asked import any_of
from .front import Front, front_changed
from .located import Located, read_of, with_statements
from .shape import letter_of

Letters: TypeAlias = Mapping[str, str]
"""Running letters with a number, `i` and `1` as one key, each with its spelling as a letter."""

TYPED = re.compile(r"(\\?[A-Za-z]+)_(?:(\d)|\{(\d+)\})")
LAYERED = re.compile(r"(\\?[A-Za-z]+)_(?:([A-Za-z]|\\ell)|\{((?:[A-Za-z]|\\ell)(?:\s*[-+]\s*\d)?)\})")
"""A numbered letter, and one with a layer, as the key of a range."""


def _may_number(s: t.Statement) -> bool:
    """Does a sum run over such a letter, or is one compared with the letter itself?"""
    return any(True for _ in _running(s)) or any(True for _ in _compared(s.chain))


def numbered_letters(located: Sequence[Located], ranges: Iterable[str] = ()) -> Letters:
    """The numbered letters that a sum runs over, or that have a range; `ranges` are the keys of the front matter."""
    typed_letters = [x for x in map(str.strip, ranges) if TYPED.fullmatch(x) or LAYERED.fullmatch(x)]
    if not typed_letters and not any_of(located, _may_number):
        return {}
    formulas = read_of(located)
    found = {key: _spelled(*key.split("_", 1)) for f in formulas for key in _running(f)}
    below = {_key(y) for f in formulas for x in t.of_kind(f, Name) for y in _entries(x)}
    found = {key: x for key, x in found.items() if key.split("_", 1)[1].isdigit() or key in below}
    layered = {key.split("_", 1)[0] for key in found if not key.split("_", 1)[1].isdigit()}
    for name in (x for f in formulas for x in t.of_kind(f, Name) if x.base in layered):
        if key := _key(name):
            found[key] = _spelled(*key.split("_", 1))
    for key in _singled_out(formulas):
        found.setdefault(key, _spelled(*key.split("_", 1)))
    for typed in typed_letters:
        match, layer = TYPED.fullmatch(typed), LAYERED.fullmatch(typed)
        if match is not None:
            base, number = match[1], match[2] or match[3]
            found[f"{base}_{number}"] = _spelled(base, number)
        elif layer is not None and (key := f"{layer[1]}_{(layer[2] or layer[3]).replace(' ', '')}") in below:
            found[key] = _spelled(*key.split("_", 1))
    return found


def _singled_out(formulas: Sequence[Formula]) -> Iterator[str]:
    """The letters with a label that are compared with the letter itself, and stand below names."""
    compared = dict.fromkeys(pair for f in formulas for s in f.statements for pair in _compared(s.chain))
    if not compared:
        return
    entries = [y for f in formulas for x in t.of_kind(f, Name) for y in _entries(x)]
    parts = [y for e in entries for y in ((f.body for f in e.factors) if isinstance(e, t.Product) else (e,))]
    letters = set(parts)
    names = (
        x for f in formulas for x in t.of_kind(f, Name) if x not in letters
    )  # what stands below letters is a label
    plain = {y.base for x in names for y in _entries(x) if isinstance(y, Name) and letter_of(y) is not None}
    below = {_key(y) for y in parts}
    yield from (key for key, label in compared if key in below and label not in plain)


def _compared(c: Chain) -> Iterator[tuple[str, str]]:
    """A letter with a label that is compared with the letter itself, and its label."""
    if len(c.members) != 2 or c.relations[0] not in COMPARING:
        return
    for one, two in (c.members, c.members[::-1]):
        key = _key(two)
        base, _, label = key.partition("_")
        if key and two != one and label.isalpha() and letter_of(one) == base:
            yield key, label


COMPARING = frozenset(["=", r"\ne", "=="])


def with_letters(located: Sequence[Located], letters: Letters) -> Sequence[Located]:
    """The formulas with each of these as one letter."""
    return with_statements(located, lambda s: rebuilt(s, _put(letters))) if letters else located


def front_with_letters(front: Front, letters: Letters) -> Front:
    """The front matter with each of these as one letter."""
    return front_changed(front, lambda x: rebuilt(x, _put(letters))) if letters else front


def _spelled(base: str, number: str) -> str:
    return f"{base}_{number}" if len(number) == 1 else f"{base}_{{{number}}}"


def _put(letters: Letters) -> Any:
    def change(x: Any) -> Name | None:
        key = _key(x)
        return replace(x, base=letters[key], scripts=()) if key in letters else None

    return change


def _key(x: object) -> str:
    """The letter with a number or a layer that a name is, else nothing."""
    if not isinstance(x, Name) or len(x.scripts) != 1 or x.accents or x.font or x.primes:
        return ""
    (script,) = x.scripts
    plain = not script.above and not script.bracket and len(script.entries) == 1
    below = _layer(script.entries[0]) if plain else ""
    return f"{x.base}_{below}" if below else ""


def _entries(x: Name) -> Iterator[t.Node]:
    """What stands above and below a name."""
    return (e for script in x.scripts for e in script.entries)


def _layer(x: t.Node) -> str:
    """A number, a letter, or one a number further, `l-1`; nothing for anything else."""
    if isinstance(x, t.Number):
        return x.text if x.text.isdigit() else ""
    if isinstance(x, Name):
        letter = len(x.base) == 1 or x.base == r"\ell"
        return x.base if letter and not (x.scripts or x.accents or x.font or x.primes) else ""
    if not isinstance(x, t.Terms) or len(x.terms) != 2 or x.terms[0].sign:
        return ""
    first, second = (_layer(term.body) for term in x.terms)
    return f"{first}{x.terms[1].sign}{second}" if first and not first.isdigit() and second.isdigit() else ""


def _running(x: object) -> Iterator[str]:
    for part in t.of_kind(x, BigSum):
        for item in part.below:
            first = item.members[0] if isinstance(item, Chain) else item
            keys = filter(None, map(_key, first.items if isinstance(first, Listing) else (first,)))
            # a layer counts where the sum has bounds: `\sum_{x_n}` may be over the values of data
            yield from (key for key in keys if key.split("_", 1)[1].isdigit() or isinstance(item, Chain))
