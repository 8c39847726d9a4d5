r"""Functions that carry indices: `\varphi_j(v_j)`, `g^{(l)}(z)`. Each index has a function of its own.

The name of such functions is a template with a hole for each index, as that of a variable is: `g^{(#)}`. Their first
arguments are the indices.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set

from ...latex import tree as t
from ..facts import Facts, Occurrence
from ..meaning import Family, Meaning, function_name
from ..spelled.shape import Shape, letters_in, shape_of


def family_of(shape: Shape) -> Family:
    """The letter of a name, and how many indices stand above and below it."""
    return shape.letter, len(shape.pieces) - shape.below, shape.below


def is_of_family(shape: Shape, meaning: Meaning) -> bool:
    """Is a name that stands before a parenthesis one of the functions that carry an index?"""
    return family_of(shape) in meaning.families


def family_name(family: Family) -> str:
    r"""What the functions of a family are called together.

    >>> family_name(("g", 1, 0)), family_name((r"\sigma", 0, 1)), family_name(("f", 1, 2))
    ('g^{(#)}', '\\sigma_{#}', 'f^{(#)}_{#,#}')
    """
    letter, above, below = family
    upper, lower = ",".join("#" * above), ",".join("#" * below)
    return letter + (f"^{{({upper})}}" if above else "") + (f"_{{{lower}}}" if below else "")


def family_named(name: str) -> Family | None:
    r"""The family that is called so; None for another function.

    >>> family_named("g^{(#)}"), family_named("f^{(#)}_{#,#}"), family_named("g")
    (('g', 1, 0), ('f', 1, 2), None)
    """
    found = re.fullmatch(r"(.+?)(?:\^\{\(([#,]+)\)\})?(?:_\{([#,]+)\})?", name) if "#" in name else None
    return None if found is None else (found[1], (found[2] or "").count("#"), (found[3] or "").count("#"))


def drop_members(called: Iterable[Occurrence], meaning: Meaning, told: Set[str]) -> None:
    """Forget functions that were only inferred, `g^{(1)}`, where they are members of a family."""
    for o in called:
        name = function_name(o.shape)
        if name is not None and name not in told and o.shape.pieces and is_of_family(o.shape, meaning):
            meaning.functions.pop(name, None)


def is_applied_to_its_own(o: Occurrence) -> bool:
    r"""Does a name stand before an entry with the same index in parentheses, `g^{(l)}(z^{(l)}_i)`, `f_i(x_i)`?

    `h_i (W)_{ij}` is a product: below, an entry has other indices as well.
    """
    arg = o.args[0] if o.args is not None and len(o.args) == 1 else None
    upper = len(o.shape.pieces) - o.shape.below
    letters = [{x for p in part for x in letters_in(p)} for part in (o.shape.pieces[:upper], o.shape.pieces[upper:])]
    scripts = arg.scripts if isinstance(arg, t.Name) else ()
    own = [{x for s in scripts if s.above == up for e in s.entries for x in letters_in(e)} for up in (True, False)]
    alike = letters[0] <= own[0] and (not letters[1] or letters[1] == own[1])
    return alike and any(letters)


def only_differentiated(called: Mapping[str, Sequence[Occurrence]], plain: Mapping[str, int], facts: Facts) -> set[str]:
    r"""The names of functions that stand without an argument in derivatives alone, `\frac{d g^{(l)}}{d z}`."""
    own = {base for base, found in called.items() if base in plain and any(map(is_applied_to_its_own, found))}
    chains = (s.statement.chain for s in facts.stated if own)
    derived = (shape_of(d.of) for c in chains for d in t.of_kind(c, t.Derivative) if isinstance(d.of, t.Name))
    counted = Counter(s.base for s in derived if s is not None and s.pieces)
    return {base for base in own if plain[base] == counted[base]}
