r"""From a file to its formulas: Markdown or LaTeX, front matter, macros, included files.

>>> document = parse_document("So $k = j$ のとき\n\n$$ a = b $$")
>>> [(d.latex, d.line, d.inline, d.after) for d in document.displays]
[('k = j', 1, True, ' のとき'), ('a = b', 3, False, '')]
"""

from __future__ import annotations

import re
from pathlib import Path

from ..errors import LimitExceeded, Place, ReadError, SymderivError
from ..latex.lexer import LIMITS, PAGE_LIMITS, Limits
from ..latex.macros import Macro, note, take_definitions
from ..latex.names import NO_NAMES, Names
from ..latex.parse import parse_all
from ..latex.tree import Formula
from ..pattern import lazily
from .blocks import Block, Broken, Display, Document, FrontMatter, Heading, Prose
from .find import blank
from .find import find as mathematics
from .in_words import equalities_in_words, ranges_in_words
from .mentions import saying_of, without_mentions
from .outside import equations_in_code, outside
from .plain import typeset
from .quoted import unquoted
from .scan import Scanner
from .shortcodes import with_dollars
from .strikes import MARKS, strikes, without_words
from .text import decode, front_matter, front_matter_below, read_text, unescaped, with_negations

__all__ = [
    "Block",
    "Broken",
    "Display",
    "Document",
    "FrontMatter",
    "Heading",
    "Prose",
    "decode",
    "parse_document",
    "printed",
    "read_document",
    "read_formulas",
    "read_text",
]

LATEX = lazily(r"\\documentclass|\\begin\{document\}")
BODY = lazily(r"\\begin\{document\}(.*?)(?:\\end\{document\}|\Z)", re.DOTALL)
INCLUDED = lazily(r"\\(input|include|usepackage)\s*(?:\[[^\]]*\]\s*)?\{([^{}]*)\}")
WHOLE = lazily(r"\$\$|\\\[|\\begin\{(?:equation|align|gather|multline|displaymath)|(?<!\\)\$[^$]*=[^$]*\$")
r"""A formula with its delimiters in the body of a macro."""
OVERLAY = lazily(r"(\\(?:alert|uncover|visible|only|onslide|structure|item|pause|invisible))(\s*<[\d,+.\s-]{1,20}>)")
"""A command of slides, and the slides that it is for."""
ABBREVIATION = lazily(r"\s*\\(?:begin|end)\{[A-Za-z]+\*?\}\s*\Z")


def read_document(path: str | Path, limits: Limits = LIMITS) -> Document:
    """Read a file. Raises `UnknownName` if there is none, `ReadError` if it is no text or its front matter no TOML."""
    path = Path(path)
    return parse_document(read_text(path, limits), str(path), path.parent, limits)


def parse_document(text: str, file: str = "", folder: Path | None = None, limits: Limits = LIMITS) -> Document:
    r"""Take a text apart. `folder` is where `\input` may read (nowhere if None).

    Raises `LimitExceeded` if it is too long, `ReadError` if its front matter is not TOML; anything else that cannot be
    read is a `Broken` block in its place.
    """
    if len(text) > limits.file:
        raise LimitExceeded(f"the document has more than {limits.file:,} characters", Place(1, 1, file=file))
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    front, start = front_matter(text, file)
    reader = _Reader(folder, limits)
    latex = file.endswith((".tex", ".ltx")) or LATEX.search(text) is not None
    if not latex:
        text = text[:start] + typeset(with_dollars(unescaped(text[start:])))
    if "\n+++" in text[start:]:
        front_matter_below(text, blank(text, latex), start, file)
    blocks = reader.file(text, file, start, latex, ())
    return Document(front, tuple(blocks), reader.macros, file, tuple(reader.outside), reader.places)


def printed(text: str, file: str = "") -> str:
    r"""A text without what nobody reads on the printed page: comments, code, words that are struck out. Positions stay.

    >>> printed("So $a = b$.<!-- not --> ~~Or $c = d$.~~")
    'So $a = b$.             ~~   $c = d$ ~~'
    """
    latex = file.endswith((".tex", ".ltx")) or LATEX.search(text) is not None
    shown = blank(text if latex else with_dollars(unescaped(text)), latex)
    if not any(mark in shown for mark in MARKS):
        return shown
    maths = list(mathematics(shown))
    return without_words(shown, strikes(shown, maths), maths)


def read_formulas(
    document: Document, names: Names = NO_NAMES, limits: Limits = PAGE_LIMITS
) -> list[tuple[Display, Formula | ReadError]]:
    """Every formula of a document beside its display; where one cannot be read, its error.

    Raises `LimitExceeded` for a document of too many equations, before any is read.
    """
    displays = document.displays
    equations = [d for d in displays if any(sign in d.source.text for sign in "=＝")]
    for inline, most, kind in ((False, limits.equations, "displayed"), (True, limits.inline, "inline")):
        found = [d for d in equations if d.inline is inline]
        if len(found) > most:
            cause = f"the document has {len(found):,} {kind} equations; {most:,} are read"
            raise LimitExceeded(
                cause, Place(found[most].line, 1, file=document.file), "split it into several documents"
            )
    parsed = parse_all([d.source for d in displays], names, document.macros, limits, recover=True)
    saying = saying_of(document.macros)
    return [(display, without_mentions(display, f, saying)) for display, f in zip(displays, parsed, strict=True)]


class _Reader:
    """Files within files: counts what has been read, collects macros."""

    def __init__(self, folder: Path | None, limits: Limits) -> None:
        self.folder = folder.resolve() if folder is not None else None
        self.limits = limits
        self.macros: dict[str, Macro] = {}
        self.files = 0
        self.size = 0
        self.paragraphs = 0
        self.equations = 0
        self.outside: list[ReadError] = []
        self.places: dict[str, Place] = {}

    def file(self, text: str, file: str, start: int, latex: bool, open_files: tuple[str, ...]) -> list[Block]:
        shown = text = with_negations(text)
        text, macros = take_definitions(blank(text if latex else unquoted(text), latex))
        text = equalities_in_words(ranges_in_words(text))
        for macro in macros.values():
            note(self.macros, macro)
        if latex:
            text = OVERLAY.sub(lambda m: m[1] + " " * len(m[2]), self.abbreviations(text))
            body = BODY.search(text)
            if body is not None:
                self.preamble(text[: body.start(1)], file, open_files)
                start = max(start, body.start(1))
                text = text[: body.end(1)]

        def include(name: str, place: Place) -> list[Block]:
            try:
                return self.included(name, place, open_files)
            except SymderivError as error:
                wrong = error if isinstance(error, ReadError) else ReadError(error.cause, place, error.hint)
                return [Broken(wrong, place.line)]

        scanner = Scanner(
            text, shown if len(shown) >= len(text) else text, latex, file, start, self.limits.displays, include
        )
        scanner.number = self.equations
        blocks = scanner.blocks(self.paragraphs)
        if not latex:
            scanner.outside += [outside(scanner.place(a, b)) for a, b in equations_in_code(shown, start)]
        self.outside += scanner.outside
        self.paragraphs += text.count("\n") + 1
        self.equations = scanner.number
        return blocks

    def preamble(self, text: str, file: str, open_files: tuple[str, ...]) -> None:
        """Macros that a preamble reads from other files; what cannot be had there is missed where it is used."""
        for found in INCLUDED.finditer(text):
            place = Place(text.count("\n", 0, found.start()) + 1, 1, file=file)
            for name in found[2].split(","):
                path = name.strip() + (".sty" if found[1] == "usepackage" else "")
                if found[1] == "usepackage" and (self.folder is None or not (self.folder / path).is_file()):
                    continue
                try:
                    self.included(path, place, open_files)
                except SymderivError:
                    continue

    def abbreviations(self, text: str) -> str:
        r"""`\be` and the like, macros that only open or close an environment or hold a whole formula, written out."""
        for name, macro in self.macros.items():
            if macro.arity == 0 and (ABBREVIATION.match(macro.body) or WHOLE.search(macro.body)):
                text = re.sub(re.escape(name) + r"(?![A-Za-z])", lambda _, b=macro.body: b.strip(), text)  # type: ignore[misc]
        return text

    def included(self, name: str, place: Place, open_files: tuple[str, ...]) -> list[Block]:
        """The blocks of an included file, which has to lie below the document's own folder."""
        if self.folder is None:
            raise ReadError(f"`{name}` is not read: the document was given as text, not as a file", place)
        path = self.folder / name
        path = (path if path.suffix else path.with_suffix(".tex")).resolve()
        if not path.is_relative_to(self.folder):
            raise ReadError(
                f"`{name}` lies outside the document's folder and is not read", place, "copy it beside the document"
            )
        if str(path) in open_files:
            raise ReadError(f"`{name}` includes itself", place)
        self.files += 1
        if self.files > self.limits.includes:
            raise LimitExceeded(f"more than {self.limits.includes} files are included", place)
        text = read_text(path, self.limits)
        self.size += len(text)
        if self.size > self.limits.file:
            raise LimitExceeded(f"the included files have more than {self.limits.file:,} characters", place)
        shown = path.relative_to(self.folder).as_posix()
        self.places.setdefault(shown, place)
        return self.file(text, shown, 0, True, (*open_files, str(path)))
