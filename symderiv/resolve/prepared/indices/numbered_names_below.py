r"""Names told apart by numbered names below them: `a_{h_1} = \sigma(h_1)` beside `a_{o_1} = \sigma(o_1)`.

What stands below is no index: no letter ever stands in its place, nothing runs over it, and equations begin with
several names that it tells apart. So it is set upright as a label. The letter of a value is none that stands in its
place, the o of `\delta_o` beside `\delta_{h_1}`, where equations say what o and `h_1` are, too. Nor is a word, the
total of `E_{total}` beside `E_{o_1}`. Nor is the o of `out_o` beside `out_{o_1} = ..` and `out_{o_2} = ..`: it is any
of them. A sum over it is written out where all its terms are there; any other line with it is left unread.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Formula, Name, Node, Number, Script, Statement, Text
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.scripts import letter_below
from ...spelled.shape import Stem, letter_of, stem_of
from .any_unit import ranged, with_any_unit

DIGITS = "0123456789"
LEAST = 2
"""How many numbered names have to tell left sides apart."""


def _has_numbered(s: Statement) -> bool:
    left = s.chain.members[0]
    return isinstance(left, Name) and _numbered(left) is not None


@where(_has_numbered)
def with_numbered_names_below(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document, such names set upright as labels."""
    formulas = read_of(located)
    statements = [s for f in formulas for s in f.statements]
    values = {label for s in statements if (label := _value(s)) is not None}
    below: dict[Stem, set[str | None]] = {}
    beside: set[Stem] = set()
    names = [x for f in formulas for x in t.of_kind(f, Name)]
    bases = {label.rstrip(DIGITS) for x in names if (label := _numbered(x)) is not None}
    groups = _groups(formulas) - values
    for x in names:
        word = _word_below(x)
        if letter_below(x) in groups:
            continue
        if _is_alike(x) and (not word or word in bases | values):
            valued = letter_below(x) in values
            beside |= {stem_of(x)} if valued else set()
            below.setdefault(stem_of(x), set()).update(() if valued else (_numbered(x),))
    told = {stem for stem, labels in below.items() if None not in labels}
    told -= {stem for stem in beside if not below[stem] <= values}
    defined = {(stem_of(x), label) for s in statements for x, label in _defined(s) if stem_of(x) in told}
    labels = {label for _, label in defined}
    counted = {label for f in formulas for label in _counted(f)}
    if len(labels) < LEAST or counted & {x for stem in told for x in below[stem]}:
        return list(located)
    meant = {stem for stem in told if below[stem] <= labels}

    def change(x: Any) -> Node | None:
        if not isinstance(x, Name) or stem_of(x) not in meant or (label := _numbered(x)) is None:
            return None
        upright = (Text(label, span=x.span),)
        return replace(x, scripts=tuple(s if s.above else replace(s, entries=upright) for s in x.scripts))

    written = with_any_unit(located, groups, {stem: below[stem] for stem in meant})
    return with_statements(written, lambda s: rebuilt(s, change))


def _groups(formulas: Sequence[Formula]) -> set[str]:
    """The letters that equations define one name with by several numbers, and that nothing gives a range."""
    found: dict[tuple[Stem, str], set[str]] = {}
    for x, label in (pair for f in formulas for s in f.statements for pair in _defined(s)):
        found.setdefault((stem_of(x), label.rstrip(DIGITS)), set()).add(label)
    letters = {letter for (_, letter), labels in found.items() if len(labels) >= LEAST}
    return letters - {x for f in formulas for x in ranged(f)} if letters else letters


def _defined(s: Statement) -> Iterator[tuple[Name, str]]:
    left = s.chain.members[0]
    label = _numbered(left) if isinstance(left, Name) and s.chain.relations[:1] else None
    if isinstance(left, Name) and label is not None and s.chain.relations[0] in EQUALITIES:
        yield left, label


def _value(s: Statement) -> str | None:
    """The letter, or the numbered name, that a statement says the value of: the `h1` of `h_1 = ..`."""
    left = s.chain.members[0]
    if not isinstance(left, Name) or not s.chain.relations or s.chain.relations[0] not in EQUALITIES:
        return None
    listed = any(isinstance(m, t.Listing) for m in s.chain.members)
    return (letter_of(left) or _label(left)) if not listed else None


def _is_alike(x: Name) -> bool:
    r"""Does one thing alone stand below a name, or such a name among others? `\delta_{ij}` is no `\delta_i`."""
    entries = [e for s in x.scripts if not s.above for e in s.entries]
    return len(entries) == 1 or any(_label(e) is not None for e in entries)


def _word_below(x: Name) -> str:
    """The word of several letters that stands alone below a name, '' for anything else."""
    entries = [e for s in x.scripts if not s.above for e in s.entries]
    word = entries[0] if len(entries) == 1 else None
    plain = isinstance(word, Name) and not (word.scripts or word.primes)
    text = word.content.strip() if isinstance(word, Text) else word.base if plain and isinstance(word, Name) else ""
    return text if len(text) > 1 and text.isalpha() else ""


def _numbered(x: Name) -> str | None:
    """The `h1` of `a_{h_1}`: what stands below a name is one name with a number below it; None for anything else."""
    scripts = [s for s in x.scripts if not s.above]
    entries = scripts[0].entries if len(scripts) == 1 else ()
    return _label(entries[0]) if len(entries) == 1 else None


def _label(x: Node) -> str | None:
    if not isinstance(x, Name) or x.primes or x.accents or len(x.scripts) != 1 or not x.base.isalpha():
        return None
    script: Script = x.scripts[0]
    number = script.entries[0] if len(script.entries) == 1 and not script.above else None
    return x.base + number.text if isinstance(number, Number) and number.text.isdigit() else None


def _counted(x: t.Tree) -> Iterator[str]:
    """Numbered names that something runs over, or that are compared."""
    for s in t.of_kind(x, t.BigSum):
        yield from (label for item in s.below for y in t.of_kind(item, Name) if (label := _label(y)) is not None)
    for c in t.of_kind(x, t.Chain):
        if c.relations and not EQUALITIES.issuperset(c.relations):
            yield from (label for m in c.members for y in t.of_kind(m, Name) if (label := _label(y)) is not None)
