"""What words say of the names of a page before it is known what these are: facts (`facts.Facts`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ..document.blocks import Block, Display
from ..latex.sizes_said import are_sizes_said
from ..latex.tree import Chain
from ..notation import EQUALITIES
from ..pattern import lazily
from .arrays.index_values import letters_called
from .facts import Facts
from .functions.families_in_words import families_in_words
from .located import Located
from .prepared import words_of
from .shapes.rows_told import called_rows
from .sizes.sizes_equated import sizes_told_apart
from .spelled.shape import letter_of, shape_of
from .stated import Stated
from .told.arbitrary_in_words import arbitrary_in_words
from .told.identities_in_words import identities_in_words

SHARED = lazily(
    r"\b(?:shar(?:e|es|ed|ing)|tied|tying|ties?|same (?:weights?|matri(?:x|ces)|parameters?)|identical)\b"
    r"|\b(?:re-?us(?:e|es|ed|ing)|(?:used|uses|use) (?:twice|again)|transposed? (?:of|weights?|matri(?:x|ces))"
    r"|symmetric (?:weights?|matri(?:x|ces)|autoencoders?))\b"
    r"|\b(?:gemeinsame?[rns]?|geteilte?[rns]?|diesel\w+|gleichen?) (?:Gewicht|Matri|Parameter)"
    r"|\bpartag\w+|mêmes? (?:poids|matri)"
    r"|\bcompart\w+|\bcondivi\w+|\bmism[oa]s (?:pesos|matri)|общ(?:ие|ая|ей|их) (?:вес|матриц)|те же веса|та же матриц"
    r"|共有|同じ(?:重み|行列|パラメータ)|共享|相同的(?:权重|矩阵|参数)|공유"
    r"|\b(?:gebunden|gekoppelt|verknüpft|symmetrisch)\w*|\btranspon\w+|\b(?:liée?s|symétriques?|transposée?s?)\b"
    r"|\b(?:atad|vinculad|ligad|acoplad)[oa]s?\b|\b(?:legat|vincolat)[ie]\b|\btraspos\w+|\btranspost\w+|\bsim[eé]tric\w+"
    r"|связанн\w+|транспонирован\w+|симметричн\w+|結合(?:された)?重み|タイド|転置(?:した)?(?:重み|行列)|対称(?:な)?(?:重み|行列)"
    r"|绑定|綁定|共用|(?:权重|矩阵|權重|矩陣)的?(?:转置|轉置)|묶[인은]|전치",
    re.I,
)
"""Words by which weights may be the same in several places."""


def tell_of_names(
    facts: Facts, located: Sequence[Located], blocks: Sequence[Block], relations: Iterable[Chain] = ()
) -> None:
    """Put into the facts of a page what its words say; `relations` between sizes are those of its front matter."""
    facts.families = families_in_words(located, blocks)
    facts.identities = identities_in_words(located, blocks)
    facts.rows_called = called_rows(located, words_of(blocks))
    facts.arbitrary = arbitrary_in_words(located, blocks)
    facts.called = letters_called(facts, located, blocks)
    told = [*relations]
    ends = [s for s in facts.stated if _equates_ends(s, facts)]
    around = {id(f): d for d, f in located}
    said = [s for s in ends if _is_said(around.get(id(s.formula)))]
    told_apart = sizes_told_apart([s.statement.chain for s in facts.stated], facts.ends | facts.range_ends)
    relations = [*told, *(c for s in said if letter_of((c := s.statement.chain).members[0]) not in told_apart)]
    facts.equal_sizes = _classes(c for c in relations if set(c.relations) == {"="})
    equal = bool(ends) or any("=" in c.relations for c in told)
    facts.shared_weights = equal or are_shared((s.statement.chain for s in facts.stated), words_of(blocks))


def are_shared(chains: Iterable[Chain], words: str) -> bool:
    """May weights be the same in several places, as words or an equation such as `W_{jk} = W_{kj}` say?"""
    return SHARED.search(words) is not None or any(map(_ties, chains))


def _ties(chain: Chain) -> bool:
    """Is it an equation of two entries of one array?"""
    shapes = list(map(shape_of, chain.members))
    pairs = zip(shapes, chain.relations, shapes[1:], strict=False)
    return any(r in EQUALITIES and a and b and a.base == b.base and a.pieces and a != b for a, r, b in pairs)


def _is_said(d: Display | None) -> bool:
    return d is None or not d.inline or are_sizes_said(d.before, d.after)


def _classes(relations: Iterable[Chain]) -> dict[str, str]:
    """For each size that equations make equal to another, one of these for all of them."""
    found: dict[str, str] = {}
    for c in relations:
        letters = [x for x in map(letter_of, c.members) if x is not None]
        if len(letters) == len(c.members):
            same = {x for x in found if found[x] in {found.get(y, y) for y in letters}} | {*letters}
            found |= dict.fromkeys(sorted(same), min(same))
    return found


def _equates_ends(stated: Stated, facts: Facts) -> bool:
    """Is it `n = H` between two ends of ranges?"""
    chain = stated.statement.chain
    letters = [letter_of(m) for m in chain.members]
    return set(chain.relations) == {"="} and all(x in facts.ends | facts.range_ends for x in letters)
