r"""Expectations and variances that a page works out, `\mathbb{E}[R_t] = \sum_x \pi_t(x) q_*(x)`: each is a name.

What stands in the brackets, or in braces, tells them apart, and its indices are those of the name; with what it depends
on and its power, too, `E[L^2(k)]`. Only what the page equates with something is such a name: nothing says what another
expectation has to do with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....latex.tree import Formula, Group, Name, Node, Number, Product, Script
from ....latex.walking import rebuilt
from ....notation import BOLD_FONTS, EQUALITIES, EXPECTATIONS
from ...located import Located, read_of, with_statements
from ...spelled.shape import label_of, letter_of, stem_of
from ..applied import applied_alone, with_names_for_two


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
    items = [_item(i) for i in group.items]
    if not items or None in items or not {"|"}.issuperset(group.separators):
        return None
    base = f"{label_of(head)}[{'|'.join(i[0] for i in items if i)}]"
    entries = tuple(dict.fromkeys(e for i in items if i for e in i[1]))
    span = (head.span[0], group.span[1])
    script = Script(False, entries, "", len(entries) > 1, True, span)
    return Name(base, scripts=(script,) if entries else (), span=span)


def _item(x: Node) -> tuple[str, tuple[Node, ...]] | None:
    """What is expected as a label, and its indices; None for anything but a name, or a power of one before letters."""
    if isinstance(x, Name):
        plain = not x.primes and all(_counts(x, s) for s in x.scripts)
        return _labelled(x, "") if plain else None
    name, group = applied_alone(x) or (None, None)
    if name is None or group is None or name.primes or not all(map(letter_of, group.items)):
        return None
    power = next((s.entries[0] for s in name.scripts if s.above and not s.bracket), None)
    if not all(s.entries == (power,) if s.above else _counts(name, s) for s in name.scripts):
        return None
    if power is not None and not isinstance(power, Number):
        return None
    shown = ",".join(letter_of(i) or "" for i in group.items)
    below = replace(name, scripts=tuple(s for s in name.scripts if not s.above))
    raised = rf"\sp{{{power.text}}}" if isinstance(power, Number) else ""  # with `^` the name would end there
    return _labelled(below, f"{raised}({shown})")


def _labelled(x: Name, behind: str) -> tuple[str, tuple[Node, ...]]:
    label = label_of(replace(x, scripts=())) or "?"
    return label + behind, tuple(e for s in x.scripts for e in s.entries)


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
