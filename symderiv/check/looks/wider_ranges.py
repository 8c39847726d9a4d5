r"""Lines about entries of data for which the page gives letters more room than it has uses of them.

With `\sum_{j=1}^i W_{ij} x_j`, and i and j from 1 to n each, is there a `W_{13}`? Where there is, the derivative by it
is 0; where a triangle of weights is meant, there is none. A line about `\partial E/\partial W_{ij}` that says no more,
`j \le i`, is right for the one and wrong for the other: it is left open. One that is right for both is right.

So is a line open that is only wrong for entries outside of the range that the page gives its letter: beside a `w_0`,
and j from 1, `\partial E/\partial w_j` may not be about `w_0`. It is not where the page has a line for `w_0` besides:
`\partial E/\partial w_0 = ..`. A letter that only sums bind has the range that they all
give it: the a of `\partial L/\partial z_{2i+a}` beside `\sum_{a=0}^1 z_{2i+a}` may be 0 or 1, and so may the b
of `z_{2j+b}`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import reduce

from ...affine import Affine, Sym, affine
from ...domain import is_empty, subset
from ...domain.constraint import Constraint, Context, Domain
from ...errors import DomainTooHard
from ...expr import Partial, Sum, Var, Variable, of_kind
from ...latex.scripts import variable_latex
from ...memo import of_this_object
from ...step import Judgement, Verdict
from ...system import Span, System
from ..cases.assuming import Judge
from ..known.ranges import stated
from ..link import Link

BEYOND = "it is wrong only where `{}` lies beyond the range that the page gives it"
WIDER = "`{}` is not used for all that its indices may be: for which of them is the line meant?"


def unless_wider(link: Link, verdict: Verdict, spans: tuple[Span, ...], judge: Judge) -> Verdict:
    """The verdict; open for a line that is right for those entries alone that the network uses."""
    if verdict.judgement is not Judgement.RIGHT or link.system.outside_zero or not _related(link.system):
        return verdict
    for entry in dict.fromkeys(p.wrt for side in (link.left, link.right) for p in of_kind(side, Partial)):
        less = tuple(_more_than_said(entry, link, spans))
        if less and judge(_with_all(entry, less, link, spans)).judgement is not Judgement.RIGHT:
            return Verdict(Judgement.UNPROVED, detail=WIDER.format(variable_latex(entry.variable)))
    return verdict


def unless_only_beyond(link: Link, verdict: Verdict, spans: tuple[Span, ...], judge: Judge) -> Verdict:
    """The verdict; open for a wrong line that is right in the ranges that the page gives its letters."""
    if verdict.judgement is not Judgement.WRONG or link.where:
        return verdict
    usual = dict(_usual(link, spans))
    for letters in ([x] for x in usual) if len(usual) < 2 else (*([x] for x in usual), [*usual]):
        within = reduce(lambda found, x: found & usual[x], letters, link.domain)
        found = judge(replace(link, domain=within))
        if found.judgement is Judgement.RIGHT:
            if all(_is_told_beyond(x, usual[x], link) for x in letters):
                return found
            names = ", ".join(x.name for x in letters)
            return Verdict(Judgement.UNPROVED, detail=BEYOND.format(names))
    return verdict


def _is_told_beyond(letter: Sym, usual: Domain, link: Link) -> bool:
    """Has the page another line for the same derivative, with a number beyond the range in the letter's place?"""
    left = link.left
    if not isinstance(left, Partial) or affine(letter) not in left.wrt.indices:
        return False
    place = left.wrt.indices.index(affine(letter))
    lefts = (w.members[0] for w in link.beside if w is not link.written and w.members)
    others = [x for x in lefts if isinstance(x, Partial) and (x.of, x.wrt.variable) == (left.of, left.wrt.variable)]
    numbers = {x.wrt.indices[place] for x in others if x.wrt.indices[place].is_constant}
    return any(is_empty(usual.substitute({letter: n})) for n in numbers)


def _usual(link: Link, spans: tuple[Span, ...]) -> Iterator[tuple[Sym, Domain]]:
    """The letters of a line that may be beyond the ranges which the page gives them, with these; none that the line
    itself gives one."""
    known = Context(link.system.context, link.system.size_functions)
    own = {x.letter for x in link.written.ranges}
    for letter in sorted(link.domain.letters() - link.system.sizes - own, key=lambda x: x.name):
        usual = stated(spans, letter) or _of_sums(letter, link)
        if usual is None or usual.letters() - link.system.sizes != {letter}:
            continue
        with suppress(DomainTooHard):
            if not subset(link.domain, [usual], known):
                yield letter, usual


def _of_sums(letter: Sym, link: Link) -> Domain | None:
    """The range that all sums of the network give a letter without a range of its own that is part of an index, as in
    `2i+a`; that of another letter in its place, if none has its name. None where they differ, or there are none."""
    entries = [v for side in (link.left, link.right) for v in of_kind(side, Var)]
    alone = any(i == affine(letter) for v in entries for i in v.indices)
    if alone or any(s.letter == letter for s in link.written.ranges):
        return None
    bodies = (p.body for p in link.system.pieces if p.body is not None)
    sums = [s for b in bodies for s in of_kind(b, Sum)]
    found = {s.domain for s in sums if s.letter.name == letter.name}
    found = found or {
        _plain(s).substitute({s.letter: affine(letter)}) for s in sums if _is_in_place(s, letter, entries)
    }
    return found.pop() if len(found) == 1 else None


def _plain(s: Sum) -> Domain:
    """The range of a sum without the values that it leaves out, such as `a' \\ne a` in a maximum over a."""
    return Domain(tuple(c for c in s.domain.constraints if c.rel != "!="))


def _is_in_place(s: Sum, letter: Sym, entries: Sequence[Var]) -> bool:
    """Does the letter of a sum stand where another one does in an entry of the same name: the a of `z_{2i+a}`, where a
    line has `z_{2j+b}`?"""
    own = {(v.variable, n, _multiples(i, s.letter)) for v in of_kind(s.body, Var) for n, i in enumerate(v.indices)}
    there = ((v.variable, n, _multiples(i, letter)) for v in entries for n, i in enumerate(v.indices))
    return any(x in own for x in there if x[2])


def _multiples(form: Affine, letter: Sym) -> tuple[int, ...]:
    """By what the others in an index are multiplied, beside a letter that stands there once, and what is added; none
    where no other is."""
    rest = form - letter
    found = sorted(k for _, k in rest.terms)
    return (rest.const, *found) if found and not rest.coefficient(letter) else ()


def _more_than_said(entry: Var, link: Link, spans: tuple[Span, ...]) -> Iterator[Constraint]:
    """The conditions between letters of an entry of data that neither the line nor their ranges state."""
    pieces = link.system.of(entry.variable)
    letters = {i.letter for i in entry.indices if i.letter is not None}
    plain = len(letters) == len(entry.indices)
    if len(pieces) != 1 or pieces[0].body is not None or not plain or len(pieces[0].letters) != len(letters):
        return
    if entry.variable not in _related(link.system):
        return
    sizes = link.system.sizes
    guard, _ = pieces[0].at(entry.indices)
    known = Context(link.system.context, link.system.size_functions)
    for c in guard.constraints:
        bound = {a for a, _ in c.form.terms if isinstance(a, Sym)} - sizes  # no layer in a size
        if len(bound) < 2 or not bound <= letters or any(stated(spans, x) is None for x in bound):
            continue
        try:
            implied = subset(_room(entry, spans) & Domain(link.where), [Domain.of(c)], known)
        except DomainTooHard:
            implied = False
        if not implied:
            yield c


@of_this_object(64)
def _related(system: System) -> frozenset[Variable]:
    """The data of which a condition relates two indices."""
    given = [(p.variable, c) for p in system.pieces if p.body is None for c in p.domain.constraints]
    return frozenset(v for v, c in given if len(c.letters() - system.sizes) > 1)


def _room(entry: Var, spans: tuple[Span, ...]) -> Domain:
    """What the page lets the letters of an entry run over."""
    ranges = (stated(spans, i.letter) for i in entry.indices if i.letter is not None)
    return Domain(tuple(c for r in ranges if r is not None for c in r.constraints))


def _with_all(entry: Var, less: tuple[Constraint, ...], link: Link, spans: tuple[Span, ...]) -> Link:
    """The link about all entries in that room, and beside a network that has them."""
    (piece,) = link.system.of(entry.variable)
    room = _room(entry, spans)
    guard, _ = piece.at(entry.indices)
    whole = Domain(tuple(c for c in guard.constraints if c not in less)) & room
    put = dict(zip((i.letter for i in entry.indices), piece.letters, strict=True))
    wide = replace(piece, domain=whole.substitute({a: affine(b) for a, b in put.items() if a is not None}))
    system = replace(link.system, pieces=tuple(wide if p is piece else p for p in link.system.pieces))
    domain = Domain(tuple(c for c in link.domain.constraints if c not in less)) & room
    return replace(link, system=system, domain=domain)
