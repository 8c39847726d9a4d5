r"""A loss that is defined with a label and differentiated without it: `\partial L/\partial z` beside `L_{CE} = ..`.

A page that defines one loss of that letter and never says what the letter alone is means it. Not where the labelled one
is part of something (`L_{CE} + \lambda R` may be what L is), nor where words speak of more that is added to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from ....document.blocks import Block, Heading, Prose
from ....latex import tree as t
from ....latex.tree import Name, Node, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES, OBJECTIVES
from ....pattern import lazily
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import letter_of, shape_of

ADDED = lazily(
    r"(?i)\b(?:total|overall|full|combined) (?:\w+ )?(?:loss|cost|objective|error)|regulari|penalt|weight decay|prior\b"
    r"|全体の損失|正則化|罰則|正则|正則|总损失|總損失"
)
"""Words of what may be added to a loss: the letter alone may be the sum. They may stand anywhere on the page."""


def _differentiates_loss(s: Statement) -> bool:
    return any(True for x in t.of_kind(s, t.Derivative) if _bare(x.of) is not None)


@where(_differentiates_loss)
def with_losses_unlabelled(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The formulas of a document with the label on the loss wherever it is differentiated without it."""
    statements = [s for f in read_of(located) for s in f.statements]
    chains = [c for s in statements for c in (s.chain, *s.conditions)]
    letters = {x for c in chains for d in t.of_kind(c, t.Derivative) if (x := _bare(d.of)) is not None}
    meant = {x: y for x in letters if (y := _labelled(x, statements)) is not None and not _stands(x, chains, located)}
    if not meant or any(ADDED.search(b.text) for b in blocks if isinstance(b, (Prose, Heading))):
        return list(located)

    def change(x: Any) -> Node | None:
        if not isinstance(x, t.Derivative) or (letter := _bare(x.of)) not in meant or letter is None:
            return None
        wrt = tuple(rebuilt(w, change) for w in x.wrt)
        label = meant[letter]
        return t.Derivative(label, wrt, x.order, x.symbol, x.direct, x.front, x.style, x.span)

    return with_statements(located, lambda s: rebuilt(s, change))


def _bare(x: Node | None) -> str | None:
    """The letter of an objective that has no scripts, without its font."""
    shape = shape_of(x) if isinstance(x, Name) and not x.scripts and not x.primes and not x.accents else None
    return x.base if isinstance(x, Name) and shape is not None and shape.letter in OBJECTIVES else None


def _labelled(letter: str, statements: Sequence[Statement]) -> Name | None:
    """The one loss of that letter with a label that a page defines, and of which nothing else is made."""
    found: dict[object, Name] = {}
    for s in statements:
        left = s.chain.members[0]
        if s.chain.relations and s.chain.relations[0] in EQUALITIES and _has_label(left, letter):
            found.setdefault(left, left)  # type: ignore[arg-type]
    if len(found) != 1:
        return None
    (name,) = found.values()
    inside = (m for s in statements for m in s.chain.members[1:])
    used = any(y == name and not _is_differentiated(y, m) for m in inside for y in t.of_kind(m, Name))
    return None if used else name


def _has_label(x: Node, letter: str) -> bool:
    r"""Is it `L_{\text{CE}}`, a loss with one word below it?"""
    if not isinstance(x, Name) or x.base != letter or x.primes or x.accents or len(x.scripts) != 1:
        return False
    script = x.scripts[0]
    entry = script.entries[0] if len(script.entries) == 1 else None
    word = entry.content if isinstance(entry, t.Text) else letter_of(entry) if entry is not None else None
    return not script.above and word is not None and len(word) > 1 and word.isalpha()


def _is_differentiated(x: Name, member: Node) -> bool:
    return any(d.of is x for d in t.of_kind(member, t.Derivative))


def _stands(letter: str, chains: Sequence[t.Chain], located: Sequence[Located]) -> bool:
    """Does a letter alone stand in an equation, but as what is differentiated, also where nothing could be read?"""
    for c in chains:
        if len(c.members) < 2:
            continue  # `the loss $L$`
        below = {id(d.of) for d in t.of_kind(c, t.Derivative)}
        if any(_bare(x) == letter and id(x) not in below for x in t.of_kind(c, Name)):
            return True
    defined = re.compile(rf"(?<![A-Za-z\\]){re.escape(letter)}\}}?\s?(?:\([^()]{{0,80}}\))?\s?&?\s?:?=")
    return any(defined.search(d.source.text) for d, _ in located)
