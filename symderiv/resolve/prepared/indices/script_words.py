r"""Words in scripts that nobody set upright: `J_{total}` is `J_{\text{total}}`, also where t is an index of the page.

What runs together in a script is an entry for each letter, but no five indices spell a word. Which words those are is a
table, `notation.SCRIPT_WORDS`; a page that sums over all letters of one means the letters. Below the letter of an
objective two capitals may be one, too: `L_{CE}`, with C classes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Node
from ....latex.walking import rebuilt
from ....notation import LOSS_LABELS, OBJECTIVES, SCRIPT_WORDS
from ...asked import some, where
from ...located import Located, read_of, with_statements
from ...spelled.shape import letter_of, letters_in

SHORTEST = min(map(len, SCRIPT_WORDS | LOSS_LABELS))
MEASURED = OBJECTIVES | {"D"}
"""Letters of objectives and of divergences, `D_{KL}`."""


@some(t.Name)
def _has_words(x: t.Name) -> bool:
    return any(_words(script, x) for script in x.scripts)


@where(_has_words)
def with_script_words(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with such words as one entry each."""
    formulas = read_of(located)
    words = {w for f in formulas for x in t.of_kind(f, t.Name) for script in x.scripts for w in _words(script, x)}
    sums = [x for f in formulas for x in t.of_kind(f, t.BigSum)]
    bound = {letter for x in sums for item in x.below for letter in letters_in(item)}
    meant = frozenset(w for w in words if not set(w) <= bound)

    def change(x: Any) -> Node | None:
        if not isinstance(x, t.Name) or not x.scripts:
            return None
        scripts = tuple(s if _raises(x, s) else _spelled(s, x, meant) for s in x.scripts)
        return None if scripts == x.scripts else replace(x, scripts=scripts)

    return with_statements(located, lambda s: rebuilt(s, change))


def _raises(x: t.Name, s: t.Script) -> bool:
    """Is it the exponent of `e^{net}`, a product of values?"""
    return s.above and x.base == "e"


def _runs(s: t.Script) -> list[Sequence[Node]]:
    """The runs of a script, comma by comma."""
    if not s.commas:
        return [s.entries]
    return [[f.body for f in e.factors] if isinstance(e, t.Product) else [e] for e in s.entries]


def _words(s: t.Script, x: t.Name) -> set[str]:
    return {word for run in _runs(s) if (word := _word(run, x))}


def _word(run: Iterable[Node], name: t.Name) -> str:
    """The word that single letters of a script of a name spell, if it is one."""
    run = tuple(run)
    if len(run) < SHORTEST:
        return ""
    letters = [letter_of(x) if isinstance(x, t.Name) and not x.font else None for x in run]
    word = "".join(x or " " for x in letters)
    known = word in SCRIPT_WORDS or (word in LOSS_LABELS and name.base in MEASURED)
    return word if len(letters) == len(word) and known else ""


def _spelled(s: t.Script, x: t.Name, meant: frozenset[str]) -> t.Script:
    runs = _runs(s)
    words = [_word(run, x) for run in runs]
    if not meant.intersection(words):
        return s
    if not s.commas:
        return replace(s, entries=(_label(words[0], s),))
    entries = (_label(w, s) if w in meant else e for w, e in zip(words, s.entries, strict=True))
    return replace(s, entries=tuple(entries))


def _label(word: str, s: t.Script) -> Node:
    """The word as an entry. Above a name that also stands without it a plain name would be a power."""
    return t.Text(word, span=s.span) if s.above else t.Name(word, span=s.span)
