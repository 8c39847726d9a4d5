r"""What a value is about, with its index below: the `Z_i` of `\gamma_{Z_i}(k) = \pi_k N(x_i) / \sum_l \pi_l N(x_i)`.

Were `Z_i` the place at which something is looked up, such a line would give one entry two values where two examples
share it. So where a name has it first below wherever it stands, is defined so by what has the index i, and Z stands
nowhere else but in a line that says what it is, `Z_i \in \{1, \dots, K\}`, the name has the index i.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import BigSum, Name, Node, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...integers.unequal import letters_under
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, letter_of, stem_of
from ..applied import head_of


def _has_variable(s: Statement) -> bool:
    return any(True for _ in _defined(s))


@where(_has_variable)
def with_variables_below_dropped(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with the indices alone of such variables.

    >>> from symderiv.document import parse_document, read_formulas
    >>> from symderiv.resolve.spelled.scripts import entries_below
    >>> page = r"$$r_{Z_i} = x_i^2$$ $$L = \sum_{i=1}^n r_{Z_i}$$"
    >>> found = read_of(with_variables_below_dropped(read_formulas(parse_document(page))))
    >>> [entries_below(x)[0].scripts for f in found for x in t.of_kind(f, Name) if x.base == "r"]
    [(), ()]
    """
    said = [s for f in read_of(located) for s in f.statements]
    pairs = {pair for s in said for pair in _defined(s)}
    used = [x for s in said for x in t.of_kind(s, Name) if not _says_what(s)]
    standing = Counter(map(stem_of, used))

    def is_about(name: Stem, variable: Stem) -> bool:
        first = [_variable(x) for x in used if stem_of(x) == name]
        alike = all(y is not None and stem_of(y) == variable for y in first)
        return alike and standing[variable] == len(first)  # and so nowhere else

    meant = {pair for pair in pairs if is_about(*pair)}

    def change(x: Any) -> Node | None:
        y = _variable(x) if isinstance(x, Name) else None
        if y is None or (stem_of(x), stem_of(y)) not in meant:
            return None
        index = y.scripts[0].entries
        scripts = (s if s.above else replace(s, entries=(*index, *s.entries[1:])) for s in x.scripts)
        found: Node = replace(x, scripts=tuple(scripts))
        return found

    return with_statements(located, lambda s: rebuilt(s, change)) if meant else list(located)


def _defined(s: Statement) -> Iterator[tuple[Stem, Stem]]:
    """The name that an equation defines, and the variable below it, where the right side has its index and not it."""
    left, *rest = s.chain.members
    name = head_of(left) if s.chain.relations[:1] and s.chain.relations[0] in EQUALITIES else None
    variable = _variable(name) if name is not None else None
    if name is None or variable is None:
        return
    index = letter_of(variable.scripts[0].entries[0])
    names = [x for m in rest for x in t.of_kind(m, Name)]
    bound = any(index in letters_under(x) for m in rest for x in t.of_kind(m, BigSum))
    if index in map(letter_of, names) and not bound and stem_of(variable) not in map(stem_of, names):
        yield stem_of(name), stem_of(variable)


def _says_what(s: Statement) -> bool:
    r"""Does a line only name something, or say of what kind it is, `Z_i \in \{1, \dots, K\}`?"""
    return not s.chain.relations or s.chain.relations[0] == r"\in"


def _variable(x: Name) -> Name | None:
    """The first thing below a name, where that is a letter with one index and nothing else."""
    first = next((s.entries[0] for s in x.scripts if not s.above and s.entries), None)
    if not isinstance(first, Name) or first.primes or len(first.scripts) != 1 or first.scripts[0].above:
        return None
    return first if len(first.scripts[0].entries) == 1 else None
