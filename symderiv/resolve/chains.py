r"""The equations of a document as the chains that it writes down, each with the words of its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..document.blocks import Block, Display, Prose
from ..errors import ReadError
from ..expr import Variable
from ..latex.clauses import STOP
from ..latex.sentences import last
from .integers.steps import touches
from .located import Located
from .statements import Equation
from .written import Written

LEAD_IN = 24
"""So many characters before an equation in a display may hold the words that introduce it."""


@dataclass(frozen=True, slots=True)
class Chains:
    """Where the equations of a document stand: `home` has the number of the formula of each statement."""

    located: Sequence[Located]
    home: Sequence[int]
    blocks: Sequence[Block]

    def words(self, e: Equation) -> tuple[str, str]:
        r"""The words around an equation: in its sentence, or right before it in a display (`(\because a = b)`)."""
        display, formula = self.located[self.home[e.number]]
        if e.stated.inline and e.stated.formula is formula:
            return display.before, display.after + self._next_of_sentence(display)
        source = e.stated.formula.source
        return f"{source.before} {source.text[: e.stated.statement.span[0]]}"[-LEAD_IN:], ""

    def around(self, e: Equation) -> tuple[str, str]:
        """The words around an equation, those of a display too, with what else is displayed in its sentence."""
        display = self.located[self.home[e.number]][0]
        if e.stated.inline:
            return display.before, display.after
        at = next((n for n, b in enumerate(self.blocks) if b is display), 0)
        before = display.latex[: e.stated.statement.span[0]]
        for block in self.blocks[max(at - 1, 0) :: -1] if at else ():
            if isinstance(block, Prose):
                before = f"{last(block.text.rstrip())} {before}"
                if STOP.search(block.text) is not None:
                    break
            elif isinstance(block, Display):
                before = f"${block.latex}$ {before}" if block.inline else f"$${block.latex}$$ {before}"
            else:
                break
        behind = self.blocks[at + 1] if at + 1 < len(self.blocks) else None
        ended = display.latex.rstrip().endswith((".", ";", "。"))
        return before, behind.text if isinstance(behind, Prose) and not ended else ""

    def written(self, e: Equation, refused: ReadError | None) -> Written:
        """An equation as its author wrote it; `refused`: why the text does not claim it."""
        display, located = self.located[self.home[e.number]]
        statement, formula = e.stated.statement, e.stated.formula
        return Written(
            line=display.line if formula is located else formula.source.line,
            latex=formula.source.text,
            members=tuple(e.members),
            spans=tuple(e.spans),
            relations=e.relations,
            place=e.place,
            number=self.home[e.number],
            span=statement.span if formula is located else None,
            defines=tuple(sorted(e.defines.items(), key=lambda pair: pair[0])),
            restates=tuple(sorted(e.restates)),
            function=e.function,
            excepted=e.excepted,
            ranges=e.ranges,
            where=e.where,
            perhaps=e.perhaps,
            given=e.given,
            doubtful=e.doubtful,
            choice=e.choice,
            of_sums=e.of_sums,
            struck=e.stated.struck,
            inline=e.stated.inline,
            dummies=tuple(map(Variable, sorted(e.dummies))),
            tag=statement.tag or (display.number_of(statement.span) if formula is located else ""),
            labels=statement.labels,
            places=e.places,
            touching=touches(statement.chain),
            words=(display.before, display.after),
            leading=e.stated.inline and bool(self._next_of_sentence(display)),
            refused=refused,
        )

    def _next_of_sentence(self, display: Display) -> str:
        """What is displayed below a formula, if its sentence goes on there."""
        at = next((n + 1 for n, b in enumerate(self.blocks) if b is display), len(self.blocks))
        for block in self.blocks[at:]:
            if isinstance(block, Display):
                return "" if block.inline else f" ${block.latex}$"
            if not isinstance(block, Prose) or STOP.search(block.text) is not None:
                break
        return ""
