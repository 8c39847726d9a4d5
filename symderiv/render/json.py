"""JSON that reads back to the same derivation (`serial.from_json`), with the displayed lines beside it."""

from __future__ import annotations

from .. import serial
from ..step import Derivation
from .blocks import Line, blocks, heading


def render(derivation: Derivation, lang: str = "en") -> str:
    """The derivation as JSON; `printed` holds what a reader shows, and takes no part in reading back."""
    printed = {
        "lang": lang,
        "heading": heading(derivation, lang),
        "lines": [
            {"latex": b.latex, "refuted": b.refuted} if isinstance(b, Line) else {"text": b.text}
            for b in blocks(derivation, lang)
        ],
    }
    return serial.to_json(derivation, indent=1, printed=printed) + "\n"
