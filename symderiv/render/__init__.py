"""What a derivation is printed as: one module a format, each with `render(derivation, lang) -> str`."""

from __future__ import annotations

from collections.abc import Callable

from ..step import Derivation
from . import document, json, latex, markdown, text

RENDERERS: dict[str, Callable[[Derivation, str], str]] = {
    "document": document.render,
    "json": json.render,
    "latex": latex.render,
    "markdown": markdown.render,
    "text": text.render,
}
"""Every output format by name."""
