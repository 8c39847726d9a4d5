r"""Labels of weights that are also letters of sums: `k_i = W_k x_i` beside `\sum_{k=1}^n e^{s_{ik}}`.

The k of `W_k` says whose weights they are where other letters stand in its place (`W_q`, `W_v`), all of them names that
equations define and, but for k, nothing that a sum runs over. Elsewhere it is the letter of an index, which is given
another one: a name, its label and the index cannot be told apart else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from string import ascii_letters
from typing import TypeAlias

from ....latex import tree as t
from ....latex.tree import Name, Node, Script, Statement
from ....latex.walking import rebuilt
from ...asked import some, where
from ...located import Located, read_of, with_statements
from ...spelled.shape import is_mark, letter_of

Place: TypeAlias = tuple[str, tuple[str, ...], str, bool]
"""A capital, and whether the label stands above it."""
FREE = "mlnpqrsuvw"
"""The letters that sums are given, in this order, as far as a page does not have them."""


@some(Name)
def _has_label(x: Name) -> bool:
    return _label(x) is not None


@where(_has_label)
def with_labels_that_sums_bind(located: Sequence[Located]) -> Sequence[Located]:
    """The formulas of a document with such letters of sums as others."""
    statements = [s for f in read_of(located) for s in f.statements]
    bound = {x for s in statements for x in _bound(s)}
    names = _defined(statements)
    clashing = bound & names
    if not clashing:
        return located
    labelled = {
        place: letters
        for place, letters in _labelled(statements).items()
        if len(letters) > 1 and letters <= names and len(letters & clashing) == len(letters & bound) == 1
    }
    found = {letter for letters in labelled.values() for letter in letters & clashing}
    if not found:
        return located
    used = {x.base for s in statements for x in t.of_kind(s, Name)}
    free = [x for x in FREE if x not in used and x.upper() not in used]
    others = dict(zip(sorted(found), free, strict=False))
    if len(others) < len(found):
        return located

    def change(x: object) -> Node | None:
        if not isinstance(x, Name):
            return None
        if _label(x) in found and _place(x) in labelled:
            return x  # the letter is a label here
        letter = letter_of(x)
        return replace(x, base=others[letter]) if letter is not None and letter in others else None

    return with_statements(located, lambda s: rebuilt(s, change))


def _bound(s: Statement) -> Iterator[str]:
    """The letters over which sums run."""
    for x in t.of_kind(s, t.BigSum):
        below = (b.members[0] if isinstance(b, t.Chain) else b for b in x.below)
        yield from (letter for b in below if (letter := letter_of(b)) is not None and letter in ascii_letters)


def _defined(statements: Sequence[Statement]) -> set[str]:
    """The letters of names with scripts that equations define."""
    lefts = (s.chain.members[0] for s in statements if s.chain.relations)
    return {x.base for x in lefts if isinstance(x, Name) and x.scripts and x.base in ascii_letters}


def _labelled(statements: Sequence[Statement]) -> Mapping[Place, set[str]]:
    """The letters that stand alone in a script of each capital."""
    found: dict[Place, set[str]] = defaultdict(set)
    for x in (x for s in statements for x in t.of_kind(s, Name)):
        if (label := _label(x)) is not None:
            found[_place(x)].add(label)
    return found


def _place(x: Name) -> Place:
    script = _only(x)
    return x.base, x.accents, x.font, script is not None and script.above


def _only(x: Name) -> Script | None:
    """The script of a capital with one letter in it, beside which there is at most the mark of a transpose: with its
    entries, `W^i_{ji}`, the name tells label and index apart."""
    scripts = [s for s in x.scripts if not all(map(is_mark, s.entries))]
    letter = letter_of(scripts[0].entries[0]) if len(scripts) == 1 and len(scripts[0].entries) == 1 else None
    return scripts[0] if x.base.isupper() and letter is not None and letter.islower() else None


def _label(x: Name) -> str | None:
    script = _only(x)
    return letter_of(script.entries[0]) if script is not None else None
