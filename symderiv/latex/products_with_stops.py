r"""Full stops that multiply: `X^T . (S - Y)`, as they are set in France and in code.

Such a stop stands between two operands with a space on either side. Inside of a parenthesis no sentence ends; outside
of one it is read so where at most one side of it holds a relation: `a = b . c = d` may be two sentences, also where the
author multiplies so elsewhere. Where he does, in the formula without a space (`2.u.x`) or anywhere on the page where no
two equations can be meant, it is a product if two sentences cannot be: in the chain rule, and behind a sum whose letter
goes on. `a .* b`, as programs have it, is the product by entries.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from ..pattern import lazily
from .lexer import Token
from .source import Source
from .tokens import BEGINNING, CLOSING, ENDING, OPENERS, after_argument, is_word

PARTS = frozenset(["row", "quad", "amp"])
STARS = frozenset(["*", r"\ast"])
RANGE = ["run", "rel", "num", "comma", "dots"]
"""Kinds of what begins the range of a letter, `, i = 1, \\dots, n`."""
BEHIND = BEGINNING | {"big", "nabla"}
"""Kinds with which what is multiplied may begin."""
STOP = lazily(
    r"(?<=[A-Za-z0-9)}\]]) \. (?=\((?!\d+\)\s*$)|\{"
    r"|\\(?:frac|sum|sigma|partial|delta|left)(?![A-Za-z])|[A-Za-z]+(?:[_^(.,]|\s*$))"
)
"""A stop between two operands, as the text of a page has it; behind it no word of a sentence, no equation number."""
ROW = lazily(r"\\\\|\\q?quad(?![A-Za-z])")
DIFFERENTIAL = lazily(r"\{(?:\\partial|d)(?=[^^])(.+)\}")
LETTER = lazily(r"_\{(\\?[A-Za-z]+)")
RELATION = lazily(r"[=<>≠≤≥∈]|\\(?:leq?|geq?|neq?|in|lt|gt|approx|propto|to|equiv)(?![A-Za-z])")
"""What makes an equation or a condition of a row."""


def multiplies_with_stops(texts: Iterable[str]) -> bool:
    r"""Does a page multiply so, in a row that has no relation behind the stop, or none before it?

    >>> multiplies_with_stops([r"a = b . c"]), multiplies_with_stops([r"a = b . c = d", r"a . \text{ so } c"])
    (True, False)
    >>> multiplies_with_stops([r"a = b . (3)"])
    False
    """
    return any(" . " in text and any(map(_multiplies, ROW.split(text))) for text in texts)


def _multiplies(row: str) -> bool:
    stops = [m.start() for m in STOP.finditer(row)]
    return any(not RELATION.search(row, x) or not RELATION.search(row[:x]) for x in stops)


def with_stops_as_products(tokens: list[Token], source: Source, multiplied: bool = False) -> list[Token]:
    """The tokens of a formula with signs of a product in the place of such stops; `multiplied`: its page has others."""
    tokens = _with_products_of_programs(tokens)
    out = list(tokens)
    depth = 0
    multiplied |= any(x.text == r"\cdot" and source.text[x.start : x.end] == "." for x in tokens)
    relations = _relations(tokens)
    for at, token in enumerate(tokens):
        depth += (token.kind in OPENERS) - (token.kind in CLOSING)
        if token.kind != "stop" or not _is_between(tokens, at, source, multiplied):
            continue
        if depth or not _parts_sentences(tokens, at, relations) or (multiplied and _goes_on(tokens, at, relations)):
            out[at] = Token("op", r"\cdot", token.start, token.end)
    return out


def _with_products_of_programs(tokens: list[Token]) -> list[Token]:
    r"""The tokens with `\odot` for `.*` between two operands."""
    found: list[Token] = []
    for at, token in enumerate(tokens):
        before, behind = found[-1] if found else None, tokens[at + 1] if at + 1 < len(tokens) else None
        glued = behind is not None and behind.text in STARS and behind.start == token.end
        if found and found[-1].text == r"\odot" and token.text in STARS and found[-1].end == token.end:
            continue
        starred = token.kind == "stop" and glued and at + 2 < len(tokens)
        if starred and behind is not None and before is not None and before.kind in ENDING:
            found.append(Token("op", r"\odot", token.start, behind.end))
            continue
        found.append(token)
    return found


def _is_between(tokens: list[Token], at: int, source: Source, multiplied: bool) -> bool:
    """Does it stand between two operands, with a space on either side, or where others do, before a parenthesis?"""
    if not 0 < at < len(tokens) - 1:
        return False
    before, stop, behind = tokens[at - 1 : at + 2]
    sides = source.text[before.end : stop.start].strip("}"), source.text[stop.end : behind.start].strip("{")
    kept = multiplied and not sides[0] and behind.kind == "(" and tokens[at + 2 : at + 4][-1].kind != ")"
    spaced = sides[1].isspace() and (kept or sides[0].isspace())  # braces that said nothing are gone
    return spaced and before.kind in ENDING and _begins(tokens, at + 1)


def _begins(tokens: list[Token], at: int) -> bool:
    """Does something to be multiplied begin there? A word is one before its argument, `. \text{softmax}(x)`."""
    token, behind = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    word = token.kind == "text" and is_word(token.text) and behind is not None and behind.text in ("(", "_")
    return word or token.kind in BEHIND


def _relations(tokens: list[Token]) -> list[int]:
    """Where relations stand outside of scripts: the one of `\\sum_{j=1}` makes no equation of a row."""
    found, opened = [], [False]
    for at, token in enumerate(tokens):
        if token.kind in OPENERS:
            opened.append(opened[-1] or (token.kind == "{" and at > 0 and tokens[at - 1].kind == "script"))
        elif token.kind in CLOSING and len(opened) > 1:
            opened.pop()
        elif token.kind == "rel" and not opened[-1]:
            found.append(at)
    return found


def _parts_sentences(tokens: list[Token], at: int, relations: list[int]) -> bool:
    """Does a relation stand on both sides of a stop, in its row?"""
    first, last = _row(tokens, at)
    return any(first <= n < at for n in relations) and any(at < n < last for n in relations)


def _row(tokens: list[Token], at: int) -> tuple[int, int]:
    """Where the row of a token begins and ends: what goes on with a relation is of it (`a . b &= c`), no range."""

    def parts(n: int) -> bool:
        if tokens[n].kind == "comma":
            return [x.kind for x in tokens[n + 1 : n + 6]] == RANGE
        kept = tokens[n].kind != "row" and n + 1 < len(tokens) and tokens[n + 1].kind == "rel"
        return tokens[n].kind in PARTS and not kept

    first = next((n + 1 for n in range(at, -1, -1) if parts(n)), 0)
    return first, next((n for n in range(at, len(tokens)) if parts(n)), len(tokens))


def _goes_on(tokens: list[Token], at: int, relations: list[int]) -> bool:
    """Can no sentence end at a stop between two equality signs, the second being of the same chain?"""
    first, last = _row(tokens, at)
    before = [n for n in relations if first <= n < at]
    behind = [n for n in relations if at < n < last]
    if tokens[before[-1]].text != "=" or tokens[behind[0]].text != "=":
        return False
    start = before[-2] + 1 if len(before) > 1 else first
    end = behind[1] if len(behind) > 1 else last
    whole, member = tokens[start : before[-1]], tokens[before[-1] + 1 : behind[0]]
    value = tokens[behind[0] + 1 : end]
    stops = [n for n, x in enumerate(member) if x.kind == "stop"]
    return _is_chain_rule(whole, member) or any(_holds_letter(member[:n], member[n + 1 :], value) for n in stops)


def _is_chain_rule(whole: list[Token], member: list[Token]) -> bool:
    r"""Is it `\frac{dE}{dw} = \frac{dE}{du} . \frac{du}{dw}`, with nothing else in it?"""
    parts = [_derivative(part) for part in (whole, *_split(member))]
    made = [x for x in parts if x is not None]
    if len(made) < max(3, len(parts)):
        return False
    (upper, lower), *factors = made
    ends = (factors[0][0], factors[-1][1])
    return ends == (upper, lower) and all(a[1] == b[0] for a, b in pairwise(factors))


def _split(member: list[Token]) -> list[list[Token]]:
    found: list[list[Token]] = [[]]
    depth = 0
    for token in member:
        depth += (token.kind in OPENERS) - (token.kind in CLOSING)
        if not depth and (token.kind == "stop" or token.text == r"\cdot"):
            found.append([])
        else:
            found[-1].append(token)
    return found


def _derivative(part: list[Token]) -> tuple[str, str] | None:
    """What is differentiated, and by what, in a part that is one derivative, perhaps behind signs of sums."""
    part = [x for x in part if x.kind not in ("amp", "quad")]
    at = 0
    while at < len(part) and part[at].kind in ("big", "script"):
        at = at + 1 if part[at].kind == "big" else after_argument(part, at + 1)
    if at == len(part) or part[at].kind != "frac":
        return None
    middle = after_argument(part, at + 1)
    texts = ["".join(x.text for x in side) for side in (part[at + 1 : middle], part[middle:])]
    found = [DIFFERENTIAL.fullmatch(x) for x in texts]
    whole = after_argument(part, middle) == len(part)
    return (found[0][1], found[1][1]) if whole and found[0] and found[1] else None


def _holds_letter(before: list[Token], behind: list[Token], value: list[Token]) -> bool:
    """Does the letter of a sum before the stop stand behind it, while the value behind the relation has sums of its own
    over it, and no other?"""
    letters = _summed(before) & _summed(value)
    return any(_has(behind, x) and not _is_free(value, x) for x in letters)


def _is_free(tokens: list[Token], letter: str) -> bool:
    """Does a letter stand outside of the sums over it, of which each ends with its term?"""
    depth, bound = 0, -1
    for at, token in enumerate(tokens):
        depth += (token.kind in OPENERS) - (token.kind in CLOSING)
        if bound > depth or (bound == depth and token.kind == "sign"):
            bound = -1
        if bound < 0 and token.kind == "big" and letter in _summed(tokens[at : at + 4]):
            bound = depth
        if bound < 0 and _has([token], letter):
            return True
    return False


def _summed(tokens: list[Token]) -> set[str]:
    scripts = (tokens[n + 1 : n + 4] for n, x in enumerate(tokens) if x.kind == "big")
    found = ("".join(x.text for x in part) for part in scripts)
    return {m[1] for m in map(LETTER.fullmatch, found) if m}


def _has(tokens: list[Token], letter: str) -> bool:
    return any(letter in x.text if x.kind == "run" else x.text == letter for x in tokens)
