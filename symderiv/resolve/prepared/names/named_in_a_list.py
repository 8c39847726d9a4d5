r"""Several names for several values in one sentence: `let $a, b, c$ be $p^T q$, $1/\|p\|$ and $1/\|q\|$, respectively`.

Each value then is an equation in its place, `a = p^T q`. There have to be as many values as names, nothing else between
them, and no equation may say of one of the names what it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ....document.blocks import Block
from ....latex.tree import Formula, Name, Node, of_kind
from ....notation import EQUALITIES
from ....pattern import lazily
from ...located import Located, read_of
from ...spelled.shape import stem_of
from ..said_in_place import gaps_of, has_values, value_alone, with_equation

LET = lazily(
    r"(?:\b(?:let|set|write|denote\s+by|define|put|we\s+call|with)(?:\s+us)?(?:\s+(?:the|scalars?|symbols?|letters?|names?))*"
    r"|\bsoient|\bseien)\s*\Z",
    re.I,
)
"""Words before the names."""
DENIED = lazily(r"\b(?:not|never|cannot|n't|if|were|wrong\w*|mistaken\w*|ne|nicht)\b[^.;:]*\Z", re.I)
"""Words of the same sentence by which nothing is named."""
BE = lazily(r"\s*(?:be|denotes?|stands?\s+for|for|as|represents?|mean|désignent|respectivement|:?=)?\s*", re.I)
"""Words between the names and the values."""
NEXT = lazily(r"\s*[,;]?\s*(?:(?:and|und|et)\s*)?", re.I)
"""Words between two values."""
EACH = lazily(r"\s*,?\s*(?:respectively|resp\.|in\s+(?:this|that)\s+order|respectivement)(?!\w)", re.I)
"""Words behind the last of them."""


def with_names_in_lists(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The formulas of a page with an equation for each of such values."""
    found = list(located)
    gaps = gaps_of(found, blocks) if has_values(found) else []
    if not any(EACH.match(gap) for _, gap in gaps):
        return found
    heads = [s.chain.members[0] for f in read_of(found) for s in f.statements if EQUALITIES & {*s.chain.relations}]
    defined = {stem_of(x) for x in heads if isinstance(x, Name)}
    for n, (number, gap) in enumerate(gaps):
        lets = number >= 0 and LET.search(gap) is not None and DENIED.search(gap) is None
        names = _names(found[number]) if lets else ()
        values = gaps[n + 1 : n + 1 + len(names)]
        if len(names) < 2 or len(gaps) <= n + 1 + len(names) or {stem_of(x) for x in names} & defined:
            continue
        words = [BE.fullmatch(values[0][1]), *(NEXT.fullmatch(w) for _, w in values[1:])]
        meant = [value_alone(found[m]) for m, _ in values]
        if not all(words) or EACH.match(gaps[n + 1 + len(names)][1]) is None or not _are_values(names, meant):
            continue
        for name, (m, _), value in zip(names, values, meant, strict=True):
            assert value is not None  # `_are_values`
            found[m] = with_equation(found[m], name, value)
    return found


def _names(located: Located) -> tuple[Name, ...]:
    """The names without a relation that an inline formula lists."""
    display, formula = located
    chains = [s.chain for s in formula.statements] if isinstance(formula, Formula) and display.inline else []
    members = [c.members[0] for c in chains if not c.relations]
    names = tuple(x for x in members if isinstance(x, Name) and not x.scripts and not x.primes)
    return names if len(names) == len(chains) == len({*names}) else ()


def _are_values(names: Sequence[Name], values: Sequence[Node | None]) -> bool:
    """Is each of them a formula with names in it, none of them one of the list?"""
    inside = [{stem_of(x) for x in of_kind(v, Name)} if v is not None else set() for v in values]
    listed = {stem_of(x) for x in names}
    return all(x and not x & listed for x in inside)
