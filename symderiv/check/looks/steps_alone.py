r"""Pages about one layer, `z^L_j = \sum_k w^L_{jk} a^{L-1}_k`, on which words part it from the others.

Nothing else said, the layers before it are computed alike (`resolve.one_step`). Where a sentence about layers names a
function, an input or what is shown only (`the hidden layers use tanh`, `$a^{L-1}$ is the input`), or a definition is
typed for another layer, they may be others: a line is judged that names entries at the steps that definitions show.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from ...affine import Affine, Sym, affine
from ...expr import Partial, Var, Variable, of_kind
from ...latex.sentences import clauses
from ...latex.write import write
from ...memo import of_this_object
from ...pattern import lazily
from ...read import Reading
from ...step import Judgement, Verdict
from ..link import Link

OPEN = "`{}` is of another layer than those of which the page says how they are computed"
LAYER = lazily(r"layer|Schicht|couche|\bcapas?\b|camada|\bstrat[oi]\b|слой|сло[яею]|層|层|계층|층", re.I)
PARTED = lazily(
    r"\b(?:linear|identity|affine|softmax|sigmoid\w*|logistic|tanh|re-?lus?|gelu|elu|hyperbolic|dropout|skip|residual"
    r"|normali[sz]\w+|convol\w+|pool\w+|activations?|uses?|using|inputs?|only|just|alone|single|shown|others?|remaining"
    r"|rest|different\w*|Eingabe\w*|Eingang\w*|nur|lineare?[nrs]?|andere\w*|übrige\w*|entrée|seule?|linéaires?|autres"
    r"|entrada|sólo|solo|lineal\w*|otras|outras|somente|lineare|altri|вход\w*|линейн\w*|только|остальн\w*)\b"
    r"|\\(?:tanh|sigma|phi|varphi)\b|線形|恒等|ソフトマックス|シグモイド|活性化|入力|のみ|だけ|他の|以外|ほか"
    r"|线性|線性|恒等|激活|输入|輸入|只|仅|其他|其它|其余|除了|선형|활성|입력|만\b|다른|나머지",
    re.I,
)
ALIKE = lazily(
    r"\b(?:all|every|each|any)\s+(?:the\s+)?layers?\b|jede[rn]? Schicht|alle Schichten|toutes les couches"
    r"|すべての層|全ての層|各層|どの層|每一?层|每一?層|所有层|모든 층",
    re.I,
)
"""Words for layers, for what makes one another than the rest, and for all of them."""
DISPLAYED = lazily(r"\$\$.*?\$\$|\\\[.*?\\\]|\\begin\{(\w+\*?)\}.*?\\end\{\1\}|\A\+\+\+.*?\n\+\+\+", re.S)


@lru_cache(maxsize=64)
def parts_layers(text: str) -> bool:
    r"""Does a sentence say something of layers that may not be so of all of them?

    >>> [parts_layers(x) for x in ("The hidden layers use tanh.", "All layers use tanh.", "The last layer $L$")]
    [True, False, False]
    """
    for said in clauses(DISPLAYED.sub(" . ", text)):
        if LAYER.search(said) and PARTED.search(said) and not ALIKE.search(said):
            return True
    return False


def unless_of_other_layers(link: Link, verdict: Verdict, reading: Reading) -> Verdict:
    """The verdict; open for a line about layers that no definition shows, on a page that parts the layers."""
    if verdict.judgement not in (Judgement.RIGHT, Judgement.WRONG) or not reading.steps:
        return verdict
    sides = (link.left, link.right)
    entries = [*(x for e in sides for x in of_kind(e, Var)), *(p.wrt for e in sides for p in of_kind(e, Partial))]
    for step in sorted(reading.steps):
        shown = _shown(reading, step)
        other = next((x for x in entries if not shown.has(x)), None)
        if other is not None and (shown.apart or parts_layers(link.page)) and _has_own_weights(reading, step):
            return Verdict(Judgement.UNPROVED, detail=OPEN.format(write(other)))
    return verdict


@dataclass(frozen=True, slots=True)
class _Shown:
    """At which steps definitions show each variable, every step standing for the one, and at which of its places that
    is; `apart`: one of them is typed for another step than the one."""

    steps: Mapping[Variable, frozenset[Affine]]
    places: Mapping[Variable, int]
    apart: bool

    def has(self, x: Var) -> bool:
        """Is it an entry of a variable without steps, or at a step that is shown?"""
        place = self.places.get(x.variable)
        return place is None or x.indices[place] in self.steps[x.variable]


@of_this_object(8)
def _shown(reading: Reading, step: str) -> _Shown:
    steps: dict[Variable, set[Affine]] = {}
    places: dict[Variable, int] = {}
    every, one, apart = Sym(f"{step}'"), Sym(step), False
    for d in reading.draft.definitions:
        for x in (d.left, *of_kind(d.body, Var)):
            for n, i in enumerate(x.indices):
                if {every, one} & i.letters():
                    places[x.variable] = n
                    steps.setdefault(x.variable, set()).add(i.substitute({every: affine(one)}))
        apart = apart or any(one in i.letters() and i != affine(one) for i in d.left.indices)
    return _Shown({v: frozenset(x) for v, x in steps.items()}, places, apart)


def _has_own_weights(reading: Reading, step: str) -> bool:
    """Does all that the definitions of every step are made of, and that nothing defines, carry the step?"""
    defined = {d.left.variable for d in reading.draft.definitions}
    carried = {Sym(f"{step}'"), Sym(step)}
    for d in reading.draft.definitions:
        if carried.isdisjoint(s for i in d.left.indices for s in i.letters()):
            continue
        for x in of_kind(d.body, Var):
            if x.variable not in defined and carried.isdisjoint(s for i in x.indices for s in i.letters()):
                return False
    return True
