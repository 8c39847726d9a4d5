r"""Conditions and claims told apart: what a chain with relations is.

`k \ne j`, `1 \le i \le I` say something about integers: conditions. `E \ge 0` is a claim, since the page says what E
is; `x_i \ge 0` is an assumption about what is given, `x \in \mathbb{R}^n` a declaration: both are remarks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...latex import tree as t
from ...latex.tree import Chain, Node
from ...notation import EQUALITIES
from ..facts import Facts
from ..spelled.shape import letter_of, letters_in, shape_of
from ..stated import OTHERWISE, Beside
from .kinds import Kind, about, integral, name_signature
from .looked_up import TOLD_APART

COMPARISONS = frozenset([r"\le", r"\ge", "<", ">"])
INEQUALITIES = COMPARISONS | {r"\ne"}
RANGING = INEQUALITIES | {r"\in", r"\notin", r"\pmod"}


def is_condition(chain: Chain, facts: Facts) -> bool:
    """Is a statement a condition or a remark: about integers (a range, an inequality, `k = j`), or about given values?

    An inequality between values that the page computes is a claim.
    """
    if not chain.relations:
        return False
    if compares_numbers(chain, facts):
        return True
    if any(r in RANGING for r in chain.relations):
        return about(chain, facts) is not Kind.COMPUTED or is_declaration(chain)
    if any(isinstance(m, t.Listing) for m in chain.members):
        return True
    if not all(r in EQUALITIES for r in chain.relations):
        return False
    if not all(map(integral, chain.members)):
        return equates_labelled_sizes(chain, facts)
    first = letter_of(chain.members[0])
    letters = {x for m in chain.members for x in letters_in(m)}
    indices = facts.strong | facts.left
    if first is None:
        return bool(letters & facts.strong) and letters <= indices | facts.ends | facts.range_ends
    if first in facts.strong or letters <= (facts.ends | facts.range_ends | indices):
        return True
    # a letter that only claims use (`i` of `\\partial y_i / \\partial z_k`) is an index by where it stands
    in_places = indices | facts.in_scripts
    return letters <= in_places and not any((x, 0, 0) in facts.values for x in letters - facts.strong)


def equates_labelled_sizes(chain: Chain, facts: Facts) -> bool:
    r"""Does it equate sizes, some with labels below, `N_l = M_l`, `N = D_{in}`, or numbers, `m = n_1`? Where the
    letter counts layers, it says more: two letters side by side count nothing."""
    if not EQUALITIES.issuperset(chain.relations) or all(map(integral, chain.members)):
        return False
    return all(letter_of(m) in facts.ends | facts.range_ends or _is_labelled_size(m, facts) for m in chain.members)


def _is_labelled_size(x: Node, facts: Facts) -> bool:
    shape = shape_of(x) if isinstance(x, t.Name) and len(x.scripts) == 1 else None
    if shape is None or shape.base not in facts.size_names:
        return False
    if len(shape.pieces) == 1 and _is_fixed(shape.pieces[0], facts):
        return True  # one of `n_l`, or of `n^{[l]}`
    if shape.uppers or None in shape.letters:
        return False
    run = len(shape.pieces) > 1 and len(shape.lowers) == 1
    return run or facts.strong.isdisjoint(x for x in shape.letters if x is not None)


def _is_fixed(x: Node, facts: Facts) -> bool:
    """Is it a number, or made of one and a size, the L - 1 of `n_{L-1}`?"""
    letters = letters_in(x)
    made = isinstance(x, t.Number) or (isinstance(x, t.Terms) and bool(letters) and integral(x))
    return made and facts.ends | facts.range_ends >= {*letters}


def compares_numbers(chain: Chain, facts: Facts) -> bool:
    r"""Does it say whether two are the same of which one is looked up, or compared in brackets, `t_m \ne t_k`?"""
    if not (facts.looked_up or facts.entries_compared):
        return False
    if len(chain.relations) != 1 or not TOLD_APART.issuperset(chain.relations):
        return False
    numbers = [isinstance(m, t.Name) and _is_entry(m) and _numbers(m, facts) for m in chain.members]
    return any(numbers) and all(n or letter_of(m) in facts.strong for n, m in zip(numbers, chain.members, strict=True))


def _numbers(x: t.Name, facts: Facts) -> bool:
    shape = shape_of(x)
    return shape is not None and (shape.base in facts.looked_up or shape.base in facts.entries_compared)


POSITIVE = ((">",), (r"\ge",), (r"\geq",))
CONTRARY = {"=": r"\ne", "==": r"\ne", r"\ne": "=", "<": r"\ge", r"\ge": "<", ">": r"\le", r"\le": ">"}


def contrary_of(chain: Chain) -> Chain | None:
    """The condition that holds exactly where a simple one does not; None for any other. It was typed nowhere."""
    if len(chain.relations) != 1 or any(isinstance(m, t.Listing) for m in chain.members):
        return None
    relation = CONTRARY.get(chain.relations[0])
    return None if relation is None else replace(chain, relations=(relation,), relation_spans=())


def remaining(conditions: Sequence[Beside]) -> list[Beside]:
    """What holds exactly where not all of some conditions do; of several, nothing that can be used."""
    if len(conditions) == 1 and (contrary := contrary_of(conditions[0][1])) is not None:
        return [(conditions[0][0], contrary)]
    return [
        (formula, replace(chain, relations=(OTHERWISE,) * len(chain.relations), relation_spans=()))
        for formula, chain in conditions[:1]
    ]


def is_declaration(chain: Chain) -> bool:
    r"""Does it say of which set something is: `x \in \mathbb{R}^n`? A range lists its integers."""
    if chain.relations[0] not in (r"\in", r"\notin"):
        return False
    first = chain.members[0]
    if all(map(_is_entry, t.listed(first))):
        return True  # the values of data: `y_i \in \{1, \dots, K\}`
    return not all(isinstance(m, t.Group) and m.open in (r"\{", "[", "(") for m in chain.members[1:]) or any(
        isinstance(x, t.Term) and x.sign == r"\pm" for m in chain.members[1:] for x in t.walk(m)
    )


def _is_entry(x: Node) -> bool:
    return isinstance(x, t.Name) and any(letter_of(e) for script in x.scripts for e in script.entries)


def _is_interval(x: Node) -> bool:
    r"""Is it an interval of numbers, `(0, 1)`, `[0, \infty)`, and no range of integers?"""
    if not isinstance(x, t.Group) or x.open not in ("[", "(") or len(x.items) != 2:
        return False
    return x.open == "(" or x.close == ")" or not any(letters_in(i) for i in x.items)


def is_remark(chain: Chain, facts: Facts) -> bool:
    r"""Does a condition say nothing about integers: `x \in \mathbb{R}^n`, `\eta > 0` of a number that is no index?"""
    if compares_numbers(chain, facts) or equates_labelled_sizes(chain, facts):
        return False
    if is_declaration(chain) or about(chain, facts) is not Kind.INTEGERS or any(map(_is_interval, chain.members[1:])):
        return True
    if _is_whole_range(chain, facts):
        return True
    if _is_of_labelling_number(chain, facts):
        return True
    letters = {x for m in chain.members for x in letters_in(m)}
    integers = facts.integers() | facts.left | set(facts.scripted) | facts.in_scripts
    return not letters & integers


def _is_of_labelling_number(chain: Chain, facts: Facts) -> bool:
    r"""Does it say the sign of a number that is also a label, the `\lambda > 0` of `J_\lambda = J + \lambda R`?

    Nothing runs over such a letter, and where it stands below a name no other letter or number does.
    """
    if chain.relations not in POSITIVE or not isinstance(chain.members[1], t.Number):
        return False
    letter = letter_of(chain.members[0])
    if letter is None or (letter, 0, 0) not in facts.values or letter in facts.integers() | facts.derived:
        return False
    shapes = [o.shape for o in facts.occurrences if o.shape.pieces]
    labelled = {name_signature(x) for x in shapes if letter in x.letters}
    return all(x.letters == (letter,) for x in shapes if name_signature(x) in labelled)


def _is_whole_range(chain: Chain, facts: Facts) -> bool:
    r"""Does it say how many values there are of what is looked up, `1 \le c_t \le C` beside `p_{c_t}`?"""
    if chain.relations != (r"\le", r"\le") or not isinstance(chain.members[0], t.Number):
        return False
    _, middle, end = chain.members
    names = t.listed(middle)
    looked_up = all(isinstance(x, t.Name) and _is_entry(x) and x.base in facts.looked_up for x in names)
    return looked_up and letter_of(end) is not None


def subjects(chain: Chain, known: frozenset[str] | set[str]) -> tuple[list[str], list[Node]]:
    r"""The letters that a range or condition is about, and the forms that they are compared with.

    `1 \le i \le I` is about i, `i = 1, \dots, I` about i, `k \ne j` about k (and j where j is a known index).
    """
    members = [i for m in chain.members for i in t.listed(m)]
    letters = [letter_of(m) for m in members]
    if len(chain.members) >= 3 and all(r in COMPARISONS for r in chain.relations):
        inner = chain.members[1:-1]
        names = [x for m in inner for i in t.listed(m) if (x := letter_of(i))]
        return names, [chain.members[0], chain.members[-1]]
    found: list[str] = []
    ends: list[Node] = []
    first = chain.members[0]
    starting = t.listed(first)
    if r"\in" in chain.relations or any(isinstance(m, t.Listing) for m in chain.members[1:]):
        known = frozenset()
    for m, letter in zip(members, letters, strict=True):
        if letter is not None and (letter in known or any(m is s for s in starting)):
            found.append(letter)
        else:
            ends.append(m)
    inside = {x for e in ends for x in letters_in(e)} if isinstance(first, t.Listing) else set()
    return [x for x in found if x not in inside], ends  # `n, i \in [1, n]` in a table: the number of them, and each
