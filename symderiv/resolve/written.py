"""What reading hands over: the chains of a document as written, and everything a document says."""

from __future__ import annotations

from dataclasses import dataclass

from ..affine import Sym
from ..domain.constraint import Constraint
from ..draft import Draft
from ..errors import Place, ReadError
from ..expr import Expr, Var, Variable
from ..latex.source import Offsets
from ..system import Span
from .statements import Member
from .untold import Untold


@dataclass(frozen=True, slots=True)
class Written:
    r"""One chain as the author wrote it: what `check` judges.

    - `line`: of the file, where the display (or inline equation) opens; `latex`: as typed; `number`: of the formula.
    - `members`: expressions, or the error of a member that cannot be read; `spans`: where each stands in `latex`.
    - `defines`: links (by number, link n joins members n and n+1) that introduce a name, with the name; `restates`:
      links that repeat a definition. Neither is a claim.
    - `ranges`, `where`: ranges and conditions it is stated under; `perhaps`: conditions that it may be meant under;
      `given`: conditions beside it, as typed, under which it is not judged; `struck`: its author calls it wrong.
    - `dummies`: letters that stand for any number (the z of `\sigma'(z) = ..`); `labels`: of the display.
    - `places`: every part of the members with the span in `latex` that it was read from.
    - `touching`: a comparison of values in it, `h \ge 0`, also holds where they are equal.
    """

    line: int
    latex: str
    members: tuple[Member, ...]
    spans: tuple[Offsets, ...]
    relations: tuple[str, ...]
    place: Place
    number: int = 0
    defines: tuple[tuple[int, Var], ...] = ()
    restates: tuple[int, ...] = ()
    ranges: tuple[Span, ...] = ()
    where: tuple[Constraint, ...] = ()
    perhaps: tuple[Constraint, ...] = ()
    given: tuple[str, ...] = ()
    struck: bool = False
    inline: bool = False
    dummies: tuple[Variable, ...] = ()
    tag: str = ""
    labels: tuple[str, ...] = ()
    places: tuple[tuple[Expr, Offsets], ...] = ()
    touching: bool = False

    @property
    def claims(self) -> tuple[int, ...]:
        """The links that are claims."""
        other = {n for n, _ in self.defines} | set(self.restates)
        return tuple(n for n in range(len(self.relations)) if n not in other)


@dataclass(frozen=True, slots=True)
class Unread:
    """A formula that could not be read at all: the line on which it opens, its LaTeX, and why."""

    line: int
    latex: str
    error: ReadError


@dataclass(frozen=True, slots=True)
class RowDoubt:
    """A letter for one row of given data, of which the page does not say whether it is among the other rows."""

    letter: Sym
    error: ReadError


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything a document says: its network as a draft, its chains, what could not be read, readings chosen.

    `problems` holds everything that could not be read, `unread` those that are a whole formula; `untold` are names
    whose definition could not be read, `outside` what looks like an equation and stands outside mathematics,
    `rows` letters that have two readings a judge has to keep apart.
    """

    draft: Draft
    claims: tuple[Written, ...] = ()
    problems: tuple[ReadError, ...] = ()
    notes: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()
    untold: tuple[Untold, ...] = ()
    outside: tuple[ReadError, ...] = ()
    rows: tuple[RowDoubt, ...] = ()
