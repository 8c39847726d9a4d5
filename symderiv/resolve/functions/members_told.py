r"""What a page says of functions that carry indices: `g^{(L)}(z) = z`, `where $g^{(l)}$ is the sigmoid function`.

Such functions are read as any functions. Where formulas or words say what one of them is, lines that rest on them are
open, and so are lines about a function that a formula defines for some of its indices only. So is it with a function
that is a derivative by its argument of what depends on that by other names: the L of
`g(x) = \frac{\partial L}{\partial x}` is no number that x leaves as it is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from ...expr import ZERO, Partial, of_kind, variables
from ...latex import tree as t
from ...latex.tree import Chain, Formula, Name, Node
from ...notation import EQUALITIES, OBJECTIVES
from ...system import Function
from ..facts import Facts
from ..located import Located
from ..meaning import Meaning, function_name
from ..prepared.applied import before_parentheses
from ..spelled.keys import split_key
from ..spelled.shape import letter_of, letters_in, shape_of
from ..told.untold import Untold
from .calls import defined_function
from .families import is_of_family
from .functions_hinted import OF_ANY, near


def members_told(
    located: Sequence[Located], facts: Facts, meaning: Meaning, functions: Mapping[str, Function]
) -> Iterator[Untold]:
    """The letters of functions that carry indices of which the page says more, and functions defined for some only."""
    letters = {family[0] for family in meaning.families}
    for display, f in located if letters else ():
        if not isinstance(f, Formula):
            continue
        words = f"{near(display.before, -1)} {near(display.after, 0)}" if display.inline else ""
        told = [x for c in t.of_kind(f, Chain) for x in _told(c, hinted=OF_ANY.search(words) is not None)]
        shapes = [s for x in told if (s := shape_of(x)) is not None and (not s.pieces or is_of_family(s, meaning))]
        yield from (Untold(x, display.line) for x in sorted(letters & {s.letter for s in shapes}))
    yield from _defined_for_some(facts, functions)
    lefts = OBJECTIVES.union(base for base, _, _ in meaning.lefts)
    slopes = {name for name, f in functions.items() if f.body is not None and _hides_argument(f, lefts)}
    yield from (Untold(name, line) for name, line in _defined(facts) if name in slopes)


def _hides_argument(f: Function, lefts: Collection[str]) -> bool:
    """Is a function the derivative by its argument of what does not show it, or is made of names on left sides?"""
    for p in (p for p in of_kind(f.body or ZERO, Partial) if p.wrt.variable in f.parameters):
        found = variables(p.of)
        if p.wrt.variable not in found or any(split_key(v.key)[0] in lefts for v in found.difference(f.parameters)):
            return True
    return False


def _defined(facts: Facts) -> Iterator[tuple[str, int]]:
    """The functions that formulas define, with the lines in which they do."""
    for s in facts.stated:
        left = defined_function(s)
        name = function_name(left[0]) if left is not None else None
        if name is not None:
            yield name, s.formula.source.line


def _told(c: Chain, hinted: bool) -> Iterator[Name]:
    """The names of functions of which an equation says what they are; what is `hinted` at is so by words beside it."""
    if not c.relations:
        heads = (_head(m) or m for m in c.members if hinted)
        yield from (x for x in heads if isinstance(x, Name))
    elif EQUALITIES.issuperset(c.relations):
        for m in c.members:
            head = m if isinstance(m, Name) else _head(m)
            if head is not None:
                yield head
        yield from _of_an_entry(c)


def _of_an_entry(c: Chain) -> Iterator[Name]:
    r"""The function of `f_j(z_j) = \tanh(z_j)`, whose argument stands on the right again."""
    left, *rest = c.members
    if isinstance(left, t.Product) and len(left.factors) == 2:
        for name, group in before_parentheses(left):
            named = [x for x in group.items if isinstance(x, Name)]
            again = {x for m in rest for x in t.of_kind(m, Name)}
            if len(named) == len(group.items) and again.issuperset(named):
                yield name


def _head(x: Node) -> Name | None:
    """The name of a function that is applied to nothing but letters."""
    if not isinstance(x, t.Product) or len(x.factors) != 2 or not x.factors[1].joined:
        return None
    name, group = x.factors[0].body, x.factors[1].body
    if not isinstance(name, Name) or not isinstance(group, t.Group):
        return None
    return name if all(letter_of(item) is not None for item in group.items) else None


def _defined_for_some(facts: Facts, functions: Mapping[str, Function]) -> Iterator[Untold]:
    """The functions that a formula defines under a condition on their index, of which the page has others."""
    for s in facts.stated:
        left = defined_function(s)
        name = function_name(left[0]) if left is not None else None
        if left is None or name is None or name not in functions:
            continue
        indices = {x for p in left[0].pieces for x in letters_in(p)}
        here = {c for _, c in s.conditions if indices & set(letters_in(c))}
        every = {c for other in facts.stated for _, c in other.conditions if indices & set(letters_in(c))}
        if here and every != here:
            yield Untold(name, s.formula.source.line)
