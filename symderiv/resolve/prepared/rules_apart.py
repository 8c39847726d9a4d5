r"""The chain rule said in passing: `Chain rule: if $y = f(u)$ and $u = g(x)$ then $\frac{dy}{dx} = ..$`.

The letters of such a sentence are those of nothing, or of everything. Where the page has no f, no g and no u, its x and
y are not these: so they are names of their own in that sentence, and what it says of them it says of nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from ...document.blocks import Block
from ...latex import tree as t
from ...latex.tree import Chain, Derivative, Formula, Name, Node
from ...latex.walking import rebuilt
from ...notation import EQUALITIES
from ..located import Located
from .applied import before_parentheses, head_of
from .said_in_place import gaps_of

FONT = "mathfrak"
"""The font of such a letter; a page that has it for something is left as it is."""
RULE = re.compile(
    r"chain[\s-]+rule|r[èe]gle\s+de\s+(?:la\s+)?(?:d[ée]rivation|cha[iî]ne)|d[ée]rivation\s+en\s+cha[iî]ne"
    r"|kettenregel|regla\s+de\s+la\s+cadena|regola\s+della\s+catena|regra\s+da\s+cadeia|連鎖律|連鎖法則"
    r"|チェーンルール|合成関数の微分|合成函数(?:的)?求导|链式法则|链式求导|鏈式法則|연쇄\s*법칙|цепное правило",
    re.I,
)
"""What the words before the first formula of such a sentence speak of."""
ENDS = re.compile(r"[.;。;](?:\s|\Z)|\n[ \t]*\n|#")
"""Where a sentence or a paragraph ends."""


def with_rules_apart(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The formulas, the letters of such a sentence told apart from all others."""
    if not any(RULE.search(getattr(b, "text", "")) for b in blocks):
        return list(located)
    found = list(located)
    for here in _sentences(located, gaps_of(located, blocks)):
        said = [f for n in here if isinstance(f := found[n][1], Formula)]
        others = [f for n, (_, f) in enumerate(found) if n not in here and isinstance(f, Formula)]
        letters = _letters(said, others)
        for n in here if letters else ():
            display, f = found[n]
            found[n] = display, f if not isinstance(f, Formula) else _apart(f, letters)
    return found


def _sentences(located: Sequence[Located], gaps: Sequence[tuple[int, str]]) -> list[list[int]]:
    """The numbers of the formulas in each sentence that names the rule before its first formula."""
    found: list[list[int]] = []
    going_on = False
    for n, gap in gaps:
        if n < 0:
            break
        display = located[n][0]
        gap = gap if display.inline else gap.rstrip()
        if RULE.search(ENDS.split(gap)[-1]):
            found.append([n])
            going_on = True
            continue
        beside = going_on and (bool(gap.strip()) or display.paragraph == located[found[-1][-1]][0].paragraph)
        going_on = beside and ENDS.search(gap) is None
        if going_on:
            found[-1].append(n)
    return [x for x in found if len(x) > 1]


def _letters(said: Sequence[Formula], others: Sequence[Formula]) -> frozenset[str]:
    """The letters of the functions, of their values and of their arguments, if the rest of the page has no such rule.

    Of the functions and of what stands between them it has none; of what the rule differentiates it says what it is
    elsewhere, or does not differentiate it.
    """
    equations = [c for f in said for s in f.statements if (c := s.chain).relations and c.relations[0] in EQUALITIES]
    heads: set[str] = set()
    functions: set[str] = set()
    arguments: set[str] = set()
    for c in equations:
        head = c.members[0]
        if isinstance(head, Name):
            applied = _applied(c)
            heads |= {head.base for _ in applied}
            functions |= {f.base for f, _ in applied}
            arguments |= {y.base for _, x in applied for y in t.of_kind(x, Name)}
    arguments -= functions
    taken = [x for f in others for x in t.of_kind(f, Name)]
    used = {x.base for x in taken}
    between = heads & arguments
    tops = heads - arguments
    letters = heads | functions | arguments
    if len(functions) < 2 or not between or len(tops) != 1 or not letters & used:
        return frozenset()
    if used & (functions | between) or any(x.font == FONT for x in taken):
        return frozenset()
    ruled = any(tops & _above(d) and (arguments - heads) & _below(d) for f in said for d in t.of_kind(f, Derivative))
    free = (
        not tops & used
        or _is_defined(tops, others)
        or not any(tops & _above(d) for f in others for d in t.of_kind(f, Derivative))
    )
    return frozenset(letters) if ruled and free else frozenset()


def _applied(c: Chain) -> list[tuple[Name, Node]]:
    """The functions of letters that the members of an equation behind its first are."""
    products = [m for m in c.members[1:] if isinstance(m, t.Product) and len(m.factors) == 2]
    return [pair for m in products for pair in before_parentheses(m)]


def _above(d: Derivative) -> set[str]:
    return {d.of.base} if isinstance(d.of, Name) else set()


def _below(d: Derivative) -> set[str]:
    return {w.body.base for w in d.wrt if isinstance(w.body, Name)}


def _is_defined(letters: Set[str], formulas: Sequence[Formula]) -> bool:
    chains = [s.chain for f in formulas for s in f.statements if s.chain.relations]
    heads = {x.base for c in chains if (x := head_of(c.members[0])) is not None}
    return letters <= heads


def _apart(f: Formula, letters: frozenset[str]) -> Formula:
    """A formula with a font of their own for some letters."""

    def change(x: object) -> Node | None:
        if not isinstance(x, Name) or x.base not in letters:
            return None
        return replace(x, font=FONT, scripts=rebuilt(x.scripts, change))

    return replace(f, statements=tuple(rebuilt(s, change) for s in f.statements))
