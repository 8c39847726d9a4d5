"""Bytes to text: encodings, line ends, and front matter."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from ..errors import LimitExceeded, Place, ReadError, UnknownName
from ..latex.lexer import LIMITS, Limits
from .blocks import FrontMatter

KANA = re.compile("[\u3040-\u30ff]")
FENCE = re.compile(r"\s*\+\+\+[ \t]*\n(.*?\n)?\+\+\+[ \t]*(?:\n|$)", re.DOTALL)
YAML = re.compile(r"\s*---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
KEY = re.compile(r"""\s*((?:[\w-]+|"(?:[^"\\]|\\.)*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
TABLE = re.compile(r"\s*\[([^\[\]]+)\]\s*(?:#.*)?$")


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


def read_text(path: str | Path, limits: Limits = LIMITS) -> str:
    """The text of a file. Raises `UnknownName` if there is none, `LimitExceeded` if it is too long."""
    path = Path(path)
    try:
        if path.stat().st_size > 4 * limits.file:
            raise LimitExceeded(f"the file is larger than {limits.file:,} characters", Place(1, 1, file=str(path)))
        data = path.read_bytes()
    except OSError as error:
        raise UnknownName(f"cannot read `{path}`: {error.strerror or error}") from error
    return decode(data, str(path))


def front_matter(text: str, file: str = "") -> tuple[FrontMatter, int]:
    r"""The TOML front matter and the offset at which the document itself begins (YAML between `---` is passed over).

    >>> front_matter('+++\nwrt = "w"\n+++\nx')[0].data
    {'wrt': 'w'}
    """
    found = FENCE.match(text)
    if found is None:
        yaml = YAML.match(text)
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
        cause = f"the front matter is not TOML: {str(error).split(' (at')[0]}"
        hint = 'values of text stand in quotes, e.g. objective = "E"; a backslash is doubled: "\\\\theta"'
        raise ReadError(cause, Place(first + line - 1, column, shown, 1, file), hint) from error
    lines, texts = _keys(body, first)
    return FrontMatter(data, lines, texts, file), found.end()


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
