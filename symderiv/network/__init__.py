r"""From what is written to a network that holds together: `complete(draft)`.

This file is the pipeline. Letters are sorted into sizes and indices (`sizes`), ties are directed (`ties`), definitions
get a standard form (`strides`, `entries`), ranges that are not stated are inferred from use (`ranges`), what nothing
defines becomes given (`given`), and then everything is checked: every use lies inside some definition, no two
definitions overlap, no entry depends on itself (`circular`). The result is a `System`, or an error that says where and
how to put it right.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import replace
from difflib import get_close_matches
from itertools import combinations

from ..affine import affine
from ..domain import is_empty, simplify
from ..domain.constraint import Context
from ..draft import Draft
from ..errors import (
    AmbiguousName,
    NetworkError,
    OverlappingDefinitions,
    Place,
    RangeClash,
    SymderivError,
    UncoveredUse,
    UnknownName,
)
from ..expr import Apply, Expr, Num, Partial, Sum, Var, Variable, of_kind, variables, walk
from ..functions import WELL_KNOWN
from ..latex import scripts
from ..system import HIDDEN, Assumption, Function, Piece, Role, Span, System, Values, alias_of
from .bindings import check_bindings
from .circular import check_circles
from .constants_before import with_constants_before
from .counted import at_odds, with_counted
from .entries import Entry, standard, without_repetition
from .fixed import with_fixed
from .given import given_pieces
from .identify import identified
from .inference import State, start
from .inverses import check_no_inverses
from .nominal import narrowed, narrowed_apart, widened
from .open_sums import has_open_sum, with_bounds
from .outputs import last_nodes
from .premised import sizes_of
from .ranges import infer
from .sizes import classify
from .strides import without_strides
from .ties import base, directed, unrooted

OBJECTIVES = ("E", "L", "J", "C", r"\mathcal{L}", r"\ell", "Q", "F", "S", "R")
"""Names that an objective usually has, the likeliest first."""


def complete(draft: Draft, presumed: list[str] | None = None) -> System:
    r"""The network that a draft describes, with everything inferred and everything checked.

    With `presumed`, an index of which nothing is known is given a range of its own, and the list says so.

    Raises a subclass of `NetworkError` (see `errors`), or `DomainTooHard`; nothing half-built is ever returned.

    >>> from symderiv.draft import RawDefinition
    >>> from symderiv.expr import Apply, mul, total
    >>> y, w, x = Variable("y_{#}"), Variable("w_{#,#}"), Variable("x_{#}")
    >>> body = Apply("f", (total("j", 1, "J", mul(w("i", "j"), x("j"))),))
    >>> ranges = (Span(affine("i").letter, affine(1), affine("I")),)
    >>> net = complete(Draft((RawDefinition(y("i"), body, ranges),)))
    >>> for piece in net.pieces:
    ...     print(piece.lhs.variable.key, piece.role, piece.domain)
    y_{#} node {I - i >= 0, i - 1 >= 0}
    w_{#,#} parameter {I - i >= 0, J - j >= 0, i - 1 >= 0, j - 1 >= 0}
    x_{#} parameter {J - j >= 0, j - 1 >= 0}
    """
    if presumed is None:
        check_no_inverses(draft)
    if not draft.definitions and all(f.body is None for f in draft.functions):
        raise NetworkError("there is no definition", None, "define at least one node: `a_i = \\sum_j w_{i,j} x_j`")
    check_bindings(draft)
    letters = classify(draft)
    raw = directed(tuple(without_strides(draft.definitions, draft, letters)), letters.sizes)
    entries = without_repetition(tuple(standard(d, letters) for d in raw))
    state = start(draft, entries, letters)
    state.judged = presumed is not None
    _check_labels(state)
    while True:
        try:
            return _as_counted(draft, _completed(draft, state, presumed), presumed)
        except RangeClash as clash:
            note = identified(state, clash) if presumed is not None else None
            if note is None or presumed is None:
                raise
            presumed.append(note)
        except UncoveredUse as error:
            notes = narrowed(state) or narrowed_apart(state) if presumed is not None else []
            note = identified(state, error) if presumed is not None and not notes else None
            if presumed is None or not (notes or note):
                raise
            presumed += [*notes, *([note] if note else [])]


def _as_counted(draft: Draft, system: System, presumed: list[str] | None) -> System:
    """The network with as many entries as sentences say, where that holds together."""
    odd = at_odds(system, draft.counted)
    said: list[str] = []
    if odd:
        with suppress(SymderivError):
            found = complete(with_counted(draft, system, odd), said if presumed is not None else None)
            if {*said} <= {*(presumed or ())}:
                return found
    return system


def _completed(draft: Draft, state: State, presumed: list[str] | None) -> System:
    """The network once every range is inferred. Raises what `complete` does."""
    infer(state, presumed)
    letters = state.letters = replace(state.letters, known=with_fixed(state))
    defined = tuple(_defined(state))
    _check_overlaps(defined, letters.known)
    functions = _functions(draft, state)
    objective = _objective(state)
    given = tuple(with_constants_before(state, tuple(given_pieces(state, defined, objective))))
    defined = tuple(widened(state, defined, given))
    _check_overlaps((*defined, *given), letters.known)
    check_circles(defined, letters.known)
    _check_names(draft, (*defined, *given), objective)
    generic = objective is not None and objective not in state.of
    assumptions = tuple(_assumptions(state, {p.variable for p in (*defined, *given)}))
    return System(
        pieces=(*defined, *given),
        sizes=letters.sizes,
        size_functions=letters.size_functions,
        lookups=letters.lookups,
        context=letters.known.known & sizes_of(assumptions, letters.known, letters.sizes),
        objective=objective,
        generic=generic,
        outputs=last_nodes(defined, letters, draft.abbreviations) if generic else (),
        functions=functions,
        assumptions=assumptions,
        values=tuple(_values(draft, given)),
        positive=tuple(v for v in draft.positive if any(p.variable == v for p in given)),
        outside_zero=draft.outside_zero,
        wrt=draft.wrt,
        ties=unrooted((*defined, *given), frozenset(e.variable for e in draft.data)),
        spans=tuple(_spans(state, (*defined, *given))),
        displays=draft.displays,
        title=draft.title,
        notes=draft.notes,
        presumed=frozenset(state.presumed) & letters.sizes,
        inferred=frozenset(entry.variable for n, entry in enumerate(state.entries) if state.unknown(n)),
        mentioned=draft.mentioned,
        page=draft.page,
    )


def _assumptions(state: State, names: Collection[Variable]) -> Iterator[Assumption]:
    """The assumptions with bounds for their sums; one whose bounds nothing tells, or about a name that the network
    does not have, says nothing."""
    for a in state.draft.assumptions:
        sides = with_bounds(state, a.left), with_bounds(state, a.right)
        if not any(map(has_open_sum, sides)) and all(v in names for side in sides for v in variables(side)):
            yield Assumption(*sides)


def _values(draft: Draft, given: tuple[Piece, ...]) -> Iterator[Values]:
    """The values of what is given and not differentiated by; of anything else they would be a claim. What is looked up
    or compared as an integer is given, too."""
    open_to_all = {e.variable for e in draft.wrt}
    for v in draft.values:
        number = v.variable.name in draft.lookups and not any(p.variable == v.variable for p in given)
        if v.variable not in open_to_all and (number or any(p.variable == v.variable for p in given)):
            yield v


def _defined(state: State) -> Iterator[Piece]:
    """The pieces of the definitions, in document order."""
    for n, entry in enumerate(state.entries):
        for d in state.found[n]:
            domain = simplify(entry.from_coordinates(d), state.letters.known)
            body = state.bodies[n]
            role = _role(entry, body)
            yield Piece(entry.variable, entry.indices, entry.letters, domain, body, role, entry.place)


def _role(entry: Entry, body: Expr) -> Role:
    if isinstance(body, Num):
        return Role.CONSTANT
    alias = alias_of(Piece(entry.variable, entry.indices, entry.letters, entry.stated, body, Role.NODE))
    return Role.ALIAS if alias is not None and alias[1].variable != entry.variable else Role.NODE


# ---------------------------------------- checks


def _check_overlaps(pieces: tuple[Piece, ...], known: Context) -> None:
    """Raise `OverlappingDefinitions` where two pieces give a value to one entry."""
    for one, two in combinations(pieces, 2):
        if one.variable != two.variable:
            continue
        both = one.domain & two.at(one.indices)[0]
        if is_empty(both, known):
            continue
        common = scripts.domain(simplify(both, known), [*one.letters])
        raise OverlappingDefinitions(
            f"`{scripts.var(one.lhs)}` and `{scripts.var(two.lhs)}` are both defined for `{common or 'every entry'}`",
            two.place or one.place,
            "state for which indices each definition holds, so that no entry gets two values",
        )


def _functions(draft: Draft, state: State) -> tuple[Function, ...]:
    """Every function that is not a well-known one.

    Raises `NetworkError` for one that is used with different numbers of arguments.
    """
    declared = {f.name: f for f in draft.functions}
    found = dict(declared)
    bodies = [*state.bodies, *(f.body for f in draft.functions if f.body is not None)]
    for e in (x for body in bodies for x in walk(body)):
        if not isinstance(e, Apply):
            continue
        name, arity = e.function, len(e.args)
        if name in WELL_KNOWN and name not in declared:
            continue
        first = found.setdefault(name, Function(name, arity))
        if first.arity != arity:
            raise NetworkError(
                f"the function `{name}` is used with {first.arity} and with {arity} arguments",
                next((x.place for n, x in enumerate(state.entries) if e in walk(state.bodies[n])), None),
                "give one of the two another name",
            )
    return tuple(found.values())


def _check_names(draft: Draft, pieces: tuple[Piece, ...], objective: Variable | None) -> None:
    """Raise `UnknownName` for what the draft asks about and the network does not have."""
    there = dict.fromkeys(p.variable for p in pieces)
    if objective is not None:
        there[objective] = None
    for what, entries in (("wrt", draft.wrt), ("data", draft.data)):
        for e in entries:
            if e.variable not in there:
                raise unknown_name(e, tuple(there), f"`{what}` names", _named(draft, e))
            if e.variable == objective:
                raise NetworkError(
                    f"`{what}` names the objective `{scripts.var(e)}`",
                    _named(draft, e),
                    "name what it depends on: a weight, an input, a node",
                )
    wanted = draft.objective
    if wanted is not None and wanted.variable.arity and all(p.variable != wanted.variable for p in pieces):
        raise unknown_name(wanted, tuple(there), "`objective` names", _named(draft, wanted))


def _named(draft: Draft, entry: Var) -> Place | None:
    """Where the front matter names an entry."""
    return next((place for e, place in draft.named if e == entry), None)


def _check_labels(state: State) -> None:
    """Raise `AmbiguousName` for a given `h_T` beside a defined `h_t`: a name of its own, or the entry at t = T?

    The k_e of `k_i = k_e x_i` is no entry: it would be made of itself.
    """
    used = {u.entry.variable: n for n in range(len(state.entries)) for u in state.uses(n)}
    given = {v: n for v, n in used.items() if v not in state.of}
    for defined in (v for v in state.of if v.arity):
        pattern = re.compile(re.escape(defined.key).replace(r"\#", r"(#|[A-Za-z]|\\[A-Za-z]+)"))
        own = {u.entry.variable for n in state.of[defined] for u in state.uses(n)}
        steps = {s.name for n in state.of[defined] for s in state.entries[n].letters}
        for v, n in given.items():
            found = pattern.fullmatch(v.key)
            labels = [x for x in found.groups() if x != "#"] if found else []
            if labels and not (v in own and steps.isdisjoint(x.lower() for x in labels)):
                shown = scripts.var(Var(v, tuple(affine("#") for _ in range(v.arity)))).replace("#", "i")
                raise AmbiguousName(
                    f"`{shown}` is a name of its own, or an entry of `{scripts.variable_latex(defined)}`",
                    state.entries[n].place,
                    f'if `{labels[0]}` is a fixed index, say so: `sizes = ["{labels[0]}"]`; else rename one of the two',
                )


def unknown_name(entry: Var, there: tuple[Variable, ...], who: str, place: Place | None = None) -> UnknownName:
    """The error for a variable that the network does not have, with the nearest names that it has."""
    names = {scripts.variable_latex(v): v for v in there if not v.key.startswith(HIDDEN)}
    mine = scripts.variable_latex(entry.variable)
    same = [v for v in there if v.name == entry.variable.name and v.arity != entry.variable.arity]
    if same:
        hint = f"`{mine}` has {same[0].arity} indices there, not {entry.variable.arity}"
    else:
        near = [n for n, v in names.items() if base(v) == base(entry.variable)][:3]
        near = near or get_close_matches(mine, names, n=3, cutoff=0.4)
        hint = f"did you mean {' or '.join(f'`{n}`' for n in near)}?" if near else f"there are: {', '.join(names)}"
    return UnknownName(f"{who} `{scripts.var(entry)}`, which the network does not have", place, hint)


# ---------------------------------------- the objective


def _objective(state: State) -> Variable | None:
    """The scalar that is differentiated: as stated, else the one defined scalar that nothing uses, else a generic E.

    A scalar that equations differentiate and nothing defines or uses is a generic one, whatever it is called. A page
    of functions alone has none.
    """
    if state.draft.objective is not None:
        return state.draft.objective.variable
    if not state.entries:
        return None
    used = {u.entry.variable for n in range(len(state.entries)) for u in state.uses(n) if not u.nominal}
    opened = [v for v in state.draft.differentiated if v not in used and v not in state.of]
    if opened and not any(v.key in OBJECTIVES for v in state.of):
        return opened[0]
    scalars = [v for v in state.of if not v.arity and v not in used and not _is_alias(state, v)]
    if scalars:
        likely = [v for name in OBJECTIVES for v in scalars if v.key == name]
        return scalars[0] if len(scalars) == 1 else next(iter(likely), None)
    for body in state.bodies:
        for e in walk(body):
            if isinstance(e, Partial) and isinstance(e.of, Var) and not e.of.variable.arity:
                return e.of.variable
    taken = {v.name for v in used}
    return next((Variable(name) for name in OBJECTIVES if name not in taken), None)


def _is_alias(state: State, variable: Variable) -> bool:
    return all(_role(state.entries[n], state.bodies[n]) is not Role.NODE for n in state.of[variable])


# ---------------------------------------- ranges of letters


def _spans(state: State, pieces: tuple[Piece, ...]) -> Iterator[Span]:
    """For each letter the range that it usually has: as stated, as summed, as inferred."""
    seen: set[str] = set()
    stated = [*state.draft.ranges, *(s for d in state.draft.definitions for s in d.ranges)]
    summed = [
        Span(e.letter, e.lowers[0], e.uppers[0])
        for body in state.bodies
        for e in of_kind(body, Sum)
        if len(e.lowers) == len(e.uppers) == 1
    ]
    for span in (*stated, *(s for p in pieces for s in _ranges_of(p)), *summed):
        if span.letter.name not in seen:
            seen.add(span.letter.name)
            yield span


def _ranges_of(piece: Piece) -> Iterator[Span]:
    for letter in piece.letters:
        forms = [c.form for c in piece.domain.constraints if c.rel == ">="]
        lowers = [affine(letter) - f for f in forms if f.coefficient(letter) == 1]
        uppers = [affine(letter) + f for f in forms if f.coefficient(letter) == -1]
        if len(lowers) == len(uppers) == 1:
            yield Span(letter, lowers[0], uppers[0])
