r"""Sums over the units of any layer that end where the page lets those of the last one end.

`E = \frac12 \sum_{k=1}^{C} (a_k^L - t_k)^2` says how many units the last layer has, and nothing of the others. Whoever
writes `\sum_{k=1}^{C} w_{ki}^{l+1} ..` for a layer l may have taken the wrong number: what is right so is open, but
where the page says that layers are alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...affine import Affine, Sym
from ...draft import Draft
from ...errors import ReadError
from ...expr import Expr, Partial, Sum, Var, of_kind
from ...pattern import lazily
from ...step import Judgement, Verdict
from ..link import Link

ALIKE = lazily(
    r"\b(?:each|every|all|both|any|same|equal\w*|jede\w*|alle\w*|gleich\w*|chaque|tou[ts]e?s?|même|cada|tod[oa]s|mism[oa]s?"
    r"|ogni|tutt[ei])\b[^.;]{0,40}\b(?:layers?|schicht\w*|couches?|capas?|camadas?|strat[oi]|size|width|number)\b"
    r"|(?:各|すべての|全ての?|每一?|所有)[層层]|[層层](?:は|の).{0,8}(?:同じ|等し)",
    re.I,
)
"""Words by which all layers may have as many."""
DETAIL = "it sums up to `{}` over the units of any layer, and the page says so of the last layer alone"


def unless_of_last_layer(link: Link, verdict: Verdict, draft: Draft) -> Verdict:
    """The verdict; open for a right link that sums so."""
    if verdict.judgement is not Judgement.RIGHT or ALIKE.search(link.page):
        return verdict
    for end, layer in ends_of_last(draft):
        for side in link.written.members:
            sums = () if isinstance(side, ReadError) else of_kind(side, Sum)
            if any(e.uppers == (end,) and layer in _letters(e.body) for e in sums):
                return Verdict(Judgement.UNPROVED, detail=DETAIL.format(end))
    return verdict


def ends_of_last(draft: Draft) -> list[tuple[Affine, Sym]]:
    """The ends of sums over what a page defines for any layer that it has for one by name alone, each with the letter
    of the layers."""
    sums = [e for d in draft.definitions for e in of_kind(d.body, Sum) if len(e.uppers) == 1]
    told = {s.upper for s in draft.ranges} | {s.upper for d in draft.definitions for s in d.ranges}
    own = {end: [e for e in sums if e.uppers == (end,)] for end in {e.uppers[0] for e in sums} - told if end.letter}
    return [
        (end, layer)
        for end, found in own.items()
        for layer in {x for e in found for x in _layers(e, draft)}
        if not any(layer in _letters(e.body) for e in found)
    ]


def _layers(e: Sum, draft: Draft) -> Iterator[Sym]:
    """The letters of the layers of what a sum has for one of them."""
    for x in of_kind(e.body, Var):
        at = [p for p, i in enumerate(x.indices) if i.letter is not None and i.letter.name.isupper()]
        lefts = (d.left for d in draft.definitions if d.left.variable == x.variable)
        yield from (s for left in lefts for p in at if (s := left.indices[p].letter) is not None and s.name.islower())


def _letters(e: Expr) -> set[Sym]:
    """The letters in the indices of entries, and of those by which is differentiated."""
    entries = (*of_kind(e, Var), *(x.wrt for x in of_kind(e, Partial)))
    return {s for x in entries for i in x.indices for s in i.letters()}
