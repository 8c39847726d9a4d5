r"""A derivation as a sequence of sentences and displayed lines: what all renderers have in common.

Sentences hold their mathematics between dollar signs, lines are LaTeX; a renderer only has to lay them out. Which
ranges are printed is decided here: those of the claim that its left side does not imply, as on a slide.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, TypeAlias, Union

from .. import captions
from ..affine import Affine, Sym
from ..captions import CAPTIONS, Position
from ..domain import TRUE, Constraint, Domain
from ..domain.emptiness import implies
from ..expr import Expr, Partial, Var, Variable, free, of_kind
from ..latex import lines, scripts
from ..latex.page import equation, ranges
from ..latex.style import PLAIN, Style, style_of
from ..latex.write import conditions, write
from ..step import Bindings, Claim, Definitions, Derivation, Item, Remark, Value
from ..system import Piece, System, display_of


@dataclass(frozen=True)
class Sentence:
    """Words, mathematics between dollar signs."""

    text: str


@dataclass(frozen=True)
class Line:
    """One display; `refuted` if its author calls it wrong."""

    latex: str
    refuted: bool = False


Block: TypeAlias = Union[Sentence, Line]


def blocks(derivation: Derivation, lang: str) -> tuple[Block, ...]:
    """Every item of a derivation, in reading order."""
    style = derivation_style(derivation)
    found: list[Block] = []
    above: dict[Expr, Domain] = {}
    near = style
    for item in derivation.items:
        if isinstance(item, Claim):
            near = style.about(*_letters(item.left))
            found += _claim(item, derivation.system, style, lang, above.get(item.left, TRUE))
            above.update((member, item.domain) for member in item.members[1:])
        else:
            found += _ITEMS[type(item)](item, derivation.system, near, lang)
    return tuple(found)


def derivation_style(derivation: Derivation) -> Style:
    """How formulas of a derivation are written: its goal's letters are the given ones."""
    style = style_of(derivation.system, tuple(v for v, _ in derivation.names))
    return style.about(*_letters(derivation.goal.wrt))


def heading(derivation: Derivation, lang: str) -> str:
    """What the derivation derives, as a title."""
    goals = (derivation.goal, *derivation.also)
    bindings: Bindings = (("of", derivation.goal.of), *(("wrt", goal.wrt) for goal in goals))
    return captions.heading(bindings, lang, lambda value: spell(value, PLAIN), "${}$".format)


def title(derivation: Derivation, lang: str) -> str:
    """The title of the page, else what is derived."""
    return derivation.system.title or heading(derivation, lang)


# --------------------------------------------------------------------------------------------------------------- items


def _claim(claim: Claim, system: System, style: Style, lang: str, above: Domain) -> Iterator[Block]:
    """A line with its caption; `above` are the ranges of a line above that it goes on from, which need no repeating."""
    style = style.about(*_letters(claim.left))
    caption = CAPTIONS.get(claim.caption)
    said = sentence(claim.caption, claim.bindings, style, lang) if caption else ""
    beside = ""
    if caption and caption.position is Position.BESIDE:
        beside = rf"\leftarrow \text{{{said}}}"
    said_so = [value for name, value in claim.bindings if caption and name == "condition"]
    said_so.append(above)
    where = stated(claim, system, *(c for d in said_so if isinstance(d, Domain) for c in d.constraints))
    condition = ", ".join(conditions(where, style))
    # members that are written alike (a derivative and the direct one, where both mean the same) are one
    members = [text for text, _ in groupby(write(m, style) for m in claim.members)]
    line = Line(lines.chain(members, beside, condition), claim.refuted)
    if caption and caption.position is Position.ABOVE:
        yield Sentence(said)
    yield line
    if caption and caption.position is Position.BELOW:
        yield Sentence(said)


def _remark(remark: Remark, system: System, style: Style, lang: str) -> Iterator[Block]:
    yield Sentence(sentence(remark.caption, remark.bindings, style, lang))


def _definitions(item: Definitions, system: System, style: Style, lang: str) -> Iterator[Block]:
    if item.caption:
        yield Sentence(sentence(item.caption, item.bindings, style, lang))
    quoted = display_of(item.variables, system.displays)
    if quoted is not None:
        yield Line(quoted.latex)
        return
    for variable in item.variables:
        yield from (Line(definition(p, system, style)) for p in system.of(variable) if p.body is not None)


_ITEMS: dict[type[Item], Callable[[Any, System, Style, str], Iterator[Block]]] = {
    Remark: _remark,
    Definitions: _definitions,
}


def definition(piece: Piece, system: System, style: Style) -> str:
    r"""A piece with a body as an equation with its range: `h_i = f(a_i) \quad (1 \le i \le I)`."""
    style = replace(style, first=piece.letters)
    where = ranges(piece, system)
    return equation(piece, style) + (rf" \quad ({', '.join(conditions(where, style))})" if where else "")


# ----------------------------------------------------------------------------------------------------------- conditions


def stated(claim: Claim, system: System, *said: Constraint) -> tuple[Constraint, ...]:
    """What has to be printed beside a claim: its condition, unless it is `said`, and ranges out of the usual."""
    known = system.context
    spoken = free(claim.left) - system.sizes
    named = isinstance(claim.left, Var) and not system.of(claim.left.variable)
    where_read = claim.members[1 if named else 0]
    for entry in of_kind(where_read, Var):
        usual = _usual(entry, claim.domain, system)
        known &= Domain(tuple(c for c in usual.constraints if c.letters() - system.sizes <= spoken))
    about = tuple(c for c in claim.domain.constraints if c.letters() & spoken and c not in known.constraints)
    unusual = tuple(c for c in about if not implies(TRUE, c, known))
    return tuple(dict.fromkeys(c for c in (*claim.where, *unusual, *_large_enough(claim, system)) if c not in said))


def _large_enough(claim: Claim, system: System) -> Iterator[Constraint]:
    r"""How large sizes must be for an entry to lie where the claim has it: `h^{(T-1)}` may else be an initial state."""
    entry = claim.left.wrt if isinstance(claim.left, Partial) else claim.left
    if isinstance(entry, Var) and len(system.of(entry.variable)) > 1:
        for c in claim.domain.constraints:
            if c.letters() <= system.sizes and not implies(TRUE, c, system.context):
                yield c


def _usual(entry: Var, domain: Domain, system: System) -> Domain:
    """The range that a reader takes an entry to have: that of the piece that fits the claim best."""
    guards = [p.at(entry.indices)[0] for p in system.of(entry.variable)]
    if not guards:
        return TRUE
    return max(guards, key=lambda g: len(set(g.constraints).intersection(domain.constraints)))


def _letters(e: Expr) -> tuple[Sym, ...]:
    entry = e.wrt if isinstance(e, Partial) else e
    indices = entry.indices if isinstance(entry, Var) else ()
    return tuple(dict.fromkeys(s for i in indices for s in sorted(i.letters(), key=lambda s: s.name)))


# ------------------------------------------------------------------------------------------------------------ sentences


def sentence(key: str, bindings: Bindings, style: Style, lang: str) -> str:
    """A caption with its values spelled, mathematics between dollar signs."""
    return captions.caption(key, bindings, lang, lambda value: spell(value, style), "${}$".format)


def spell(value: Value, style: Style) -> str:
    """A bound value as LaTeX."""
    if isinstance(value, str):
        return value
    if isinstance(value, Domain):
        return ", ".join(conditions(value.constraints, style))
    if isinstance(value, Affine):
        return scripts.form_latex(value)
    if isinstance(value, Variable):
        return scripts.variable_latex(value)
    return write(value, style)
