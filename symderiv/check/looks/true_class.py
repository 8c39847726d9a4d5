r"""Lines for the true class in any letter, `$L = -\log p_i$ for the true class $i$` beside `L = -\sum_i y_i \log p_i`.

The i of such a line is no general one, although that of the other lines is. On a page that speaks of a true class a
line that is wrong, and right where data are 1 at its i and 0 elsewhere or 0 at its i, is left open. So is one that is
right if data are one-hot, where words may say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from ...affine import Sym, affine
from ...domain import eq, ne
from ...domain.constraint import Domain
from ...expr import ZERO, Bracket, Cases, Expr, Num, Sum, Var, free, fresh, of_kind, variables
from ...pattern import lazily
from ...resolve.prepared.words.called_classes import classes_called, singled_out
from ...resolve.prepared.words.called_one_hot import DENIED, WORD
from ...resolve.prepared.words.targets_one_hot import sentences
from ...resolve.spelled.keys import split_key
from ...step import Judgement, Verdict
from ...system import Piece, Role, System
from ..cases.assuming import Judge
from ..known.few_values import differentiated_by
from ..link import Link
from ..words.spoken import spoken
from .cases_of_one import says_cases

FOR_CLASS = "it is right where `{}` is the true class, and not for the others"
FOR_OTHERS = "it is right where `{}` is not the true class, and not for that"
IF_ONE_HOT = "it is right if the targets are one-hot, and the page may say so"
MOST = 6
"""So many data are tried."""
SPOKEN_OF = lazily(
    r"\b(?:correct|true|target|right|gold|actual|observed|wrong|incorrect|false)\s+(?:class(?:es)?|categor(?:y|ies)|index)\b"
    r"|\b(?:for|if|when)\s+(?:the|all|any|an?)\s+(?:\w+\s+)?(?:correct|true|target|wrong|incorrect|other)\s+"
    r"(?:labels?|words?|tokens?|answers?|ones?)\b"
    r"|(?:正解|正しい|真の)(?:の)?(?:クラス|カテゴリ)|(?:richtige|wahre|korrekte)n? Klasse",
    re.I,
)
"""Words by which lines of the page may be of the true class alone, or of the others."""
_TRUE = (
    r"(?:(?:correct|true|target|right|gold|actual|observed)\s+(?:class|category|index)"
    r"|(?:正解|正しい|真の)(?:の)?(?:クラス|カテゴリ))"
)
ONE_OF_THEM = lazily(r"\b(?:exactly|only|just|precisely) one of\b|どれか(?:一|1|ひと)つ|独热|\bgenau ein", re.I)
"""Other words for data that are one-hot."""
NAMED = lazily(
    rf"(?<=\$)\s*(?:(?:is|be|denotes?|being)\s+(?:the\s+)?(?:index of (?:the\s+)?)?|[をはが])\s*{_TRUE}"
    rf"|{_TRUE}\s*(?:is|be|being|denoted by|,|[をはが])?\s*(?=\$)(?!\$\$)",
    re.I,
)
"""Words that name the letter of the true class and say no more."""
OTHERS = lazily(
    r"\b(?:wrong|incorrect|false|others?|rest|remaining|else|otherwise)\b"
    r"|\bnot (?:equal to )?(?:the )?(?:correct|true|target|right|gold)\b|以外|でない|ではない|他の|誤った",
    re.I,
)
"""Words by which lines may be of the others."""
_CLASSES = r"(?:class|klasse|clase|categor|kategor|label|word|token|クラス|ラベル|类|類|클래스|класс)"
OTHER_CLASS = lazily(
    rf"(?:\b(?:other|another|wrong|incorrect|false|different|ander|falsch|autre|fausse|otra|altr[ao]|outra|друг|неверн)"
    rf"|\b(?:not|nicht|pas|non?|não|не)\b|其他|其它|错误|不正确|不是|別の|他の|以外|でない|ではない|다른|아닌).*{_CLASSES}"
    rf"|{_CLASSES}.*(?:\b(?:other\s+than|different\s+from|but|not|nicht|pas|non?|não|не|außer|sauf)\b|以外|でない|ではない|아닌)",
    re.I | re.S,
)
"""Words of a sentence about another class than the true one;"""
ALONE = lazily(r"\$\s*([A-Za-z])\s*(?:\\ne(?:q)?\s*[A-Za-z]\s*)?\$")
"""and a letter alone in it."""
ENTROPY = lazily(r"\\l(?:og|n)(?![a-z])")
"""On a page with logarithms an entry that is 1, `$t_c = 1$`, may be that of the class; elsewhere it is a value."""
GIVEN = (None, Num(Fraction(1)))
"""What data are, which words may say of the true class alone: `$i$ is the true class. Then $t_i = 1$`."""


def unless_for_true_class(link: Link, verdict: Verdict, judge: Judge) -> Verdict:
    """The verdict; open for a wrong line that is right for the true class alone or for the others alone, if the page
    speaks of that class, and for one that is right if data are one-hot, if the page may say so."""
    if verdict.judgement is not Judgement.WRONG:
        return verdict
    words = link.page
    of_page, spoken_of = _said(words)
    classes = [*of_page, *(x for w in link.written.words for x in classes_called(w))]
    if classes or spoken_of:
        for one, detail in _for_classes(link, {Sym(x) for x in classes}):
            if _is_right(one, link, judge):
                return Verdict(Judgement.UNPROVED, detail=detail)
    for one, detail in _for_other_classes(link):
        if _is_right(one, link, judge):
            return Verdict(Judgement.UNPROVED, detail=detail)
    if _may_call_one_hot(words):
        for system, _ in _with_class(link, None):
            if _is_right(replace(link, system=system), link, judge):
                return Verdict(Judgement.UNPROVED, detail=IF_ONE_HOT)
    return verdict


def _is_right(one: Link, link: Link, judge: Judge) -> bool:
    """Is the line right with such data, and not only because these make what it is about 0?"""
    if judge(one).judgement is not Judgement.RIGHT:
        return False
    if one.system is link.system or link.right == ZERO:
        return True
    left, general = (replace(x, right=ZERO) for x in (one, link))
    return judge(left).judgement is not Judgement.RIGHT or judge(general).judgement is Judgement.RIGHT


@lru_cache(maxsize=64)
def _said(page: str) -> tuple[tuple[str, ...], bool]:
    """The letters that a page calls the true class, or with which it says that an entry is 1, beside logarithms, and
    whether it speaks of that class."""
    single = singled_out(page) if ENTROPY.search(page) else ()
    return (*classes_called(page), *single), SPOKEN_OF.search(spoken(page)) is not None


@lru_cache(maxsize=64)
def _may_call_one_hot(words: str) -> bool:
    """Do words of the page call data so, and none of them deny it?"""
    if not WORD.search(said_in_words := spoken(words)) and not ONE_OF_THEM.search(said_in_words):
        return False
    said = [s for s in sentences(words) if WORD.search(s) or ONE_OF_THEM.search(s)]
    return bool(said) and not any(DENIED.search(s) for s in said)


def _for_other_classes(link: Link) -> Iterator[tuple[Link, str]]:
    """The line where letters that words call other classes differ from that of one-hot data."""
    others = _others(link.page) & (free(link.left) | free(link.right))
    brackets = {c for p in link.system.pieces if p.body is not None for x in of_kind(p.body, Bracket) for c in x.where}
    classes = {s for c in brackets for s in c.letters()} & link.system.sizes if others else set[Sym]()
    for x in sorted(others, key=lambda s: s.name):
        for c in sorted(classes - {x}, key=lambda s: s.name):
            yield link.under((ne(x, c),)), FOR_OTHERS.format(x)


@lru_cache(maxsize=64)
def _others(page: str) -> frozenset[Sym]:
    """The letters alone of which a sentence speaks that speaks of other classes than the true one."""
    if OTHER_CLASS.search(page) is None:
        return frozenset()
    said = (s for s in sentences(page) if OTHER_CLASS.search(s))
    return frozenset(Sym(m[1]) for s in said for m in ALONE.finditer(s))


def _for_classes(link: Link, called: Set[Sym]) -> Iterator[tuple[Link, str]]:
    """The line with a letter of it as the class, and as another one if no words call it the class."""
    sizes, others = link.system.sizes, OTHERS.search(link.page) is not None
    here = free(link.left) | free(link.right) | link.full.letters()
    own = {Sym(x) for w in link.written.words for x in classes_called(w)}
    for x in sorted((here - sizes) | (here & called), key=lambda s: s.name):
        for system, c in (*_with_class(link, x if x in sizes else None), *_singled_out(link, x)):
            one, general = replace(link, system=system), _holds_data(link, system)
            if says_cases(link, eq(x, c)):
                continue
            if not general or x in own:
                yield one.under((eq(x, c),)) if x != c else one, FOR_CLASS.format(x)
            if not general and (x not in called or (others and x not in sizes)):
                yield one.under((ne(x, c),)), FOR_OTHERS.format(x)


def _holds_data(link: Link, system: System) -> bool:
    """Does the line hold the data that are 1 at the class? Then it is one for all classes."""
    made = {p.variable for p in system.pieces} - {p.variable for p in link.system.pieces if p in system.pieces}
    return not made.isdisjoint(variables(link.left) | variables(link.right))


def _singled_out(link: Link, x: Sym) -> Iterator[tuple[System, Sym]]:
    r"""The network with the letter of an entry that it singles out, the c of `L = -\log p_c`.

    Words that only name the class, `where $c$ is the true class`, make no line one for it alone; nor is a line for it
    alone that compares the letter with it, as `p_k - [k = c]`.
    """
    system = link.system
    if not SPOKEN_OF.search(NAMED.sub("", link.page)):
        return
    sides = (link.left, link.right)
    compared = {c.letters() for e in sides for b in of_kind(e, Bracket) for c in b.where}
    compared |= {c.letters() for e in sides for x in of_kind(e, Cases) for _, where in x.rows for c in where}
    entries = (i for p in system.pieces if p.body is not None for v in of_kind(p.body, Var) for i in v.indices)
    letters = {s for i in entries for s in i.letters() if s in system.sizes and i == affine(s) and s.name.islower()}
    yield from ((system, s) for s in sorted(letters - {x}, key=lambda s: s.name) if {x, s} not in compared)


def _with_class(link: Link, x: Sym | None) -> Iterator[tuple[System, Sym]]:
    """The network with data of it that are 1 at a class and 0 elsewhere, and the letter of the class."""
    system = link.system
    moved = differentiated_by(system, (link.left, link.right))
    used = {v for p in system.pieces if p.body is not None for v in variables(p.body)}
    data = [p for p in system.pieces if p.body in GIVEN and p.variable in used - moved]
    alone = [p for p in data if len(system.of(p.variable)) == 1 and p.letters]
    for p in [p for p in alone if not _is_moved(p, link.page)][:MOST]:
        for k in _numbering_classes(system, p):
            c = x if x is not None else fresh({*system.sizes, *link.domain.letters(), *p.letters}, k)
            yield _with_ones(system, p, k, c), c


def _is_moved(p: Piece, page: str) -> bool:
    """Does the page differentiate by them anywhere? Then they are weights, and no targets."""
    name = re.escape(split_key(p.variable.key)[0])
    font = r"(?:\\(?:mathbf|boldsymbol|bm|vec|mathrm)\s*\{?\s*)?"
    return re.search(rf"(?:\\partial(?![a-z])|\\nabla\s*_)\s*\{{?\s*{font}{name}(?![A-Za-z'])", page) is not None


def _numbering_classes(system: System, p: Piece) -> tuple[Sym, ...]:
    """The letters of data over which they add up to 1, as the page says; all of them where it does not say so."""
    over = set[Sym]()
    for a in system.assumptions:
        if isinstance(a.left, Sum) and isinstance(a.left.body, Var) and a.left.body.variable == p.variable:
            places = zip(p.letters, a.left.body.indices, strict=True)
            over |= {k for k, i in places if i == affine(a.left.letter)}
    return tuple(k for k in p.letters if not over or k in over)


def _with_ones(system: System, p: Piece, k: Sym, c: Sym) -> System:
    one: Expr = Bracket((eq(k, c),))
    made = replace(p, body=one, role=Role.NODE)
    where = Domain(tuple(x for x in p.domain.constraints if x.letters() <= {k, *system.sizes}))
    return replace(
        system,
        pieces=tuple(made if x is p else x for x in system.pieces),
        sizes=system.sizes | {c},
        context=system.context & where.substitute({k: affine(c)}),
        assumptions=tuple(a for a in system.assumptions if p.variable not in variables(a.left) | variables(a.right)),
        values=tuple(v for v in system.values if v.variable != p.variable),
    )
