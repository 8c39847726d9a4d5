r"""Sizes that only lines name and that count the units of a layer: the K of `\sum_{k=1}^{K} \delta_k^{(l+1)} w_{kj}`.

Where a page leaves open how many units its layers have, each has a number of its own, `n_{l+1}`. A line that sums over
such a layer up to a size of which nothing else is said means that number. What words say of the size has to be that it
counts the units of that layer, and nothing else; in any other case the line cannot be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ...affine import Affine, IntFn, Sym, affine
from ...errors import ReadError
from ...expr import Expr, Sum, bound, children, free, own_forms, rebuild, walk
from ...latex import sentences
from ...latex.scripts import index
from ...network.uses import uses
from ...pattern import lazily
from ...read import Reading
from ...resolve.written import Written
from ...system import Piece, System

_AS_END = r"\^\s*(?:\{{\s*{0}\s*\}}|{0})(?![A-Za-z0-9_])"
"""A size at the upper end of a sum."""
_SUM = r"\\(?:sum|Sigma)(?:\\(?:no)?limits)?\s*_\s*(?:\{[^{}]*\}|\\?[a-zA-Z]+)\s*"
_FORMULA = lazily(r"\$([^$]+)\$")
_NEXT = lazily(r"\s*(?:l|\\ell)\s*\+\s*1\s*")
"""How the layer behind a layer is written."""
_PLAIN = lazily(
    r"(?:[\s,:()、，（）：#*]|(?:below|here|where|let|is|be|an?|the|units?|neurons?|nodes?|of|in|layers?|numbers?|runs?|over|which|there"
    r"|are|has|have|denotes?|with|index|and|total|by|write|we|und|ist|hat|die|der|das|anzahl|einheiten|neuronen|schicht"
    r"|in der|couche|nombre|de|unités|neurones|la|le|capa|capas|unidades|neuronas|número|el|donde|où|wobei)(?![^\W_])"
    r"|以下で|ここで|また|ただし|は|層|层|の|的|ユニット|ニューロン|ノード|素子|を|動き|動く|走る|その|個数|总数|個|个|数|総数|と書く|とする"
    r"|とおく|で表す|と表す|が|ある|である|番目|第|にわたる|に渡る|有|单元|神经元|节点|共|其中|这里|表示|为|是|之|개|층|의|유닛|뉴런|은|는|이|가|수|를|을)*",
    re.I,
)
"""All that may be said of a size that counts the units of a layer, and of the letter that numbers them."""
NOTE = "`{}` counts the units of a layer: `{}` is taken"
OPEN = "it is not understood which units `{}` counts"
HINT = "write the number of units of that layer, such as `n_{l+1}`, or say how many units each layer has"


def with_units_of_layers(reading: Reading, system: System, text: str) -> Reading:
    """The reading with numbers of units of layers in the place of such sizes; unread where words say more of one."""
    made_up = system.size_functions - reading.draft.size_functions
    if not made_up:
        return reading
    found: dict[Sym, set[Affine]] = {}
    for w in reading.claims:
        for m in (m for m in w.members if not isinstance(m, ReadError)):
            for size, units in _counted(system, m, made_up):
                found.setdefault(size, set()).add(units)
    ends = {s for p in system.pieces for s in p.domain.letters()}
    ends |= {s for r in reading.draft.ranges for s in r.upper.letters()}
    used = {s for p in system.pieces for s in _letters_within(p)}
    meant: dict[Sym, Affine | None] = {}
    for size in found.keys() - ends:
        units = next(iter(found[size]))
        sure = len(found[size]) == 1 and size not in used and _is_of_that_layer(size, units, text)
        meant[size] = units if sure else None
    if not meant:
        return reading
    notes = tuple(NOTE.format(size.name, index(units)) for size, units in meant.items() if units is not None)
    claims = tuple(_with_units(w, meant) for w in reading.claims)
    return replace(reading, claims=claims, notes=(*reading.notes, *notes))


def _letters_within(piece: Piece) -> Iterator[Sym]:
    for e in walk(piece.body) if piece.body is not None else ():
        yield from (s for form in own_forms(e) for s in form.letters())


def _counted(system: System, e: Expr, made_up: frozenset[str]) -> Iterator[tuple[Sym, Affine]]:
    """The sizes up to which sums over a layer go, each with the number of units that it has."""
    for x in walk(e):
        if isinstance(x, Sum) and len(x.uppers) == 1 and x.uppers[0].letter is not None:
            units = _units(system, x, made_up)
            if units is not None and x.uppers[0] == affine(x.uppers[0].letter):
                yield x.uppers[0].letter, units


def _units(system: System, e: Sum, made_up: frozenset[str]) -> Affine | None:
    """The number of units of the layer that all entries in a sum are of, if it is one that nobody named."""
    lasts = {
        last
        for use in uses(e.body, frozenset([e.letter]))
        for p, form in enumerate(use.entry.indices)
        if form == affine(e.letter)
        for piece in system.of(use.entry.variable)
        for last in _lasts(piece, use.entry.indices, p)
    }
    units = lasts.pop() if len(lasts) == 1 else None
    size = next(iter(units.atoms()), None) if units is not None else None
    return units if isinstance(size, IntFn) and size.name in made_up and units == affine(size) else None


def _lasts(piece: Piece, indices: tuple[Affine, ...], p: int) -> Iterator[Affine]:
    letter = piece.indices[p].letter
    pairs = [(own.letter, own, form) for own, form in zip(piece.indices, indices, strict=True)]
    if letter is None or any(s is None and own != form for s, own, form in pairs):
        return
    values = {s: form for s, _, form in pairs if s is not None and s != letter}
    for c in piece.domain.constraints:
        if c.rel == ">=" and c.form.coefficient(letter) == -1:
            yield (c.form + affine(letter)).substitute(values)


def _is_of_that_layer(size: Sym, units: Affine, text: str) -> bool:
    """Does a page say nothing of a size but, where it says something, that it counts the units of that layer?"""
    name = re.escape(size.name)
    anywhere = re.compile(rf"(?<![A-Za-z\\]){name}(?![A-Za-z0-9_])")
    left = re.sub(_SUM + _AS_END.format(name), " ", text)
    said = [s for s in sentences.clauses(left) if anywhere.search(s)]
    forms = [form for a in units.atoms() if isinstance(a, IntFn) for form in a.args]
    behind = all(form.const == 1 and len(form.letters()) == 1 for form in forms)
    return not said or (behind and all(_says_so(s, name) for s in said))


def _says_so(sentence: str, name: str) -> bool:
    """Does it name the layer and the size, and nothing else but letters of units?"""
    formulas = [m[1] for m in _FORMULA.finditer(sentence)]
    sizes = [x for x in formulas if re.fullmatch(rf"\s*{name}\s*", x)]
    layers = [x for x in formulas if _NEXT.fullmatch(x)]
    letters = [x for x in formulas if re.fullmatch(r"\s*[i-kmp-s]\s*", x)]
    named = [len(sizes), len(layers), len(letters)] in ([1, 1, 0], [1, 1, 1]) and len(formulas) <= len("lkK")
    return named and _PLAIN.fullmatch(_FORMULA.sub(" ", sentence)) is not None


def _with_units(w: Written, meant: dict[Sym, Affine | None]) -> Written:
    members = tuple(m if isinstance(m, ReadError) else _put(m, meant) for m in w.members)
    return w if members == w.members else replace(w, members=members)


def _put(e: Expr, meant: dict[Sym, Affine | None]) -> Expr | ReadError:
    """A formula with the numbers of units; what is wrong with it where these are not known."""
    ends = {u.letter for x in walk(e) if isinstance(x, Sum) for u in x.uppers if u.letter is not None} & meant.keys()
    unknown = sorted(s.name for s in ends if meant[s] is None)
    if unknown:
        return ReadError(OPEN.format(unknown[0]), None, HINT)
    known = {s: units for s in ends if (units := meant[s]) is not None and units.letters() <= free(e) | bound(e)}
    return _replaced(e, known) if known else e


def _replaced(e: Expr, known: dict[Sym, Affine]) -> Expr:
    new = rebuild(e, lambda x: _replaced(x, known)) if children(e) else e
    if not isinstance(new, Sum) or not any(u.letter in known for u in new.uppers):
        return new
    uppers = tuple(u.substitute({s: n for s, n in known.items() if u == affine(s)}) for u in new.uppers)
    return Sum(new.letter, new.lowers, uppers, new.body, new.where)
