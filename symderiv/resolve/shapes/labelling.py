"""Letters that tell arrays apart and number nothing, and those that do number something."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from ...latex import tree as t
from ...latex.tree import Chain, Node
from ...latex.walking import Tree
from ...notation import EQUALITIES
from ..spelled.scripts import letters_in_scripts
from ..spelled.shape import Shape, letter_of, letters_in, shape_of
from .declared import BOLD, split
from .untold import CAPITAL

LAYERS = ("l", r"\ell", "L")
"""The letters of layers, which no page tells names apart by."""

SEVERAL = 3
"""So many letters above a capital tell matrices apart, and number no layers."""


def labelling(chains: Sequence[Chain]) -> Iterator[str]:
    r"""The letters at capitals that stand for no index: the z of `W_z` and `b_z`, the x and the h of `W_{xh}`.

    A letter above, the i of `W^i`, is one where it names what an equation defines, or three stand above one letter,
    `W^{(q)}`, `W^{(v)}` and `W^{(o)}`. One that numbers things elsewhere only, the k of `W_k` beside `W_q` and a sum
    over k about others, is one like theirs.

    >>> from symderiv.latex.parse import parse
    >>> lines = [r"Q = X W_q", r"K = X W_k", r"p_i = \sum_k S_{ik}", r"z_l = V_l x_l"]
    >>> sorted(labelling([parse(x).statements[0].chain for x in lines]))
    ['k', 'q']
    """
    counting = set(counting_letters(chains))
    counting |= {x for c in chains for s in t.of_kind(c, t.BigSum) for b in s.below for x in letters_in(b)}
    defined = _defined(chains)
    numbered, labelled = set(_numbered(chains)), set[str]()
    alone: list[tuple[str, str]] = []
    shapes = [s for c in chains for x in t.of_kind(c, t.Name) if (s := shape_of(x)) is not None]
    several = _several(shapes, numbered)
    for shape in shapes:
        letters = [letter_of(p) for p in shape.pieces]
        above = letters[: len(letters) - shape.below]
        if not CAPITAL.fullmatch(BOLD.sub(r"\1", shape.base)) or None in letters:
            continue
        labels = defined.issuperset(above) or shape.base in several
        if labels and counting.isdisjoint(letters):
            yield from filter(None, letters)
            labelled |= {shape.base} if len(letters) == 1 else set()
        elif labels and len(letters) == 1:
            alone.append((shape.base, str(letters[0])))
    yield from (letter for base, letter in alone if base in labelled and (base, letter) not in numbered)


def named_after(chains: Sequence[Chain]) -> Iterator[str]:
    r"""The letters that tell the vectors of one letter apart by what is made of them: the f, the i and the o of
    `\mathbf{b}_f`, `\mathbf{b}_i` and `\mathbf{b}_o` beside equations for `\mathbf{f}_t`, `\mathbf{i}_t` and
    `\mathbf{o}_t`. At least three in bold, each alone, and no sum runs over one of them.

    >>> from symderiv.latex.parse import parse
    >>> lines = [rf"\mathbf{{{x}}}_t = \sigma(W_{x} \mathbf{{x}}_t + \mathbf{{b}}_{x})" for x in "fio"]
    >>> sorted(named_after([parse(x).statements[0].chain for x in lines]))
    ['f', 'i', 'o']
    """
    lefts = (c.members[0] for c in chains if len(c.members) > 1)
    defined = {BOLD.sub(r"\1", s.base) for x in lefts if (s := shape_of(x)) is not None and BOLD.search(s.base)}
    over = {y for c in chains for x in t.of_kind(c, t.BigSum) for b in x.below for y in letters_in(b)}
    shapes = (s for c in chains for x in t.of_kind(c, t.Name) if (s := shape_of(x)) is not None and s.pieces)
    bold = [s for s in shapes if BOLD.search(s.base)]
    for base in _several(bold, ()):
        letters = {x for s in bold if s.base == base for p in split(s)[1] if (x := letter_of(p)) is not None}
        if letters <= defined - over:
            yield from letters


def telling_apart(chains: Sequence[Chain]) -> frozenset[str]:
    r"""The letters in brackets above a name that tell what equations define apart, as the o and the h do of
    `\delta_t^{(o)} = \partial E/\partial y_t` and `\delta_t^{(h)} = \partial E/\partial h_t`.

    At least two above one name, none of which its right side has in a script: what is said of any layer is made of
    things of that layer. Where right sides have them, `u^{(z)} = W_z x`, they are three, for nobody says the same of
    three layers in turn, or each of them is what another equation defines, `f_t`. No step is taken from them.

    >>> from symderiv.latex.parse import parse
    >>> lines = [r"e^{(o)} = y - t", r"e^{(h)} = V^T e^{(o)}", r"d^{(p)} = a^{(p)} - t", r"d^{(q)} = t"]
    >>> sorted(telling_apart([parse(x).statements[0].chain for x in lines]))
    ['h', 'o']
    >>> lines = [rf"u^{{({x})}}_t = W_{x} x_t" for x in "zfr"]
    >>> sorted(telling_apart([parse(x).statements[0].chain for x in lines]))
    ['f', 'r', 'z']
    """
    found: dict[tuple[str, int], dict[str, bool]] = {}
    for c in chains:
        if len(c.members) < 2 or c.relations[0] not in EQUALITIES:
            continue
        shape, letter = shape_of(c.members[0]), _bracketed_above(c.members[0])
        if shape is not None and letter is not None:
            told = letter not in {y for m in c.members[1:] for y in letters_in_scripts(m)}
            found.setdefault((shape.base, shape.below), {}).setdefault(letter, told)
    names = _defined(chains)
    labels = (letters for letters in found.values() if _are_labels(letters, names))
    apart = {x for letters in labels for x in letters}
    return frozenset(apart - {*LAYERS, *_stepping(chains)} if apart else ())


def _are_labels(letters: Mapping[str, bool], names: Collection[str]) -> bool:
    """Do letters above one name tell it apart? Each with whether its right side lacks it; `names` are defined."""
    if len(letters) < 2:
        return False
    layers = not letters.keys().isdisjoint(LAYERS)
    named = all(x in names for x in letters)
    return all(letters.values()) or (not layers and (len(letters) >= SEVERAL or named))


def _defined(chains: Sequence[Chain]) -> set[str]:
    """The letters that equations define with a script."""
    lefts = (c.members[0] for c in chains if len(c.members) > 1)
    return {BOLD.sub(r"\1", s.base) for x in lefts if (s := shape_of(x)) is not None and s.pieces}


def _bracketed_above(x: Node) -> str | None:
    """The letter that stands alone in the only brackets above a name."""
    above = [s for s in x.scripts if s.above] if isinstance(x, t.Name) else []
    return (
        letter_of(above[0].entries[0]) if len(above) == 1 and above[0].bracket and len(above[0].entries) == 1 else None
    )


def _stepping(chains: Sequence[Chain]) -> Iterator[str]:
    """The letters of scripts with more than themselves, `l - 1`."""
    entries = (e for c in chains for s in t.of_kind(c, t.Script) for e in s.entries)
    yield from (y for e in entries if letter_of(e) is None for y in letters_in(e))


def _several(shapes: Sequence[Shape], numbered: Collection[tuple[str, str]]) -> set[str]:
    """The bases that carry at least three letters, each alone, and nothing that numbers or is no letter."""
    found: dict[str, set[str | None]] = {}
    for shape in shapes:
        letters = [letter_of(p) for p in split(shape)[1]]
        numbering = len(letters) != 1 or (shape.base, str(letters[0])) in numbered
        found.setdefault(shape.base, set()).add(None if numbering else letters[0])
    return {base for base, letters in found.items() if None not in letters and len(letters) >= SEVERAL}


def _numbered(chains: Sequence[Chain]) -> Iterator[tuple[str, str]]:
    """The letters of names with what numbers them: what a sum around them runs over, or their left side has, too."""
    for c in chains:
        for x in t.of_kind(c, t.BigSum):
            over = {y for b in x.below for y in letters_in(b)}
            yield from ((y.base, letter) for y in t.of_kind(x.body, t.Name) for letter in over)
        left = {*letters_of(t.of_kind(c.members[0], t.Name))} if len(c.members) > 1 else ()
        yield from ((y.base, letter) for m in c.members for y in t.of_kind(m, t.Name) for letter in left)


def counting_letters(chains: Sequence[Chain]) -> Iterator[str]:
    """The letters of what is differentiated by, and those that both sides of a definition have below names."""
    for c in chains:
        by = t.of_kind(c, t.Wrt)
        yield from (x for w in by for x in _below(w))
        if not by and len(c.members) > 1:
            yield from set(_below(c.members[0])).intersection(x for m in c.members[1:] for x in _below(m))


def _below(x: Tree) -> Iterator[str]:
    scripts = (s for s in t.of_kind(x, t.Script) if not s.above)
    yield from (y.base for s in scripts for e in s.entries for y in t.of_kind(e, t.Name))


def letters_of(names: Iterable[t.Name]) -> Iterator[str]:
    """The letters that stand for any index of such names."""
    for name in names:
        shape = shape_of(name)
        yield from (x for p in (split(shape)[1] if shape is not None else ()) if (x := letter_of(p)) is not None)
