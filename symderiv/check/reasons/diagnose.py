r"""Why a link is wrong: the slip that, undone, makes it right; else which terms agree, are missing, are extra.

The pipeline is `diagnose`. What can go wrong is data (`misconceptions`); each misconception is a generator of repairs
of what was written, tried at every place (`slips_*`); candidates are compared with the other side at one random draw
(`samples`), and what agrees there is judged like any other line before it is told (`search`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import inf

from ...affine import Sym
from ...domain.constraint import Constraint, Domain, ge, le
from ...errors import DomainTooHard, ReadError, ShapeError
from ...evaluate import Failure
from ...expr import Expr, Labelled, Sum, Var, add, bound, free, substitute, walk
from ...latex.scripts import index
from ...latex.style import Style
from ...latex.write import conditions, write
from ...pattern import lazily
from ...step import Judgement, Verdict
from ...system import Role, Span, System
from ...work import WORK
from ..judge import judge_link, stray
from ..known.ranges import open_sums
from ..known.unnamed import MARK, with_names
from ..link import Link, plainly
from ..report import Reason
from ..telling.indicators import with_indicators
from ..telling.numbers_below import with_numbers_below
from ..telling.wording import sentence
from .in_matrices import OF_SUMS, Again, in_matrices, terms_in_matrices
from .locate import closed, located
from .matrices import MISFIT, is_matrix, of_matrices
from .respell import respelled, typed
from .samples import Clock, Samples
from .search import PROOF_SECONDS, find_slip, is_bare, known_domain
from .slips import Slip, sites
from .spelling import at_bound, letters_typed, style_at
from .terms import Terms, compared

MOST_WORK = 10_000
"""Units of work (see `work`) that go at most into the reason for one link: about half a second."""
AT_MOST = 2.0
"""After so many seconds of its own work the search ends in any case."""


SHOWN = frozenset({"old", "new", "route", "alone", "by", "letter"})
"""Holes for parts of formulas."""
MOST_TOLD = 4
"""So many terms of a kind are named."""
SHAPES = "transposes"
"""Stands in the hint of every error about shapes that do not fit."""

VALUES_BEHIND = lazily(r"(?:[\s,~]|\\(?:q?quad|[,;:! ]))*\([^()]*=[^()]*\)[\s.,]*")
"""All that stands behind a line with values in parentheses, `\\quad (x_1 = 1)`."""


def diagnose(
    link: Link, verdict: Verdict, lang: str = "en", deadline: float = inf, again: Again | None = None
) -> Reason | None:
    """Why a link has the verdict it has; None for a link that is right.

    `deadline` is a time of `time.monotonic`; the search ends there, and what is then known is told. `again` judges the
    line with other LaTeX.
    """
    if verdict.judgement is Judgement.RIGHT:
        return None
    if verdict.judgement is not Judgement.WRONG:
        kind = str(verdict.judgement)
        return Reason(kind, sentence(kind, {"detail": verdict.detail}, lang), link.span)
    with WORK.allowing(MOST_WORK):
        end = Clock(AT_MOST, deadline)
        found = (
            _in_the_member_before(link, lang)
            or of_matrices(link, lang)
            or _printable(_by_slip(link, lang, end, again))
            or _by_verdict(link, verdict, lang)
            or _printable(_by_terms(link, lang, end, again))
        )
        return None if found is None else with_numbers_below(with_indicators(found, link.written.latex), link.page)


def _printable(reason: Reason | None) -> Reason | None:
    """The reason, if it can be told without the names that no page types (`unnamed`)."""
    return None if reason is not None and MARK in reason.text + reason.right else reason


def of_problem(problem: ReadError, lang: str = "en") -> Reason:
    """The reason for a line that cannot be read."""
    detail = "\n".join(filter(None, (problem.cause, problem.hint)))
    kind = "ill-typed" if isinstance(problem, ShapeError) or SHAPES in problem.hint else "unreadable"
    return Reason(kind, sentence(kind, {"detail": detail}, lang))


def _in_the_member_before(link: Link, lang: str) -> Reason | None:
    """In a chain `a = b = c` that is wrong in b, c may be right again: it is b that is to blame."""
    written, n = link.written, link.number
    first, before = written.members[0], written.members[n]
    if n == 0 or isinstance(first, ReadError) or isinstance(before, ReadError) or open_sums(first):
        return None
    if _is_label(link):
        return None
    again = judge_link(link.system, first, link.right, link.domain, written.where, seconds=PROOF_SECONDS)
    if again.judgement is not Judgement.RIGHT:
        return None
    return Reason("before", sentence("before", {}, lang), written.spans[n])


def _is_label(link: Link) -> bool:
    """Is it an underbrace with its label, rather than two members of the chain?"""
    members = link.written.members[link.number : link.number + 2]
    return any(
        isinstance(e, Labelled) and plainly(e) == link.left and e.label == link.right
        for m in members
        if not isinstance(m, ReadError)
        for e in walk(m)
    )


def _by_verdict(link: Link, verdict: Verdict, lang: str) -> Reason | None:
    """What the verdict says itself: an index outside of its range, an index on one side only."""
    out = _outside(link)
    if out is not None and is_matrix(link, out):
        return Reason("ill-typed", sentence("ill-typed", {"detail": MISFIT}, lang), link.span)
    if out is not None:
        said = {"old": write(out, style_at(link)), "detail": verdict.detail}
        spans = [s for e, s in link.written.places if e == out and link.span[0] <= s[0] and s[1] <= link.span[1]]
        return Reason("outside", sentence("outside", said, lang), spans[0] if spans else link.span)
    alone = (free(link.left) ^ free(link.right)) - link.system.sizes
    lacking = {s for e in (link.left, link.right) for s in bound(e)}
    letter = min((s.name for s in alone if s not in lacking and s in free(link.right)), default="")
    if letter:
        return Reason("one-side", sentence("one-side", {"letter": letter}, lang), link.span)
    return None


def _outside(link: Link) -> Var | None:
    """An entry of the link that does not exist."""
    where = link.domain & Domain(link.written.where)
    try:
        found = stray(link.system, link.right, where) or stray(link.system, link.left, where)
    except DomainTooHard:
        return None
    return None if found is None else found.entry


def _by_slip(link: Link, lang: str, end: Clock, again: Again | None) -> Reason | None:
    sides = [(link.left, link.right), (link.right, link.left)]
    if is_bare(link.right) and not is_bare(link.left):
        sides.reverse()
    said = bool(link.written.ranges or link.written.where)
    for target, written in sides[: 1 if is_bare(sides[1][1]) else 2]:
        slip = find_slip(link.system, target, written, link.domain, link.written.where, end, said)
        if slip is not None:
            return _told(link, slip, target, written, lang, again)
    return None


def _told(link: Link, slip: Slip, target: Expr, written: Expr, lang: str, again: Again | None) -> Reason | None:
    style = style_at(link)
    n = link.number + (written == link.right)
    span = _span(link, slip, written)
    whole = None if _is_label(link) or slip.where else in_matrices(link, slip, target, written, style, again)
    if whole is not None:
        kept = holes(link.system, slip, target, style)
        told = {k: v for k, v in kept.items() if k not in SHOWN or slip.kind in OF_SUMS} | whole[0]
        return Reason(slip.kind, sentence(slip.kind, told, lang), span, whole[1])
    repaired = None if _is_label(link) else respelled(link, slip, written, n, style)
    other = None if _is_label(link) else typed(link, 2 * link.number + 1 - n)
    if repaired is None or not _names(repaired, *(c.letters() for c in slip.where or ()), sizes=link.system.sizes):
        repaired = write(slip.repaired, style)
    why = sentence(slip.kind, holes(link.system, slip, target, style), lang)
    given = _as_given(link, n, repaired, again)
    if link.written.given and not given:
        return None
    if given and len(link.written.members) == 2:
        return Reason(slip.kind, why, span, given)
    letters, sizes = free(target), link.system.sizes
    if other is None or (_names(repaired, letters, sizes=sizes) and not _names(other, letters, sizes=sizes)):
        other = write(target, style)
    right = f"{other} = {repaired}" if written == link.right else f"{repaired} = {other}"
    said = slip.where or (*(c for s in link.written.ranges for c in _range_of(s)), *_kept(link, target, slip.repaired))
    if said or link.written.given:
        right += rf" \quad ({', '.join((*conditions(said, style), *link.written.given))})"
    return Reason(slip.kind, why, span, right)


def _kept(link: Link, target: Expr, repaired: Expr) -> tuple[Constraint, ...]:
    """The conditions that stay with the repaired line: those of its author, and what an entry that was wrong presumes
    (the `j \\le I` of an `x_j`) only where it is not right without."""
    w = link.written
    stated = next((x.where for x in link.beside if (x.number, x.span) == (w.number, w.span)), w.where)
    if set(w.where) <= set(stated):
        return w.where
    free_of = judge_link(link.system, target, repaired, link.domain, stated, seconds=PROOF_SECONDS, thorough=False)
    return stated if free_of.judgement is Judgement.RIGHT else w.where


def _as_given(link: Link, n: int, side: str, again: Again | None) -> str:
    """The line with another side where values or functions are given beside it, if it is right there: slips are looked
    for without some of these. Else nothing."""
    latex, (start, end) = link.written.latex, link.written.spans[n]
    if not link.written.given and not _is_before_values(link):
        return ""
    line = f"{latex[:start]} {side} {latex[end:]}"
    return " ".join(line.split()) if again is not None and again(line) else ""


def _is_before_values(link: Link) -> bool:
    """Do values stand behind an equation that the network has, so that they are no condition: `(x_1 = 1)`?"""
    w = link.written
    return len(w.spans) == 2 and not w.where and VALUES_BEHIND.fullmatch(w.latex[w.spans[-1][1] :]) is not None


def _names(text: str, *letters: Iterable[Sym], sizes: frozenset[Sym]) -> bool:
    """Does a side stand in the text with its indices? Beside one turned into indices no matrix may stand."""
    return {s.name for found in letters for s in {*found} - sizes} <= letters_typed(text)


def _stands(link: Link, n: int) -> bool:
    """Is a member what was typed, and not turned from matrices into indices?"""
    return any(e == link.written.members[n] for e, _ in link.written.places)


def _range_of(span: Span) -> tuple[Constraint, ...]:
    return (ge(span.letter, span.lower), le(span.letter, span.upper))


def _span(link: Link, slip: Slip, written: Expr) -> tuple[int, int]:
    """Where the slip stands in the LaTeX as typed."""
    if _is_label(link):
        return link.span
    n = link.number + (written == link.right)
    inside, places = link.written.spans[n], link.written.places
    if not _stands(link, n):
        return inside  # turned from matrices into indices: its parts stand nowhere
    spans = [located(written, (*slip.path[:-1], slip.path[-1] + n), places, inside) for n in range(1, slip.covers)]
    spans.append(located(written, slip.path, places, inside))
    span = closed(link.written.latex, (min(s[0] for s in spans), max(s[1] for s in spans)))
    if slip.kind == "bound" and isinstance(slip.old, Sum) and isinstance(slip.new, Sum):
        return at_bound(link.written.latex, span, slip.old, slip.new)
    return span


def holes(system: System, slip: Slip, target: Expr, style: Style) -> dict[str, str]:
    """What fills the holes of a sentence about a slip, in LaTeX."""
    found: dict[str, str] = {}
    if slip.old is not None:
        found["old"] = write(slip.old, style)
    if slip.new is not None:
        found["new"] = write(slip.new, style)
    if slip.kind == "bound" and isinstance(slip.old, Sum) and isinstance(slip.new, Sum):
        found["old"], found["new"] = (_range(e) for e in (slip.old, slip.new))
        unit = _unit(system, slip.old, slip.new)
        if unit is not None:
            found["unit"] = " = ".join(write(e, style) for e in unit)
    if slip.letter is not None:
        found["letter"] = slip.letter.name
        if slip.kind == "captured":
            found["old"] = slip.letter.name
    if slip.route is not None:
        found["route"] = write(slip.route, style)
        if slip.new == slip.repaired:
            found["alone"] = found["route"]  # nothing but this path was there to be written
    if slip.where:
        found["where"] = ", ".join(conditions(slip.where, style))
    if slip.step:
        found["step"] = str(slip.step)
    by = getattr(target, "wrt", None)
    if by is not None:
        found["by"] = write(by, style)
    return found


def _unit(system: System, old: Sum, new: Sum) -> tuple[Var, Expr] | None:
    """The bias unit that one of two sums takes in and the other does not, with its value."""
    for end in {*old.uppers, *old.lowers} ^ {*new.uppers, *new.lowers}:
        for e in walk(new.body):
            if isinstance(e, Var) and any(i.letter == new.letter for i in e.indices):
                there = substitute(e, {new.letter: end})
                constants = [p for p in system.of(e.variable) if p.role is Role.CONSTANT]
                value = next((p.body for p in constants if end in p.indices and p.body is not None), None)
                if isinstance(there, Var) and value is not None:
                    return there, value
    return None


def _range(e: Sum) -> str:
    lower = ", ".join(map(index, e.lowers))
    upper = ", ".join(map(index, e.uppers))
    return f"{e.letter.name} = {lower}, \\dots, {upper}"


def _by_terms(link: Link, lang: str, end: Clock, again: Again | None) -> Reason:
    """Which terms agree, which are missing, which are extra; what the line should be."""
    target, written = link.left, link.right
    if is_bare(written) and not is_bare(target):
        target, written = written, target
    named = with_names(target, link.system)
    found = None if end.late else _terms(link, named, written, end)
    if found is None or found.whole is None or not _is_right(link, named, found.whole):
        return Reason("terms", sentence("terms", {}, lang), link.span)  # no term is told that may be wrong
    style = style_at(link)
    parts = {"common": found.common, "missing": found.missing, "extra": found.extra}
    if found.common and not _is_right(link, named, add(*found.common, *found.missing)):
        parts = {}  # a term that was right at the points looked at, as one is without its indicator
    in_typed = terms_in_matrices(link, parts, named, found.whole, written, style, again)
    if in_typed is not None:
        said = {hole: _list(terms) for hole, terms in in_typed[0].items()}
        return Reason("terms", sentence("terms", said, lang), _span_of(link, found.extra, written), in_typed[1])
    whole = write(found.whole, style)
    given = _as_given(link, link.number + (written == link.right), whole, again)
    if link.written.given and not given:
        return Reason("terms", sentence("terms", {}, lang), link.span)
    said = {hole: _list([write(e, style) for e in terms]) for hole, terms in parts.items()}
    right = f"{write(target, style)} = {whole}"
    if found.whole == named:
        right = ""  # nothing is asked for that could be worked out: the other side as it is tells nobody more
    elif given and len(link.written.members) == 2:
        right = given
    elif link.written.where or given:
        right += rf" \quad ({', '.join((*conditions(link.written.where, style), *link.written.given))})"
    return Reason("terms", sentence("terms", said, lang), _span_of(link, found.extra, written), right)


def _span_of(link: Link, parts: tuple[Expr, ...], written: Expr) -> tuple[int, int]:
    """Where the first of some terms stands, if it was written in one piece; else the whole link."""
    at = next((s for part in parts for s in sites(written) if s.node == part), None)
    return link.span if at is None or not at.path else _span(link, Slip("terms", at.path, written), written)


def _terms(link: Link, target: Expr, written: Expr, end: Clock) -> Terms | None:
    inside = known_domain(link.system, target, link.domain, link.where)
    try:
        samples = Samples(link.system, target, written, inside, end)
        return compared(link.system, target, written, inside, samples)
    except (Failure, DomainTooHard):
        return None


def _is_right(link: Link, target: Expr, whole: Expr) -> bool:
    verdict = judge_link(link.system, target, whole, link.domain, link.where, seconds=PROOF_SECONDS, thorough=False)
    return verdict.judgement is Judgement.RIGHT


def _list(terms: Sequence[str]) -> str:
    shown = [f"`{text}`" for text in terms[:MOST_TOLD]]
    return ", ".join([*shown, "..."] if len(terms) > MOST_TOLD else shown)
