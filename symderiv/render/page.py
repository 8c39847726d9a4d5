r"""A network as a page: its equations with their ranges, for a printed derivation or to be read again."""

from __future__ import annotations

from collections.abc import Iterator

from .. import captions
from ..latex.style import Style
from ..latex.write import write
from ..step import Bindings
from ..system import Role, System
from .blocks import Block, Line, Sentence, definition, sentence


def network_blocks(system: System, style: Style, lang: str) -> Iterator[Block]:
    """Every definition of a network with its range, what was recognised as input, what a generic objective is."""
    for piece in system.pieces:
        if piece.body is not None:
            yield Line(definition(piece, system, style))
    yield from _remarks(system, style, lang)


def _remarks(system: System, style: Style, lang: str) -> Iterator[Block]:
    defined = {p.variable for p in system.pieces if p.body is not None}
    for piece in system.pieces:
        if piece.body is None and piece.role is Role.INPUT and piece.variable in defined:
            yield Sentence(sentence("input", (("variable", piece.lhs),), style, lang))
    for a in system.assumptions:
        equation = f"${write(a.left, style)} = {write(a.right, style)}$"
        yield Sentence(captions.word("assumed", lang, {"equation": equation}))
    if system.generic and system.objective is not None:
        bindings: Bindings = (("objective", system.objective), *(("variable", p.lhs) for p in system.outputs))
        yield Sentence(sentence("generic objective", bindings, style, lang))
