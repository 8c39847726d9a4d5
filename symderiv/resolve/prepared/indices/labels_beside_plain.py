r"""Letters above a name that is defined without them, and that can be no powers: `u_i = x^l_i`, `u_{d+i} = x^r_i`, the
children of a node that is `x_k = \tanh z_k` itself.

A letter above `x_i` may be an exponent. It is none where a derivative is taken by `x^l_j`, or where two such letters
stand above a name of which the powers would be made of themselves: x of z, z of u, and u of `x^l` and `x^r`. Where
besides nothing runs over them, they are labels: they stand above names with entries alone, in no range and on no left
side, and a definition is made of one. A T or an H may be the mark of a transpose; and what the page gives, the
`w_{ji}` beside `w^l_{ji}`, may be the same with the letter left off.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from string import ascii_letters
from typing import TypeAlias

from ....latex import tree as t
from ....latex.statement_forms import is_equation
from ....latex.tree import Name, Node, Script, Statement, Text
from ....latex.walking import rebuilt
from ...asked import remembered, some, where
from ...located import Located, is_given, read_of, with_statements
from ...spelled.scripts import Kind, entries_above, has_below, kind_of
from ...spelled.shape import letter_of

NO_LABELS = frozenset("TH")
"""Letters that say that an array is transposed."""
Labelled: TypeAlias = tuple[Kind, str]
"""A name with entries below, and the letter above it."""


@some(Name)
def _has_letter(x: Name) -> bool:
    return has_below(x) and _label(x) is not None


@where(_has_letter)
def with_labels_beside_plain_names(
    located: Sequence[Located], ranges: Mapping[str, object] | None = None
) -> Sequence[Located]:
    r"""The formulas of a document, such letters set upright as labels; `ranges` are those of the front matter.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = read_formulas(parse_document(r"$u_i = 2 x^p_i$ $x_i = 3 u_i$ $\frac{\partial E}{\partial x^p_i} = 1$"))
    >>> [x.content for _, f in with_labels_beside_plain_names(page) for x in t.of_kind(f, Text)]
    ['p', 'p']
    """
    given = [pair for pair in located if is_given(pair[0])]
    statements = [s for f in read_of(given or located) for s in f.statements]
    found = _labels(statements) - set(ranges or ())
    if not found:
        return located

    def change(x: object) -> Node | None:
        if not isinstance(x, Name) or (label := _label(x)) not in found or label is None:
            return None
        return replace(x, scripts=tuple(_upright(s, label) if s.above else s for s in x.scripts))

    return with_statements(located, lambda s: rebuilt(s, change))


def _labels(statements: Sequence[Statement]) -> Set[str]:
    """The letters above names that are labels."""
    plain = {kind_of(x) for s in statements if (x := _defined(s)) is not None and not entries_above(x)}
    used: dict[Kind, set[str]] = defaultdict(set)
    for kind, letter in (label for s in statements for label in _used(s)):
        if kind in plain:
            used[kind].add(letter)
    if not used:
        return frozenset()
    by = {label for s in statements for label in _differentiated_by(s)}
    found: set[str] = set()
    for kind, letters in used.items():
        if any((kind, x) in by for x in letters) or (len(letters) > 1 and _in_circles(kind, statements)):
            found |= letters
    return found.difference(*map(_elsewhere, statements)) if found else found


def _defined(s: Statement) -> Name | None:
    """The name that an equation defines, by no derivative, and as no list: in `r_i = (r_i^x, r_i^y)` stand axes."""
    left = s.chain.members[0]
    if not isinstance(left, Name) or not is_equation(s.chain) or t.of_kind(s, t.Derivative):
        return None
    return None if any(isinstance(m, t.Group) and len(m.items) > 1 for m in s.chain.members) else left


def _behind(s: Statement) -> Iterator[Name]:
    """The names right of a left side."""
    yield from (x for m in s.chain.members[1:] for x in t.of_kind(m, Name))


def _labelled(names: Iterable[object]) -> frozenset[Labelled]:
    """Those of some names that have entries below and a letter above."""
    found = (x for x in names if isinstance(x, Name) and has_below(x))
    return frozenset((kind_of(x), label) for x in found if (label := _label(x)) is not None)


@remembered
def _used(s: Statement) -> frozenset[Labelled]:
    """What a definition is made of that has a letter above it."""
    return _labelled(_behind(s)) if _defined(s) is not None else frozenset()


@remembered
def _differentiated_by(s: Statement) -> frozenset[Labelled]:
    return _labelled(w.body for w in t.of_kind(s, t.Wrt))


@remembered
def _elsewhere(s: Statement) -> frozenset[str]:
    """The letters that a statement has on its left side, or elsewhere than above a name with entries; the whole of
    them, `x^l`, may be mentioned."""
    names = t.of_kind(s, Name)
    mention = not s.chain.relations
    above = (x for x in names if _label(x) is not None and (mention or has_below(x)))
    labels = {id(e) for x in above for e in entries_above(x)}
    found = {x.base for x in names if id(x) not in labels}
    left = _defined(s)
    return frozenset(found if left is None else found.union(x.base for x in t.of_kind(left, Name)))


def _in_circles(kind: Kind, statements: Sequence[Statement]) -> bool:
    """Is a name made of all that is made of what carries a letter above it?"""
    made: dict[Kind, set[Kind]] = defaultdict(set)
    for s in statements:
        if (left := _defined(s)) is not None:
            made[kind_of(left)].update(map(kind_of, _behind(s)))
    below: set[Kind] = set()
    todo = {kind}
    while todo:
        new = made[todo.pop()] - below
        below |= new
        todo |= new
    lefts = (left for s in statements if kind in {k for k, _ in _used(s)} and (left := _defined(s)) is not None)
    return all(kind_of(left) in below | {kind} for left in lefts)


def _label(x: Name) -> str | None:
    """The letter that is all that stands above a name, without parentheses; above an e it is an exponent."""
    above = [s for s in x.scripts if s.above]
    if x.base == "e" or len(above) != 1 or len(above[0].entries) != 1 or above[0].bracket:
        return None
    letter = letter_of(above[0].entries[0])
    fits = letter is not None and len(letter) == 1 and letter in ascii_letters and letter not in NO_LABELS
    return letter if fits else None


def _upright(s: Script, label: str) -> Script:
    return replace(s, entries=(Text(label, span=s.span),))
