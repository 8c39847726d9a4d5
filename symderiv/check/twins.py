"""Names that differ in how many indices they have, `net_{jk}` beside `net_j`: one may be a slip for the other."""

from __future__ import annotations

from ..expr import Variable
from ..resolve.keys import split_key


def are_twins(u: Variable, v: Variable) -> bool:
    r"""Are two names the same but for the number of their indices, or where these stand?

    >>> are_twins(Variable("net_{#,k}"), Variable("net_{#}")), are_twins(Variable("C"), Variable("C_{0}"))
    (True, False)
    >>> are_twins(Variable("A^{(#)}_{#,#}"), Variable("A^{(#,#)}_{#}"))
    True
    """
    return labels_of(u) == labels_of(v) and places_of(u) != places_of(v) and not told_apart(u, v)


def places_of(variable: Variable) -> tuple[int, ...]:
    """How many entries a name has above and below."""
    return tuple(map(len, split_key(variable.key)[1:]))


def told_apart(u: Variable, v: Variable) -> bool:
    r"""Do letters that are labels in both tell them apart, `W_{g,ij}` beside `W^{(k)}_{f,ij}`?

    >>> told_apart(Variable("W_{g,#,#}"), Variable("W^{(#)}_{f,#,#}"))
    True
    """
    one, two = ({x for part in split_key(w.key)[1:3] for x in part if x is not None} for w in (u, v))
    return bool(one) and bool(two) and one.isdisjoint(two)


def labels_of(variable: Variable) -> tuple[object, ...]:
    """A name but for its indices; a letter beside an index (`net_{jk}` with a k that nothing binds) is like one."""
    base, *parts = split_key(variable.key)
    return base, *(tuple(x for x in part if x is not None and not (None in part and _is_letter(x))) for part in parts)


def _is_letter(label: str) -> bool:
    return len(label) == 1 and label.isalpha()
