r"""The statements of a page in order, without those that equate nothing: remarks, update rules, lists of arguments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..errors import ReadError
from ..latex.statement_forms import replace_statement
from ..latex.tree import Chain, Derivative, Formula, Nabla, of_kind
from ..notation import EQUALITIES
from .integers.conditions import is_declaration
from .located import Located
from .stated import Stated
from .updates import after_first, is_update, tells_arguments

REMARKING = frozenset([r"\to", r"\mapsto", r"\leftrightarrow", r"\perp", r"\subset", r"\subseteq", r"\ni"])
"""Relations that equate nothing."""


def statements(located: Sequence[Located]) -> tuple[list[Stated], list[int]]:
    """Every statement of every formula that could be read, and the number of its formula."""
    stated: list[Stated] = []
    home: list[int] = []
    for n, (display, whole) in enumerate(located):
        if isinstance(whole, ReadError):
            continue
        for formula in _with_asides(whole):
            for s in formula.statements:
                if (formula is not whole and not s.chain.relations) or tells_arguments(formula, s):
                    continue
                if s.chain.relations and _only_remarks(s.chain, display.inline):
                    continue
                if is_update(formula, s):
                    if len(s.chain.members) < 3:
                        continue
                    s = replace_statement(s, chain=after_first(s.chain))
                s = replace_statement(s, chain=_without_set(s.chain))
                inline = display.inline or formula is not whole
                stated.append(Stated(formula, s, struck=display.struck or s.struck, inline=inline))
                home.append(n)
    return stated, home


def updates(located: Sequence[Located]) -> Iterator[str]:
    """What is left out because it is an update rule."""
    for display, whole in located:
        for formula in () if isinstance(whole, ReadError) else _with_asides(whole):
            if any(is_update(formula, s) for s in formula.statements):
                yield f"line {display.line}: an update rule is no equation, it is not judged"


def _with_asides(formula: Formula) -> Iterator[Formula]:
    yield formula
    for aside in formula.asides:
        yield from _with_asides(aside)


def _only_remarks(chain: Chain, inline: bool) -> bool:
    r"""Does it say only how something is distributed (`x \sim p`), or in a sentence where it goes, what is near it?"""
    derives = bool(of_kind(chain, Derivative) or of_kind(chain, Nabla))
    remarks = {*(REMARKING if inline else ()), *([r"\approx"] if inline and not derives else ())}
    remarks |= set() if derives else {r"\sim"}
    return remarks.issuperset(chain.relations)


def _without_set(chain: Chain) -> Chain:
    r"""The chain without the set at its end: `h = W x \in \mathbb{R}^n` defines h."""
    if len(chain.relations) < 2 or chain.relations[0] not in EQUALITIES:
        return chain
    last = replace(chain, members=chain.members[-2:], relations=chain.relations[-1:])
    if not is_declaration(last):
        return chain
    return replace(
        chain,
        members=chain.members[:-1],
        relations=chain.relations[:-1],
        relation_spans=chain.relation_spans[:-1],
    )
