"""Names that differ in how many indices they have, `net_{jk}` beside `net_j`: one may be a slip for the other."""

from __future__ import annotations

from ...expr import Variable
from ...resolve.definitions.lookalikes import FONT
from ...resolve.spelled.keys import split_key


def are_twins(u: Variable, v: Variable) -> bool:
    r"""Are two names the same but for the number of their indices, or where these stand?

    >>> are_twins(Variable("net_{#,k}"), Variable("net_{#}")), are_twins(Variable("C"), Variable("C_{0}"))
    (True, False)
    >>> are_twins(Variable("A^{(#)}_{#,#}"), Variable("A^{(#,#)}_{#}"))
    True
    """
    return labels_of(u) == labels_of(v) and places_of(u) != places_of(v) and not told_apart(u, v)


def may_be_entry(u: Variable, v: Variable) -> bool:
    r"""May the numbers of the one name be indices of the other, in whatever font: `\mathbf{y}_3` beside `y_{#,#}`?

    >>> may_be_entry(Variable("y_{#,#}"), Variable("y_{3}")), may_be_entry(Variable("y"), Variable("y_{3}"))
    (True, False)
    """
    (base, *parts), (other, *labels) = split_key(u.key), split_key(v.key)
    numbers = [sum(x is not None and x.isdigit() for x in part) for part in labels]
    slots = [sum(x is None for x in part) for part in parts]
    same = FONT.sub(r"\1", base) == FONT.sub(r"\1", other) and [*map(_words, parts)] == [*map(_words, labels)]
    return same and any(numbers) and all(n <= m for n, m in zip(numbers, slots, strict=True))


def _words(part: tuple[str | None, ...]) -> list[str]:
    return [x for x in part if x is not None and not x.isdigit()]


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
