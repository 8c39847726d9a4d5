r"""Vectors that words make of entries with an index more: `$p(u)$ is the vector of all $p_{ui}$ of user $u$`.

The vector carries one letter, in parentheses or above, that its entries have below beside one other, which numbers
them. So the sentence is read as `p(u)_i = p_{ui}`. Only where every word is known: `the observed $p_{ui}$` are fewer,
and with `for $i \in N(u)$` it is not said how many there are; `It was squared` makes others
(`gathered_altered`).
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from ....document.blocks import Block, Display
from ....errors import ReadError
from ....latex import tree as t
from ....latex.parse import parse
from ....latex.source import Source
from ....latex.tree import Formula, Name, Node
from ....notation import EQUALITIES
from ....pattern import lazily
from ...located import Located, read_of
from ...spelled.shape import letter_of
from .gathered_altered import may_be_altered
from .rows_in_words import between

LETTER = r"(?:\$\s*[a-z]\s*\$|(?<![a-zA-Z])[a-z](?![a-zA-Z]))"
NUMBERS = r"(?:values?|entries|components|elements|numbers|preferences?|ratings?|scores?|confidences?|weights?|counts?)"
THINGS = r"(?:users?|items?|examples?|samples?|units?|classes|words?|movies?|products?)"
WORDS = rf"(?:(?:all|the|his|her|its|their|of|by|for|from|every|each|{NUMBERS}|{THINGS}|{LETTER}|\()\s*)*"
VECTOR = lazily(r"(?<!\brow )\bvector\s*\Z", re.I)
"""Before its name: `the vector $p(u)$ contains ..`."""
HOLDS = (
    r"(?:of|with|containing|collecting|gathering|(?:(?:that|which)\s+)?(?:contains|collects|gathers|holds)"
    r"|made (?:up )?of|consisting of|(?:whose|with) (?:the )?(?:entries|components|elements)(?: are)?)"
)
BETWEEN = lazily(
    r"\s*,?\s*(?:(?:is|be|as|denotes?)\s+)?(?:(?:(?:the|an?)\s+)?(?P<noun>(?:column[ -])?vector)\s+)?"
    rf"{HOLDS}\s+{WORDS}\Z"
)
BEHIND = lazily(
    rf"\s*(?:{NUMBERS}\s*)?\)?\s*(?:(?:of|for|by|over)\s+(?:all\s+|the\s+|every\s+)*{THINGS}\s*{LETTER}?)?"
    r"\s*(?=[.;:]|,?\s*(?:and\s+)?(?:(?:the\s+)?vector\s+)?(?:(?:\$|\\\()[^$]*[(^]|\Z))"
)
"""Between it and its entries, and behind them;"""
ASIAN = (
    r"(?:ユーザー?|アイテム|商品|用户|用戶|物品|사용자|아이템|全|すべて|所有|全部|모든|各|每个|の|に対する|についての|对|的|의"
    rf"|에 대한|評価|评分|偏好|평점|値|值|값|由|\s|{LETTER})*"
)
ASIAN_BETWEEN = lazily(rf"\s*(?:は|を|が|是|为|為|表示|은|는|이|가)\s*{ASIAN}\Z")
ASIAN_BEHIND = lazily(
    r"\s*(?:を?(?:縦に)?(?:並べた|まとめた|集めた|成分(?:とする|にもつ|に持つ)|要素とする)\s*[列縦]?ベクトル"
    r"|所?(?:组成|構成|构成|排成)的列?向量|[을를]?\s*(?:모은|나열한|원소로 (?:하는|갖는|가지는))\s*(?:열\s?)?벡터)"
    r"\s*(?=[。．.;；]|である|です|とする|とします|이다|입니다|(?:と|で|이고)?[、，,]?\s*(?:(?:\$|\\\()[^$]*[(^]|\Z))"
)
"""the same where what is said of a name stands behind it."""
FARTHEST = 3
"""So many formulas further the entries stand at most."""


def with_vectors_gathered(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The formulas of a document, in the place of such a vector one that says what its entries are.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = parse_document("$p(u)$ is the vector of all $p_{ui}$, and $q(u)$ one of $q_i$.")
    >>> [f.source.text for _, f in with_vectors_gathered(read_formulas(page), page.blocks)]
    ['p(u)_{i} = p_{ui}', 'p_{ui}', 'q(u)', 'q_i']
    """
    told = dict(_told([(d, f) for d, f in located if d.inline and isinstance(f, Formula)], blocks))
    if not told:
        return list(located)
    defined = {x for f in read_of(located) for s in f.statements for x in _defined(s)}
    return [(d, _with_entries(d, f, told[id(d)], defined) if id(d) in told else f) for d, f in located]


def _with_entries(
    display: Display, f: Formula | ReadError, entry: tuple[str, str], defined: Container[object]
) -> Formula | ReadError:
    """`p(u)_i = p_{ui}` for the letter and the entry as typed, behind what is said of the vector besides."""
    whole = _whole(f)
    if whole is None or whole[0] in defined:
        return f
    name, *space = display.latex.split(r"\in")
    said = f"{name.strip()}_{{{entry[0]}}} = {entry[1].strip()}"
    try:
        return parse(Source(f"{display.latex}, {said}" if space else said, display.line))
    except ReadError:
        return f


def _told(inline: Sequence[tuple[Display, Formula]], blocks: Sequence[Block]) -> Iterator[tuple[int, tuple[str, str]]]:
    """For the formula of each such vector the letter that numbers its entries, and such an entry."""
    for n, (display, formula) in enumerate(inline):
        whole = _whole(formula)
        for display2, formula2 in inline[n + 1 : n + 1 + FARTHEST] if whole is not None else ():
            other = _numbering(whole[1], formula2) if whole is not None else None
            if other is not None and display2.paragraph == display.paragraph:
                gathered = _are_gathered(display, between(display, display2), display2.after)
                if gathered and not may_be_altered(display, blocks):
                    yield id(display), (other, display2.latex)
                break


def _are_gathered(whole: Display, gap: str, behind: str) -> bool:
    before = re.sub(r"(?:\$|\\\()\s*\Z", "", whole.before)
    said = BETWEEN.match(gap)
    if said is not None and (said["noun"] or VECTOR.search(before)):
        return BEHIND.match(behind) is not None
    return ASIAN_BETWEEN.match(gap) is not None and ASIAN_BEHIND.match(behind) is not None


def _whole(f: object) -> tuple[tuple[object, ...], str] | None:
    r"""What a formula `p(u)`, `p^u` or `p(u) \in \mathbb{R}^n` names, without its letter, and that letter."""
    if not isinstance(f, Formula) or len(f.statements) != 1:
        return None
    c = f.statements[0].chain
    return _named(c.members[0]) if c.relations in ((), (r"\in",)) else None


def _named(x: Node) -> tuple[tuple[object, ...], str] | None:
    name, above = x, False
    entries: tuple[Node, ...] = ()
    if isinstance(x, t.Product) and len(x.factors) == 2 and x.factors[1].joined:
        name, group = x.factors[0].body, x.factors[1].body
        entries = group.items if isinstance(group, t.Group) and group.open == "(" else ()
    elif isinstance(x, Name) and len(x.scripts) == 1 and x.scripts[0].above:
        entries, above = x.scripts[0].entries, True
    letter = letter_of(entries[0]) if len(entries) == 1 else None
    if letter is None or not isinstance(name, Name) or name.primes or (name.scripts and not above):
        return None
    return (name.base, name.accents, name.font, above), letter


def _defined(s: t.Statement) -> Iterator[tuple[object, ...]]:
    """What a statement equates to something, as such a vector."""
    named = _named(s.chain.members[0]) if s.chain.relations and s.chain.relations[0] in EQUALITIES else None
    return iter((named[0],) if named is not None else ())


def _numbering(letter: str, f: Formula) -> str | None:
    """The letter that an entry has below beside that of its vector."""
    c = f.statements[0].chain if len(f.statements) == 1 else None
    x = c.members[0] if c is not None and not c.relations else None
    below = x.scripts[0].entries if isinstance(x, Name) and len(x.scripts) == 1 and not x.scripts[0].above else ()
    letters = [letter_of(e) for e in below]
    others = [e for e in letters if e != letter]
    return others[0] if len(letters) == 2 and len(others) == 1 else None
