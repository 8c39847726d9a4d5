r"""Matrices of every step that are as large at all of them: the `H_t` of `H_t = X_t B + H_{t-1} A`.

A letter below a matrix may number layers, and these differ in length. Where nothing says its shape, each of its axes
has to be one of a matrix without a number (the columns of `H_t` are those of A) or the same one step before (its rows
are those of `H_{t-1}`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...latex import tree as t
from ...latex.tree import Chain
from ..spelled.shape import named
from .axes import Axis, Form
from .batches import is_word
from .declared import split
from .kinds import AXES, Clash, Forms, Kinds, Unread
from .neighbours import Key


def are_steady(kinds: Kinds, sure: Mapping[Key, str], definitions: Sequence[Chain]) -> bool:
    """Do the definitions tell that the matrices with a letter below are as large for every value of that letter? What
    has several of them, `V_{l,j,k}`, may be an entry."""
    matrices = {key for key, kind in sure.items() if kind == "m" and None in key[1]}
    if any(sum(p is None or not _is_label(p) for p in key[1]) > 1 for key in matrices):
        return False
    same: dict[Axis, Axis] = {}
    met: dict[Axis, Key] = {}

    def root(a: Axis) -> Axis:
        while a in same:
            a = same[a]
        return a

    def join(one: Form, two: Form) -> None:
        for a, b in zip(map(root, one[1]), map(root, two[1]), strict=False):
            if a != b:
                same[a] = b

    def of(x: t.Name) -> tuple[Form, bool]:
        key, marked, form = kinds.told(named(x))
        if form is None:
            if key not in sure:
                raise Unread
            own = (key[0], split(named(x))[1]) if None in key[1] else key
            form = sure[key], tuple((own, n) for n in range(AXES[sure[key]]))
            met.update(dict.fromkeys(form[1], key))
        return form, marked

    forms = Forms(of, lambda x: kinds.is_function(x.base), join, kinds.spread, kinds.is_number)
    for c in definitions:
        try:
            forms.equation(c)
        except (Clash, Unread):
            continue
    alike: dict[Axis, list[Axis]] = {}
    for a in met:
        alike.setdefault(root(a), []).append(a)
    numbered = [a for a, key in met.items() if key in matrices and not _at_one_step(a)]
    return matrices <= {met[a] for a in numbered} and all(_is_steady(a, root(a), alike[root(a)], met) for a in numbered)


def _is_label(p: t.Node) -> bool:
    return isinstance(p, (t.Number, t.Symbol, t.Text)) or is_word(p)


def _is_steady(axis: Axis, root: Axis, alike: Sequence[Axis], met: Mapping[Axis, Key]) -> bool:
    """Is an axis, with these that are equal to it, as long at every step?"""
    if not isinstance(root, tuple) or any(None not in met[a][1] for a in alike):
        return True  # a length that is known, or that of something without a number
    places = {(met[a], a[1]): 0 for a in alike if isinstance(a, tuple)}
    for a in alike:
        if isinstance(a, tuple) and not _at_one_step(a):
            places[met[a], a[1]] += 1
    return any(count > 1 for count in places.values())


def _at_one_step(a: Axis) -> bool:
    """Is it of `H_0`?"""
    return isinstance(a, tuple) and any(isinstance(p, t.Number) for p in a[0][1])
