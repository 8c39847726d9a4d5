r"""Characters to tokens: commands are looked up in `notation`, white space is measured, raw arguments kept."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple, NoReturn

from ..errors import AmbiguousError, LimitExceeded, ReadError
from ..notation import CONTROL, GAP, LENGTHS, NEGATED, QUAD, SPACES, UNTOLD
from ..pattern import lazily
from .boxes import without_boxed_dollars
from .characters import is_capital, normalise, with_characters_told
from .source import Offsets, Source


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read: what is beyond is `LimitExceeded`, at once.

    - `length`: characters of one formula; `digits`: of one number; `depth`: nested parentheses, fractions, scripts and
      sums; `expansion`: tokens of one formula after its macros; `macro_depth`: macros within macros;
    - `file`: characters of a document with all it includes; `displays`: its formulas; `equations`: those
      displayed, with `=`, `inline` those in sentences and tables; `includes`: its files; `members`: of a chain;
      `terms`: of a sum, `rows`: of cases.
    """

    length: int = 50_000
    digits: int = 40
    depth: int = 48
    expansion: int = 50_000
    macro_depth: int = 40
    file: int = 4_000_000
    displays: int = 20_000
    equations: int = 1_000
    inline: int = 1_000
    members: int = 1_000
    terms: int = 50_000
    rows: int = 10_000
    includes: int = 100


LIMITS = Limits()
PAGE_LIMITS = Limits(length=12_000, terms=2_000, rows=100)
"""The limits for formulas of a document, of which there may be many."""


class Token(NamedTuple):
    """One token: its kind and canonical text (tables of `notation`), and where it was typed.

    Kinds beyond the tables: `num`, `run` (letters typed together), `cmd` (an unknown command), `text` (words), `quad`
    (white space that parts statements), `raw` (`text` is `tag:..`, `label:..`, `note:..`), and '' for the end of the
    input.
    """

    kind: str
    text: str
    start: int
    end: int

    @property
    def span(self) -> Offsets:
        return (self.start, self.end)


TOKEN = lazily(
    r"""(?P<blank>\s+|\\\n|%[^\n]*\n?) | (?P<run>[A-Za-z]+) | (?P<num>[0-9]+(?:\.[0-9]+)?|\.[0-9]+) |
    (?P<char>[_^{}()=+\-,'&\[\]|*/<>.:;!~\#$@"`?]) | (?P<word>\\[A-Za-z]+) |
    (?P<row>\\\\\*?(?:\s*\[\s*-?[0-9.]+\s*(?:em|ex|pt|mm|cm|in|px)\s*\])?) | (?P<escape>\\.) | (?P<words>[^\x00-\x7f]+)
    """,
    re.VERBOSE | re.DOTALL,
)
MARK = lazily(r"\(\s*※\s*[0-9]*\s*\)|※\s*[0-9]*")
"""A mark behind a line that refers to a note: `(※1)`."""
LONG = lazily(r":\s*&\s*=|:=|=:|==|<=>|=>|<=|>=|!=|->|\.\.\.?|\|\|")
TIMES = lazily(
    r"(?<=[A-Za-z0-9)\]}'])\.(?=[A-Za-z](?!\.))|(?<=[A-Za-z0-9)\]}'] )\.(?=[A-Za-z]{1,3}[_^(])|(?<=[A-Za-z0-9)\]}' ])"
    r"(?<!\A )(?<![^A-Za-z0-9)\]}'] )\.(?=[({]|\\(?!text|mbox|math|operatorname|q?quad|label|tag|end|no)[A-Za-z]+)"
)
"""A full stop with no space behind it, for a product: `p_j.p_i`, `p_j .p_i`, `y'.x_i`, no `s.t.`, no end."""
HELD = lazily(r"\s*\{\s*([()\[\]]|\\[{}])\s*\}")
"""A delimiter in braces, behind the command that tells its size."""
BRACES = lazily(r"\\.|[{}]", re.DOTALL)
ENTITIES = {"lt": "<", "gt": ">", "amp": "&", "nbsp": "~", "minus": "-", "plus": "+", "equals": "=", "ne": "!="}
ENTITIES |= {"le": "<=", "ge": ">=", "times": r"\times", "middot": r"\cdot"}
ENTITY = lazily(rf"&({'|'.join(ENTITIES)});")
BLANK = lazily(r"(?:\s|%[^\n]*\n)*")
SIGNED = lazily(r"[\s$~]*(?:[+=*/·×]|-(?![-\s])|\\(?:cdot|times|pm|frac|sum)(?![A-Za-z]))")
"""How words begin that are none: `\text{$+ 3$}`."""
STARS = lazily(r"[\s({$]*(?:\*+\d*|\++)[\s)}$]*")
"""Stars and plus signs that number an equation."""
NOT_EQUAL = r"\neq"
CONDITION = lazily(
    r"\s*(?P<word>if|for|when|where|)\s*\$?\s*(?P<one>[A-Za-z])\s*\$?\s*(?P<sign>=|!=|≠|\\neq?)\s*\$?\s*"
    r"(?P<other>[A-Za-z]|\d{1,2})\s*\$?\s*[.,]?\s*"
)
"""A condition on indices that is set as words, `\\text{if i = j}`, `\\text{i $\\neq$ j}`."""
TYPED = lazily(r"(?<![<=>:!])=(?![>=])|[≠≤≥]|\\(?:frac|partial|sum|nabla|leq?|geq?|neq?)(?![A-Za-z])")
"""Mathematics among words."""
RELATION = lazily(r"[=<>≠≤≥∈]|\\(?:leq?|geq?|neq?|in|lt|gt|not|forall)(?![A-Za-z])")
"""What makes a formula among words an equation or a condition."""
DOLLARS = lazily(r"\$[^$]*\$|\\\(.*?\\\)")
LENGTH = lazily(r"\s*(-?[0-9]*\.?[0-9]+)\s*([a-z]+)")
ONE_LETTER = lazily(r"\s*\{\s*(?:[A-Za-z]|\\[A-Za-z]+)\s*\}")
"""What is no word in `\\textbf{x}`, but a name."""
STARRED = frozenset(["tag", "operatorname", "hspace", "vspace"])


def unreadable(source: Source, span: Offsets, cause: str, hint: str = "") -> ReadError:
    """A `ReadError` at a place of the formula."""
    return ReadError(cause, source.place(span), hint)


def fail(source: Source, span: Offsets, cause: str, hint: str = "") -> NoReturn:
    """Raise it."""
    raise unreadable(source, span, cause, hint)


def is_letter(text: str) -> bool:
    """Whether it is one letter: in a bold text font that is a vector, as in `\\mathbf`."""
    return len(text) == 1 and text.isalpha()


def bold(letter: str, start: int, end: int) -> list[Token]:
    """A bold letter."""
    parts = (("font", "mathbf"), ("{", "{"), ("run", letter), ("}", "}"))
    return [Token(kind, text, start, end) for kind, text in parts]


NO_SIZING: Mapping[str, str] = MappingProxyType({})

SHARP = {"<": ("(", r"\langle"), ">": (")", r"\rangle")}
"""Comparisons that are delimiters behind `\\left` and `\\right`."""


def ambiguous(source: Source, span: Offsets, cause: str, hint: str) -> NoReturn:
    """Raise an `AmbiguousError`: `cause` names both readings, `hint` how to write each."""
    raise AmbiguousError(cause, source.place(span), hint)


def exceeded(source: Source, span: Offsets, cause: str, hint: str = "") -> NoReturn:
    """Raise a `LimitExceeded`."""
    raise LimitExceeded(cause, source.place(span), hint)


def tokenize(
    source: Source,
    limits: Limits = LIMITS,
    macros: frozenset[str] = frozenset(),
    sizing: Mapping[str, str] = NO_SIZING,
) -> list[Token]:
    r"""The tokens of a formula, decoration and thin spaces dropped; names in `macros` stay commands whatever they mean,
    but for those in `sizing`, which stand for `\left` and the like.

    >>> [t.text for t in tokenize(Source(r"\left( o_i \neq 2 \right)\! \text{for } x"))]
    ['(', 'o', '_', 'i', '\\ne', '2', ')', 'for ', 'x']
    """
    if len(source.text) > limits.length:
        exceeded(
            source,
            (0, 1),
            f"this formula has {len(source.text):,} characters, more than the {limits.length:,} that are read",
            "part it into several displays",
        )
    text, offsets = normalise(source)
    text = with_characters_told(text)
    tokens = _Lexer(source, without_boxed_dollars(text), limits, macros, sizing).run()
    if offsets is not None:
        tokens = [
            Token(t.kind, t.text, offsets[t.start], max(offsets[t.end - 1] + 1, offsets[t.start] + 1)) for t in tokens
        ]
    return tokens


class _Lexer:
    """One pass over the text; `width` is the white space since the last token, in em."""

    def __init__(
        self, source: Source, text: str, limits: Limits, macros: frozenset[str], sizing: Mapping[str, str]
    ) -> None:
        self.macros = macros
        self.sizing = sizing
        self.source = source
        self.text = text
        self.limits = limits
        self.tokens: list[Token] = []
        self.width = 0.0
        self.blank = 0

    def run(self) -> list[Token]:
        text, match, at = self.text, TOKEN.match, 0
        while at < len(text):
            found = match(text, at)
            if found is None:
                fail(self.source, (at, at + 1), "a lone backslash at the end", "delete it")
            kind, word, end = found.lastgroup, found.group(), found.end()
            if kind == "run":
                self.put("run", word, at, end)
            elif kind == "char":
                end = self.character(word, at)
            elif kind == "word":
                end = self.command(word, at, end)
            elif kind == "num":
                self.number(word, at, end)
            elif kind == "row":
                self.put("row", r"\\", at, end)
            elif kind == "escape":
                end = self.command(word, at, end)
            elif kind == "words" and word[0] == "※":
                end = MARK.match(text, at).end()  # type: ignore[union-attr]
                self.put("raw", f"note:{text[at:end]}", at, end)
            elif kind == "words":
                self.foreign(word, at, end)
            at = end
        if self.width >= QUAD:
            self.tokens.append(Token("quad", "", self.blank, len(text)))
        return self.tokens

    def put(self, kind: str, text: str, start: int, end: int) -> None:
        if self.width >= QUAD:
            self.tokens.append(Token("quad", "", self.blank, start))
        elif self.width >= GAP:
            self.tokens.append(Token("gap", "", self.blank, start))
        self.width = 0.0
        self.tokens.append(Token(kind, text, start, end))

    def space(self, width: float, at: int) -> None:
        if self.width == 0.0:
            self.blank = at
        self.width += width

    def foreign(self, word: str, at: int, end: int) -> None:
        """Words of another language typed without `\\text`; a sign that no table knows is an error."""
        if is_capital(word, self.text[max(at - 1, 0) : at] + self.text[end : end + 1]):
            self.put("run", word, at, end)
            return
        for n, c in enumerate(word):
            sort = unicodedata.category(c)[0]
            if c == UNTOLD:
                cause = "words and mathematics cannot be told apart in this row"
                fail(self.source, (at + n, len(self.source.text)), cause, "write what is mathematics between `$` signs")
            if sort == "M" and n == 0:
                fail(self.source, (at, at + 1), f"a mark over what stands before it (U+{ord(c):04X}) is not read")
            if sort not in "LM" and c not in "、。・「」『』〜～ー々？！":
                fail(self.source, (at + n, at + n + 1), f"the character `{c}` (U+{ord(c):04X}) is not known")
            if sort == "L" and c < "\u3000":
                name = unicodedata.name(c, f"U+{ord(c):04X}")
                hint = r"type another letter; words stand in `\text{..}`"
                fail(self.source, (at + n, at + n + 1), f"the letter `{c}` ({name}) is not known", hint)
        self.put("text", word, at, end)

    def number(self, word: str, at: int, end: int) -> None:
        if len(word) > self.limits.digits:
            exceeded(self.source, (at, end), f"a number of {len(word):,} digits; at most {self.limits.digits} are read")
        self.put("num", word, at, end)
        if re.match(r"[eE][+-]?[0-9]", self.text[end : end + 3]):
            self.unclear_exponent(at, end)

    def unclear_exponent(self, at: int, end: int) -> NoReturn:
        number = self.text[at : end + 2]
        product = rf"{self.text[at:end]} \cdot {self.text[end]}"
        hint = rf"write `10^{{..}}` for a power of ten, or `{product}` with a space for a product"
        ambiguous(self.source, (at, end + 2), f"`{number}..` is a number with an exponent, or a product with `e`", hint)

    def character(self, word: str, at: int) -> int:
        end = at + 1
        if word in ":=<>!-.|":
            found = LONG.match(self.text, at)
            if found is None and word == "." and TIMES.match(self.text, at):
                self.put("op", r"\cdot", at, end)
                return end
            if found is not None:
                word, end = found.group(), found.end()
                word = ":=" if "&" in word else word
        elif word == "(" and (mark := MARK.match(self.text, at)) is not None:
            self.put("raw", f"note:{mark[0]}", at, mark.end())
            return mark.end()
        elif word == "&":
            entity = ENTITY.match(self.text, at)
            if entity is not None:
                word, end = ENTITIES[entity[1]], entity.end()
        if word == "~":
            self.space(SPACES["~"], at)
        else:
            kind, canonical = CONTROL[word]
            self.put(kind, canonical, at, end)
        return end

    def command(self, word: str, at: int, end: int) -> int:
        sized = self.sizing.get(word)
        word = word if sized is None else sized
        row = CONTROL.get(word)
        if row is None or (word in self.macros and sized is None):
            self.put("cmd", word, at, end)
            return end
        kind, canonical = row
        if word == r"\textbf" and ONE_LETTER.match(self.text, end):
            kind, canonical = CONTROL[r"\mathbf"]
        if word[1:] in STARRED and self.text[end : end + 1] == "*":
            end += 1
        if kind == "space":
            self.space(SPACES[word], at)
        elif kind in ("skip", "left", "right") and (held := HELD.match(self.text, end)) is not None:
            self.put(*CONTROL[held[1]], held.start(1), held.end())  # `\Bigg{[}`
            end = held.end()
        elif kind in TAKERS:
            end = TAKERS[kind](self, word, canonical, at, end)
        elif kind not in ("skip", "keep"):
            self.put(kind, canonical, at, end)
        return end

    # ------------ commands that take something raw along

    def braced(self, at: int, owner: str) -> tuple[int, int, int]:
        """Where the content of the braces at `at` begins and ends, and where they end (or a lone character)."""
        start = self.after_blank(at)
        if start >= len(self.text):
            fail(self.source, (at - len(owner), at), f"expected `{{` after `{owner}`")
        if self.text[start] != "{":
            return start, start + 1, start + 1
        depth = 0
        for found in BRACES.finditer(self.text, start):
            depth += {"{": 1, "}": -1}.get(found.group(), 0)
            if depth == 0:
                return start + 1, found.start(), found.end()
        fail(self.source, (start, start + 1), f"expected `}}` for the `{{` of `{owner}`")

    def after_blank(self, at: int) -> int:
        blank = BLANK.match(self.text, at)
        return at if blank is None else blank.end()

    def words(self, word: str, canonical: str, at: int, end: int) -> int:
        start, stop, end = self.braced(end, word)
        if word == r"\textbf" and is_letter(self.text[start:stop]):
            for token in bold(self.text[start:stop], at, end):
                self.put(*token)
            return end
        content = self.text[start:stop]
        if (m := CONDITION.fullmatch(content)) is not None:
            content = f"{m['word'] or 'if'} ${m['one']} {NOT_EQUAL if m['sign'] != '=' else '='} {m['other']}$"
        else:
            self.wordless(word, start, stop)
        self.put("text", content, at, end)
        return end

    def wordless(self, word: str, start: int, stop: int) -> None:
        """Raise where mathematics stands among the words of a command: words are skipped, mathematics never."""
        if SIGNED.match(self.text, start, stop):
            cause = f"mathematics inside `{word}{{..}}` would be skipped with the words"
            fail(self.source, (start, stop), cause, "close the braces before it")
        if TYPED.search(DOLLARS.sub(" ", self.text[start:stop])):
            cause = f"mathematics inside the words of `{word}{{..}}` is not read"
            fail(self.source, (start, stop), cause, "write it as `$..$`, or close the braces before it")

    def numbered(self, word: str, start: int, stop: int) -> None:
        r"""Raise where `\tag{= 3}` holds mathematics: what numbers an equation is not read."""
        if STARS.fullmatch(self.text, start, stop) is None:
            self.wordless(word, start, stop)

    def raw(self, word: str, canonical: str, at: int, end: int) -> int:
        start, stop, end = self.braced(end, word)
        if canonical == "tag":
            self.numbered(word, start, stop)
        self.put("raw", f"{canonical}:{self.text[start:stop].strip()}", at, end)
        return end

    def number_behind(self, word: str, canonical: str, at: int, end: int) -> int:
        r"""`\eqno(1)`: all that follows is the number of the equation."""
        start = end + len(self.text[end:]) - len(self.text[end:].lstrip("{($ \t\n"))
        if "\\\\" in self.text[end:]:
            fail(self.source, (at, end), f"rows behind `{word}` would be skipped", r"write `\tag{..}`")
        self.numbered(word, start, len(self.text))
        self.put("raw", f"tag:{self.text[end:].strip().strip('()$')}", at, len(self.text))
        return len(self.text)

    def between(self, word: str, canonical: str, at: int, end: int) -> int:
        r"""`\intertext{..}`: words on a row of their own; those that hold a condition part what they stand between."""
        start, stop, end = self.braced(end, word)
        content = self.text[start:stop]
        if any(RELATION.search(math[0]) for math in DOLLARS.finditer(content)):
            self.put("row", r"\\", at, end)
            self.put("text", content, at, end)
        else:
            self.put("raw", f"note:{content}", at, end)
        self.put("row", r"\\", at, end)
        return end

    def dropped(self, word: str, canonical: str, at: int, end: int) -> int:
        return self.braced(end, word)[2]

    def environment(self, word: str, canonical: str, at: int, end: int) -> int:
        start, stop, end = self.braced(end, word)
        name = self.text[start:stop].strip().removesuffix("*")
        if canonical == "" and word == r"\begin":
            pattern = r"\s*\[[^\]]*\]" if name == "empheq" else r"\s*\[[tbc]\]"
            optional = re.compile(pattern).match(self.text, end)
            end = optional.end() if optional is not None else end
            if name in ("array", "alignat", "alignedat", "IEEEeqnarray", "numcases", "empheq"):
                end = self.braced(end, f"{word}{{{name}}}")[2]
        self.put("begin" if word == r"\begin" else "end", name, at, end)
        return end

    def horizontal(self, word: str, canonical: str, at: int, end: int) -> int:
        if word.endswith("kern"):
            found = LENGTH.match(self.text, end)
            value = found.group() if found is not None else ""
            end = found.end() if found is not None else end
        else:
            start, stop, end = self.braced(end, word)
            value = self.text[start:stop]
        found = LENGTH.match(value)
        self.space(float(found.group(1)) * LENGTHS.get(found.group(2), 1.0) if found is not None else 2.0, at)
        return end

    def sized(self, word: str, canonical: str, at: int, end: int) -> int:
        r"""`\left(`, `\bigr|`: the delimiter alone, bars with their direction; a null delimiter is a `null` token."""
        found = TOKEN.match(self.text, self.after_blank(end))
        if found is None or (found.group() not in CONTROL and found.group() != "."):
            fail(self.source, (at, end), f"expected a delimiter after `{word}`", rf"such as `{word}(`")
        kind, text = CONTROL[found.group()]
        if found.group() == ".":
            self.put("null", word, at, found.end())
        elif kind == "bar":
            self.put(
                "(" if word.startswith((r"\left", r"\mathopen")) or word.endswith("l") else ")", text, at, found.end()
            )
        elif text == r"\{" and word == r"\left":
            self.put("(", r"\left\{", at, found.end())
        elif kind in "()" or text in SHARP:
            self.put(*SHARP.get(text, (kind, text)), at, found.end())
        else:
            fail(self.source, (at, found.end()), f"`{found.group()}` is no delimiter that can follow `{word}`")
        return found.end()

    def negated(self, word: str, canonical: str, at: int, end: int) -> int:
        found = TOKEN.match(self.text, self.after_blank(end))
        relation = CONTROL.get(found.group(), ("", ""))[1] if found is not None else ""
        if found is None or relation not in NEGATED:
            fail(self.source, (at, end), r"expected `=` or `\in` after `\not`", r"write `\ne` or `\notin`")
        self.put("rel", NEGATED[relation], at, found.end())
        return found.end()


TAKERS = {
    "text": _Lexer.words,
    "raw": _Lexer.raw,
    "eqno": _Lexer.number_behind,
    "intertext": _Lexer.between,
    "skiparg": _Lexer.dropped,
    "keep2": _Lexer.dropped,
    "begin": _Lexer.environment,
    "end": _Lexer.environment,
    "hspace": _Lexer.horizontal,
    "left": _Lexer.sized,
    "right": _Lexer.sized,
    "not": _Lexer.negated,
}
