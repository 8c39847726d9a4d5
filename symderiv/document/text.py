"""Bytes to text: encodings, line ends, and front matter."""

from __future__ import annotations

import os
import re
import stat
import tomllib
from pathlib import Path

from ..errors import LimitExceeded, Place, ReadError, UnknownName
from ..latex.lexer import LIMITS, Limits
from ..pattern import lazily
from .blocks import FrontMatter

KANA = lazily("[\u3040-\u30ff]")
FENCE = lazily(r"\s*\+\+\+[ \t]*\n(.*?\n)?\+\+\+[ \t]*(?:\n|$)", re.DOTALL)
OPENING = lazily(r"\s*(\+\+\+.*)")
LATER = lazily(r"^\+\+\+[ \t]*$", re.MULTILINE)
YAML = lazily(r"\s*---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
OWN_KEY = lazily(r"(?:objective|wrt|data|functions|sizes|ranges|assume|relations|outside|sums)[ \t]*[:=]", re.MULTILINE)
KEY = lazily(r"""\s*((?:[\w-]+|"(?:[^"\\]|\\.)*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
TABLE = lazily(r"\s*\[([^\[\]]+)\]\s*(?:#.*)?$")


def decode(data: bytes, file: str = "") -> str:
    r"""The text of a file: UTF-8 or UTF-16 with or without a mark, or Shift-JIS / EUC-JP; every line ends in `\n`.

    Raises `ReadError` for bytes that are no text (NUL, invalid sequences) with the line they stand on.

    >>> decode("\ufeffa\r\nb".encode()), decode("誤差は".encode("cp932"))
    ('a\nb', '誤差は')
    """
    text = _decode(data, file)
    at = text.find("\x00")
    if at >= 0:
        place = Place(text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at), file=file)
        raise ReadError("a NUL character: this is not a text file", place, "save the file as UTF-8")
    return text.replace("\r\n", "\n").replace("\r", "\n")


ESCAPED = lazily(r"^[ \t]*\\\\\[(?!\s*-?[\d.]+\s*[a-z])|\\\\\((?!\s*-?[\d.]+\s*[a-z])", re.MULTILINE)
CLOSING = (r"\\]", r"\\)")
"""How mathematics begins on a page whose backslashes are doubled, as some programs for notes want it."""
DOUBLED = lazily(r"\\\\(\\\\|[\[\](){},;!|_*])")


def unescaped(text: str) -> str:
    r"""A page with doubled backslashes, `\\[ a \\\\ b \\]`, with single ones; all else keeps its place.

    >>> unescaped(r"\\[ \\{a\\} \\\\ b \\]").split()
    ['\\[', '\\{', 'a\\}', '\\\\', 'b', '\\]']
    """
    if not any(x in text for x in CLOSING) or ESCAPED.search(text) is None:
        return text
    return DOUBLED.sub(lambda m: "\\\\  " if m[1] == "\\\\" else f"\\{m[1]} ", text)


NEGATED = lazily(r"\\not[ \t]*(?:=|\\in(?![A-Za-z]))")


def with_negations(text: str) -> str:
    r"""A text with `\not=` and `\not\in` as the signs that they are; all else keeps its place.

    >>> with_negations(r"i \not= k, i \not\in S, i \not\subset S")
    'i \\neq  k, i \\notin  S, i \\not\\subset S'
    """
    if r"\not" not in text:
        return text
    return NEGATED.sub(lambda m: (r"\neq" if m[0].endswith("=") else r"\notin").ljust(len(m[0])), text)


def _decode(data: bytes, file: str) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as error:
            raise ReadError("invalid UTF-16", Place(1, 1, file=file), "save the file as UTF-8") from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        for encoding in ("cp932", "euc_jp"):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            if KANA.search(text) and b"\x00" not in data:
                return text
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        cause = f"byte 0x{data[error.start]:02x} is not valid UTF-8"
        raise ReadError(cause, Place(line, column, file=file), "save the file as UTF-8") from error


def _at_once(path: str, flags: int) -> int:
    """Opens a file so that nothing waits for what may never come."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def read_text(path: str | Path, limits: Limits = LIMITS) -> str:
    """The text of a file. Raises `UnknownName` if there is none, `LimitExceeded` if it is too long.

    A pipe or a device may never end: only regular files are read.
    """
    path = Path(path)
    try:
        mode = path.stat().st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
            raise UnknownName(f"cannot read `{path}`: it is no regular file")
        with open(path, "rb", opener=_at_once) as file:
            data = file.read(4 * limits.file + 1)
    except (OSError, ValueError) as error:
        raise UnknownName(f"cannot read `{path}`: {getattr(error, 'strerror', None) or error}") from error
    if len(data) > 4 * limits.file:
        raise LimitExceeded(f"the file is larger than {limits.file:,} characters", Place(1, 1, file=str(path)))
    return decode(data, str(path))


def front_matter(text: str, file: str = "") -> tuple[FrontMatter, int]:
    r"""The TOML front matter and the offset at which the document itself begins (YAML between `---` is passed over).

    Raises `ReadError` for front matter that is not closed, that is not TOML, or whose keys stand in YAML.

    >>> front_matter('+++\nwrt = "w"\n+++\nx')[0].data
    {'wrt': 'w'}
    """
    found = FENCE.match(text)
    if found is None:
        if OPENING.match(text) is not None:
            raise _unclosed(text, file)
        yaml = YAML.match(text)
        if yaml is not None and (own := _row(text, yaml)) is not None:
            hint = 'write it in TOML between lines `+++`, values in quotes: wrt = "w_{i,j}"'
            raise ReadError("the front matter is YAML, which is not read", _place(text, own.start(), file), hint)
        return FrontMatter(file=file), yaml.end() if yaml is not None else 0
    body = found[1] or ""
    first = text.count("\n", 0, found.start(1)) + 1 if found[1] else 1
    try:
        data = tomllib.loads(body)
    except tomllib.TOMLDecodeError as error:
        where = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        line, column = (int(where[1]), int(where[2])) if where else (1, 1)
        rows = body.split("\n")
        shown = rows[line - 1] if line <= len(rows) else ""
        if (twice := KEY.match(shown) or TABLE.match(shown)) is not None and str(error).startswith(TWICE):
            cause = f"`{_plain(twice[1])}` is given twice in the front matter"
            hint = 'keep one of the two; several values stand in a list: wrt = ["w_{i,j}", "b_i"]'
            place = Place(first + line - 1, twice.start(1) + 1, shown, twice.end(1) - twice.start(1), file)
            raise ReadError(cause, place, hint) from error
        cause = f"the front matter is not TOML: {str(error).split(' (at')[0]}"
        hint = 'values of text stand in quotes, e.g. objective = "E"; a backslash is doubled: "\\\\theta"'
        raise ReadError(cause, Place(first + line - 1, column, shown, 1, file), hint) from error
    lines, texts = _keys(body, first)
    return FrontMatter(data, lines, texts, file), found.end()


TWICE = ("Cannot overwrite", "Cannot declare", "Cannot mutate")
"""How `tomllib` says that a key or a table stands there twice."""


def front_matter_below(text: str, blanked: str, start: int, file: str = "") -> None:
    """Raise `ReadError` for `+++` further down, where it is no front matter; `blanked` is the text without code."""
    for found in LATER.finditer(text, start):
        if blanked[found.start()] == "+":
            place = _place(text, found.start(), file)
            raise ReadError("`+++` below the first line", place, "the front matter stands before anything else")


def _unclosed(text: str, file: str) -> ReadError:
    found = OPENING.match(text)
    assert found is not None
    place = _place(text, found.start(1), file)
    if found[1].strip() != "+++":
        return ReadError("`+++` does not stand on a line of its own", place, "put it above and below the front matter")
    return ReadError("the front matter is not closed", place, "put a line `+++` after its last key")


def _row(text: str, yaml: re.Match[str]) -> re.Match[str] | None:
    """The first row of the YAML that is a key of ours."""
    at = yaml.start(1)
    for row in yaml[1].splitlines(keepends=True):
        if (found := OWN_KEY.match(text, at)) is not None:
            return found
        at += len(row)
    return None


def _place(text: str, at: int, file: str) -> Place:
    """The place of an offset, its line as the text that is shown."""
    first = text.rfind("\n", 0, at) + 1
    row = text[first:].split("\n", 1)[0]
    return Place(text.count("\n", 0, at) + 1, at - first + 1, row, max(1, len(row.rstrip()) - (at - first)), file)


def _keys(body: str, first: int) -> tuple[dict[str, int], dict[str, str]]:
    lines: dict[str, int] = {}
    texts: dict[str, str] = {}
    table = ""
    for n, row in enumerate(body.split("\n")):
        header = TABLE.match(row)
        key = KEY.match(row)
        if header is not None:
            name = table = _plain(header[1])
        elif key is not None:
            name = f"{table}.{_plain(key[1])}" if table else _plain(key[1])
        else:
            continue
        lines[name] = first + n
        texts[name] = row
    return lines, texts


def _plain(key: str) -> str:
    """A dotted key without its quotes."""
    parts = re.findall(r"""[\w-]+|"(?:[^"\\]|\\.)*"|'[^']*'""", key)
    return ".".join(p[1:-1].replace(r"\\", "\\") if p[0] in "\"'" else p for p in parts)
