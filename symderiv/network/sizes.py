r"""Which letters are sizes and which are indices, and what is thereby known of them.

A letter says nothing by itself. It is an *index* where a sum or a stated range runs over it or a left side carries it
by itself; it is a *size* where it stands free in a definition: in a bound, in an index, as a value. A letter that
would have to be both is an error, because no reader could tell which is meant where.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..affine import Affine, IntFn, Sym
from ..domain import TRUE, Constraint, Context, Domain, eq, ge, implies, is_empty
from ..draft import Draft, RawDefinition
from ..errors import FreeIndex, NetworkError, Place, RangeClash
from ..expr import Bracket, Expr, Sum, free, of_kind, own_forms, walk
from ..latex import scripts
from ..node import node
from ..system import Span


@node
class Letters:
    """What the letters of a draft are; every letter that is not a size is an index.

    `fixed` are those sizes that bound nothing and only single out entries (the c of `L = -\\log p_c`).
    """

    sizes: frozenset[Sym]
    size_functions: frozenset[str]
    lookups: frozenset[str]
    known: Context
    fixed: frozenset[Sym] = frozenset()

    def indices(self, form: Affine) -> frozenset[Sym]:
        """The index letters of a form."""
        return form.letters() - self.sizes


def classify(draft: Draft) -> Letters:
    """Sort the letters of a draft into sizes and indices.

    Raises `FreeIndex` for a letter that stands free on a right side although it is an index elsewhere, `RangeClash` for
    one that is a size here and an index there.
    """
    running = {span.letter for span in _spans(draft)}
    running |= {e.letter for d in draft.definitions for e in of_kind(d.body, Sum)}
    plain = {i.letter for d in draft.definitions for i in d.left.indices if i.letter is not None} - draft.sizes
    sizes = set(draft.sizes)
    ends = _letters(_bounds(draft))
    for d in draft.definitions:
        sizes |= _constants(d, running, plain, ends, draft)
    for span in (*draft.ranges, *draft.looked_up):
        sizes |= _letters((span.lower, span.upper)) - plain - running
    for c in draft.relations:
        sizes |= c.letters() - plain - running
    inside = [e for f in draft.functions if f.body is not None for e in of_kind(f.body, Sum)]
    within = {e.letter for e in inside}
    sizes |= {s for e in inside for s in _letters((*e.lowers, *e.uppers))} - plain - running - within
    clash = sorted((sizes & running) | (draft.sizes & running), key=lambda s: s.name)
    if clash:
        raise RangeClash(
            f"`{clash[0].name}` is an index and a size",
            _where_index(draft, clash[0]),
            f"give the index or the size another letter than `{clash[0].name}`",
        )
    bounding = {a.name for form in _bounds(draft) for a in form.atoms() if isinstance(a, IntFn)} - draft.lookups
    functions = draft.size_functions | bounding
    applied = {a.name for form in _forms(draft) for a in form.atoms() if isinstance(a, IntFn)}
    lookups = draft.lookups | (applied - functions)
    known = _known(draft, frozenset(sizes), functions)
    return Letters(frozenset(sizes), functions, lookups, known, _fixed(draft, sizes))


def _fixed(draft: Draft, sizes: set[Sym]) -> frozenset[Sym]:
    """The declared letters that bound nothing, less the capitals of indices: `h_T` is the last step of `h_t`.

    So is the c of one-hot data, `y_k = [k = c]`, and of `\\sum_k [k = c] \\log p_k`, declared or not.
    """
    left = {s.name for d in draft.definitions for s in _letters(d.left.indices)}
    classes = {c for d in draft.definitions if isinstance(d.body, Bracket) for c in free(d.body)} & sizes
    classes |= {c for d in draft.definitions for _, c in left_by_sums(d.body) if c in sizes}
    found = (draft.sizes | classes) - _letters(_bounds(draft))
    return frozenset(s for s in found if not (s.name.isupper() and s.name.lower() in left))


def left_by_sums(body: Expr) -> Iterator[tuple[Sum, Sym]]:
    r"""The sums of which a bracket leaves one entry, `\sum_k [k = c] ..`, each with the letter of that entry."""
    for total in of_kind(body, Sum):
        said = (c for b in of_kind(total.body, Bracket) for c in b.where if c.rel == "==")
        for c in said:
            others = c.letters() - {total.letter}
            for letter in others if len(others) == 1 and total.letter in c.letters() else ():
                if Domain.of(c) == Domain.of(eq(total.letter, letter)):
                    yield total, letter


def _constants(
    d: RawDefinition, running: set[Sym], plain: set[Sym], bounding: frozenset[Sym], draft: Draft
) -> set[Sym]:
    """The letters that a definition uses as sizes: free in it and not on its left. Some bound a sum or a range."""
    left = _letters(d.left.indices)
    found = set(free(d.body)) - left
    for span in d.ranges:
        found |= _letters((span.lower, span.upper)) - left
    for s in sorted(found - draft.sizes, key=lambda s: s.name):
        if s in running and s not in free(d.body):
            continue
        if s in running or (s in plain and s not in bounding and not s.name.isupper()):
            shown = scripts.var(d.left)
            raise FreeIndex(
                f"`{s.name}` stands free on the right side of `{shown}`, but is an index elsewhere",
                d.place,
                rf"sum over it (`\sum_{{{s.name}}}`), put it on the left side (`{d.left.variable.name}_{s.name}`),"
                f' or declare it a fixed number: `sizes = ["{s.name}"]`',
            )
    return found - running


def _known(draft: Draft, sizes: frozenset[Sym], functions: frozenset[str]) -> Context:
    """Sizes are at least 1 and stated relations hold; stated ranges are not empty, where that can be.

    A range `2..L` beside a definition says that there is a layer 2; a sum may be empty, unless it runs between sizes.
    """
    facts: list[Constraint] = [ge(s, 1) for s in sorted(sizes, key=lambda s: s.key)]
    facts.extend(draft.relations)
    known = Context(Domain.of(*facts), functions)
    if is_empty(known.known, known):
        said = ", ".join(scripts.conditions(draft.relations))
        raise NetworkError("no sizes satisfy what is stated of them", None, f"look again at: {said}")
    presumed: list[Constraint] = []
    stated = {(span.lower, span.upper) for span in _spans(draft)}
    for lower, upper in _ranges(draft):
        width = upper - lower + 1
        between = len(width.terms) > 1 and any(c < 0 for _, c in width.terms)
        wanted = ge(width, 1)
        if ((lower, upper) in stated or between) and not width.letters() - sizes and not implies(TRUE, wanted, known):
            presumed.append(wanted)
    more = known & Domain.of(*presumed)
    return known if not presumed or is_empty(more.known, more) else more


def _ranges(draft: Draft) -> Iterator[tuple[Affine, Affine]]:
    """Every stated range of an index."""
    for span in _spans(draft):
        yield span.lower, span.upper
    for d in draft.definitions:
        for e in walk(d.body):
            if isinstance(e, Sum):
                yield from ((a, b) for a in e.lowers for b in e.uppers)


def _spans(draft: Draft) -> Iterator[Span]:
    yield from draft.ranges
    for d in draft.definitions:
        yield from d.ranges


def _bounds(draft: Draft) -> Iterator[Affine]:
    for lower, upper in _ranges(draft):
        yield from (lower, upper)


def _forms(draft: Draft) -> Iterator[Affine]:
    """Every affine form of the draft."""
    yield from _bounds(draft)
    for d in draft.definitions:
        yield from d.left.indices
        for e in walk(d.body):
            yield from own_forms(e)


def _letters(forms: Iterable[Affine]) -> frozenset[Sym]:
    return frozenset(s for form in forms for s in form.letters())


def _where_index(draft: Draft, letter: Sym) -> Place | None:
    for d in draft.definitions:
        if any(isinstance(e, Sum) and e.letter == letter for e in walk(d.body)):
            return d.place
    return None
