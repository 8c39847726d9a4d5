r"""Names of which an entry is made: the \theta of `\theta_i = \theta - \alpha g_i`, and of the copies `\theta_i =
\theta`, a number beside the `\theta_i`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

from ...latex import tree as t
from ...notation import EQUALITIES
from ..asked import remembered
from ..spelled.shape import letter_of, letters_in


def starting_points(chains: Iterable[t.Chain], indices: Set[str]) -> frozenset[str]:
    """The letters that stand bare, as a term, where an entry of the same letter is defined: not the array of these.

    What numbers copies is one of the `indices`: `W_{new} = W` has a label.
    """
    chains = tuple(chains)
    return frozenset(x for c in chains for x in _in(c, indices)) | frozenset(_beside_estimates(chains))


def _beside_estimates(chains: Sequence[t.Chain]) -> Iterator[str]:
    r"""The p that stands beside a number, `1 - p`, where else p only carries the number of a step, `p^{(i)}`."""
    if not any(map(_has_step, chains)):
        return
    names: dict[tuple[str, tuple[str, ...], str, int], set[bool | None]] = {}
    for x in (x for c in chains for x in t.of_kind(c, t.Name)):
        names.setdefault(_bare(x), set()).add(_is_step(x))
    found = {key for key, kinds in names.items() if kinds == {None, True}}
    for terms in (x for c in chains if c.relations for x in t.of_kind(c, t.Terms) if found):
        bodies = [term.body for term in terms.terms]
        if any(isinstance(b, t.Number) for b in bodies):
            yield from (b.base for b in bodies if isinstance(b, t.Name) and not b.scripts and _bare(b) in found)


@remembered
def _has_step(c: t.Chain) -> bool:
    return any(map(_is_step, t.of_kind(c, t.Name)))


def _is_step(x: t.Name) -> bool | None:
    """Does a name carry one letter in parentheses above it, as the number of a step? None where it is bare or raised to
    a power."""
    raised = [s for s in x.scripts if s.above and not s.bracket]
    scripts = [s for s in x.scripts if s not in raised]
    only = scripts[0] if len(scripts) == 1 and scripts[0].above and scripts[0].bracket == "(" else None
    return (only is not None and len(only.entries) == 1) if scripts else None


def _in(c: t.Chain, indices: Set[str]) -> Iterator[str]:
    left = c.members[0]
    if not isinstance(left, t.Name) or not left.scripts or not EQUALITIES.issuperset(c.relations):
        return
    letters = {letter for s in left.scripts for e in s.entries if (letter := letter_of(e)) is not None}
    right = c.members[1] if len(c.members) == 2 else None
    if isinstance(right, t.Name) and not right.scripts and _bare(right) == _bare(left) and letters & indices:
        yield left.base
    scripts = (s for m in c.members[1:] for s in t.of_kind(m, t.Script))
    if letters.isdisjoint(letter for s in scripts for letter in letters_in(s)):
        return  # `W_{new} = W - \eta V` has a label
    for x in c.members[1:]:
        for term in x.terms if isinstance(x, t.Terms) else ():
            factors = [f.body for f in term.body.factors] if isinstance(term.body, t.Product) else [term.body]
            plain = all(isinstance(f, t.Number) or (isinstance(f, t.Name) and not f.scripts) for f in factors)
            if plain and any(isinstance(f, t.Name) and _bare(f) == _bare(left) for f in factors):
                yield left.base


def _bare(x: t.Name) -> tuple[str, tuple[str, ...], str, int]:
    return x.base, x.accents, x.font, x.primes
