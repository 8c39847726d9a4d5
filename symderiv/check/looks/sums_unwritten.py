r"""Sums that a page says it does not write: `repeated indices are summed over`, `we drop the sum over $n$ below`.

So it is for one example, `Now for a single example $n$`, where the page adds up over all. A line that is wrong as it
stands and right with the sum over the letters that only one of its sides has is open below such words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import combinations

from ...affine import Affine, Sym, affine
from ...domain import Domain, bounds
from ...domain.constraint import Context
from ...expr import Add, Div, Expr, Index, Partial, Sum, Var, Variable, add, free, of_kind
from ...expr import replace as rewritten
from ...pattern import lazily
from ...read import Written
from ...resolve.integers.implicit import with_implicit_sums
from ...step import Judgement, Verdict
from ..cases.assuming import Judge
from ..link import Link
from ..words.spoken import spoken

_SUM_SIGN = (
    r"(?:(?:sums?|summations?)(?:\s+(?:signs?|symbols?|over))?\b|sigma signs?|Summen(?:zeichen"
    r"|symbole?)?\b|signes? (?:de )?somm\w+"
    r"|símbolos? de sumatori\w+)"
)
CONVENTION = lazily(
    r"\bsummation convention\b|\bEinstein(?:'s|’s|sche\w*)?[ -](?:sum\w*|notation|convention|Konvention)"
    r"|\bSummenkonvention\b"
    r"|\b(?:repeated|double|doubled|dummy) ind(?:ices|exes)\b[^.;]{0,40}\b(?:sum|impli)"
    r"|\b(?:sum\w*|summation)\b[^.;]{0,30}\bover\s+(?:all\s+)?(?:repeated|double|doubled) ind"
    r"|\bdoppelt\w*(?:\s+\w+)?\s+Indi[zc]es\b[^.;]{0,40}summier|\bconvention de sommation\b|\bindices répétés\b"
    r"|\bíndices repetidos\b|\bindici ripetuti\b|повторяющ\w+ индекс\w*"
    r"|重复(?:的)?(?:指标|下标|角标)[^。]{0,10}求和|求和约定|繰り返(?:し|さ)[^。]{0,8}添字[^。]{0,16}和"
    r"|アインシュタイン|縮約記法|重复指标|反复指标",
    re.I,
)
"""Words by which repeated letters are summed over;"""
_LEAVE = (
    r"(?:drop(?:s|ped|ping)?|omit(?:s|ted|ting)?|suppress(?:es|ed|ing)?|leav\w+ (?:out|away)|skip(?:s|ped|ping)?"
    r"|(?:do|does|will) not (?:write|show|print)|don[’']t (?:write|show|print))"
)
DROPPED = lazily(
    rf"\bwithout (?:the |any )?{_SUM_SIGN}|\b{_LEAVE}\s+(?:the\s+|all\s+|our\s+|these\s+)*(?:explicit\s+"
    rf"|outer\s+)?{_SUM_SIGN}"
    rf"|\b(?:the\s+|all\s+){_SUM_SIGN}[^.;]{{0,40}}\b(?:is|are|will be)\s+(?:\w+\s+)?(?:dropped|omitted"
    rf"|suppressed|left out|not written|implied)\b"
    r"|\bSummen?(?:zeichen|symbole?)?\b[^.;]{0,60}\bweg(?:gelassen)?\b|\b(?:lassen"
    r"|lasse)\b[^.;]{0,40}\bSummen?\w*\b[^.;]{0,60}\bweg\b"
    r"|\bon omet\b[^.;]{0,30}\bsomm\w+|\bomitimos\b[^.;]{0,30}\bsuma\w*"
    r"|(?:和|総和|シグマ)(?:の)?(?:記号|符号)?[はを](?:省略|略|書かない)|省略(?:求和|对[^。]{1,8}的求和)"
    r"|(?:求和|求和符号|求和号)(?:均|都)?省略|不写求和",
    re.I,
)
"""words by which sums are not written from there on;"""
_EXAMPLE = (
    r"(?:training |data )?(?:examples?|samples?|(?:data )?points?|patterns?|instances?|observations?"
    r"|case|datum|pair|image)\b"
)
SINGLE = lazily(
    rf"\b(?:for|consider\w*|look\w*\s+at|take|on|only|just|use[sd]?|using|to|with)\s+(?:only\s+"
    rf"|just\s+)?(?:a\s+single|one(?:\s+single)?"
    rf"|an\s+individual|a\s+fixed)\s+{_EXAMPLE}"
    rf"|\b(?:ein\s+einzelne[sn]|einzelne[sn]|nur\s+ein(?:en)?|ein\s+einziges|einen\s+einzelnen|ein\s+festes)\s+"
    r"(?:Beispiel|Datenpunkt|Muster|Trainingsbeispiel|Datum)\b|\bun seul exemple\b|\bun solo ejemplo\b"
    r"|\bun solo esempio\b"
    r"|(?:单个|单一|一个|單個)(?:训练)?(?:样本|样例|数据|樣本)|单样本"
    r"|(?:1|１|一|ひと)\s*(?:つ|個|件|サンプル)(?:の)?\s*(?:データ|サンプル|例|パターン|訓練例|学習例"
    r"|事例)?(?:のみ|だけ|について|を考え|に対して)",
    re.I,
)
"""and words for one example."""
DENIED = lazily(
    r"\b(?:no(?! (?:sums?|summation|index|longer (?:write|show))\b)|never|without(?! (?:(?:the |any )?su|loss\b))"
    r"|kein\w*|sans|sin|more than)\b"
    r"|\b(?:unlike|(?:instead of|rather than)(?= (?:(?:only|just|for|using|with|on) )*(?:an? |one\b|the sum)))\b"
    r"|\bnicht\b(?! (?:mehr )?geschrieben)"
    r"|\b(?:do|does|did|is|are|will|can|must|should)(?:\s+not|n[’']t)\b(?!\s+(?:write|show|print"
    r"|written))|\bnot (?:a|one|only|just|for)\b"
    r"|使わない|用いない|使いません|とらない|ではなく|でなく|不使用|不采用|不用|不是|没有",
    re.I,
)
ALL_AGAIN = lazily(
    r"\b(?:all|every|whole|entire|full|total)\s+(?:the\s+|of the\s+|\$?N\$?\s+)*(?:training\s+"
    r"|data\s*)?(?:examples|samples|(?:data )?points"
    r"|patterns|instances|set|batch|data|error|loss|cost|gradient)\b|\bsumm(?:ed|ing)\s+over\b|\b(?:alle"
    r"|allen)\s+(?:Beispiele|Daten|Muster)\w*"
    r"|\bgesamte?[nrs]?\b|すべての|全ての|全データ|全体|所有样本|全部样本|整个",
    re.I,
)
"""Words by which all of them are meant again."""
SENTENCE = lazily(r"(?<=[.;!?:：])\s+|(?<=[。；！？])|\n\s*\n|(?<=\$\$)|(?=\$\$)")
MOST = 3
DETAIL = "it is right with the sum over `{}`, which the page says it does not write, or is for one of them only"


def unless_sums_unwritten(link: Link, verdict: Verdict, claims: Sequence[Written], judge: Judge) -> Verdict:
    """The verdict; open for a wrong line that is right with sums that words say are not written."""
    if verdict.judgement is not Judgement.WRONG or not _speaks(link.page):
        return verdict
    above = _since_defined(link, claims)
    for letters, summed in _summed(link, says_convention(link.page), above):
        if judge(summed).judgement is Judgement.RIGHT:
            detail = DETAIL.format(", ".join(s.name for s in letters))
            return Verdict(Judgement.UNPROVED, detail=detail)
    return verdict


def says_convention(page: str) -> bool:
    """Does a page say that repeated letters are summed over?

    >>> says_convention("Repeated indices are summed over."), says_convention("We do not use the summation convention.")
    (True, False)
    """
    return any(CONVENTION.search(s) and not DENIED.search(s) for s in SENTENCE.split(spoken(page)))


def _leaves_sums(sentence: str) -> bool:
    return any(p.search(sentence) for p in (DROPPED, SINGLE)) and DENIED.search(sentence) is None


@lru_cache(maxsize=16)
def _speaks(page: str) -> bool:
    words = spoken(page)
    return any(p.search(words) for p in (CONVENTION, DROPPED, SINGLE))


def _since_defined(link: Link, claims: Sequence[Written]) -> bool:
    """Does the page say, between what the line differentiates and the line, that it leaves the sums?"""
    names = _differentiated(link)
    starts = [
        c.line
        for c in claims
        if c.place.file == link.written.place.file and any(e.variable in names for _, e in c.defines)
    ]
    start = max((n for n in starts if n < link.written.line), default=0)
    rows = link.page.split("\n")
    text = spoken("\n".join((*rows[start : link.written.line - 1], link.written.words[0].rpartition("\n")[2])))
    said = False
    for sentence in SENTENCE.split(text):
        if _leaves_sums(sentence):
            said = True
        elif ALL_AGAIN.search(sentence):
            said = False
    return said


def _differentiated(link: Link) -> frozenset[Variable]:
    derivatives = (d for e in (link.left, link.right) for d in of_kind(e, Partial))
    return frozenset(x.variable for d in derivatives for x in of_kind(d.of, Var))


def _summed(link: Link, convention: bool, dropped: bool) -> Iterator[tuple[tuple[Sym, ...], Link]]:
    """The line with the sums that it may mean, with the letters that they run over."""
    sizes = link.system.sizes
    left, right = (free(e) - sizes for e in (link.left, link.right))
    own = sorted((left ^ right) & link.domain.letters(), key=lambda s: s.name)[:MOST]
    ends = {s: e for s in own if (e := _ends(link, s)) is not None}
    if convention and ends:
        index = frozenset(s.name for s in ends)
        put = [
            _filled(with_implicit_sums(e, other, index), ends) for e, other in ((link.left, right), (link.right, left))
        ]
        yield tuple(ends), _without(link, ends, put[0], put[1])
    if not dropped:
        return
    for n in range(1, len(ends) + 1):
        for some in combinations(ends, n):
            sums = [_over(e, [(s, *ends[s]) for s in some]) for e in (link.left, link.right)]
            yield some, _without(link, some, sums[0], sums[1])
            size = ends[some[0]][1]
            if n == 1 and ends[some[0]][0] == affine(1):
                mean = [_over(e, [(some[0], *ends[some[0]])], size) for e in (link.left, link.right)]
                yield some, _without(link, some, mean[0], mean[1])


def _without(link: Link, letters: Sequence[Sym] | dict[Sym, tuple[Affine, Affine]], left: Expr, right: Expr) -> Link:
    """The line with other sides, in which such letters are bound."""
    bound = frozenset(letters)
    kept = Domain(tuple(c for c in link.domain.constraints if not bound & c.form.letters()))
    return replace(link, left=left, right=right, domain=kept)


def _ends(link: Link, s: Sym) -> tuple[Affine, Affine] | None:
    found = bounds(link.domain, s, Context(link.system.context, link.system.size_functions))
    one = len(found.lowers) == len(found.uppers) == 1
    return (found.lowers[0], found.uppers[0]) if one else None


def _filled(e: Expr, ends: dict[Sym, tuple[Affine, Affine]]) -> Expr:
    """The expression with ends for the sums that have none."""

    def fill(x: Expr) -> Expr | None:
        if not isinstance(x, Sum) or x.lowers or x.uppers or x.letter not in ends:
            return None
        low, high = ends[x.letter]
        return replace(x, lowers=(low,), uppers=(high,))

    return rewritten(e, fill)


def _over(e: Expr, letters: Sequence[tuple[Sym, Affine, Affine]], divided: Affine | None = None) -> Expr:
    """The sum of an expression over letters, of each of its terms over those that it has."""
    if isinstance(e, Add):
        return add(*(_over(t, letters, divided) for t in e.terms))
    for s, low, high in letters:
        if s in free(e):
            e = Sum(s, (low,), (high,), e)
            e = e if divided is None else Div(e, Index(divided))
    return e
