r"""Functions of an array that an equation tells by one entry: `f'(\mathbf{z}) = (f'(z_i))`.

What stands in the parenthesis is entry i of the left side: `[f'(\mathbf{z})]_i = f'(z_i)`. So it is where the array
stands in it by the same entries alone; `(e^{z_i} / \sum_k e^{z_k})` is left as it is. A list of the values of the same
function, `f'(\mathbf{z}) = (f'(z_1), \dots, f'(z_n))^T`, says no more than that it is taken entry by entry.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....latex.tree import BigSum, Call, Chain, Group, Name, Node, Number, Script, Scripted, Statement, Symbol, of_kind
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, with_statements
from ...spelled.scripts import entries_below
from ...spelled.shape import is_mark, letter_of
from ...stated import is_told_by_letter
from ..applied import DOTS, applied_alone


def _tells(s: Statement) -> bool:
    return _by_entry(s.chain) is not None


@where(_tells)
def with_values_by_entries(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with an entry on both sides of such equations.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = read_formulas(parse_document(r"$f(\mathbf{z}) = (f(z_i))$"))
    >>> with_values_by_entries(page)[0][1].statements[0].chain.members[0].scripts[0].entries[0].base
    'i'
    """

    def change(s: Statement) -> Statement:
        found = _by_entry(s.chain)
        return s if found is None else replace(s, chain=found)

    return with_statements(located, change)


def _by_entry(c: Chain) -> Chain | None:
    """Such an equation of one entry; None for any other."""
    if len(c.members) != 2 or c.relations[0] not in EQUALITIES:
        return None
    left, right = c.members
    array, entry = _argument(left), _in_parentheses(right)
    if array is not None and _lists_values(left, array, right):
        return Chain((left,), (), (), c.span)
    if array is None or entry is None:
        return None
    indices = {i for x in _entries(array, entry) if (i := _behind(array, x)) is not None}
    others = any(_behind(array, x) is None for x in _entries(array, entry))
    if len(indices) != 1 or others or _is_summed(entry, *indices):
        return None
    (letters,) = indices
    span = getattr(left, "span", (0, 0))
    script = Script(False, letters, "", False, True, span)
    whole = Scripted(Group("[", (left,), "]", (), span), (script,), 0, span)
    return replace(c, members=(whole, entry))


def _argument(left: Node) -> Name | None:
    """The one array, a name without a function, of what stands alone."""
    applied = applied_alone(left)
    items = applied[1].items if applied is not None else left.args if isinstance(left, Call) and left.closed else ()
    return items[0] if len(items) == 1 and isinstance(items[0], Name) else None


def _lists_values(left: Node, array: Name, right: Node) -> bool:
    """Is the right side a list of the same function of the entries of an array, from the first to one at dots?"""
    group = right.base if isinstance(right, Scripted) and _is_turned(right) else right
    items = group.items if isinstance(group, Group) and group.open in ("(", "[") else ()
    values = [x for x in items if not isinstance(x, Symbol)]
    dotted = len(items) == len(values) + 1 and isinstance(items[-2], Symbol) and items[-2].name in DOTS
    found = [_index_of(left, array, x) for x in values]
    numbers = [i.text if isinstance(i, Number) else "" for i in found]
    first = [str(n) for n in range(1, len(values) + (not dotted))]
    return len(values) > 1 and None not in found and numbers[: len(first)] == first


def _is_turned(x: Scripted) -> bool:
    return not x.primes and len(x.scripts) == 1 and x.scripts[0].above and all(map(is_mark, x.scripts[0].entries))


def _index_of(left: Node, array: Name, value: Node) -> Node | None:
    """The index of the entry of which the same function as on the left side is taken."""
    x = _argument(value)
    own, below = entries_below(array), entries_below(x) if x is not None else ()
    if x is None or not is_told_by_letter(array, x) or below[:-1] != own or not below:
        return None
    same = rebuilt(value, lambda y: array if y is x else None) == left
    above = [[s for s in y.scripts if s.above] for y in (array, x)]
    return below[-1] if same and above[0] == above[1] else None


def _in_parentheses(right: Node) -> Node | None:
    r"""The entry that stands in a parenthesis; that of `(f(z_i))_i`, too, and of `(f(z_i))_{i=1}^n`."""
    inner = right.base if isinstance(right, Scripted) and not right.primes and _runs(right.scripts) else right
    alone = isinstance(inner, Group) and inner.open in ("(", "[") and len(inner.items) == 1
    item = inner.items[0] if isinstance(inner, Group) and alone else None
    return None if item is None or isinstance(item, (Chain, Name)) else item


def _runs(scripts: Sequence[Script]) -> bool:
    """Do they say over what an index runs, by its letter below?"""
    below = [s for s in scripts if not s.above]
    first = below[0].entries[0] if len(below) == 1 and below[0].entries else None
    if isinstance(first, Chain):
        return len(below[0].entries) == 1 and letter_of(first.members[0]) is not None
    return len(scripts) == 1 and bool(below) and all(letter_of(e) is not None for e in below[0].entries)


def _entries(array: Name, entry: Node) -> Iterator[Name]:
    """The names of an entry with the letter of an array."""
    yield from (x for x in of_kind(entry, Name) if is_told_by_letter(array, x))


def _behind(array: Name, x: Name) -> tuple[Node, ...] | None:
    """The letters that an entry of an array has beside the indices of that."""
    own, below = entries_below(array), entries_below(x)
    above = [[s for s in y.scripts if s.above] for y in (array, x)]
    n = len(own)
    if above[0] != above[1] or array.primes != x.primes or n >= len(below):
        return None
    found = below[n:] if below[:n] == own else below[: len(below) - n] if below[len(below) - n :] == own else None
    letters = [letter_of(e) for e in found or ()]
    return tuple(found) if found and None not in letters and len(set(letters)) == len(letters) <= 2 else None


def _is_summed(entry: Node, letters: Sequence[Node]) -> bool:
    """Does a sum in it bind one of these letters?"""
    names = {letter_of(e) for e in letters}
    return any(letter_of(y) in names for x in of_kind(entry, BigSum) for z in x.below for y in of_kind(z, Name))
