r"""What a page differentiates though nothing defines it, the y of `(y - t) \frac{\partial y}{\partial w}`.

Such a name depends on what it is differentiated by, nobody says how. It is given a definition that has any values and
any first derivatives, in names that nobody can type:

    y_k = s_k + \sum_{i,j} r_{k,i,j} g(w_{i,j})

with data s and r and a function g of which nothing is known. A line in values and first derivatives holds for every
such y if and only if it holds for every y at all: at a point the values are those of s plus something, and the
derivatives `r_{k,i,j} g'(w_{i,j})` are any numbers. Second derivatives are not any, so they are left open
(`ground`), and so are lines that are wrong for every y but may be right for the y that is meant.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import permutations

from ...affine import Sym, affine
from ...draft import Draft, RawDefinition
from ...errors import ReadError
from ...expr import ZERO, Add, Apply, Expr, Mul, Partial, Sum, Var, Variable, add, free, fresh, mul, of_kind, variables
from ...inverted import inverted
from ...notation import OBJECTIVES, RATES
from ...read import Reading
from ...resolve.spelled.keys import split_key
from ...resolve.told.untold import DEPENDENT, INVERSE, Untold
from ...resolve.written import Written
from ...system import System
from .twins import are_twins, may_be_entry
from .unnamed import MARK, is_capital

SHARED = f"{MARK}!"
"""Begins the names of what depends on something with an index of its own, `\\partial y_k / \\partial w_{kj}`: on those
entries alone, perhaps."""
CROSSED = r"\cancel"
WORDS = frozenset(["out", "rec", "reg", "tot", "hid", "adv"])
"""Short labels that are words."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """An entry that nothing defines, and what it is differentiated by."""

    of: Var
    by: Var


def with_dependence(draft: Draft, reading: Reading) -> Draft:
    """The draft with such definitions, but for names of which it is not clear what depends on what."""
    pairs: dict[Variable, list[_Pair]] = {}
    for p in _pairs(draft, reading):
        pairs.setdefault(p.of.variable, []).append(p)
    found = {v: own for v, own in pairs.items() if all(map(_is_plain, own)) and not _may_be_defined(v, draft, reading)}
    unclear = set(_unclear(draft, reading.members, pairs)) if found else set()
    new = [_definition(draft, n, own) for n, (v, own) in enumerate(found.items()) if v not in unclear]
    return replace(draft, definitions=(*draft.definitions, *new)) if new else draft


def _may_be_defined(v: Variable, draft: Draft, reading: Reading) -> bool:
    """Does a line define it that could not be read, or a name with another number of indices that is not made of it?"""
    lost = any(u.kind == "name" and u.concerns(v.key) for u in reading.untold)
    names = ((d.left.variable, d) for d in draft.definitions)
    return lost or any((are_twins(u, v) or may_be_entry(u, v)) and v not in variables(d.body) for u, d in names)


def with_dependents_open(reading: Reading, system: System) -> Reading:
    r"""The reading with those names that stay given in the network although lines differentiate them, or carry the
    letter of what they differentiate by or depends on that, `Q^\pi`, among what is not told: else their derivatives
    would be 0."""
    given = {v for v in system.variables() if all(p.body is None for p in system.of(v))} - {system.objective}
    pairs = [*_pairs(reading.draft, reading)]
    open_ = dict.fromkeys(p.of.variable for p in pairs if p.of.variable in given)
    if pairs:
        letters = {split_key(v.key)[0] for p in pairs for v in (p.of.variable, p.by.variable)}
        open_ |= dict.fromkeys(v for v in sorted(given, key=lambda v: v.key) if _carries(v, letters))
    open_ |= dict.fromkeys(v for v in _beside_no_dependence(reading, system) if v in given)
    inverses = _inverses_open(reading, system)
    kinds = [*((v, DEPENDENT) for v in (*open_, *inverses)), *((v, INVERSE) for v in inverses)]
    new = (Untold(split_key(v.key)[0], 0, kind=kind) for v, kind in kinds)
    return replace(reading, untold=(*reading.untold, *new)) if kinds else reading


def _inverses_open(reading: Reading, system: System) -> list[Variable]:
    """The inverses and determinants of which the network does not know what they are."""
    named = {*system.variables(), *(v for m in reading.members for v in variables(m))}
    found = (v for v in named if all(p.body is None for p in system.of(v)))
    return sorted((v for v in found if inverted(split_key(v.key)[0]) is not None), key=lambda v: v.key)


def _beside_no_dependence(reading: Reading, system: System) -> Iterator[Variable]:
    r"""The names in formulas differentiated by something of which none of them is made, `\nabla_\theta \log p`.

    Nobody writes a derivative that is 0, but where the line goes on to say so, where a sum is taken term by term,
    `\nabla_w (w^2 + x^2) = \nabla_w w^2 + \nabla_w x^2`, or where it is a slip: beside another entry of what is
    differentiated by, `\partial f(h_1 + h_2 u_2) / \partial u_1`, a factor has been left out.
    """
    made = made_of(system)
    lines = [w for w in reading.claims if w.claims and not (w.struck or _denies(w))]
    for w in lines:
        members = [m for m in w.members if not isinstance(m, ReadError)]
        for x in (x for m in (members if len(members) < 3 else members[-1:]) for x in of_kind(m, Partial)):
            names = {y for v in variables(x.of) for y in (v, *above_of(v, {v: (), **made}))}
            letter = split_key(x.wrt.variable.key)[0]
            if isinstance(x.of, Var) or any(split_key(v.key)[0] == letter for v in names):
                continue
            wider = any(_is_wider(p, x, made) for m in members for p in of_kind(m, Partial))
            if not (wider and any(_is_term(x, a) for m in members for a in of_kind(m, Add))):
                yield from sorted(names, key=lambda v: v.key)


def _is_wider(p: Partial, x: Partial, made: Mapping[Variable, set[Variable]]) -> bool:
    """Is a derivative one by the same name, of what is typed out: all that another is of, and something with that
    name's letter? Of a value, `E`, nobody works out a term that is 0."""
    if p.wrt.variable != x.wrt.variable or isinstance(p.of, Var):
        return False
    names = {y for v in variables(p.of) for y in (v, *above_of(v, {v: (), **made}))}
    letter = split_key(x.wrt.variable.key)[0]
    return names.issuperset(variables(x.of)) and any(split_key(v.key)[0] == letter for v in names)


def _is_term(x: Partial, a: Add) -> bool:
    """Is a derivative a term of a sum, with no more than a number before it?"""
    return any(
        y == x or (isinstance(y, Mul) and x in y.factors and not variables(mul(*(f for f in y.factors if f != x))))
        for y in a.terms
    )


def _carries(v: Variable, letters: Container[str]) -> bool:
    """Has a name, no rate, one of some Greek letters for a label?"""
    base, *labels = split_key(v.key)
    return base not in RATES and any(x in letters for part in labels for x in part if x and x.startswith("\\"))


def hidden(system: System) -> frozenset[Variable]:
    """The variables of a network that such a definition stands for."""
    return frozenset(p.variable for p in system.pieces if p.body is not None and _marks(p.body))


def is_shared(system: System, variable: Variable) -> bool:
    """May such a variable depend on entries with an index of its own alone?"""
    bodies = (p.body for p in system.of(variable) if p.body is not None)
    return any(v.key.startswith(SHARED) for body in bodies for v in variables(body))


def _marks(body: Expr) -> bool:
    return any(v.key.startswith(MARK) for v in variables(body))


def _pairs(draft: Draft, reading: Reading) -> Iterator[_Pair]:
    r"""What is differentiated and not defined, and what by.

    A line `\partial t_k/\partial w = 0` denies that it depends on it, and so does who crosses the derivative out, or no
    longer has that of a factor, the x of `\sum_i w_i x_i`, at the end of a chain.
    """
    defined = {d.left.variable for d in draft.definitions}
    defined |= {draft.objective.variable} if draft.objective is not None else set()
    mates = {pair for d in draft.definitions for pair in _multiplied(d.body)}
    lines = [w for w in reading.claims if w.claims and not (w.struck or _denies(w) or CROSSED in w.latex)]
    chains = [[m for m in w.members if not isinstance(m, ReadError)] for w in lines]
    for chain in (*chains, *([d.body] for d in draft.definitions)):
        left = {(v, by) for v, _, by in _differentiated(chain[-1:])}
        for v, of, by in _differentiated(chain):
            dropped = len(chain) > 2 and (v, by.variable) in mates and (v, by) not in left
            if v not in {*defined, by.variable} and not dropped and inverted(split_key(v.key)[0]) is None:
                yield _Pair(of, by)


def _differentiated(sides: Iterable[Expr]) -> Iterator[tuple[Variable, Var, Var]]:
    """The names that are differentiated in some expressions, as entries, and what by."""
    for p in (p for side in sides for p in of_kind(side, Partial)):
        if isinstance(p.of, Var):
            yield p.of.variable, p.of, p.wrt


def _denies(w: Written) -> bool:
    """Is a derivative 0, for all there is?"""
    return ZERO in w.members and not (w.where or w.ranges or w.perhaps or w.given)


def _multiplied(body: Expr) -> Iterator[tuple[Variable, Variable]]:
    """The names that are multiplied by each other in a definition: the inputs and the weights, say."""
    for x in of_kind(body, Mul):
        names = {f.variable for f in x.factors if isinstance(f, Var)}
        yield from permutations(names, 2)


def _is_plain(p: _Pair) -> bool:
    """Are all indices letters, each another one, and has what depends on something no letters for a label?

    The k of one `z_k` may number many: a line that leaves out the sum over them would be right of the one.
    """
    base, *labels = split_key(p.of.variable.key)
    parameter = split_key(p.by.variable.key)[0]  # `f_\theta` depends on the entries of `\theta`
    if any(_may_number(x, base) for part in labels for x in part if x not in (None, parameter)):
        return False
    return all(None not in (x := [i.letter for i in v.indices]) and len({*x}) == len(x) for v in (p.of, p.by))


def _may_number(label: str | None, base: str) -> bool:
    r"""May a label be indices: k, `\alpha`, ij; the T of `h_T`, though not the D of a loss `E_D`?"""
    if label is None or label.isdigit() or label in WORDS:
        return False
    if label.startswith("\\") or (label.islower() and len(label) < 4):
        return True
    return len(label) == 1 and base not in OBJECTIVES


def _unclear(draft: Draft, lines: Iterable[Expr], found: Mapping[Variable, Iterable[_Pair]]) -> Iterator[Variable]:
    """The names that go back to themselves, or by two ways to one of what they are differentiated by, and capitals
    that are multiplied."""
    direct = {v: {p.by.variable for p in pairs} for v, pairs in found.items()}
    made = {v: {*by} for v, by in direct.items()}
    for d in draft.definitions:
        made.setdefault(d.left.variable, set()).update(variables(d.body))
    above = {v: above_of(v, made) for v in made}
    arrays = set(_may_be_matrices(draft, lines))
    for v, by in direct.items():
        if v in arrays or v in above[v] or any(x in above.get(y, ()) for x in by for y in by):
            yield v


def _may_be_matrices(draft: Draft, lines: Iterable[Expr]) -> Iterator[Variable]:
    """The bare capitals that are multiplied by each other or by a derivative of one: the order may matter."""
    for x in (x for e in (*lines, *(d.body for d in draft.definitions)) for x in of_kind(e, Mul)):
        bare = {f.variable for f in x.factors if isinstance(f, Var) and is_capital(f.variable)}
        moved = {f.of.variable for f in x.factors if isinstance(f, Partial) and isinstance(f.of, Var)}
        both = bare | {v for v in moved if is_capital(v)}
        if bare and len(both) > 1:
            yield from both


def made_of(system: System) -> dict[Variable, set[Variable]]:
    """For each name of a network what stands in its definitions."""
    bodies = {v: [p.body for p in system.of(v) if p.body is not None] for v in system.variables()}
    return {v: {x for body in own for x in variables(body)} for v, own in bodies.items()}


def above_of(v: Variable, made: Mapping[Variable, Iterable[Variable]]) -> set[Variable]:
    """Every name that a name is made of, `made` telling of what each is made."""
    found: set[Variable] = set()
    waiting = [*made[v]]
    while waiting:
        x = waiting.pop()
        if x not in found:
            found.add(x)
            waiting += made.get(x, ())
    return found


def _definition(draft: Draft, number: int, pairs: list[_Pair]) -> RawDefinition:
    left = pairs[0].of
    own = tuple(s for i in left.indices if (s := i.letter) is not None)
    terms: list[Expr] = [_hidden(f"{MARK}s{number}", own)]
    for n, by in enumerate({p.by.variable: p.by for p in reversed(pairs)}.values()):
        shared = any(map(_shares_letters, (p for p in pairs if p.by.variable == by.variable)))
        terms.append(_term(draft, f"{SHARED if shared else MARK}{number}.{n}", own, by))
    return RawDefinition(left, add(*terms))


def _shares_letters(p: _Pair) -> bool:
    """Has the entry a letter of what it is differentiated by, as an index or in a label, the i of one `w_{ij}`?"""
    labels = "".join(x for part in split_key(p.by.variable.key)[1:] for x in part if x is not None)
    return any(s in free(p.by) or s.name in labels for s in free(p.of))


def _term(draft: Draft, name: str, own: tuple[Sym, ...], by: Var) -> Expr:
    """The sum over all entries of what is differentiated by."""
    letters: list[Sym] = []
    for i in by.indices:
        letter = i.letter
        assert letter is not None
        taken = {*own, *letters}
        letters.append(fresh(taken, letter) if letter in taken else letter)
    entry = Var(by.variable, tuple(map(affine, letters)))
    body = mul(_hidden(f"{name}r", (*own, *letters)), Apply(f"{name}g", (entry,)))
    spans = {s.letter: s for s in draft.ranges}
    for letter, typed in zip(reversed(letters), reversed(by.indices), strict=True):
        span = spans.get(typed.letter) if typed.letter is not None else None
        lowers, uppers = ((), ()) if span is None else ((span.lower,), (span.upper,))
        body = Sum(letter, lowers, uppers, body)
    return body


def _hidden(name: str, letters: tuple[Sym, ...]) -> Var:
    key = f"{name}_{{{','.join('#' * len(letters))}}}" if letters else name
    return Var(Variable(key), tuple(map(affine, letters)))
