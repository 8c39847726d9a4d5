r"""Lines below a heading that names hidden layers, `## Hidden layers`: the last layer is none of them.

`\delta^l = (W^{l+1})^T \delta^{l+1} \odot f'(z^l)` holds for `l < L`, and such a heading says so. Where words between
the heading and the line speak of other layers as well, the line is open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...affine import Sym, affine
from ...domain import le, lt
from ...expr import Var, free, of_kind
from ...pattern import lazily
from ...step import Judgement, Verdict
from ..cases.assuming import Judge
from ..cases.headed_cases import HEADING
from ..link import Link

HIDDEN = lazily(
    r"\b(?:hidden|inner|intermediate)\s+(?:layer|unit|neuron|node)s?\b|隠れ層|中間層|隐藏层|隱藏層|은닉층"
    r"|\b(?:verborgene|verdeckte)n?\s+(?:Schicht|Einheit|Neuron)(?:en)?\b|\bcouches?\s+cachées?\b|\bcapas?\s+ocultas?\b"
    r"|\bcamadas?\s+ocultas?\b|\bstrat[oi]\s+nascost[oi]\b",
    re.I,
)
OTHERS = lazily(
    r"\b(?:output|input|last|final|all|any|every|each|both|except|excluding|not|no|alle[nr]?|jede[nrs]?|Ausgabe\w*|letzte\w*|toutes?"
    r"|tous|chaque|sortie|dernière|todas?|todos?|cada|salida|saída|última|tutti|ogni|uscita|ultimo)\b"
    r"|出力|最終|最後|すべて|全て|全層|各層|任意|输出|輸出|最后|所有|每|출력|모든|마지막",
    re.I,
)
"""Words of other layers than these."""
UNSURE = "it is right for hidden layers, of which the heading above it speaks"


def unless_for_hidden_layers(link: Link, verdict: Verdict, judge: Judge) -> Verdict:
    """The verdict; for a wrong line below such a heading, that on it below the last layer if it is right."""
    if verdict.judgement is not Judgement.WRONG or link.written.ranges or link.written.where:
        return verdict
    words = _below_heading(link.page, link.written.line)
    if words is None:
        return verdict
    for letter, last in _layers(link):
        found = judge(link.under((lt(letter, last),)))
        if found.judgement is Judgement.RIGHT:
            return Verdict(Judgement.UNPROVED, detail=UNSURE) if OTHERS.search(words) else found
    return verdict


def _below_heading(page: str, line: int) -> str | None:
    """The heading of hidden layers above a line with the rows between them; None if its heading is another one."""
    rows = page.split("\n")[: line - 1]
    n = next((n for n in range(len(rows) - 1, -1, -1) if HEADING.match(rows[n])), None)
    return "\n".join(rows[n:]) if n is not None and HIDDEN.search(rows[n]) else None


def _layers(link: Link) -> Iterator[tuple[Sym, Sym]]:
    """The letters that a line has at the next place as well, `l` and `l + 1`, with the size that ends them."""
    forms = {i for side in (link.left, link.right) for v in of_kind(side, Var) for i in v.indices}
    for letter in sorted(free(link.left), key=lambda s: s.key):
        if not {affine(letter), affine(letter) + 1} <= forms:
            continue
        for size in sorted(link.full.letters() & link.system.sizes, key=lambda s: s.key):
            if le(letter, size) in link.full.constraints:
                yield letter, size
