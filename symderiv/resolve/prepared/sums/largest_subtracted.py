r"""The largest of entries that are subtracted in a softmax: `\sum_j e^{z_j - \max(z_j)}`, `\sum_j e^{z_j - \max(z)}`.

The largest of one number would be that number, and every term 1; so it is `\max_{j'} z_{j'}`, over the index that the
sum runs over, and wherever the page takes the largest of that entry or of the whole: in `e^{z_i - \max(z_i)}`, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from ....latex import tree as t
from ....latex.tree import Braced, Call, Group, Name, Node, Script, Statement, Terms
from ....latex.walking import rebuilt
from ....notation import BOLD_FONTS
from ...asked import where
from ...integers.unequal import letters_under
from ...located import Located, read_of, with_statements
from ...spelled.scripts import entries_below
from ...spelled.shape import letter_of
from ..extremum import Fresh

Kind: TypeAlias = tuple[str, tuple[str, ...], int]
"""A letter with its accents, and how many indices stand below it."""
Found: TypeAlias = tuple[int, str]
"""Which of the indices the sum runs over, and the font of the entry."""
EXTREMA = ("max", "min")
TWO = 2


def _has_any(s: Statement) -> bool:
    return any(True for _ in _subtracted(s))


@where(_has_any)
def with_largest_subtracted(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with a letter below such signs, that over which the largest is.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = read_formulas(parse_document(r"$$ s = \sum_{j=1}^n e^{z_j - \max(z_j)} $$"))
    >>> ((_, f),) = with_largest_subtracted(page)
    >>> [len(x.scripts) for x in t.of_kind(f, Call)]
    [1]
    """
    formulas = read_of(located)
    places: dict[Kind, set[Found]] = {}
    for kind, place in (x for f in formulas for s in f.statements for x in _subtracted(s)):
        places.setdefault(kind, set()).add(place)
    found = {kind: min(at) for kind, at in places.items() if len(at) == 1}
    fresh = Fresh(y for f in formulas for y in t.of_kind(f, Name))

    def change(x: object) -> Node | None:
        return _over_all(x, found, fresh) if isinstance(x, Call) else None

    return with_statements(located, lambda s: rebuilt(s, change)) if found else list(located)


def _subtracted(s: Statement) -> Iterator[tuple[Kind, Found]]:
    """The entries of which sums add up powers, the largest subtracted."""
    for big in t.of_kind(s, t.BigSum):
        under = letters_under(big)
        for entry, call in (x for e in _exponents(big.body) for x in _differences(e)):
            letters = [letter_of(x) for x in entries_below(entry)]
            bound = [n for n, x in enumerate(letters) if x in under]
            least = _argument(call)
            if len(bound) == 1 and least is not None and _is_like(least, entry):
                yield _kind(entry), (bound[0], entry.font)


def _exponents(x: Node) -> Iterator[Node]:
    for name in t.of_kind(x, Name):
        yield from (s.entries[0] for s in name.scripts if name.base == "e" and s.above and len(s.entries) == 1)
    yield from (c.args[0] for c in t.of_kind(x, Call) if c.function == "exp" and len(c.args) == 1)


def _differences(x: Node) -> Iterator[tuple[Name, Call]]:
    """What such an exponent is: an entry less the value of a function."""
    if isinstance(x, Terms) and len(x.terms) == TWO and x.terms[0].sign in ("", "+") and x.terms[1].sign == "-":
        entry, call = (y.body for y in x.terms)
        if isinstance(entry, Name) and isinstance(call, Call):
            yield entry, call


def _argument(c: Call) -> Name | None:
    r"""The only name of which `\max(z_j)` is the largest."""
    alone = c.function in EXTREMA and len(c.args) == 1 and not c.scripts and not c.primes
    body = c.args[0] if alone else None
    while isinstance(body, (Group, Braced)):
        inside = body.items if isinstance(body, Group) else (body.body,)
        body = inside[0] if len(inside) == 1 else None
    return body if isinstance(body, Name) and not body.primes else None


def _kind(x: Name) -> Kind:
    return x.base, x.accents, len(entries_below(x))


def _is_like(x: Name, entry: Name) -> bool:
    """Is it an entry of the same array, or the whole of a vector?"""
    whole = not entries_below(x) and len(entries_below(entry)) == 1 and x.font in (entry.font, *BOLD_FONTS)
    same = _kind(x) == _kind(entry) and x.font == entry.font
    return (x.base, x.accents) == (entry.base, entry.accents) and (whole or same)


def _over_all(c: Call, found: Mapping[Kind, Found], fresh: Fresh) -> Node | None:
    """The largest of such entries over a letter of its own."""
    name = _argument(c)
    if name is None:
        return None
    below = entries_below(name)
    kind = name.base, name.accents, len(below) or 1
    if kind not in found:
        return None
    place, font = found[kind]
    typed = below[place] if below else Name("k")
    fonts = (font,) if below else (font, *BOLD_FONTS)
    if not isinstance(typed, Name) or letter_of(typed) is None or name.font not in fonts:
        return None
    letter = fresh(typed)
    scripts = tuple(s if s.above else _with(s, place, letter) for s in name.scripts)
    entry = replace(name, font=font, scripts=scripts if below else (*scripts, Script(False, (letter,))))
    return replace(c, args=(entry,), scripts=(Script(False, (letter,)),))


def _with(s: Script, place: int, letter: Name) -> Script:
    return replace(s, entries=(*s.entries[:place], letter, *s.entries[place + 1 :]))
