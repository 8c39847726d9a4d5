r"""A loss for one example, `L = (r_{ij} - \hat{r}_{ij})^2` beside `\hat{r}_{ij} = ..`: there is one for each i and j.

The letters that nothing binds, that are indices of what the page defines and of which it says what they run over, are
indices of the loss, wherever it stands. Not where an equation about it sums over such a letter beside it: then it may
be meant as the sum. Nothing else need be defined for each i where the letter stands in the formula once, as in `h =
\vec{x}_i \cdot \vec{w}`; that of `y = w_i x_i` may be summed over by convention.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import BigSum, Chain, Group, Name, Node, Script, Statement
from ....latex.walking import parts, rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, letter_of, stem_of


def _leaves_letters(s: Statement) -> bool:
    """Is a name without indices defined by what carries letters that no sum binds?"""
    return defined_whole(s) is not None and any(True for _ in _free(s.chain.members[1]))


@where(_leaves_letters)
def with_examples_of_losses(located: Sequence[Located], ranges: Sequence[Chain]) -> list[Located]:
    """The formulas of a document with indices on such losses; `ranges` are those of the front matter."""
    statements = [s for f in read_of(located) for s in f.statements]
    indices = {x for s in statements for x in _on_left(s)}
    said = (*ranges, *(c for s in statements for c in (s.chain, *s.conditions)))
    ranging = (x for c in said for x in ranged_letters(c))
    summed = {x for s in statements for y in t.of_kind(s, BigSum) for x in bound_letters(y)}
    indices &= {*ranging} | summed
    first = {x for s in statements for y in t.of_kind(s, BigSum) for x in _first_bound(y)}
    losses: dict[Stem, tuple[Name, ...]] = {}
    for s in statements:
        left = defined_whole(s)
        if left is not None and stem_of(left) not in losses:
            known = indices | _of_any(s.chain.members[1], first, indices)
            losses[stem_of(left)] = tuple(x for x in _free(s.chain.members[1]) if letter_of(x) in known)
    found = {stem: letters for stem, letters in losses.items() if letters and _is_alone(stem, letters, statements)}
    if not found:
        return list(located)

    def change(x: Any) -> Node | None:
        if not isinstance(x, Name) or x.scripts or stem_of(x) not in found:
            return None
        entries = tuple(replace(e, span=x.span) for e in found[stem_of(x)])
        return replace(x, scripts=(Script(False, entries, "", len(entries) > 1, True, x.span),))

    return with_statements(located, lambda s: rebuilt(s, change))


def _of_any(formula: Node, summed: Set[str], indices: Set[str]) -> Set[str]:
    r"""The letters of a formula that stand in it once and are those of sums elsewhere; none if it has any others.

    What only has a range may be a label, the o of `L = -\log p_o`. Of the letters of `\sum_n (q_j - t_k)^2` nobody
    knows which are meant.
    """
    times = Counter(x.base for x in _unbound(formula, set()))
    once = {x for x, n in times.items() if n == 1 and x in summed}
    return once if times.keys() <= indices | once else set()


def defined_whole(s: Statement) -> Name | None:
    """The name without indices that an equation begins with."""
    left = s.chain.members[0]
    given = s.chain.relations and s.chain.relations[0] in EQUALITIES and not s.struck and not s.conditions
    whole = given and isinstance(s.chain.members[1], (Group, t.Listing))  # `C = (c_{ij})` is about the matrix
    return left if given and not whole and isinstance(left, Name) and not left.scripts and not left.primes else None


def _on_left(s: Statement) -> Iterator[str]:
    """The letters below a name that an equation begins with."""
    left = s.chain.members[0]
    if s.chain.relations and s.chain.relations[0] in EQUALITIES and isinstance(left, Name):
        entries = (e for script in left.scripts if not script.above for e in script.entries)
        yield from (letter for e in entries if (letter := letter_of(e)) is not None)


def ranged_letters(c: Chain) -> Iterator[str]:
    r"""The letters of which `i = 1, \dots, I` and `1 \le i \le I` say what they run over."""
    listed = c.relations == ("=",) and isinstance(c.members[1], t.Listing)
    inside = c.members[:1] if listed else c.members[1:-1] if set(c.relations) <= {r"\le", "<"} else ()
    for x in (y for m in inside for y in t.listed(m)):
        letter = letter_of(x)
        if letter is not None:
            yield letter


def _free(x: object, bound: Set[str] = frozenset()) -> tuple[Name, ...]:
    """The letters below names that no sum binds, each once."""
    found: dict[str, Name] = {}
    for letter in _unbound(x, bound):
        found.setdefault(letter.base, letter)
    return tuple(found.values())


def _unbound(x: object, bound: Set[str]) -> Iterator[Name]:
    if isinstance(x, BigSum):
        bound = bound | bound_letters(x)
        yield from _unbound(x.body, bound)
        return
    if isinstance(x, t.Call) and x.function == "diag":
        return  # all that its letter numbers stand on the diagonal
    if isinstance(x, Name):
        entries = (e for script in x.scripts if not script.above for e in script.entries)
        yield from (e for e in entries if isinstance(e, Name) and letter_of(e) == e.base and e.base not in bound)
        return
    for part in parts(x):
        yield from _unbound(part, bound)


def bound_letters(x: BigSum) -> set[str]:
    r"""The letters that a sum runs over; both of `\sum_{i < j}`."""
    running = [m for c in x.below for m in _running(c)]
    return {letter for y in running for z in t.of_kind(y, Name) if (letter := letter_of(z)) is not None}


def _first_bound(x: BigSum) -> set[str]:
    r"""The letters that stand first below a sum: the y of `\sum_{k \ne y}` may be fixed."""
    running = (c.members[0] if isinstance(c, Chain) else c for c in x.below)
    return {letter for y in running for z in t.of_kind(y, Name) if (letter := letter_of(z)) is not None}


def _running(c: Node) -> tuple[Node, ...]:
    if not isinstance(c, Chain):
        return (c,)
    return c.members[:1] if c.relations[0] in ("=", r"\in") else c.members


def _is_alone(stem: Stem, letters: Sequence[Name], statements: Sequence[Statement]) -> bool:
    """Does the loss never carry scripts, and no equation about it sum over one of its letters beside it?"""
    bases = {e.base for e in letters}
    for s in statements:
        here = [x for x in t.of_kind(s, Name) if stem_of(x) == stem]
        if not here:
            continue
        sums = [x for x in t.of_kind(s, BigSum) if bases & bound_letters(x)]
        within = sum(stem_of(y) == stem for x in sums for y in t.of_kind(x, Name))
        if any(x.scripts or x.primes for x in here) or (sums and within < len(here)):
            return False
    return True
