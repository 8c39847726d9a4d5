r"""Gradients that do not say of what: `\nabla_W = \nabla_Y^\top X`, where the page says it once.

It is what words call such a sign the gradient of (`a gradient $\nabla_M$ of $L$`), or the one loss that the page
defines. Then such a sign before a matrix is a factor of it, too, where it stands alone elsewhere. Where nothing says of
what they are, lines with them are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....document.blocks import Block
from ....errors import ReadError
from ....latex import tree as t
from ....latex.denials import denies
from ....latex.parse_atoms import CALLIGRAPHIC
from ....latex.statement_forms import replace_statement
from ....latex.tree import Formula, Misfit, Nabla, Name, Node, Script, Statement
from ....latex.walking import rebuilt
from ....pattern import lazily
from ...located import Located, read_of
from ..said_in_place import gaps_of, value_alone
from .gradients_by_d import bare, only_loss

OF = lazily(
    r"\s*,?\s*(?:(?:(?:is|be|are|denotes?|means?|for|as)\s+)?(?:the\s+)?(?:gradients?|derivatives?)\s+)?"
    r"[(（]?\s*of\s+(?:the\s+)?(?:(?:loss|cost|error|objective)(?:\s+function)?\s+)?|\s*は\s*(?:損失\s*)?",
    re.I,
)
"""Words between such a sign and what it is of."""
JA_BEHIND = lazily(r"\s*の[^。]*?勾配")


def with_gradients_of_the_loss(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The formulas with such gradients as those of the loss."""
    if not _bare_in(read_of(located)):
        return list(located)
    chains = [s.chain for f in read_of(located) for s in f.statements if s.chain.relations]
    told = set(_told(located, gaps_of(located, blocks)))
    # `the gradient $\nabla_u$ is a column` names an operator: nothing says that `\nabla_u` means that of the loss
    used = _bare_in(chains)
    bare_ones = used | (_bare_in(read_of(located)) if told else set())
    loss = told.pop() if len(told) == 1 else None if told else only_loss(chains)
    return [(d, f if isinstance(f, ReadError) else _read(f, loss, bare_ones)) for d, f in located]


def _bare_in(trees: Iterable[Formula | t.Chain]) -> set[Script | None]:
    """By what the nablas are that stand before nothing."""
    return {x.by for tree in trees for x in t.of_kind(tree, Nabla) if isinstance(x.of, Misfit)}


def _told(located: Sequence[Located], gaps: Sequence[tuple[int, str]]) -> Iterator[Name]:
    """What words say such a sign is a gradient of."""
    for (one, _), (two, gap), (_, behind) in zip(gaps, gaps[1:], gaps[2:], strict=False):
        sign = value_alone(located[one])
        if not isinstance(sign, Nabla) or not isinstance(sign.of, Misfit) or denies("", gap):
            continue
        said = OF.fullmatch(gap)
        of = value_alone(located[two]) if said and two >= 0 else None
        japanese = said is not None and "は" in said[0]
        if isinstance(of, Name) and not of.scripts and (not japanese or JA_BEHIND.match(behind)):
            yield bare(of)


def _read(f: Formula, loss: Name | None, bare_ones: set[Script | None]) -> Formula | ReadError:
    """A formula with the loss where it is missing; what is not known to be of anything cannot be read."""
    missing = [x.of for x in t.of_kind(f, Nabla) if isinstance(x.of, Misfit)]
    if loss is not None:
        return rebuilt(f, lambda x: _gradient(x, loss, bare_ones))  # type: ignore[no-any-return]
    if not missing:
        return f
    if not any(s.chain.relations for s in f.statements):
        return ReadError(missing[0].cause, missing[0].place)
    return replace(f, statements=tuple(map(_unread, f.statements)))


def _gradient(x: Any, loss: Name, bare_ones: set[Script | None]) -> Node | None:
    if not isinstance(x, Nabla):
        return None
    if isinstance(x.of, Misfit):
        return replace(x, of=replace(loss, span=x.span))
    if x.by not in bare_ones or x.order != 1 or not _is_matrix(x.of) or x.of == loss:
        return None
    factors = (t.Factor("", replace(x, of=replace(loss, span=x.span))), t.Factor("", x.of))
    return t.Group("(", (t.Product(factors, x.span),), ")", (), x.span)


def _is_matrix(x: Node) -> bool:
    r"""Is it one capital letter, perhaps transposed or with an accent? A loss is a number (`\mathcal{L}_2`)."""
    return isinstance(x, Name) and len(x.base) == 1 and x.base.isupper() and x.font not in CALLIGRAPHIC


def _unread(s: Statement) -> Statement:
    """The statement, what has such a gradient without anything that it is of as what cannot be read."""

    def member(x: Node) -> Node:
        missing = [y.of for y in t.of_kind(x, Nabla) if isinstance(y.of, Misfit)]
        return replace(missing[0], span=getattr(x, "span", missing[0].span)) if missing else x

    members = tuple(map(member, s.chain.members))
    return s if members == s.chain.members else replace_statement(s, chain=replace(s.chain, members=members))
