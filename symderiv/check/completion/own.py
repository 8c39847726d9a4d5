"""The network that a page to be judged defines itself, with what its lines tell beside its definitions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace

from ...affine import Sym
from ...draft import Draft, RawDefinition
from ...errors import FreeIndex, ReadError, SymderivError
from ...expr import Add, Apply, Div, Expr, Mul, Partial, Pow, Var, Variable, bound, free, of_kind, variables
from ...network import complete
from ...network.counted import ends_counted
from ...network.inverses import with_inverses
from ...network.sizes import classify
from ...notation import RATES
from ...read import Reading
from ...resolve.definitions.named_parts import names_put_in
from ...resolve.spelled.keys import split_key
from ...resolve.spelled.known import BOLD
from ...resolve.told.symmetries import is_symmetry
from ...resolve.told.untold import Untold
from ...system import System
from ..known.dependent import with_dependence
from ..known.ends_by_lines import ends_told, with_ends_told
from ..known.extend import computes_with, with_any, with_dummies
from ..known.lengths import free_indices, told_by_letters, told_by_lines
from ..known.named import with_named_parts
from ..known.named_below import with_names_below
from ..known.unnamed import rests_on_lost, tell_without_names, with_unnamed, without_names
from .abbreviations import abbreviations
from .apart_from_objective import without_rules_apart
from .objective_again import defined_by_names
from .outputs_by_lines import told_at_will

NORM = r"\|"
"""The sign of a norm in the name of one."""


def network_of_page(reading: Reading, presumed: list[str]) -> System:
    """The network of a page; what had to be presumed of it is noted in the list. Raises what `complete` does."""
    draft = with_unnamed(_judged(reading), reading)
    own = draft.functions if not reading.untold else [f for f in draft.functions if f.body is not None]
    if not draft.definitions and not own and _is_about_functions(reading):
        return System(())
    derived = [x for m in _members(reading) for x in of_kind(m, Partial)]
    try:
        draft, system = defined_by_names(
            draft, reading, derived, lambda d, said: _with_dependence(d, reading, derived, said), presumed
        )
    except SymderivError as error:
        tell_without_names(error)
        raise
    members = _members(reading)
    unsaid = system.sizes - frozenset(_letters(draft))
    named = {*system.sizes - system.presumed, *(s for m in members for s in free(m))} - {
        s for s in free_indices(members) if s.name == s.name.lower()
    }
    told = ends_told(system, unsaid, members) | ends_counted(system, system.presumed, draft.counted, named)
    while told:
        said: list[str] = []
        with suppress(SymderivError):
            ended = _with_dependence(with_ends_told(draft, system, told), reading, derived, said)
            if (doubted := told_at_will(system, ended, reading)) & told.keys():
                told = {size: ends for size, ends in told.items() if size not in doubted}
                unsaid -= doubted
                continue
            system = ended
            presumed[:] = said
            unsaid = system.sizes - {
                *_letters(draft),
                *(s for ends in told.values() for e in ends for s in e.letters()),
            }
        break
    without_names(presumed)
    judged = [w for w in reading.claims if w.claims]
    lines = [[m for m in w.members if not isinstance(m, ReadError)] for w in judged]
    ranged = [(w.ranges, own) for w, own in zip(judged, lines, strict=True) if w.ranges]
    ended = told_by_lines(system, unsaid, members, ranged, lines)
    if ended is not system and (doubted := told_at_will(system, ended, reading)):
        ended = told_by_lines(system, unsaid - doubted, members, ranged, lines)
    system = ended
    system = told_by_letters(system, unsaid & system.sizes, lines)
    beside = dict.fromkeys((*_passed(system, members), *_constants(system, reading), *_weights(system, reading)))
    system = with_inverses(with_dummies(without_rules_apart(system, reading), beside), members)
    system = with_any(system, _declared(system, reading))
    return _with_symmetries_of_inverted(system, draft)


def _with_symmetries_of_inverted(system: System, draft: Draft) -> System:
    """The network with what is said of the order of indices of matrices of which only the inverse stands in it."""
    matrices = {x.matrix for x in system.inverses}
    said = (a for a in draft.assumptions if isinstance(a.left, Var) and a.left.variable in matrices)
    found = [a for a in said if is_symmetry(a.left, a.right) and a not in system.assumptions]  # type: ignore[arg-type]
    return replace(system, assumptions=(*system.assumptions, *found)) if found else system


def _with_dependence(draft: Draft, reading: Reading, derived: Sequence[Partial], presumed: list[str]) -> System:
    """The network of a page, with what it differentiates and does not define as any function where that fits."""
    wider = with_dependence(draft, reading)
    said: list[str] = []
    if wider is not draft:
        with suppress(SymderivError):
            system = _completed(wider, derived, said)
            presumed += said
            return system
    return _completed(draft, derived, presumed)


def _is_about_functions(reading: Reading) -> bool:
    r"""Do the lines name nothing but well-known functions of any number: `\tanh'(z) = 1 - \tanh^2(z)`?

    Lines with what could not be read are open in any case.
    """
    judged = [w for w in reading.claims if w.claims and not rests_on_lost(w, reading)]
    members = ((m, w) for w in judged for m in w.members if not isinstance(m, ReadError))
    return any(w.dummies for w in judged) and all(variables(m) <= {*w.dummies} for m, w in members)


def _passed(system: System, members: Iterable[Expr]) -> Iterator[Variable]:
    r"""What functions get by its own name behind their first argument: the `\beta` of `g(u) = \tanh(\beta u)`."""
    named = {f.name: f.parameters for f in system.functions}
    for e in (x for m in members for x in of_kind(m, Apply)):
        pairs = zip(e.args[1:], named.get(e.function, ())[1:], strict=False)
        yield from (v for a, v in pairs if a == Var(v))


def _constants(system: System, reading: Reading) -> Iterator[Variable]:
    r"""What lines name that the network does not have and words call constants, the `\lambda` of `x^T S x - \lambda
    x^T x`."""
    there = {*system.variables(), system.objective}
    untold = {u.base for u in reading.untold}
    named = (v for m in reading.members for v in variables(m) if not v.arity and v not in there)
    yield from (v for v in named if (base := split_key(v.key)[0]) in reading.constants and base not in untold)


def _declared(system: System, reading: Reading) -> list[Variable]:
    r"""The arrays of which the page only says of which shape they are, the A of `\frac{\partial}{\partial w} w^T A w`.

    One that stands alone on a side may be defined there, and one that is differentiated as a whole, or has the letter
    of something that the network has, may depend on it.
    """
    if not reading.declared:
        return []
    there = {system.objective, *system.variables()}
    members = _members(reading)
    letters = {_letter(v) for v in there if v is not None} | {BOLD.sub(r"\1", u.base).lower() for u in reading.untold}
    made = {m.variable for m in members if isinstance(m, Var)}
    made |= {x.of.variable for m in members for x in of_kind(m, Partial) if isinstance(x.of, Var)}
    named = {v for m in members for v in variables(m) if v.arity and split_key(v.key)[0] in reading.declared}
    return sorted((v for v in named - there - made if _letter(v) not in letters), key=lambda v: v.key)


def _letter(v: Variable) -> str:
    """The letter of a name without its font, a small one: `A` may be made of the rows `a_i`."""
    return BOLD.sub(r"\1", split_key(v.key)[0]).lower()


def _weights(system: System, reading: Reading) -> Iterator[Variable]:
    r"""The weights of penalties that only lines add, the `\lambda_\Theta` of `s - \lambda_\Theta \|\Theta\|^2`: numbers
    that carry the letter of what stands beside them, and that nothing says anything of.

    One that a line differentiates, or that stands alone on a side, may be a value that is found.
    """
    there, untold = {*system.variables(), system.objective}, {u.base for u in reading.untold}
    members = _members(reading)
    parts = [x for m in members for x in of_kind(m, Partial)]
    found = {v for x in parts for v in _penalised(x.of)}
    moved = {x.wrt.variable for x in parts} | {x.of.variable for x in parts if isinstance(x.of, Var)}
    moved |= {m.variable for m in members if isinstance(m, Var)}
    new = sorted(found - moved - there, key=lambda v: v.key)
    yield from (v for v in new if split_key(v.key)[0] not in untold)


def _penalised(e: Expr) -> Iterator[Variable]:
    """The numbers that are factors of a term in which the letter that they carry stands in a norm or squared."""
    for term in (x for add in of_kind(e, Add) for x in add.terms):
        for v in (x.variable for x in _factors(term) if isinstance(x, Var) and not x.indices):
            base, above, below, _ = split_key(v.key)
            if base in RATES and not above and len(below) == 1 and below[0] in {*_squared(term)}:
                yield v


def _factors(e: Expr) -> Iterator[Expr]:
    parts = e.factors if isinstance(e, Mul) else (e.numerator,) if isinstance(e, Div) else ()
    yield from (x for part in parts for x in _factors(part)) if parts else (e,)


def _squared(e: Expr) -> Iterator[str]:
    """The letters of the arrays that stand in a norm or squared, without their font."""
    powers = (x.base.variable for x in of_kind(e, Pow) if isinstance(x.base, Var))
    norms = (v for v in variables(e) if NORM in v.key)
    yield from (BOLD.sub(r"\1", split_key(v.key)[0].replace(NORM, "")) for v in (*powers, *norms))


def without_free_indices(reading: Reading) -> Reading:
    """The reading without definitions in which a letter stands free that is an index elsewhere: those are unreadable.

    What rests on a name so lost is left open, the rest of the page is judged.
    """
    while True:
        try:
            classify(_judged(reading))
        except FreeIndex as error:
            at = {d.left.variable for d in reading.draft.definitions if d.place and d.place == error.place}
            # a variable is lost as a whole: with one piece of it alone it would be another one
            lost = [d for d in reading.draft.definitions if d.left.variable in at]
            if not lost:
                return reading
            kept = tuple(d for d in reading.draft.definitions if d.left.variable not in at)
            reading = replace(
                reading,
                draft=replace(reading.draft, definitions=kept),
                problems=(*reading.problems, ReadError(error.cause, error.place, error.hint)),
                untold=(*reading.untold, *(_untold(d) for d in lost)),
            )
        except SymderivError:
            return reading
        else:
            return reading


def _untold(d: RawDefinition) -> Untold:
    return Untold(split_key(d.left.variable.key)[0], d.place.line if d.place is not None else 1)


def _members(reading: Reading) -> list[Expr]:
    """The sides of every line that is judged."""
    return [m for w in reading.claims if w.claims for m in w.members if not isinstance(m, ReadError)]


def _letters(draft: Draft) -> Iterator[Sym]:
    """Every letter that the definitions and the ranges of a page name."""
    yield from draft.sizes
    for d in draft.definitions:
        yield from free(d.left) | free(d.body) | bound(d.body)
        for c in d.where:
            yield from c.letters()
    for span in (*draft.ranges, *(s for d in draft.definitions for s in d.ranges)):
        yield from {span.letter} | span.lower.letters() | span.upper.letters()
    for c in draft.relations:
        yield from c.letters()


def _completed(draft: Draft, derived: Sequence[Partial], presumed: list[str]) -> System:
    """The network of a page, with names for parts of formulas put in where that holds together."""
    named = with_named_parts(draft, frozenset(x.wrt.variable for x in derived))
    named = with_names_below(named, ((x.of.variable, x.wrt.variable) for x in derived if isinstance(x.of, Var)))
    if named is not draft:
        said: list[str] = []
        try:
            system = complete(named, said)
        except SymderivError:
            return _telling(complete(draft, presumed), draft, draft)
        presumed += said
        return _telling(system, draft, named)
    return _telling(complete(draft, presumed), draft, draft)


def _telling(system: System, draft: Draft, named: Draft) -> System:
    """The network that tells which names were put in where the page does not type them."""
    put_in = draft.put_in | names_put_in(draft.definitions, named.definitions)
    return replace(system, put_in=put_in) if put_in else system


def _judged(reading: Reading) -> Draft:
    """The draft as far as judging needs it: an objective with indices stands for each of its entries.

    One that no line defines is the one scalar that lines differentiate though nothing says what it is; one by which
    others are differentiated is on the way to it.
    """
    draft = replace(reading.draft, abbreviations=abbreviations(reading))
    if draft.objective is not None:
        return replace(draft, objective=None) if draft.objective.variable.arity else draft
    defined = {d.left.variable for d in draft.definitions}
    every = [*_members(reading), *(d.body for d in draft.definitions)]
    found = dict.fromkeys(e.of for m in every for e in of_kind(m, Partial))
    by = {x.wrt.variable for m in every for x in of_kind(m, Partial)}
    unknown = [e for e in found if isinstance(e, Var) and not e.variable.arity and e.variable not in defined]
    unknown = [e for e in unknown if e.variable not in by] or unknown
    unknown = [e for e in unknown if _by_network(e, every, draft)] or unknown
    alone = len(unknown) == 1 and not any(computes_with(d.body, unknown[0].variable) for d in draft.definitions)
    return replace(draft, objective=unknown[0]) if alone else draft


def _by_network(e: Var, members: Iterable[Expr], draft: Draft) -> bool:
    """Do lines differentiate it by something that definitions name? Else it stands in a rule beside the network."""
    names = {v for d in draft.definitions for v in (d.left.variable, *variables(d.body))}
    return any(x.of == e and x.wrt.variable in names for m in members for x in of_kind(m, Partial))
