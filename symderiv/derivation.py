"""A derivation as a Python user meets it: SymPy results, every output format, and itself typeset in a notebook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .latex.style import style_of
from .latex.write import write
from .render import RENDERERS
from .render.latex import displays
from .serial import to_json
from .step import Claim, Derivation
from .sympy_door import to_sympy
from .verify import Report, verify


@dataclass(frozen=True)
class Derived:
    """A derivation and what one can do with it; the data are in `derivation`."""

    derivation: Derivation

    @property
    def result(self) -> Any:
        """The final formula as a SymPy expression."""
        return to_sympy(self.derivation.result, self.derivation.system)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim, refuted ones included."""
        return self.derivation.claims

    def lines(self, lang: str = "en") -> list[str]:
        """The displayed lines, as LaTeX."""
        return displays(self.derivation, lang)

    def latex(self, lang: str = "en") -> str:
        """Sentences and displays for a slide, as LaTeX."""
        return self.render("latex", lang)

    def render(self, form: str = "text", lang: str = "en") -> str:
        """Any output format: text, latex, document, markdown, json."""
        return RENDERERS[form](self.derivation, lang)

    def to_json(self) -> str:
        """The whole derivation as JSON that reads back to the same."""
        return to_json(self.derivation)

    def verify(self, seed: int = 0, draws: int = 3) -> Report:
        """Every claim against the numeric oracle."""
        return verify(self.derivation, seed=seed, draws=draws)

    def _repr_latex_(self) -> str:
        style = style_of(self.derivation.system)
        goal, result = write(self.derivation.goal, style), write(self.derivation.result, style)
        return rf"$\displaystyle {goal} = {result}$"

    def _repr_markdown_(self) -> str:
        return self.render("markdown")

    def __str__(self) -> str:
        return self.render("text")

    def __repr__(self) -> str:
        style = style_of(self.derivation.system)
        return f"Derived({write(self.derivation.goal, style)} = {write(self.derivation.result, style)})"
