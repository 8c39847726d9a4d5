r"""Names of several letters, the only thing that has to be known before parsing.

A run of letters that is a whole left side, that `\partial` precedes, or that is as long as a word and carries a
subscript, is one name, and then everywhere. Other runs are products, and a run that would become a product of letters
nobody uses elsewhere is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..node import node
from ..notation import (
    BARE_FUNCTIONS,
    BOLD_FONTS,
    CONDITION_WORDS,
    DATA_WORDS,
    ENGLISH,
    FUNCTIONS,
    GLUED,
    GREEK,
    LOSS_WORDS,
    MULTIPLIED,
    OTHERWISE,
    WORD_FONTS,
)
from ..pattern import lazily
from .drawn import drawn, introduces_drawn, is_drawn
from .enclosed import CONTEXT_WORDS, is_enclosed, is_product_with_entries
from .fonts_around_products import kinds_of_bold
from .glued_words import glued_words, with_glued_words
from .indicating import indicating
from .left_sides import is_summand, left_side, past, past_name
from .lexer import Token, ambiguous
from .opened import opened, raises_e
from .run_on_scripts import is_run_on
from .source import Source
from .tokens import CLOSING, OPENERS, opening


@node
class Names:
    """Names of several letters, single letters that are names (outside scripts), and those in bold; do brackets behind
    names hold indices (`listed`); capitals above something (`ends`), letters before what is compared (`indicating`),
    and those that stand elsewhere, too; letters in bold by themselves (`alone`), and with an index; runs in parentheses
    that may be products (`enclosed`); words that are names with a space around them, too (`spaced`), or letter by
    letter (`spelled`; products, too, if `doubtful`); do full stops multiply (`stops`); names with one index where a
    letter runs on behind it (`run_on`); indices with primes (`primed`)."""

    several: frozenset[str] = frozenset()
    single: frozenset[str] = frozenset()
    bold: frozenset[str] = frozenset()
    listed: bool = False
    ends: frozenset[str] = frozenset()
    compared: frozenset[str] = frozenset()
    uncompared: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()
    indexed: frozenset[str] = frozenset()
    enclosed: frozenset[str] = frozenset()
    spaced: frozenset[str] = frozenset()
    spelled: frozenset[str] = frozenset()
    doubtful: frozenset[str] = frozenset()
    stops: bool = False
    run_on: frozenset[str] = frozenset()
    primed: frozenset[str] = frozenset()

    @property
    def indicators(self) -> frozenset[str]:
        """The letters that are 1 where what is compared behind them holds."""
        return self.compared - self.uncompared

    def __or__(self, other: Names) -> Names:
        return Names(*(getattr(self, x) | getattr(other, x) for x in Names.__match_args__))

    def settled(self) -> Names:
        """The names of a whole page: a run in parentheses is a product if all of its letters are names."""
        named = {x for x in self.enclosed if not self.single.issuperset(x)}
        return replace(self, several=self.several | named)


NO_NAMES = Names()
PARTING = frozenset(["amp", "quad", "gap", "comma"])
"""What stands before a word that was typed without `\\text`: `& if & i = j`."""
ADDING = frozenset(["sign", "op", "rel"])
"""What stands between values."""
SPACED = lazily(r"\s*(?:(?:\\[;:,> ]|~|\\q?quad|\\enspace)\s*)+")
"""Spaces that LaTeX prints."""


def scan(tokens: list[Token]) -> Names:
    r"""The names that a formula introduces (tokens as laid out).

    >>> from .lexer import tokenize
    >>> scan(tokenize(Source(r"net_j = \sum_i w_{ji} o_i"))) == Names(frozenset({"net"}), frozenset({"w", "o"}))
    True
    """
    several: set[str] = {*glued_words(tokens)}
    single: set[str] = set()
    bold: set[str] = set()
    enclosed: set[str] = set()
    fresh = before = True  # at the beginning of a statement; the same of the token before
    scripted: list[str] = []  # for each open brace or parenthesis: the sign of the script that it is part of, if any
    ends: set[str] = set()
    for at, token in enumerate(tokens):
        kind = token.kind
        if kind in OPENERS:
            scripted.append(_sign(tokens, at) or (scripted[-1] if scripted else ""))
        elif kind in CLOSING and scripted:
            scripted.pop()
        elif kind == "name" and not any(scripted) and (numbered := _numbered(tokens, at)):
            several |= {numbered} if _introduces_numbered(tokens, at, fresh) else set()
        elif kind == "run":
            sign = _sign(tokens, at) or (scripted[-1] if scripted else "")
            in_script = bool(sign)
            ends |= {token.text} if sign == "^" and len(token.text) == 1 and token.text.isupper() else set()
            long = len(token.text) > 1 and token.text not in FUNCTIONS
            numbered = "" if in_script else _numbered(tokens, at)
            if numbered and _introduces_numbered(tokens, at, fresh):
                several.add(numbered)
            if long and is_enclosed(tokens, at):
                enclosed.add(token.text)
            elif (long and _introduces(tokens, at, fresh, in_script)) or (
                (long and _is_end(tokens, at))
                if in_script
                else _is_scripted_word(tokens, at) or _ends_range(tokens, at)
            ):
                several.add(token.text)
            elif len(token.text) <= 2 and not in_script and token.text not in TRACE:
                single.update(token.text[:-1] if numbered else token.text)
                bold |= {token.text} if len(token.text) == 1 and _in_bold(tokens, at) else set()
        elif kind in ("font", "fontdecl") and (known := drawn(tokens, at)) and introduces_drawn(tokens, at, fresh):
            several.add(known)
        elif kind == "name" and _doubled(tokens, at) and _introduces(tokens, at, fresh, False):
            several.add(token.text * 2)
        elif kind == "name" and _prefixed(tokens, at) and _introduces(tokens, at - 1, before, False):
            several.add(tokens[at - 1].text + token.text)
        before = fresh
        fresh = kind in ("row", "quad", "comma", "arrow", "text") or (kind in OPENERS and fresh)
    found = frozenset(several), frozenset(single), frozenset(bold), False, frozenset(ends)
    return Names(*found, *indicating(tokens), *kinds_of_bold(tokens), enclosed=frozenset(enclosed))


def _sign(tokens: list[Token], at: int) -> str:
    """The sign of the script that begins at `at`; nothing where none does."""
    return tokens[at - 1].text if at > 0 and tokens[at - 1].kind == "script" else ""


def _in_bold(tokens: list[Token], at: int) -> bool:
    r"""Whether a run is all that such a font is put around, the X of `\mathbf{X}`."""
    before = tokens[at - 1] if at else None
    if before is not None and before.kind == "{" and at > 1:
        bold = tokens[at - 2].kind == "font" and tokens[at - 2].text in BOLD_FONTS
        return bold and at + 1 < len(tokens) and tokens[at + 1].kind == "}"
    return before is not None and before.kind == "font" and before.text in BOLD_FONTS


def _is_scripted_word(tokens: list[Token], at: int) -> bool:
    """Whether a run of four letters or more carries a subscript: `target_{o1}` is no product that ends in a script."""
    text = tokens[at].text
    word = len(text) > 3 and text not in FUNCTIONS and text.lower() not in ENGLISH
    return word and at + 1 < len(tokens) and tokens[at + 1].kind == "script" and tokens[at + 1].text == "_"


def _is_end(tokens: list[Token], at: int) -> bool:
    r"""Whether a run of three letters or more is the whole end of a sum: `\sum_{i=1}^{nout}` ends at no product."""
    if len(tokens[at].text) < 3 or at < 3 or [t.kind for t in tokens[at - 2 : at + 2]] != ["script", "{", "run", "}"]:
        return False
    before = at - 3
    if tokens[at - 2].text == "^" and tokens[before].kind == "}":
        before = opening(tokens, before) - 2
    return tokens[at - 2].text == "^" and before >= 0 and tokens[before].kind == "big"


def _ends_range(tokens: list[Token], at: int) -> bool:
    r"""Whether a word of three small letters or more is the end of a range: `l = 1, \dots, last` holds no product."""
    text, dots = tokens[at].text, at - 1 - (tokens[at - 1].kind == "comma")
    if len(text) < 3 or not text.islower() or text in FUNCTIONS or dots < 1 or tokens[dots].kind != "dots":
        return False
    first = dots - 1 - (tokens[dots - 1].kind == "comma")
    whole = at + 1 == len(tokens) or tokens[at + 1].kind in CLOSING or tokens[at + 1].kind in PARTING
    begun = first == 0 or (first > 0 and tokens[first - 1].kind in ("rel", "comma", "("))
    return whole and first >= 0 and tokens[first].kind == "num" and begun


TRACE = ("tr", "Tr")
GREEK_LETTERS = frozenset(rf"\{x}" for x in GREEK.split())


def _is_trace(text: str, tokens: list[Token], at: int) -> bool:
    """Whether a run is `tr` or `Tr` before a parenthesis: a product only where both letters stand alone somewhere."""
    return text in TRACE and at + 1 < len(tokens) and tokens[at + 1].kind == "("


def _numbered(tokens: list[Token], at: int) -> str:
    r"""A letter with the number typed right behind it, `W1`, `\delta1`: the last one of a run; else nothing."""
    if tokens[at].kind == "name" and tokens[at].text not in GREEK_LETTERS:
        return ""
    if at + 1 >= len(tokens) or tokens[at + 1].kind != "num" or tokens[at + 1].start != tokens[at].end:
        return ""
    number = tokens[at + 1].text
    letter = tokens[at].text if tokens[at].kind == "name" else tokens[at].text[-1]
    return letter + number if number.isdigit() else ""


def _is_numbered(tokens: list[Token], at: int, numbering: frozenset[str], names: Names) -> bool:
    """Whether a letter and the number behind it are a name: where the page has such names, and the letter has one of
    them or never stands alone (`1 - y2` may be a square beside `y`)."""
    found = _numbered(tokens, at) if numbering and tokens[at].kind in ("run", "name") else ""
    letter = found.rstrip("0123456789")
    return bool(found) and (letter in numbering or letter not in names.single)


def _introduces_numbered(tokens: list[Token], at: int, fresh: bool) -> bool:
    r"""Whether such letter and number are a name: with a subscript, a whole left side, behind `\partial`, or 1."""
    behind = tokens[at + 2] if at + 2 < len(tokens) else None
    if behind is not None and behind.kind == "script" and behind.text == "_":
        return True
    text = tokens[at].text
    if text[:-1] == "d" and at > 0 and (tokens[at - 1].kind == "{" or tokens[at - 1].text == "/"):
        return True  # `dE/dW2`
    first = tokens[at + 1].text == "1" and (behind is None or behind.kind not in OPENERS)  # no factor, and no power
    return first or (
        (len(text) == 1 or tokens[at].kind == "name")
        and ((at > 0 and tokens[at - 1].kind == "partial") or (fresh and left_side(tokens, at + 1)))
    )


def _doubled(tokens: list[Token], at: int) -> bool:
    """Whether a control word is typed twice, as in `\\ell\\ell`."""
    return at + 1 < len(tokens) and tokens[at + 1].kind == "name" and tokens[at + 1].text == tokens[at].text


def _prefixed(tokens: list[Token], at: int) -> bool:
    r"""Whether a letter stands right before a curly l, as in the `p\ell` of a partial log-likelihood."""
    letter = tokens[at - 1] if 0 < at < len(tokens) else None
    return letter is not None and tokens[at].text == r"\ell" and letter.kind == "run" and len(letter.text) == 1


def _introduces(tokens: list[Token], at: int, fresh: bool, scripted: bool) -> bool:
    """Whether the run (or doubled word) at `at` is a name: a left side, behind `\\partial`, or typed in a word font."""
    before = at - 1
    while before >= 0 and tokens[before].kind in OPENERS:
        before -= 1
    if before >= 0 and tokens[before].kind == "partial":
        above = before > 1 and tokens[before - 1].kind == "{" and tokens[before - 2].kind == "frac"
        return not (is_summand(tokens, before + 1, at) or (above and is_product_with_entries(tokens, at)))
    if before >= 0 and tokens[before].kind in ("font", "fontdecl") and tokens[before].text in WORD_FONTS:
        return not scripted
    if before >= 0 and tokens[before].kind == "rel" and tokens[before].text in NAMING:
        return _is_last(tokens, at)
    return fresh and left_side(tokens, at + (tokens[at].kind == "name" or _prefixed(tokens, at + 1)))


NAMING = frozenset([":=", "=:", r"\triangleq"])
"""Signs behind which a chain gives a name to what it came to."""


def _is_last(tokens: list[Token], at: int) -> bool:
    """Whether nothing follows the name at `at` with its scripts in its statement."""
    n = past_name(tokens, at)
    return n >= len(tokens) or tokens[n].kind in ("row", "quad", "comma", "stop", "text", "")


def split(tokens: list[Token], names: Names, source: Source) -> list[Token]:
    """Every run as the names, functions or single letters that it stands for."""
    out: list[Token] = []
    tokens = with_glued_words(tokens, names.several)
    doubled = any("\\" in name for name in names.several)
    context: list[str] = []  # of each open brace or parenthesis (`opened`)
    numbering = frozenset(name.rstrip("0123456789") for name in names.several if name[-1:].isdigit())
    drawn_names = any(name[-1] == "}" for name in names.several)
    bold = names.bold | names.alone | names.indexed
    signs = set(differentials(tokens)) if any(name[0] == "d" for name in names.several) else set()
    raised: list[bool] = []  # of each: is it above an e, where values stand
    for at, token in enumerate(tokens):
        kind = token.kind
        outside = context[-1:] != ["script"] or raised[-1]
        if kind == "num" and at > 0 and outside and _is_numbered(tokens, at - 1, numbering, names):
            continue  # it went into the name before it
        if kind in OPENERS:
            context.append(opened(tokens, at, context))
            raised.append(raises_e(tokens, at) or (tokens[at - 1].kind != "script" and raised[-1:] == [True]))
        elif kind in CLOSING and context:
            context.pop()
            raised.pop()
        if kind != "run":
            if doubled and kind == "name" and out and out[-1].text + token.text in names.several:
                token = Token("name", out[-1].text + token.text, out.pop().start, token.end)
            elif kind == "name" and outside and _is_numbered(tokens, at, numbering, names):
                token = Token("name", _numbered(tokens, at), token.start, tokens[at + 1].end)
            elif drawn_names and kind in ("font", "fontdecl") and is_drawn(drawn(tokens, at), names.several, bold):
                token = Token(kind, "mathit", token.start, token.end)
            out.append(token)
            continue
        text = token.text
        where = context[-1] if context else ""
        if at in signs and text in names.several:
            out.append(Token("name", "d", token.start, token.start + 1))
            out += split([_cut(token, 1)], names, source)
            continue
        if outside and _is_numbered(tokens, at, numbering, names):
            last = Token("name", _numbered(tokens, at), token.end - 1, tokens[at + 1].end)
            rest = [Token("run", text[:-1], token.start, token.end - 1)] if len(text) > 1 else []
            out += [*split(rest, names, source), last]
            continue
        if len(text) == 1:
            out.append(Token("name", text, token.start, token.end))
            continue
        before = tokens[at - 1].kind if at else ""
        parted = before in PARTING and text.lower() in CONDITION_WORDS | OTHERWISE
        if where == "" and (parted or (text.lower() in ENGLISH and _is_spaced(tokens, at, source))):
            out.append(Token("text", text, token.start, token.end))
            continue
        if before == "script" and text not in names.several:
            out += _below(tokens, at, names, source)
        else:
            out += _word(tokens, at, where, names, source, out)
    return out


def _below(tokens: list[Token], at: int, names: Names, source: Source) -> list[Token]:
    """A run behind a script without braces: its first letter is the script, and the rest stands behind that."""
    token = tokens[at]
    if not names.run_on or not is_run_on(tokens, at, names.run_on):
        _check_script(token, tokens[at - 1], names, tokens[at + 1 : at + 2], source)
    first, rest = Token("name", token.text[0], token.start, token.start + 1), _cut(token, 1)
    brief = len(rest.text) < 3 and rest.text not in TRACE
    return [first, *(split([rest], names, source) if brief else _pieces(rest, "", names, source, tokens, at))]


def _word(tokens: list[Token], at: int, where: str, names: Names, source: Source, out: list[Token]) -> list[Token]:
    """A run of several letters: one name where its font or its braces say so, else the names in it."""
    token, text = tokens[at], tokens[at].text
    before = tokens[at - 1].kind if at else ""
    if len(text) == 2 and text[0] == "d" and before == "font" and tokens[at - 1].text == "mathrm":
        return [Token("name", "d", token.start, token.start + 1), Token("name", text[1], *_cut(token, 1).span)]
    if before == "{" and _drawn_inside(tokens, at, out):
        return [Token("name", text, token.start, token.end)]
    if before == "{" and text not in names.several and names.bold.issuperset(text) and _in_bold(tokens, at):
        return [Token("name", c, token.start + n, token.start + n + 1) for n, c in enumerate(text)]
    if where == "word" or before in ("font", "fontdecl"):
        return [Token("name", text, token.start, token.end)]
    return [*_pieces(token, where, names, source, tokens, at)]


def _drawn_inside(tokens: list[Token], at: int, out: list[Token]) -> bool:
    r"""Does a run stand in a font that makes one name of it? Only then it was replaced."""
    return at > 1 and len(tokens[at].text) > 1 and out[-2].text == "mathit" != tokens[at - 2].text


def differentials(tokens: list[Token]) -> Iterator[int]:
    r"""Where a fraction has a d above and below, `\frac{dL}{dy_i}`: there it is no name, also beside `dy_i = ..`."""
    for at, token in enumerate(tokens):
        if token.kind == "frac" and _begins_with_d(tokens, at + 1):
            below = past(tokens, at + 1)
            if _begins_with_d(tokens, below):
                yield from (at + 2, below + 1)


def _begins_with_d(tokens: list[Token], at: int) -> bool:
    if at + 1 >= len(tokens) or tokens[at].kind != "{":
        return False
    first = tokens[at + 1]
    return first.text[:1] == "d" and (first.text == "d" or (first.kind == "run" and len(first.text) > 1))


def _is_spaced(tokens: list[Token], at: int, source: Source) -> bool:
    r"""Do spaces that LaTeX prints stand on both sides of a word, `a = b \; and \; c = d`? A product needs none."""
    if not 0 < at < len(tokens) - 1:
        return False
    before, word, behind = tokens[at - 1 : at + 2]
    sides = ((before, before.end, word.start), (behind, word.end, behind.start))
    return all(x.kind in ("quad", "gap") or SPACED.fullmatch(source.text[start:end]) for x, start, end in sides)


def _cut(token: Token, n: int) -> Token:
    return Token(token.kind, token.text[n:], min(token.start + n, token.end), token.end)


def _pieces(token: Token, where: str, names: Names, source: Source, tokens: list[Token], at: int) -> Iterable[Token]:
    text = token.text
    carries = at + 1 < len(tokens) and tokens[at + 1].kind == "script"  # `logp` alone, on a left side, is a name
    if where != "script" and _is_glued(text, names) and (carries or text not in names.several):
        middle = min(token.start + len(text) - 1, token.end)
        return [Token("func", FUNCTIONS[text[:-1]], token.start, middle), Token("name", text[-1], middle, token.end)]
    if text in names.several:
        return [Token("name", text, token.start, token.end)]
    if text in BARE_FUNCTIONS and not (where == "script" and len(text) == 2):
        called = at + 1 < len(tokens) and tokens[at + 1].text == "("
        return [Token("func" if called or where != "script" else "name", _function(text, called, where), *token.span)]
    if where == "" and _is_trace(text, tokens, at) and not names.single.issuperset(text):
        return [Token("func", FUNCTIONS[text], *token.span)]
    if where != "script" and _is_multiplied(text, tokens, at, names):
        letter = Token("name", text[0], token.start, token.start + 1)
        return [letter, Token("func", FUNCTIONS[text[1:]], token.start + 1, token.end)]
    if text in LOSS_WORDS | CONTEXT_WORDS and where == "" and at + 1 < len(tokens) and tokens[at + 1].text == "(":
        return [Token("name", text, *token.span)]
    if text[0] == "d" and text[1:] in names.several:
        return [Token("name", "d", token.start, token.start + 1), Token("name", text[1:], token.start + 1, token.end)]
    if where != "script" and _is_data(tokens, at, names):
        return [Token("name", text, *token.span)]
    if where != "script":
        _check(token, names, source)
    return [Token("name", c, token.start + n, token.start + n + 1) for n, c in enumerate(text)]


def _is_data(tokens: list[Token], at: int, names: Names) -> bool:
    r"""Is it a word for data that is added or multiplied, the `actual` of `(prediction - actual)`? Not where all of its
    letters are names: then it is their product."""
    text = tokens[at].text
    if text.lower() not in DATA_WORDS or names.single.issuperset(text):
        return False
    before = tokens[at - 1].kind if at else ""
    behind = tokens[at + 1].kind if at + 1 < len(tokens) else ""
    return {before, behind} & ADDING != set() and before in ADDING | OPENERS and behind in ADDING | CLOSING | {""}


def _is_glued(text: str, names: Names) -> bool:
    """Is it a function and the one letter that it is of, `logy`, where that letter is also a name by itself?"""
    return text[:-1] in GLUED and text[-1] in names.single and text not in FUNCTIONS and text.lower() not in ENGLISH


def _is_multiplied(text: str, tokens: list[Token], at: int, names: Names) -> bool:
    """Is it a letter, which is also a name by itself, right before a function with its parentheses, `ylog(p)`?"""
    called = at + 1 < len(tokens) and tokens[at + 1].text == "(" and not (text[1:] in TRACE and names.single >= {*text})
    return called and text[1:] in MULTIPLIED and text[0] in names.single and text.lower() not in ENGLISH


def _function(text: str, called: bool, where: str) -> str:
    return FUNCTIONS[text] if called or where != "script" else text


def _check_script(token: Token, sign: Token, names: Names, behind: list[Token], source: Source) -> None:
    """Without braces only one letter is a script: `x_ix_j` and `W^TW` are products, but `x_ij` is rarely meant so.
    Behind that letter a function may stand, or a name of several letters that the page has: `D_kxent(P)`."""
    text = token.text
    rest = text[1:-1] if behind and behind[0].kind in ("script", "prime") else text[1:]
    called = text[1:] in MULTIPLIED and bool(behind) and behind[0].text in (("(", "[") if text[1:] in TRACE else "(")
    if text[1:] in GLUED or called or _is_glued(text[1:], names) or (len(text) > 3 and text[1:] in names.several):
        return
    if not names.single.issuperset(rest) and not (sign.text == "^" and text[0] == "T"):
        cause = f"`{sign.text}{text}` is the script `{text}`, or the script `{text[0]}` before a factor"
        hint = f"write `{sign.text}{{{text}}}`, or `{sign.text}{{{text[0]}}} {text[1:]}`"
        ambiguous(source, token.span, cause, hint)


def _check(token: Token, names: Names, source: Source) -> None:
    text = token.text
    if text.lower() in ENGLISH and (text[1:].islower() or text.isupper()):  # `iS` is none
        cause = f"words inside mathematics: `{text}` is a word, or a product of letters"
        ambiguous(
            source, token.span, cause, rf"write `\text{{{text}}}` for the word, `{' '.join(text)}` for the product"
        )
    if len(text) > 2 and not (names.single | names.ends).issuperset(text):
        cause = f"`{text}` is one name, or a product of {len(text)} letters"
        ambiguous(
            source, token.span, cause, rf"write `\mathrm{{{text}}}` for one name, `{' '.join(text)}` for the product"
        )
