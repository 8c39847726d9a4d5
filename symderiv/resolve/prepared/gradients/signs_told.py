r"""A sign before a name that words call the derivative by it: `$\delta v$ denotes $\partial E/\partial v$`.

`For a vector $v$ of the network` holds for every name, as an equation about one would (`deltas`). What is only said of
a name that the page has nowhere else says nothing of the network, and is left out. Where a page says something else of
the sign, too (`for a matrix $\delta M$ is the update`), formulas with it are not read.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ....document.blocks import Block
from ....errors import ReadError
from ....latex import sentences
from ....latex.denials import denies, weakens
from ....latex.tree import Chain, Derivative, Formula, Nabla, Name, Node, Product, Statement, Wrt, of_kind
from ....pattern import lazily
from ...asked import where
from ...located import Located, read_of
from ...spelled.shape import Stem, stem_of
from ..said_in_place import gaps_of, value_alone
from .deltas import SIGNS, explained_by_equations, signed, with_sign_meant
from .gradients_by_accent import CALLED, CALLING, MEANS
from .gradients_by_d_told import TURNED

PARTLY = lazily(
    r"\b(?:without|ignor\w+|neglect\w+|omit\w*|except\w*|only|direct(?:ly)?|immediate|local(?:ly)?|holding|h[eo]ld|fixed"
    r"|explicit(?:ly)?|up to|if|when|unless)\b|直接|だけ|のみ",
    re.I,
)
"""Words by which it is the derivative in part, or in a case."""
_LED = r"\s*,?\s*(?:(?:alone|itself|however|though|here|only|then)\s*,?\s*)*"
MEANT = lazily(
    rf"{_LED}(?:is|are|be|denotes?|means?|stands?\s+for)\s+(?:the|an?|something|another|not|no|minus|our|defined|\Z)"
    r"|\s*(?:for\s*\Z|は|を)",
    re.I,
)
"""Words behind what they say something of,"""
NAMED = lazily(r"\b(?:called|denoted|written|denote|call|abbreviated?)(?:\s+(?:by|as))?\s*\Z", re.I)
"""or before it,"""
OF_SIGN = lazily(rf"{MEANT.pattern}|\s*(?:the|an?|our|some)\s", re.I)
"""and behind the sign alone."""
MEANT_SO = lazily(
    rf"{MEANT.pattern}|{_LED}(?:(?:is|are)\s+(?:taken|meant|understood|different|of|with)\b|(?:refers?|belongs?|stands?)\b)",
    re.I,
)
"""What is said of one that an equation has explained,"""
_OF = r"(?:the\s+)?(?:(?:total|overall)\s+)?(?:(?:loss|cost|error|energy|objective)(?:\s+function)?(?:\s*«of»)?|«of»)"
AS_EXPLAINED = lazily(
    rf"{_LED}(?:is|are|be|denotes?|means?|stands?\s+for)\s+(?:(?:the|a|its|our)\s+)?"
    r"(?:(?:partial|corresponding|backpropagated|loss|error)\s+)*(?:gradient|derivative)s?"
    rf"(?:\s+of\s+{_OF})?(?:\s+(?:with\s+respect\s+to|w\.?\s?r\.?\s?t\.?|by|for|at)\s+(?:the\s+[a-z]+\s+)?«by»)?\s*,?\s*"
    rf"|\s*(?:は|を)[、,]?\s*(?:(?:{_OF}|損失|誤差|コスト)\s*の?)?\s*(?:«by»\s*(?:に関する|による|で))?\s*偏?(?:微分|勾配|導関数)"
    r"(?:係数)?(?:とする|を表す|である|です|と書く|で)?\s*",
    re.I,
)
"""and what is no more than the equation."""


@dataclass(frozen=True, slots=True)
class Told:
    """A sign that means the derivative of `of`, told before `name`; by the formulas of these numbers."""

    sign: str
    of: Node
    name: Name
    at: tuple[int, int]


def _is_signed(s: Statement) -> bool:
    return not s.chain.relations and any(signed(s.chain.members[0], sign) is not None for sign in SIGNS)


@where(_is_signed)
def with_signs_told(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The formulas of a document with derivatives for such signs."""
    found = list(located)
    told = list(_told(found, blocks))
    for sign in SIGNS:
        here = [x for x in told if x.sign == sign]
        explained = explained_by_equations([s.chain for f in read_of(found) for s in f.statements], sign)
        if None in explained.values() or len({*explained.values()}) > 1:
            explained = {}
        apart = [*{*explained.values(), *(x.of for x in here)}] if explained else []
        if len(apart) == 1 and not here and not _is_told_apart(found, blocks, sign, apart[0]):
            apart = []
        if len(apart) > (len(here) > 0):  # an equation says of one name what words do not say of another
            found = [(d, f if _is_of(f, sign, explained) else _unread(f, sign)) for d, f in found]
            continue
        if here and _is_contested(found, blocks, sign, here):
            found = [(d, _unread(f, sign)) for d, f in found]
            continue
        if len({x.of for x in here}) != 1:
            continue
        new = with_sign_meant(found, sign, here[0].of)
        if new is not found:
            found = _without_strangers(new, here)
    return found


def _is_contested(located: Sequence[Located], blocks: Sequence[Block], sign: str, told: Sequence[Told]) -> bool:
    """Do other words, or an equation, say something else of the sign?"""
    gaps, known = gaps_of(located, blocks), {n for x in told for n in x.at}
    for (n, before), (_, behind) in pairwise(gaps):
        value = value_alone(located[n]) if n not in known else None
        if value is None:
            continue
        bare = isinstance(value, Name) and value.base == sign and not value.scripts
        said = OF_SIGN.match(behind) if bare else MEANT.match(behind) or NAMED.search(before)
        if said and (bare or signed(value, sign) is not None):
            return True
    chains = [s.chain for f in read_of(located) for s in f.statements if s.chain.relations]
    return any(_is_otherwise(c, sign, {x.of for x in told}) for c in chains)


def _is_told_apart(located: Sequence[Located], blocks: Sequence[Block], sign: str, of: Node | None) -> bool:
    """Do words say of the sign before a name what an equation has not said of it before another?"""
    gaps = gaps_of(located, blocks)
    for at, ((n, _), (_, behind)) in enumerate(pairwise(gaps)):
        value = value_alone(located[n])
        name = signed(value, sign) if value is not None else None
        if name is not None and MEANT_SO.match(sentences.first(behind)):
            clause = _clause(located, gaps[at + 1 :], {of: "of", name: "by"})
            if not AS_EXPLAINED.fullmatch(clause):
                return True
    return False


def _clause(located: Sequence[Located], gaps: Sequence[tuple[int, str]], known: dict[Node | None, str]) -> str:
    """The rest of a clause, which begins with the words before the first of these formulas; those known by a word."""
    text = ""
    for n, words in gaps:
        end = sentences.END.search(words)
        text += words[: end.start()] if end else words
        if end or n < 0 or not located[n][0].inline:
            break
        text += f"«{known.get(value_alone(located[n]), '')}»"
    return text


def _is_of(f: Formula | ReadError, sign: str, explained: Collection[Stem]) -> bool:
    """Is it a formula with the sign before no names but those that equations explain?"""
    if isinstance(f, ReadError):
        return True
    chains = [s.chain for s in f.statements]
    every: list[Node] = [x for c in chains for x in of_kind(c, Name)]
    every += [x for c in chains for x in of_kind(c, Nabla)]
    every += [Product(p) for c in chains for x in of_kind(c, Product) for p in pairwise(x.factors)]
    names = [name for x in every if (name := signed(x, sign)) is not None]
    return all(stem_of(x) in explained for x in names)


def _is_otherwise(c: Chain, sign: str, of: set[Node]) -> bool:
    r"""Is it `\delta W = -\eta \frac{\partial E}{\partial W}`, more than the derivative by the name?"""
    name, right = signed(c.members[0], sign), c.members[1]
    own = (x for x in of_kind(right, Derivative) if name is not None and x.wrt == (Wrt(name),) and x.of in of)
    return any(x is not right for x in own)


def _unread(f: Formula | ReadError, sign: str) -> Formula | ReadError:
    """A formula, or why it is not read where the sign stands before a name."""
    if isinstance(f, ReadError) or not any(_has_sign(s.chain, sign) for s in f.statements):
        return f
    return ReadError(f"words say more than one thing of the sign `{sign}`", f.here)


def _has_sign(c: Chain, sign: str) -> bool:
    names: list[Node] = [*of_kind(c, Name)]
    if any(signed(x, sign) is not None for x in [*names, *of_kind(c, Nabla)]):
        return bool(c.relations)
    pairs = (Product(p) for x in of_kind(c, Product) for p in pairwise(x.factors))
    return bool(c.relations) and any(signed(p, sign) is not None for p in pairs)


def _without_strangers(located: list[Located], told: Sequence[Told]) -> list[Located]:
    """The formulas, without those that only tell the sign before a name that stands nowhere else."""
    silent = {n for x in told for n in x.at}
    others = {
        stem_of(y)
        for n, (_, f) in enumerate(located)
        if n not in silent and isinstance(f, Formula)
        for s in f.statements
        if s.chain.relations
        for y in of_kind(s.chain, Name)
    }
    left_out = {n for x in told if stem_of(x.name) not in others for n in x.at}
    return [
        (d, replace(f, statements=()) if n in left_out and isinstance(f, Formula) else f)
        for n, (d, f) in enumerate(located)
    ]


def _told(located: Sequence[Located], blocks: Sequence[Block]) -> Iterator[Told]:
    """What words between two formulas say, a sign before a name and the derivative by that name."""
    gaps = gaps_of(located, blocks)
    for (one, lead), (two, gap), (_, behind) in zip(gaps, gaps[1:], gaps[2:], strict=False):
        if one < 0 or two < 0:
            continue
        before, rest = sentences.last(lead), sentences.first(behind)
        a, b = value_alone(located[one]), value_alone(located[two])
        told = _is(a, b) if MEANS.fullmatch(gap) else None
        if told is None and CALLED.fullmatch(gap) and CALLING.search(f"{before} {gap} {rest[:12]}"):
            told = _is(b, a)
        words = f"{gap} {rest}"
        turned = TURNED.search(f"{before} {words}") or PARTLY.search(words)
        if told is None or turned or denies(before, rest) or weakens(before, rest):
            continue
        yield Told(*told, (one, two))


def _is(a: Node | None, b: Node | None) -> tuple[str, Node, Name] | None:
    """The sign, what is differentiated and the name, where b is the derivative by the name behind the sign in a."""
    if a is None or not isinstance(b, Derivative) or b.of is None or b.order != 1 or b.direct:
        return None
    for sign in SIGNS:
        name = signed(a, sign)
        if name is not None and b.wrt == (Wrt(name),) and isinstance(b.of, Name):
            return sign, b.of, name
    return None
