r"""What a name looks like before its scripts are understood: base letter, primes, and the pieces of each script.

A `Shape` is the same for every spelling of the same thing: `w_{ji}^{(2)}`, `w^{(2)}_{j,i}` and `{w}_{ji}^{(2)}` differ
only in `order` and commas, which are kept for writing the name as the author does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from ...latex import tree as t
from ...latex.source import Offsets
from ...latex.tree import Node
from ...memo import in_slot
from ...notation import WORD_FONTS

Item: TypeAlias = tuple[Node, ...]
"""What stands between two commas of a script: pieces that run together."""
Stem: TypeAlias = tuple[str, tuple[str, ...], str]
"""Letter, accents and font of a name."""

APART = "mathord"
"""The font of a name that is told apart from another one of the same letter: readers see the letter."""
PLAIN_FONTS = frozenset(["", "mathrm", "mathit", "operatorname", "textrm", "text", "textit", "textnormal"])
"""Fonts that do not make another name of a name: `\\mathrm{net}` is `net`."""

STAR = "^*"
"""Behind a letter that names one entry, `j^*`."""
INVERSE = "^{-1}"
"""Behind the letter of a given matrix of which only the inverse is used."""
STARRED = t.Symbol("*")
"""What makes another name of a name, `w^*`."""
DOTS = frozenset([r"\cdot", ":", "*", r"\ast", r"\bullet"])
"""What stands for all values of an index."""
NORMS = frozenset(["|", r"\|"])


class _Asked:
    """What a shape remembers besides."""

    __slots__ = ("_function_name", "_typed")


@dataclass(frozen=True, slots=True)
class Shape(_Asked):
    r"""A name taken apart.

    - `letter`: base with accents and fonts: `net`, `\hat{y}`, `\mathcal{L}`, `(W_{i})`, `\|P\|`; `spelled`: as typed.
    - `lowers`, `uppers`: what stands between the commas of its subscript and of its superscript.
    - `bare`: the superscript was typed without parentheses or brackets, so it may be a power.
    - `order`: its scripts in the author's order.
    - `pieces`: all pieces, those of the superscript first; `below`: how many of them its subscript has;
      `letters`: for each piece the letter that it is, if it is one; `placed`: these letters, and whether each is above.
    - `base`: the letter with its primes: the name when the primes belong to it.
    """

    letter: str
    spelled: str
    primes: int = 0
    lowers: tuple[Item, ...] = ()
    uppers: tuple[Item, ...] = ()
    bare: bool = False
    order: tuple[t.Script, ...] = ()
    span: Offsets = (0, 0)
    pieces: tuple[Node, ...] = field(init=False, repr=False, compare=False)
    base: str = field(init=False, repr=False, compare=False)
    below: int = field(init=False, repr=False, compare=False)
    letters: tuple[str | None, ...] = field(init=False, repr=False, compare=False)
    placed: tuple[tuple[str, bool], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # asked for wherever a name is looked at
        object.__setattr__(self, "pieces", tuple(p for item in (*self.uppers, *self.lowers) for p in item))
        object.__setattr__(self, "base", self.letter + "'" * self.primes)
        object.__setattr__(self, "below", sum(map(len, self.lowers)))
        letters, above = tuple(map(letter_of, self.pieces)), len(self.pieces) - self.below
        object.__setattr__(self, "letters", letters)
        object.__setattr__(self, "placed", tuple((x, n < above) for n, x in enumerate(letters) if x is not None))

    @property
    def typed(self) -> object:
        """Stands for how it is typed: the same for shapes that are typed alike, wherever they stand."""
        return _typed(self)

    def without_upper(self) -> Shape:
        """The same name without its superscript (which was a power)."""
        order = tuple(s for s in self.order if not s.above)
        return Shape(self.letter, self.spelled, self.primes, self.lowers, (), False, order, self.span)


@in_slot("_typed")
def _typed(shape: Shape) -> object:
    key = (shape.letter, shape.spelled, shape.primes, shape.lowers, shape.uppers, shape.bare, shape.order)
    if len(_TYPED) >= MOST:
        _TYPED.clear()
    return _TYPED.setdefault(key, object())


_TYPED: dict[tuple[object, ...], object] = {}
MOST = 1 << 12
"""So many ways to type a name are known at most."""


def shape_of(x: Node) -> Shape | None:
    r"""The shape of a name, also of a name in parentheses with scripts, `(W_h)_{ij}`; None for anything else."""
    if isinstance(x, t.Name):
        return named(x)
    if isinstance(x, t.Scripted) and isinstance(x.base, t.Group) and len(x.base.items) == 1:
        return _grouped(x, x.base)
    if isinstance(x, t.Group) and x.open in NORMS and len(x.items) == 1 and isinstance(x.items[0], t.Name):
        return _norm(x, (), x.span)
    return None


def named(x: t.Name) -> Shape:
    """The shape of a name; the name remembers it."""
    try:
        return x.seen  # type: ignore[return-value]
    except AttributeError:
        pass
    letter, spelled = _letter(x)
    found = _shape(letter, spelled, x.primes, x.scripts, x.span)
    object.__setattr__(x, "seen", found)
    return found


def is_norm(shape: Shape) -> bool:
    r"""Is it `\|P\|` or `|P|`, which is a name only where it is defined as one?"""
    return shape.letter.startswith(("|", r"\|"))


TRANSPOSES = frozenset(["T", r"\top", r"\mathrm{T}", r"\mathsf{T}"])


def is_mark(x: Node) -> bool:
    r"""Is it the T or `\top` of a transpose?"""
    return (isinstance(x, t.Symbol) and x.name in TRANSPOSES) or letter_of(x) in TRANSPOSES


def is_transpose(shape: Shape) -> bool:
    r"""Does a name carry just the mark of a transpose, `W^T`?"""
    return shape.bare and len(shape.uppers) == 1 and len(shape.uppers[0]) == 1 and is_mark(shape.uppers[0][0])


def is_transposed(x: t.Name) -> bool:
    """Does a name carry the mark of a transpose?"""
    shape = shape_of(x)
    return shape is not None and is_transpose(shape)


def is_slice(pieces: Sequence[Node]) -> bool:
    r"""Are they the indices of a row or a column of an array, the `c,\cdot` of `W_{c,\cdot}`?"""
    dots = [p for p in pieces if isinstance(p, t.Symbol) and p.name in DOTS]
    return 0 < len(dots) < len(pieces)


def is_word(piece: Node) -> bool:
    r"""Is it a label set as a word, the out of `w^{\mathrm{out}}` and `\delta_k^{\mathrm{out}, (t)}`?"""
    return isinstance(piece, t.Name) and piece.font in WORD_FONTS and len(piece.base) > 1 and piece.base.isalpha()


def letter_of(x: Node) -> str | None:
    r"""The letter if `x` is a name with nothing but accents and primes on it (`i`, `\ell`, `k'`), else None."""
    if not isinstance(x, t.Name) or x.scripts:
        return None
    if x.font or x.accents or x.primes:
        return _letter(x)[0] + "'" * x.primes
    return x.base


def with_any_letters(x: t.Name) -> t.Name:
    """A name with a mark for each letter that is all of an index: the same for `k_{ij}` and `k_{il}`."""
    if not x.scripts:
        return x

    def entry(e: Node) -> Node:
        return t.Name("#") if letter_of(e) is not None and not is_word(e) and not is_mark(e) else e

    return replace(x, scripts=tuple(replace(s, entries=tuple(map(entry, s.entries))) for s in x.scripts))


def shifted(x: Node) -> tuple[str | None, int]:
    """`l - 1` as ("l", -1), a number as ("", n); (None, 0) for anything else."""
    if isinstance(x, t.Number) and x.text.isdigit():
        return "", int(x.text)
    if isinstance(x, t.Name):
        return letter_of(x), 0
    if isinstance(x, t.Terms):
        parts = [shifted(term.body) for term in x.terms]
        signs = [-1 if term.sign == "-" else 1 for term in x.terms]
        names = [(n, s) for (n, _), s in zip(parts, signs, strict=True) if n]
        if all(n is not None for n, _ in parts) and len(names) <= 1 and all(s == 1 for _, s in names):
            return names[0][0] if names else "", sum(s * k for (_, k), s in zip(parts, signs, strict=True))
    return None, 0


def letters_in(x: object) -> tuple[str, ...]:
    """The plain letters of a formula, names with scripts left out with what their scripts hold."""
    return _letters_in(x) if isinstance(x, t.Tree) else ()


@in_slot("_letters")
def _letters_in(x: t.Tree) -> tuple[str, ...]:
    if isinstance(x, t.Name):
        letter = letter_of(x)
        return () if letter is None else (letter,)
    return tuple(letter for part in t.parts(x) for letter in _letters_in(part))


def label_of(x: Node) -> str | None:
    r"""The text of a label: `rec`, `o`, `*`; fonts that only set words upright do not count. None for a formula."""
    if isinstance(x, t.Name):
        inner = "".join(_label_script(s) for s in x.scripts)
        return _letter(x)[0] + "'" * x.primes + inner
    if isinstance(x, t.Number):
        return x.text
    if isinstance(x, t.Text):
        return x.content.strip()
    if isinstance(x, t.Symbol):
        return x.name
    return None


def spelled_label(x: Node) -> str:
    """A label as it was typed."""
    if isinstance(x, t.Text):
        return rf"\text{{{x.content.strip()}}}"
    if isinstance(x, t.Name) and not x.scripts:
        return _letter(x)[1] + "'" * x.primes
    return label_of(x) or ""


def _letter(x: t.Name) -> tuple[str, str]:
    letter = x.base if x.font in PLAIN_FONTS else rf"\{x.font}{{{x.base}}}"
    spelled = rf"\{x.font}{{{x.base}}}" if x.font not in ("", APART) else x.base
    for accent in reversed(x.accents):
        letter, spelled = rf"\{accent}{{{letter}}}", rf"\{accent}{{{spelled}}}"
    return letter, spelled


def _label_script(s: t.Script) -> str:
    return ("^" if s.above else "_") + "{" + ",".join(label_of(e) or "?" for e in s.entries) + "}"


def _shape(letter: str, spelled: str, primes: int, scripts: tuple[t.Script, ...], span: Offsets) -> Shape:
    if not scripts:
        return Shape(letter, spelled, primes, span=span)
    lowers: tuple[Item, ...] = ()
    uppers: tuple[Item, ...] = ()
    bare = False
    for s in scripts:
        if s.above:
            raised = letter == "e" and len(scripts) == 1 and not s.bracket and not s.commas  # `e^{h(a)}`
            uppers, bare = ((s.entries,) if raised else _items(s)), not s.bracket
        else:
            lowers = _items(s)
    return Shape(letter, spelled, primes, lowers, uppers, bare, scripts, span)


def _items(s: t.Script) -> tuple[Item, ...]:
    """The pieces of a script, comma by comma; brackets inside a run (`h[i,j]`) part entries as commas do."""
    if s.commas or any(isinstance(e, (t.Group, t.Product)) for e in s.entries):
        return tuple(item for e in s.entries for item in _runs(e))
    return (s.entries,) if s.entries else ()


def _runs(e: Node) -> Iterator[Item]:
    if isinstance(e, t.Group) and e.open in ("[", "("):
        for item in e.items:
            yield from _runs(item)
    elif isinstance(e, t.Product) and _run_together(e):
        names = tuple(f.body for f in e.factors if not isinstance(f.body, t.Group))
        groups = [f.body for f in e.factors if isinstance(f.body, t.Group)]
        if names:
            yield names
        for group in groups:
            yield from _runs(group)
    else:
        yield (e,)


def _run_together(e: t.Product) -> bool:
    """Are they pieces without a sign between them, the `ij` and the `0j` of `W_{2,ij}`, `W_{2,0j}`?"""
    return all(not f.operator and isinstance(f.body, (t.Name, t.Group, t.Number)) for f in e.factors)


def _grouped(x: t.Scripted, group: t.Group) -> Shape | None:
    inner = group.items[0]
    if group.open in NORMS:
        return _norm(group, x.scripts, x.span) if isinstance(inner, t.Name) else None
    if group.open not in ("(", "{") or not isinstance(inner, t.Name):
        return None
    above = tuple(s for s in inner.scripts if s.above)
    taken = any(s.above for s in x.scripts)
    if not any(not s.above for s in x.scripts) or (above and taken):
        # `(a_j)^2` and `{w^{(2)}}^2` are powers, not names
        return None
    letter, spelled = _letter(inner)
    below = "".join(_label_script(s) for s in inner.scripts if not s.above)
    if below:
        typed = "".join("_" + _brace(spelled_script(s)) for s in inner.scripts if not s.above)
        letter, spelled = f"({letter}{below})", f"({spelled}{typed})"
    return _shape(letter, spelled, inner.primes, (*above, *x.scripts), x.span)


def in_parentheses(shape: Shape) -> str:
    """The letter of a name in parentheses with its subscript, as that of its entries: `(U_{c})` of `U_c`."""
    return f"({shape.letter}{''.join(_label_script(s) for s in shape.order if not s.above)})"


def spelled_script(s: t.Script) -> str:
    """The labels of a script as typed."""
    return ("," if s.commas else "").join(map(spelled_label, s.entries))


def stem_of(x: t.Name) -> Stem:
    """All of a name but its scripts and primes."""
    return x.base, x.accents, x.font


def _brace(text: str) -> str:
    return text if len(text) == 1 else f"{{{text}}}"


def _norm(group: t.Group, scripts: tuple[t.Script, ...], span: Offsets) -> Shape:
    inner = label_of(group.items[0]) or "?"
    bar = r"\|" if group.open == r"\|" else "|"
    return _shape(f"{bar}{inner}{bar}", f"{bar}{inner}{bar}", 0, scripts, span)


def values_in(x: object) -> tuple[Shape, ...]:
    """The names in a tree where a value is meant: not in scripts, bounds and conditions."""
    return _values_in(x) if isinstance(x, t.Tree) else ()


@in_slot("_values")
def _values_in(x: t.Tree) -> tuple[Shape, ...]:
    return tuple(_values(x))


def _values(x: t.Tree) -> Iterator[Shape]:
    if isinstance(x, (t.Name, t.Scripted)) and (shape := shape_of(x)) is not None:
        yield shape
        if shape.base == "e":
            for piece in shape.pieces:
                yield from values_in(piece)
    elif isinstance(x, t.Scripted):
        yield from values_in(x.base)
    elif isinstance(x, t.BigSum):
        yield from values_in(x.body)
    elif isinstance(x, t.Cases):
        for row in x.rows:
            yield from values_in(row.value)
    elif not isinstance(x, (t.Indicator, t.Text, t.Script)):
        for part in t.parts(x):
            yield from values_in(part)


def starred_letter(x: Node) -> str:
    """The letter of a name with a star above it, '' for anything else."""
    star = isinstance(x, t.Name) and any(STARRED in s.entries for s in x.scripts if s.above)
    return x.base if star and isinstance(x, t.Name) else ""


def parted(entries: tuple[Node, ...], axes: int) -> tuple[Node, ...]:
    """The entries of a subscript on an array with so many axes: the 11 of `[J^T J]_{11}` are two numbers."""
    only = entries[0] if len(entries) == 1 else None
    if isinstance(only, t.Number) and len(only.text) == axes and only.text.isdigit():
        return tuple(t.Number(digit, only.span) for digit in only.text)
    return entries
