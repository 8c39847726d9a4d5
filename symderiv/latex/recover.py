r"""A formula of which one member cannot be read: the rest of it is read all the same.

A formula falls into its members at the relations, rows and commas that stand outside all braces and environments. Where
the parser fails in a member, a letter is put in the member's place, as long as it is; if the formula can be read then,
and the letter is a whole member of a chain, that member is what cannot be read. A member that may hold more than a
value (a condition, words that lead to one, an arrow) is not replaced, since what it says would be lost unseen.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from ..errors import LimitExceeded, Place, ReadError
from ..pattern import lazily
from .source import Offsets, Source
from .tree import Chain, Formula, Misfit, Name, Statement

Parse = Callable[[Source], "Formula | ReadError"]

MOST_MEMBERS = 6
"""So many members of one formula are replaced."""
LETTER, EQUATION = "Z", "Z=Z"
RELATION = lazily(r"(?<![<>!:\\])=")
LAYOUT = ("aligned", "align", "split", "gather", "gathered", "eqnarray", "equation", "multline", "alignedat", "flalign")
TOKEN = lazily(
    r"(?P<row>\\\\(?:\s*\[[^\]\n]*\])?)|\\(?P<turn>begin|end)\s*\{(?P<name>[A-Za-z]+)\*?\}|(?P<gap>\\q?quad(?![A-Za-z]))"
    r"|(?P<relation>:=|(?<![<>!:])=|\\(?:equiv|triangleq|coloneqq)(?![A-Za-z]))|\\[A-Za-z]+|\\."
    r"|(?P<sign>[{}()&,;])",
    re.DOTALL,
)
MORE = lazily(
    r"[<>,;≤≥≠∀∈]|\\(?:leq?|geq?|neq?|lt|gt|in|notin|ni|forall|qquad|quad|tag|label|intertext|cancel|underbrace|overbrace"
    r"|[lL]ong\w*arrow|[Rr]ightarrow|[Ll]eftarrow|[Ll]eftrightarrow|implies|iff|to|therefore|because|approx|sim|propto"
    r"|begin|end)(?![A-Za-z])"
)
"""What may make a member more than a value."""
WORDS = lazily(r"\\(?:text|mbox|textrm|textit|textbf)\s*\{([^{}]*)\}")
PLAIN = lazily(r"(?:[\s()]|by|the|chain|product|quotient|sum|rule|some|terms?|stuff|something|above)*", re.I)
"""Words that say nothing of when an equation holds."""
SCRIPT = lazily(r"[_^]\s*\{[^{}]*\}")


def recovered(source: Source, error: ReadError, parse: Parse) -> Formula | ReadError:
    """The formula with what cannot be read of it as members of their own; the error where that cannot be done."""
    bad: dict[int, tuple[Offsets, ReadError]] = {}
    text, latest = source.text, error
    for _ in range(MOST_MEMBERS):
        if isinstance(latest, LimitExceeded) or latest.place is None:
            return error
        part = _member(text, _offset(source, latest.place))
        if part is None or part[0] in bad or not _is_value(source.text[slice(*part)]):
            return error
        bad[part[0]] = (part, latest)
        text = text[: part[0]] + _blank(text[slice(*part)]) + text[part[1] :]
        found = parse(replace(source, text=text))
        if not isinstance(found, ReadError):
            return _Filled(source, bad).formula(found) or error
        latest = found
    return error


def _offset(source: Source, place: Place) -> int:
    """Where a place lies in the text of a formula."""
    row = place.line - source.line
    rows = source.text.split("\n")
    if not 0 <= row < len(rows):
        return len(source.text)
    start = sum(len(r) + 1 for r in rows[:row])
    return min(len(source.text), start + place.column - (source.column if row == 0 else 1))


def _blank(text: str) -> str:
    """A letter, or an equation of letters for what holds a relation within braces that are not closed."""
    filled = EQUATION if RELATION.search(SCRIPT.sub("", text)) and "\n" not in text[: len(EQUATION)] else LETTER
    return filled + "".join(c if c == "\n" else " " for c in text[len(filled) :])


def _is_value(text: str) -> bool:
    """May a text be one value and nothing more?"""
    if any(PLAIN.fullmatch(words) is None for words in WORDS.findall(text)):
        return False
    return MORE.search(SCRIPT.sub("", WORDS.sub("", text))) is None


def _member(text: str, at: int) -> Offsets | None:
    """The member that a place lies in, without space around it; one that ends before the place where none does."""
    ends = [0]
    for start, end in _partings(text):
        ends += [start, end]
    ends.append(len(text))
    parts = [_trimmed(text, (ends[n], ends[n + 1])) for n in range(0, len(ends), 2)]
    parts = [p for p in parts if p[0] < p[1]]
    n = bisect_right([p[0] for p in parts], at)
    return parts[n - 1] if n else None


def _trimmed(text: str, part: Offsets) -> Offsets:
    start, end = part
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _partings(text: str) -> Iterator[Offsets]:
    """What parts the members of a formula: relations, rows, gaps, commas, the ends of an environment for layout."""
    braces = parentheses = inner = 0
    for m in TOKEN.finditer(text):
        sign = m["sign"]
        if m["turn"]:
            if m["name"] in LAYOUT:
                yield m.span()
                braces = parentheses = 0
            else:
                inner += 1 if m["turn"] == "begin" else -1
        elif inner > 0:
            continue
        elif m["row"]:
            yield m.span()
            braces = parentheses = 0
        elif sign in ("{", "}"):
            braces = max(0, braces + (1 if sign == "{" else -1))
        elif sign in ("(", ")"):
            parentheses = max(0, parentheses + (1 if sign == "(" else -1))
        elif not braces and (m["gap"] or m["relation"] or sign == "&" or (sign in (",", ";") and not parentheses)):
            yield m.span()
            parentheses = 0


@dataclass(slots=True)
class _Filled:
    """A formula in which letters stand for members that cannot be read, put back as such."""

    source: Source
    bad: dict[int, tuple[Offsets, ReadError]]
    found: set[int] = field(default_factory=set)

    def formula(self, found: Formula) -> Formula | None:
        """The formula with its own text; None where a letter is no whole member."""
        statements = tuple(self._statement(s) for s in found.statements)
        return replace(found, source=self.source, statements=statements) if len(self.found) == len(self.bad) else None

    def _statement(self, s: Statement) -> Statement:
        chain: Chain = s.chain
        if not chain.relations:
            return s
        members = tuple(self._member(m) if isinstance(m, Name) else m for m in chain.members)
        return replace(s, chain=replace(chain, members=members)) if members != chain.members else s

    def _member(self, x: Name) -> Name | Misfit:
        start = x.span[0] if x.span[0] in self.bad else x.span[0] - len(EQUATION) + 1
        part, error = self.bad.get(start, ((0, 0), None))
        if error is None or x.base != LETTER or x.scripts:
            return x
        self.found.add(start)
        return Misfit(error.cause, error.hint, span=part, place=error.place)
