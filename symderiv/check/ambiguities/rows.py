r"""A fixed row of given data: the o of `s = \sum_i u_{oi} v_i` beside `r_k = \sum_i u_{ki} v_i`.

Where nothing says whether row o is one of the rows k, a line has two readings: o lies in the range of k, or beyond it.
A name with a label, `u_{\text{o},i}`, is the same as a row beyond. What both readings agree on is the verdict. What is
divided by the sum over all rows, as in a softmax, is one of them. A page that draws negative samples
(`\sum_{k=1}^K \log \sigma(-u_k^T v_c)` beside `u_o`) draws others than row o.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from ...affine import Sym, affine
from ...bound_letters import by_depth
from ...domain import Constraint, Domain, gt
from ...expr import Apply, Expr, Sum, Var, free, of_kind, substitute, walk
from ...pattern import lazily
from ...resolve.written import RowDoubt
from ...step import Judgement, Verdict
from ...system import Piece, System
from ..judge import stray
from ..known.symmetry_told import sentences
from ..link import Link

Judge = Callable[[Link], Verdict]
NEGATIVES = lazily(r"\bnegative (?:samples?|sampling|words?|examples?|contexts?)\b|\bnegatives\b|負例|ネガティブ", re.I)
NEGATIVE = ("negative", "負例", "ネガティブ")
"""One of these stands in all of them."""
LOGISTIC = lazily(r"1\s*\+\s*(?:e\s*\^|\\exp\b)")
"""How the logistic function is written out, which adds nothing up."""
OVER_ALL = lazily(r"\\exp\b|softmax|(?<![A-Za-z\\])e\s*\^|ソフトマックス", re.I)
"""What says that the other rows are drawn, and what says that a sum runs over all rows."""
POSITIVE = lazily(
    r"\b(?:positive|outside|context|target|true|correct|actual|observed|real|centre|center)\b|\bpositi\w+|\bWahre\w*"
    r"|正例|正解|文脈|外側|正样本|正樣本|正例|目标|目標|上下文|\$\s*(?:[uw]_)?\{?[oO]\}?\s*\$",
    re.I,
)
"""Names of what is drawn for,"""
MAY = lazily(
    r"\b(?:may|might|can|could|need)\b|\b(?:not necessarily|(?:not|n['’]t) (?:always|required|excluded|ruled out"
    r"|removed)|possibl[ey]|perhaps|sometimes|occasionally|includ(?:es?|ing)|with replacement|regardless|even if"
    r"|k[öo]nn\w+|kann|nicht (?:unbedingt|notwendig\w*)|möglicherweise|peu(?:t|vent)|pas forcément|pued?en?)\b"
    r"|かもしれ|うる|得る|可能性|限ら|ことがある|ことがあり|場合がある|含め|可能|未必|不一定|可以",
    re.I,
)
"""words that say that it is possible,"""
AMONG = lazily(
    r"\b(?:among|drawn|drawing|sampled|chosen|picked|selected|draws?|one of|contain\w*|includ\w+|coincide\w*|equals?"
    r"|same|collide\w*|collisions?|overlap\w*|duplicat\w*|occurs?|appears?|different|distinct|differs?|excluded"
    r"|ruled out|removed|unter|gezogen|enthalt\w+|gleich|verschieden|parmi|entre)\b"
    r"|含|重複|一致|選ばれ|引かれ|同じ|異なる|抽到|抽中|相同|不同|包含|重复|采样到",
    re.I,
)
"""that it is one of what is drawn,"""
BUT_IT = lazily(
    r"\b(?:may|might|can|could|do|does|must|should|will|shall)\s*(?:not|n['’]t)\b"
    r"(?!\s*(?:necessarily|only|always|be (?:always )?(?:different|distinct|unequal|other)\b|differ\b|exclude|need"
    r"|have to))"
    r"|\b(?:other than|except\w*|exclud(?:es?|ing)|apart from|besides|never|cannot|can['’]t"
    r"|(?:all|any|every|each)(?: \w+){0,2} but)\b|以外|除",
    re.I,
)
"""and that it is none."""
CERTAIN = frozenset([Judgement.RIGHT, Judgement.WRONG])


def in_both_readings(link: Link, judge: Judge, rows: Sequence[Sym]) -> Verdict:
    """The verdict that holds whether the fixed rows are among the others or apart from them; open where it differs."""
    found = judge(link)
    if rows and found.judgement in CERTAIN and _is_short(link.system):
        return Verdict(Judgement.UNPROVED, detail=f"it is not clear how long row `{rows[0].name}` is")
    for count in range(1, len(rows) + 1):
        for chosen in combinations(rows, count):
            if found.judgement not in CERTAIN:
                return found
            other = all_apart(link, chosen)
            if other is None or judge(replace(link, system=other)).judgement is not found.judgement:
                names = ", ".join(f"`{s.name}`" for s in chosen)
                detail = f"it differs whether row {names} is one of the others or apart from them"
                return Verdict(Judgement.UNPROVED, detail=detail)
    return found


def _is_short(system: System) -> bool:
    """Does a definition use an entry that does not exist, because a row is not known to be as long as others?"""
    return any(p.body is not None and stray(system, p.body, p.domain) is not None for p in system.pieces)


def are_negatives(text: str) -> bool:
    """Does a page speak of negative samples, and of no sum over all rows?

    >>> are_negatives("For the negatives $k$"), are_negatives("negative samples instead of the softmax")
    (True, False)
    >>> are_negatives(r"negative samples, $\\sigma(x) = 1 / (1 + e^{-x})$"), are_negatives("negatives, $e^{u} / Z$")
    (True, False)
    >>> are_negatives("The negative samples may contain the positive word.")
    False
    """
    lowered = text.lower()
    told = any(word in lowered for word in NEGATIVE) and NEGATIVES.search(text) is not None
    return told and OVER_ALL.search(LOGISTIC.sub(" ", text)) is None and not _may_be_drawn(text)


def _may_be_drawn(text: str) -> bool:
    """Does a sentence say that what is drawn may be the row itself?"""
    said = (s for _, s in sentences(text) if POSITIVE.search(s) and MAY.search(s) and AMONG.search(s))
    return any(not BUT_IT.search(s) for s in said)


def rows_of(system: System, doubts: Sequence[RowDoubt], negatives: bool) -> tuple[tuple[Sym, ...], tuple[Sym, ...]]:
    """The single rows that may be among the others or apart from them, and those that are apart, as the page says or
    because the others are `negatives`. What is said of a row that a definition adds up leaves that open."""
    letters = without_rows_added_up(system, [d.letter for d in doubts])
    told = {d.letter: d.apart for d in doubts if d.apart is not None}
    apart = tuple(s for s in letters if told.get(s, negatives))
    return tuple(d.letter for d in doubts if d.letter not in apart and (d.letter in letters or d.letter in told)), apart


def without_rows_added_up(system: System, rows: Sequence[Sym]) -> tuple[Sym, ...]:
    r"""The rows of which no definition says that they are among the others.

    One does by `\frac{e^{s_o}}{\sum_w e^{s_w}}`, or the logarithm of it: a share of the whole that it is divided by. So
    does `-\log p_o` of the p that it defines.
    """
    bodies = [p.body for p in system.pieces if p.body is not None] if rows else []
    return tuple(s for s in rows if not any(_is_share(b, s) or _is_of_defined(system, b, s) for b in bodies))


def _is_of_defined(system: System, body: Expr, row: Sym) -> bool:
    """Does a formula use the entry in such a row of what is defined?"""
    entries = (e for e in of_kind(body, Var) if any(i.letter == row for i in e.indices))
    return any(p.body is not None for e in entries for p in system.of(e.variable))


def _is_share(body: Expr, row: Sym) -> bool:
    if row not in free(body):
        return False
    parts = {by_depth(e) for e in walk(body) if row in free(e)}
    return any(
        isinstance(x.body, Apply)
        and x.body.function == "exp"
        and not x.where
        and by_depth(substitute(x.body.args[0], {x.letter: affine(row)})) in parts
        for x in of_kind(body, Sum)
    )


def all_apart(link: Link, letters: Sequence[Sym]) -> System | None:
    """The network with several rows beyond the others, one behind the other."""
    system: System | None = link.system
    for before, letter in zip((None, *letters), letters, strict=False):
        system = None if system is None else apart(system, letter, (link.left, link.right))
        if system is not None and before is not None:
            system = replace(system, context=system.context & gt(letter, before))
    return system


def apart(system: System, letter: Sym, more: Iterable[Expr] = ()) -> System | None:
    """The network with the row beyond all others: given data have it, its letter is larger than their ranges.

    None where the letter stands as the index of what is defined, so that the row cannot lie apart.
    """
    bodies = [p.body for p in system.pieces if p.body is not None]
    entries = {e for b in (*bodies, *more) for e in of_kind(b, Var) if _places(e, letter)}
    own: dict[Piece, None] = {}
    for e in sorted(entries, key=repr):
        for p in system.of(e.variable):
            if p.body is not None:
                return None
            own.update(dict.fromkeys(_rows(p, letter, _places(e, letter))))
    known = system.context
    context = Domain(tuple(_beyond(c, letter) for c in known.constraints))
    return replace(system, pieces=(*system.pieces, *own), context=context)


def _places(e: Var, letter: Sym) -> tuple[int, ...]:
    """At which indices of an entry the letter stands."""
    return tuple(n for n, i in enumerate(e.indices) if letter in i.letters())


def _rows(p: Piece, letter: Sym, places: tuple[int, ...]) -> Iterable[Piece]:
    """The row as a piece of its own, with the ranges that the other indices have in the others."""
    letters = [p.indices[n].letter for n in places]
    if any(s is None or s not in p.letters for s in letters):
        return
    here = {s: affine(letter) for s in letters if s is not None}
    indices = tuple(affine(letter) if n in places else i for n, i in enumerate(p.indices))
    domain = Domain(tuple(c for c in p.domain.constraints if not c.letters() & here.keys()))
    yield replace(p, indices=indices, letters=tuple(s for s in p.letters if s not in here), domain=domain)


def _beyond(c: Constraint, letter: Sym) -> Constraint:
    """What is known of the letter, with a greatest value turned into one that it exceeds."""
    rest = c.form + affine(letter)
    return gt(letter, rest) if c.rel == ">=" and letter in c.letters() and letter not in rest.letters() else c
