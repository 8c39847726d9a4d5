r"""Bold letters that only functions see: `y(\mathbf{x}) = \sum_j w_j \phi_j(\mathbf{x})` beside `y(\mathbf{x}_n)`.

Nothing says of which entries such a vector is made, and nothing needs them: it is whatever the functions are about, and
is read as any other argument.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import Name, Product
from ....latex.walking import rebuilt
from ...asked import some, where
from ...located import Located, read_of, with_statements
from ...spelled.shape import letter_of
from ..applied import arguments_of

BOLD = "mathbf"


@some(Name)
def _has_bold(x: Name) -> bool:
    return x.font == BOLD


@where(_has_bold)
def with_bold_arguments_plain(located: Sequence[Located]) -> list[Located]:
    """The formulas with such letters in the usual font."""
    formulas = read_of(located)
    bold = [x for f in formulas for x in t.of_kind(f, Name) if x.font == BOLD]
    if not bold:
        return list(located)
    shown = {id(x) for f in formulas for x in _arguments(f)}
    seen = {x.base for x in bold if id(x) not in shown or not _is_of_one(x)}
    plain = {x.base for f in formulas for x in t.of_kind(f, Name) if not x.font}
    letters = {x.base for x in bold} - seen - plain

    def change(x: object) -> Name | None:
        return replace(x, font="") if isinstance(x, Name) and x.font == BOLD and x.base in letters else None

    return with_statements(located, lambda s: rebuilt(s, change)) if letters else list(located)


def _arguments(f: t.Formula) -> Iterator[Name]:
    """What stands alone in the parentheses behind a name."""
    for x in t.of_kind(f, Product):
        for a, b in zip(x.factors, x.factors[1:], strict=False):
            group = arguments_of(b) if isinstance(a.body, Name) else None
            if group is not None and len(group.items) == 1 and isinstance(group.items[0], Name):
                yield group.items[0]


def _is_of_one(x: Name) -> bool:
    r"""Is it the letter, or the one of an example, `\mathbf{x}_n`?"""
    entries = [e for s in x.scripts for e in s.entries]
    return not x.primes and not x.accents and len(entries) < 2 and all(letter_of(e) is not None for e in entries)
