r"""What a page says of the numbers of entries, and of the one entry more, of vectors with one entry more (`augmented`).

There a line about `w_j` is one for j from 1 to m. A range that a page states for the letter is kept: `j = 1, \dots, m`
is the same one, any other (`j = 0, \dots, m`, `j \ge 0`, `"j" = "0..m"`, `j = 1, \dots, m+1`) is not. Nor is it clear
which entries are meant where words speak of the one entry more as of one among the others, or say that it is left out
of something, or that only others count: `the bias is not penalized`, `for every component`, `j starts at zero`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import TypeAlias

from ....document.blocks import Block, Display, Heading, Prose
from ....errors import ReadError
from ....latex import tree as t
from ....latex.parse import parse
from ....latex.tree import ONE, ZERO, BigSum, Chain, Formula, Group, Name, Node, Number, Script, Symbol
from ....pattern import lazily
from ...located import Located, read_of

Counted: TypeAlias = Mapping[Name, Node]
"""Letters that number entries, each with the number that it ends at."""
DOTTED = frozenset([r"\dots"])
THREE = 3

_BIAS = (
    r"(?:bias(?!ed)|intercept|offset|threshold|(?:constant|free|absolute) term|偏置|偏差|偏移|截距|常数项"
    r"|常數項|阈值|閾值|バイアス|切片|定数項|閾値|しきい値|achsenabschnitt|schwellwert|\bbiais\b|\bsesgo\b"
    r"|смещени|свободн\w+ член"
    r"|\b(?:first|last|leading|additional|extra|added) (?:component|entry|element|coordinate))"
)
_LEFT_OUT = (
    r"penal|pénal|regulari|régulari|weight[- ]decay|shrink|shrunk|ridge|lasso|left (?:out|off|aside)"
    r"|leav\w+ (?:out|off)|exclu|excepto|except|apart from|omit|\bignor|\bdrop|\bnot? count"
    r"|\bnot (?:include|contain|cover)"
    r"|惩罚|懲罰|正则|正則|罰則|衰减|衰減|除外|除く|除い|除了|含まない|含めない|不包括|不包含|不含"
    r"|bestraf|außer|ausgenommen|\bohne\b|\bsauf\b|salvo|excluy|штраф|регуляриз|кроме"
)
LEFT_OUT = lazily(_LEFT_OUT, re.I)
"""Beside the one entry more: it may be left out of a norm, or not."""
BIAS_LEFT_OUT = lazily(rf"{_BIAS}[^.。]*?(?:{_LEFT_OUT})|(?:{_LEFT_OUT})[^.。]*?{_BIAS}", re.I)
"""`The intercept is not penalized.`"""
ONLY = lazily(r"\b(?:only|just|solely|nur|seulement|solo|только|лишь)\b|のみ|だけ|只|仅|僅", re.I)
INCLUDED = lazily(
    r"incl|\blike\b|\btreat|\btoo\b|\balso\b|\bas well\b|\beven\b|\blikewise\b|\bsame\b|\bsimilarly\b|\bholds?\b"
    r"|\bappl(?:y|ies)\b|\b(?:every|each|any|both|all)\b|含|包括|也|亦|同样|同樣|每|各|も(?!の)|同様|\bauch\b|inkl|einschl"
    r"|\baussi\b|\bégalement\b|compris|también|также|включая",
    re.I,
)
"""Beside the one entry more: what is said of the others may be said of it."""
_ENTRIES = (
    r"(?:components?|entr(?:y|ies)|elements?|coordinates?|parameters?|ind(?:ex|exes|ices)|positions?|subscripts?"
    r"|Komponenten?|Einträge|composantes?|componentes?|компонент\w*|分量|元素|成分|参数|參數|要素|パラメータ|下标|下標|添字|添え字|指标)"
)
WHOLE = lazily(
    r"\b(?:every|each|all|any|whole|jede\w*|alle\w*|chaque|tou(?:s|tes)|cada|tod[oa]s|кажд\w+|все\w*)\b"
    rf"[^.]{{0,40}}?{_ENTRIES}"
    rf"|(?:每|各|所有|全部|すべて|全て|任意)[^。]{{0,8}}?{_ENTRIES}",
    re.I,
)
"""All entries of something, the one more perhaps among them."""
FROM_ZERO = lazily(
    r"zero[- ](?:based|indexed|th)\b|\bzeroth\b|\b0-(?:based|indexed|th)\b|\b(?:zero|null|zéro|cero|нул\w+)\b|零|ゼロ"
    rf"|{_ENTRIES}\s*(?:is|has|with|=|:|,|number)?\s*\$?\s*0\b"
    r"|\b(?:from|at|with|by|number|von|bei|de|à|desde|от|с)\s*\$?\s*0\b|\$?\s*\b0\b\s*\$?\s*(?:から|开始|開始|起|番)",
    re.I,
)
"""A letter or an entry may begin at zero."""
SHORT = lazily(r"\b(incl|excl|resp|inkl|einschl|bzw|e\.g|i\.e|w\.r\.t|cf)\.", re.I)
"""Short words whose stop ends no sentence."""


def is_said_otherwise(
    located: Sequence[Located],
    blocks: Sequence[Block],
    ranges: Mapping[str, object],
    counted: Counted,
    rows: Collection[Name],
    others: Collection[Name],
) -> bool:
    """Does a page state another range for a letter than that from 1 to its end, or say in words that the one entry
    more may be among what it numbers, or left out of what it is in?

    `others` are the names of these entries, `rows` those of the first of the others.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = read_formulas(parse_document("$w_j = 1$ for $j = 0, 1, 2$"))
    >>> is_said_otherwise(page, (), {}, {Name("j"): Number("2")}, (), ())
    True
    """
    formulas = read_of(located)
    if any(_is_other(c, counted) for f in formulas for c in _ranging(f)):
        return True
    if any(_picks(x, counted) for f in formulas for x in t.of_kind(f, t.Scripted)):
        return True
    if any(isinstance(f, ReadError) and _is_doubtful(d.latex, counted) for d, f in located):
        return True
    if any(_is_other_range(letter, text, counted) for letter, text in ranges.items()):
        return True
    if any(_is_typed_otherwise(b.text, counted) for b in blocks if isinstance(b, (Prose, Heading))):
        return True
    return any(map(_asks(counted, rows, others), _sentences(blocks)))


# ------------------------------------------------------------------------------------------------- ranges in formulas


def _ranging(f: Formula) -> Iterator[Chain]:
    """Every comparison of a formula, those in its words too, but what stands under a sum, or in a script."""
    inside = [y for x in t.of_kind(f, BigSum) for y in x.below]
    inside += [y for x in t.of_kind(f, Script) for y in x.entries]
    hidden = {id(y) for x in inside for y in t.of_kind(x, Chain)}
    yield from (c for c in t.of_kind(f, Chain) if id(c) not in hidden and c.relations)
    for aside in f.asides:
        yield from _ranging(aside)
    for text in (*f.words, *(w for s in f.statements for w in s.words)):
        for inner in text.math:
            yield from _ranging(inner)


def _is_other(c: Chain, counted: Counted) -> bool:
    """Does it compare such a letter with anything but its range, or a number or letter in it?"""
    letters = [x for m in c.members for x in t.listed(m) if isinstance(x, Name) and x in counted]
    return any(not _fits(c, counted[x]) for x in letters)


def _fits(c: Chain, last: Node) -> bool:
    r"""Is it a range from 1 to a number, or a part of it?"""
    left, right = c.members[0], c.members[-1]
    if c.relations == ("=",):
        single = all(_is_single(x, last) for x in c.members)
        return single or _is_listed(t.listed(right), last)
    if len(c.members) == THREE and len(c.relations) == THREE - 1:
        below = (left, c.relations[0]) in ((ONE, r"\le"), (ZERO, "<"))
        return below and c.relations[1] == r"\le" and right == last
    if c.relations == (r"\in",) and isinstance(right, Group):
        listed = right.open in (r"\{", "{") and _is_listed(right.items, last)
        return listed or (right.open == "[" and right.items == (last,))
    return (c.relations[0], right) in ((r"\ge", ONE), (">", ZERO))


def _is_single(x: Node, last: Node) -> bool:
    """Is it one letter, or a number that entries in a row have?"""
    if isinstance(x, Number):
        end = last.text if isinstance(last, Number) else x.text
        return x.text.isdecimal() and end.isdecimal() and 0 < int(x.text) <= int(end)
    return isinstance(x, Name) and not x.scripts


def _is_listed(items: Sequence[Node], last: Node) -> bool:
    r"""Are these `1, \dots, m` or `1, 2, \dots, m`?"""
    numbers = [x for x in items if x != last or x == ONE]
    dots = [x for x in numbers if isinstance(x, Symbol) and x.name in DOTTED]
    counted = [x for x in numbers if x not in dots]
    whole = bool(counted) and counted == [Number(str(n)) for n in range(1, len(counted) + 1)]
    dotted = len(dots) == 1 and numbers[-1] in dots
    return len(items) > 1 and items[-1] == last and whole and (dotted or (not dots and isinstance(last, Number)))


def _is_other_range(letter: str, text: object, counted: Counted) -> bool:
    """Is a range of the front matter another one?"""
    try:
        f = parse(f"{letter} = {text}")
    except ReadError:
        return any(x.base in letter for x in counted)
    return any(_is_other(s.chain, counted) for s in f.statements)


def _picks(x: t.Scripted, counted: Counted) -> bool:
    r"""Does such a letter pick an entry of something in parentheses, `(\nabla E)_j`, the one more perhaps?"""
    return any(isinstance(e, Name) and e in counted for s in x.scripts if not s.above for e in s.entries)


def _is_doubtful(latex: str, counted: Counted) -> bool:
    """May a formula that is not read state the range of a letter?"""
    sign = r"(?:=|<|>|:|\\(?:in|le|leq|leqslant|ge|geq|geqslant|lt|gt)\b)"
    letters = "|".join(re.escape(x.base) for x in counted)
    alone = rf"(?<![A-Za-z\\_^])(?:{letters})(?![A-Za-z])"
    ranged = rf"{sign}\s*{alone}|{alone}\s*{sign}|{alone}\s+(?:from|in|to)\b"
    return bool(letters) and re.search(ranged, re.sub(r"_\s*\{[^{}]*\}", "", latex)) is not None


# --------------------------------------------------------------------------------------------------------- in words


def _is_typed_otherwise(text: str, counted: Counted) -> bool:
    """Do words give such a letter a range, `for j = 0 to m`, that is not from 1 to its end?"""
    for x, last in counted.items():
        end = last.base if isinstance(last, Name) and not last.scripts else getattr(last, "text", "")
        begun = rf"(?<![A-Za-z\\]){re.escape(x.base)}\s*(?:=|<|>|≤|≥|∈|\bin\b|\bfrom\b|:=)"
        whole = rf"\s*1\s*(?:,\s*2\s*)?(?:,|\.|…|\bto\b|\s)+{re.escape(end)}(?![\w_]|\s*[-+])"
        if any(not end or re.match(whole, text[found.end() :]) is None for found in re.finditer(begun, text)):
            return True
    return any(re.search(rf"(?:<|≤|<=)\s*{re.escape(x.base)}(?![A-Za-z])", text) for x in counted)


def _sentences(blocks: Sequence[Block]) -> Iterator[str]:
    """What a page says, the formulas in their places."""
    said: list[str] = []
    for b in blocks:
        if isinstance(b, Prose):
            said.append(b.text)
        elif isinstance(b, Heading):
            said.append(f"\n\n{b.text}\n\n")
        elif isinstance(b, Display):
            said.append(f"${b.latex}$" if b.inline else f" ${b.latex}$ ")
    yield from re.split(r"[.!?](?=\s|\)|\Z)|[。！？；;]|\n\s*\n", SHORT.sub(r"\1", "".join(said)))


def _asks(counted: Counted, rows: Collection[Name], others: Collection[Name]) -> Callable[[str], bool]:
    """The question whether a sentence may say that the one entry more is among others, or left out."""
    names = "|".join(rf"\$\s*{re.escape(x.base)}\s*\$" for x in others)
    bias = re.compile(f"{_BIAS}|{names}" if names else _BIAS, re.I)
    first = "|".join(re.escape(x.base) for x in rows)
    listed = re.compile(rf"\$[^$]*(?:{first})[^$\\A-Za-z]*_\s*\{{?\s*1\b")
    letters = "|".join(re.escape(x.base) for x in counted)
    numbered = re.compile(rf"\$\s*(?:{letters})\s*\$[^.]*?(?:{_ENTRIES}|\b0\b)", re.I) if letters else None

    def asks(sentence: str) -> bool:
        left_out = LEFT_OUT.search(sentence) is not None
        if left_out and any(x.search(sentence) for x in (ONLY, bias, listed)):
            return True
        if numbered is None:
            return False
        among = bias.search(sentence) is not None and INCLUDED.search(sentence) is not None
        told = WHOLE.search(sentence) or FROM_ZERO.search(sentence) or numbered.search(sentence)
        return among or told is not None

    return asks
