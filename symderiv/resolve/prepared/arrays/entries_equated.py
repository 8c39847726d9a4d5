r"""Arrays of which a page says what one entry is, `$(\mathbf{a}_k)_i = a_i^k$`: read as `$\mathbf{a}_k = (a_i^k)$`.

The name on the right is of the same letter and carries what the array carries and the indices behind the parenthesis,
each a letter of its own, these in the same order. So it can only be told what the array is made of; also where the
sides are turned round, and behind brackets, `$[\mathbf{y}]_i = y_i$`. In a sentence alone, and not where words deny it
or weaken it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....latex.denials import denies
from ....latex.hedged import is_hedged
from ....latex.statement_forms import replace_statement
from ....latex.tree import Formula, Group, Name, Node, Product, Scripted, Statement
from ...asked import where
from ...located import Located
from ...spelled.scripts import entries_of
from ...spelled.shape import letter_of, stem_of
from ...stated import is_told_by_letter

MOST = 2
"""So many indices an entry of an array has at most."""


def _has_any(s: Statement) -> bool:
    return _told(s) is not None


@where(_has_any)
def with_entries_equated(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document, such sentences as what they say of the array.

    >>> from symderiv.document import parse_document, read_formulas
    >>> pages = [read_formulas(parse_document(rf"$(\mathbf{{a}}_k)_i = {x}_i^k$")) for x in "ab"]
    >>> [type(with_entries_equated(page)[0][1].statements[0].chain.members[0]).__name__ for page in pages]
    ['Name', 'Scripted']
    """
    return [
        (d, _changed(f)) if isinstance(f, Formula) and d.inline and not _is_doubted(d.before, d.after) else (d, f)
        for d, f in located
    ]


def _is_doubted(before: str, after: str) -> bool:
    return is_hedged(before, after) or denies(before, after)


def _changed(f: Formula) -> Formula:
    found = tuple(s if (told := _told(s)) is None else told for s in f.statements)
    return replace(f, statements=found) if any(a is not b for a, b in zip(found, f.statements, strict=True)) else f


def _told(s: Statement) -> Statement | None:
    """What such a sentence says of the array; None of anything else."""
    c = s.chain
    if len(c.members) != 2 or c.relations[0] not in ("=", r"\equiv", ":=") or s.conditions:
        return None
    one, two = c.members if isinstance(c.members[0], Scripted) else (c.members[1], c.members[0])
    whole = _whole(one)
    if whole is None or not isinstance(one, Scripted) or not isinstance(two, Name) or two.primes or whole.primes:
        return None
    indices = _indices(one)
    own, below = entries_of(whole), entries_of(two)
    behind, above = [*map(letter_of, indices)], [*map(letter_of, own)]
    letters = [*behind, *above]
    apart = None not in letters and len({*letters}) == len(letters) and 1 <= len(indices) <= MOST
    same = len(below) == len(letters) and [x for x in map(letter_of, below) if x not in above] == behind
    if not apart or not same or not is_told_by_letter(whole, two) or (stem_of(whole) == stem_of(two) and not own):
        return None
    right: Node = Group("(", (two,), ")", span=two.span)
    return replace_statement(s, chain=replace(c, members=(whole, right), relations=("=",)))


def _whole(x: Node) -> Name | None:
    """The array of an entry that stands behind its parenthesis or bracket."""
    if not isinstance(x, Scripted) or x.primes or any(s.above for s in x.scripts):
        return None
    group = x.base
    inner = group.items[0] if isinstance(group, Group) and group.open in ("(", "[") and len(group.items) == 1 else None
    return inner if isinstance(inner, Name) else None


def _indices(x: Scripted) -> list[Node]:
    """What stands behind the parenthesis, the i and the j also where they are typed as a product."""
    below = [e for s in x.scripts for e in s.entries]
    if len(below) == 1 and isinstance(below[0], Product) and not any(f.operator for f in below[0].factors):
        return [f.body for f in below[0].factors]
    return below
