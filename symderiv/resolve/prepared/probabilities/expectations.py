r"""Expectations and variances that a page works out, `\mathbb{E}[R_t] = \sum_x \pi_t(x) q_*(x)`: each is a name.

What stands in the brackets, or in braces, tells them apart, and its indices are those of the name. Only what the page
equates with something is such a name: nothing says what another expectation has to do with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....latex.tree import Formula, Group, Name, Node, Product, Script
from ....latex.walking import rebuilt
from ....notation import BOLD_FONTS, EQUALITIES, EXPECTATIONS
from ...located import Located, read_of, with_statements
from ...shape import label_of, stem_of
from ..applied import with_names_for_two


def with_expectations_named(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with a name for each of them."""
    defined = {stem_of(x) for f in read_of(located) for x in _defined(f)}
    if not defined:
        return list(located)

    def change(x: Any) -> Node | None:
        if not isinstance(x, Product):
            return None
        named = {n: made for n in range(len(x.factors) - 1) if (made := _at(x, n)) and stem_of(made) in defined}
        return with_names_for_two(x, named, change) if named else None

    return with_statements(located, lambda s: rebuilt(s, change))


def expectation(x: Node) -> Name | None:
    r"""The name of `\mathbb{E}[R_t]`; None for anything else."""
    return _at(x, 0) if isinstance(x, Product) and len(x.factors) == 2 else None


def _at(x: Product, n: int) -> Name | None:
    head, group = x.factors[n].body, x.factors[n + 1].body
    if not isinstance(head, Name) or head.base not in EXPECTATIONS or head.scripts or head.primes:
        return None
    in_braces = isinstance(group, Group) and group.open == r"\{" and not x.factors[n + 1].operator
    if not isinstance(group, Group) or not (in_braces or (group.open == "[" and x.factors[n + 1].joined)):
        return None
    items = [i for i in group.items if isinstance(i, Name) and not i.primes and all(_counts(i, s) for s in i.scripts)]
    if not items or len(items) < len(group.items) or not {"|"}.issuperset(group.separators):
        return None
    base = f"{label_of(head)}[{'|'.join(label_of(replace(i, scripts=())) or '?' for i in items)}]"
    entries = tuple(dict.fromkeys(e for i in items for s in i.scripts for e in s.entries))
    span = (head.span[0], group.span[1])
    script = Script(False, entries, "", len(entries) > 1, True, span)
    return Name(base, scripts=(script,) if entries else (), span=span)


def _counts(x: Name, s: Script) -> bool:
    r"""Is it an index? Above a bold name a letter is one, the i of `\mathbf{w}^i`."""
    alone = s.entries[0] if len(s.entries) == 1 else None
    return not s.above or (
        x.font in BOLD_FONTS
        and not s.bracket
        and isinstance(alone, Name)
        and alone.base.isalpha()
        and alone.base != "T"
    )


def _defined(f: Formula) -> Iterator[Name]:
    for s in f.statements:
        named = expectation(s.chain.members[0])
        if named is not None and s.chain.relations and s.chain.relations[0] in EQUALITIES and not s.struck:
            yield named
