r"""Columns and rows told by their entries, `\vec{x}_n = (X_{mn})_m` beside `X = (X_{mn})`, as `\vec{x}_n = X_{:,n}`.

The letter of the vector says which of them it is, and the one behind the parenthesis what numbers its entries; that may
be left out where the page says that X is the matrix of these entries. A vector is a column, so that of a row is its
transpose, `w_k^\top = W_{k,:}`. Vectors in the letter of the entries are those of `wholes_of_entries`. Where entries
`x_{mn}` stand on the page, too, nothing is done: which index of these comes first is not said.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import Chain, Name, Node, Script, Statement
from ...asked import where
from ...located import Located, read_of, with_statements
from ...shapes.declared import BOLD
from ...spelled.scripts import entries_below
from ...spelled.shape import letter_of, shape_of, stem_of
from ...stated import matrix_told, whole_and_entry

PAIR = 2


def _has_any(s: Statement) -> bool:
    return slice_told(s.chain) is not None


@where(_has_any)
def with_vectors_of_entries(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with such sentences as those about columns and rows of the matrix.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = read_formulas(parse_document(r"$X = (X_{mn})$, $x_n = (X_{mn})_m$, $u_m = (X_{mn})_n$"))
    >>> [[getattr(e, "base", ":") for s in f.statements[0].chain.members[1].scripts for e in s.entries]
    ...  for _, f in with_vectors_of_entries(page)[1:]]
    [[':', 'n'], ['m', ':']]
    """
    chains = [s.chain for f in read_of(located) for s in f.statements]
    told = frozenset(m[1] for c in chains if (m := matrix_told(c)) is not None)
    pairs = {stem_of(x) for c in chains for x in t.of_kind(c, Name) if len(entries_below(x)) == PAIR}

    def changed(s: Statement) -> Statement:
        found = slice_told(s.chain, told)
        return s if found is None or stem_of(found[0]) in pairs else replace(s, chain=replace(s.chain, members=found))

    return with_statements(located, changed)


def slice_told(c: Chain, told: Set[Node] | None = None) -> tuple[Name, Name] | None:
    """Both sides of such an equation; `told`: the entries of which the page says what they make up, if that matters."""
    if len(c.members) != 2:
        return None
    right, below = c.members[1], None
    if isinstance(right, t.Scripted) and not right.primes and len(right.scripts) == 1 and not right.scripts[0].above:
        below, right = right.scripts[0].entries, right.base
    whole, entry = whole_and_entry(replace(c, members=(c.members[0], right))) or (None, None)
    one, two = (shape_of(x) if isinstance(x, Name) else None for x in (whole, entry))
    if one is None or two is None or not isinstance(whole, Name) or not isinstance(entry, Name):
        return None
    letters = two.letters
    if one.uppers or two.uppers or one.primes or two.primes or len(one.letters) != 1 or None in letters:
        return None
    other = [x for x in letters if x != one.letters[0]]
    if len(letters) != PAIR or len(other) != 1 or BOLD.sub(r"\1", one.base) == BOLD.sub(r"\1", two.base):
        return None
    if [*map(letter_of, below)] != other if below is not None else told is not None and entry not in told:
        return None
    column = letters[1] == one.letters[0]
    return whole if column else _transposed(whole), _opened(entry, other[0])


def _opened(entry: Name, letter: str | None) -> Name:
    """The slice of all values of one of the letters of an entry."""
    scripts = [replace(s, entries=tuple(map(_colon, s.entries, [letter] * PAIR)), commas=True) for s in entry.scripts]
    return replace(entry, scripts=tuple(scripts))


def _colon(e: Node, letter: str | None) -> Node:
    return t.Symbol(":", e.span) if isinstance(e, Name) and letter_of(e) == letter else e


def _transposed(x: Name) -> Name:
    return replace(x, scripts=(*x.scripts, Script(True, (t.Symbol(r"\top", x.span),), "", False, False, x.span)))
