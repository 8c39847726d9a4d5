r"""What a document is made of: front matter, and headings, prose and mathematics in order, each with its line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias, Union

from ..errors import Place, ReadError
from ..latex.macros import Macro
from ..latex.source import Source
from .rows import rows_of


@dataclass(frozen=True, slots=True)
class Display:
    r"""One piece of mathematics, displayed or inline.

    - `source`: the LaTeX between the delimiters with its position; `environment` is the outermost one without star
      (`align`), whose `\begin` and `\end` are not part of the source, or ''.
    - `line`, `column`: where the opening delimiter stands (1-based); `end_line`: where the closing one does.
    - `inline`: `$..$` or `\(..\)`. `struck`: inside `~~ .. ~~` or `<del>`. `bare`: a comparison
      that stands among words without delimiters.
    - `before`, `after`: the rest of its sentence, other formulas of it as `$..$`: "k = j" before " のとき ..".
    - `paragraph`: number of the paragraph (counted over the document), the same for all that stands in it.
    - `numbers`: the equation number of each row in LaTeX's numbering ('' for an unnumbered row); none in Markdown.
    """

    source: Source
    line: int
    column: int
    end_line: int
    inline: bool = False
    struck: bool = False
    bare: bool = False
    environment: str = ""
    before: str = ""
    after: str = ""
    paragraph: int = 0
    numbers: tuple[str, ...] = ()

    @property
    def latex(self) -> str:
        """The LaTeX between the delimiters."""
        return self.source.text

    def number_of(self, span: tuple[int, int]) -> str:
        """The first equation number of the rows in which a part of it stands; '' where they have none."""
        rows = rows_of(self.environment, self.latex) if any(self.numbers) else []
        here = [n for (at, row), n in zip(rows, self.numbers, strict=False) if at < span[1] and span[0] < at + len(row)]
        return next(filter(None, here), "")


@dataclass(frozen=True, slots=True)
class Prose:
    """Words between formulas: never mathematics. `paragraph` as in `Display`."""

    text: str
    line: int
    paragraph: int = 0
    struck: bool = False
    file: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading without its marks; formulas in it are not read."""

    text: str
    level: int
    line: int
    file: str = ""


@dataclass(frozen=True, slots=True)
class Broken:
    """Mathematics whose end was not found, or a file that could not be included."""

    error: ReadError
    line: int


Block: TypeAlias = Union[Display, Prose, Heading, Broken]


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The TOML between `+++` lines: the data, and the line on which each (dotted) key stands."""

    data: Mapping[str, Any] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    file: str = ""

    def place(self, *path: str) -> Place | None:
        """Where a key stands, for a message about its value."""
        key = ".".join(path)
        if key not in self.lines:
            return None
        text = self.texts[key]
        return Place(self.lines[key], len(text) - len(text.lstrip()) + 1, text, max(1, len(text.strip())), self.file)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. `macros` are those defined anywhere in it, `outside` equations outside all delimiters.

    `included`: for each file that it reads, by its name from the document's folder, where it does so first.
    """

    front: FrontMatter
    blocks: tuple[Block, ...]
    macros: Mapping[str, Macro] = field(default_factory=dict)
    file: str = ""
    outside: tuple[ReadError, ...] = ()
    included: Mapping[str, Place] = field(default_factory=dict)

    @property
    def displays(self) -> tuple[Display, ...]:
        """Everything mathematical, in order."""
        return tuple(b for b in self.blocks if isinstance(b, Display))

    @property
    def titled(self) -> tuple[Block, ...]:
        """The blocks below the title of the front matter, which is the first heading of all."""
        title = self.front.data.get("title")
        return (Heading(title, 1, 1, self.file), *self.blocks) if isinstance(title, str) else self.blocks

    @property
    def words(self) -> str:
        """Everything that is said in words."""
        return " ".join(b.text for b in self.blocks if isinstance(b, (Prose, Heading)))

    @property
    def broken(self) -> tuple[Broken, ...]:
        """What could not be taken apart."""
        return tuple(b for b in self.blocks if isinstance(b, Broken))
