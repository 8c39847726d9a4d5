r"""Names for what a page differentiates and gives none: `\frac{\partial}{\partial x_k} \sum_{i,j} a_{ij} x_i x_j = ..`.

A page may define nothing and still be about something: about formulas of data, which it differentiates or writes in
another way. Each of them is given a name that nobody can type, so that they are the network of the page: what stands
in them is given, with the ranges that follow from there. What is found only on the other side of a line stays outside.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ...affine import Sym, affine
from ...draft import Draft, RawDefinition
from ...errors import ReadError, SymderivError
from ...expr import Expr, Num, Partial, Var, Variable, free, holds_derivative, of_kind, variables
from ...expr import replace as replaced
from ...pattern import lazily
from ...read import Reading
from ...resolve.shapes.untold import CAPITAL
from ...resolve.spelled.keys import split_key
from ...resolve.written import Written
from ...system import HIDDEN, Function, System

MARK = HIDDEN
NAMED = lazily(rf" in `{MARK}[^`]*`")
QUOTED = lazily(rf"`{MARK}[^`]*`")
"""Where a note tells of such a name, and an error."""


def with_unnamed(draft: Draft, reading: Reading) -> Draft:
    """The draft of a page that defines nothing, with a name for each formula that it is about; else as it is.

    A page that differentiates a bare name means something that it does not show: it is left as it is, too. So is one
    whose functions take data from the page. Lines that name what could not be read are passed over.
    """
    claims = [w for w in reading.claims if w.claims and not w.struck and not rests_on_lost(w, reading)]
    if draft.definitions or not claims or _differentiates_names(claims) or any(map(_takes_data, draft.functions)):
        return draft
    return replace(draft, definitions=tuple(x for n, w in enumerate(claims) for x in _formulas(w, n)))


def rests_on_lost(w: Written, reading: Reading) -> bool:
    """Does a line name something whose definition could not be read?"""
    lost = {u.base for u in reading.untold if u.kind == "name"}
    return not lost.isdisjoint(split_key(v.key)[0] for m in _read(w) for v in variables(m))


def _takes_data(f: Function) -> bool:
    """Does a function take entries from the page, whose ranges no formula without a name knows?"""
    return f.body is not None and any(v.arity for v in variables(f.body) - {*f.parameters})


def _differentiates_names(claims: Iterable[Written]) -> bool:
    """Is something differentiated of which only a name is shown, and that is not itself what others change by?"""
    partials = [p for w in claims for m in _read(w) for p in of_kind(m, Partial)]
    by = {p.wrt.variable for p in partials}
    return any(isinstance(p.of, Var) and p.of.variable not in by for p in partials)


def _formulas(w: Written, number: int) -> Iterator[RawDefinition]:
    r"""What a line, the n-th, is about: the formulas that it differentiates, or else its first side.

    Without a derivative all sides have to be about the same data: `\sum_k p_k = 1` says something of data. Capitals
    may be matrices, `A B = B A`.
    """
    sides = [*_read(w)]
    partials = [p for m in sides for p in of_kind(m, Partial) if not is_capital(p.wrt.variable)]
    found = [p.of for p in partials if _is_formula(p.of) and p.wrt.variable in variables(p.of)]
    found = [e for e in found if sum(map(is_capital, variables(e))) < 2]
    if not any(map(holds_derivative, sides)) and len({variables(m) for m in sides}) == 1:
        found = [m for m in sides[:1] if _is_formula(m) and not any(map(is_capital, variables(m)))]
    for n, e in enumerate(found):
        letters = _indices(e)
        name = Variable(f"{MARK}{number}{'a' * n}" + (f"_{{{','.join('#' * len(letters))}}}" if letters else ""))
        yield RawDefinition(Var(name, tuple(map(affine, letters))), e, w.ranges, w.where, w.place)


def _indices(e: Expr) -> list[Sym]:
    """The free letters of a formula that number entries in it; the others are sizes."""
    letters = {s for v in of_kind(e, Var) for i in v.indices for s in i.letters()}
    return sorted(letters & free(e), key=lambda s: s.name)


def is_capital(v: Variable) -> bool:
    """Is it a bare capital, which may be a matrix?"""
    return not v.arity and CAPITAL.fullmatch(v.key) is not None


def _is_formula(e: Expr) -> bool:
    return not isinstance(e, (Var, Num)) and not holds_derivative(e) and bool(variables(e))


def _read(w: Written) -> Iterator[Expr]:
    return (m for m in w.members if not isinstance(m, ReadError))


def with_names(e: Expr, system: System) -> Expr:
    """An expression with the names of the formulas that it differentiates, which say more of the paths through them."""
    named = {p.body: p.lhs for p in system.pieces if p.body is not None and p.variable.key.startswith(MARK)}

    def name(x: Expr) -> Expr | None:
        return Partial(named[x.of], x.wrt, x.direct) if isinstance(x, Partial) and x.of in named else None

    return replaced(e, name) if named else e


def without_names(notes: list[str]) -> None:
    """Takes the names out of notes on a network."""
    notes[:] = [NAMED.sub("", n) for n in notes]


def tell_without_names(error: SymderivError) -> None:
    """Takes the names out of what an error tells."""
    if MARK in error.cause + error.hint:
        error.cause = QUOTED.sub("this formula", error.cause)
        error.args = (error.cause,)
        error.hint = "" if MARK in error.hint else error.hint
