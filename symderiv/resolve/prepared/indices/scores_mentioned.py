r"""Arguments of functions that a sentence mentions by a row of a list: `with respect to the score $x = u_n^T v_w$`
beside rows `u_{n_k}`.

The letter of the list alone, the n of `$n_1, \ldots, n_K$`, stands for any of its members there, and has no row of its
own. Where such an equation says what a letter x is, and every other line with the x holds nothing else but functions of
it, `\frac{d}{dx} \log \sigma(x) = 1 - \sigma(x)`, these lines are about any number, and the n is a label.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ....latex import tree as t
from ....latex.tree import Name, Node, Product, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.scripts import letter_below
from ...spelled.shape import letter_of, stem_of
from ..applied import before_parentheses
from .lookups_all_different import ANY, index_looked_up, looks_up, with_row_apart

CONSTANTS = frozenset(["e", "d"])
"""Letters that stand in lines about one argument besides it: of `e^{-x}` and of `d/dx`."""


@where(looks_up)
def with_scores_mentioned(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with labels for the letters of lists in such equations.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = r"$$ q_k = u_{n_k} h $$ The score is $x = u_n h$, and $$ \frac{d}{dx} f(x) = f(x) $$"
    >>> _, score, _ = read_of(with_scores_mentioned(read_formulas(parse_document(page))))
    >>> [x.content for x in t.of_kind(score, t.Text)]
    ['any n']
    """
    lines = [s for f in read_of(located) for s in f.statements]
    rows = {(stem_of(x), i.base) for s in lines for x in t.of_kind(s, Name) if (i := index_looked_up(x)) is not None}
    named = {
        id(s): x for d, f in located if d.inline and isinstance(f, t.Formula) for s in f.statements for x in _score(s)
    }
    meant = {
        key: x
        for s in lines
        if (x := named.get(key := id(s))) is not None
        and any((stem_of(y), letter_below(y)) in rows for y in t.of_kind(s, Name))
        and all(_is_about(other, x) for other in lines if other is not s)
    }

    def apart(x: Any) -> Node | None:
        return with_row_apart(x, called=ANY) if isinstance(x, Name) and (stem_of(x), letter_below(x)) in rows else None

    def changed(s: Statement) -> Statement:
        found: Statement = rebuilt(s, apart) if id(s) in meant else s
        return found

    return with_statements(located, changed) if meant else list(located)


def _score(s: Statement) -> Iterator[str]:
    """The letter that an equation begins with, where it says what that is."""
    letter = letter_of(s.chain.members[0])
    if letter is not None and len(s.chain.members) == 2 and s.chain.relations[0] in EQUALITIES and not s.conditions:
        yield letter


def _is_about(s: Statement, letter: str) -> bool:
    """Has a line nothing of a letter, or nothing but functions of it?"""
    names = t.of_kind(s, Name)
    if all(x.base != letter for x in names):
        return True
    functions = {id(name) for x in t.of_kind(s, Product) for name, _ in before_parentheses(x)}
    return all(letter_of(x) == letter or id(x) in functions or x.base in CONSTANTS for x in names)
