r"""Lines of stacked columns as lines of matrices: `\mathrm{vec}(G) = (A \otimes B)\, \mathrm{vec}(X)` is `G = B X A^T`.

So is `\mathrm{vec}(G) = a \otimes b` of columns `G = b a^T`, and with `Z_{ij}` for the entries of Z the Jacobian
`\frac{\partial \mathrm{vec}(Z)}{\partial \mathrm{vec}(W)} = A \otimes B` is the derivative of each entry by each,
`\partial Z_{ij}/\partial W_{kl} = A_{jl} B_{ik}`. Only where a sentence says that vec stacks columns, and of Jacobians
where the page says that their rows are those of what is differentiated: others stack rows, or lay them out otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count
from typing import TypeGuard

from ....document.blocks import Block
from ....latex import tree as t
from ....latex.hedged import is_hedged
from ....latex.tree import (
    Call,
    Chain,
    Derivative,
    Factor,
    Formula,
    Group,
    Name,
    Node,
    Product,
    Script,
    Scripted,
    Statement,
    Symbol,
    Term,
    Terms,
    Wrt,
)
from ....notation import EQUALITIES
from ....pattern import lazily
from ...asked import some
from ...located import Located, read_of
from ...shapes.array import equal
from ...spelled.shape import letter_of
from ..words.targets_one_hot import text_of

VEC = "vec"
KRONECKER = r"\otimes"
COLUMNS = lazily(
    r"\s*(?:\([^)]*\)\s*)?(?:(?:operator|always|here|simply|just)\s+)*"
    r"(?:(?:stacks?|concatenates?)\s+(?:up\s+)?(?:all\s+)?(?:the\s+|its\s+)?columns\b"
    r"|stapelt\s+(?:die\s+)?Spalten\b|empile\s+les\s+colonnes\b|apila\s+las\s+columnas\b"
    r"|は[^。]{0,12}(?<!行)列を(?:縦に|順に)*(?:積|並べ|つな)|(?:是|表示)?(?:将|把)?[^。，]{0,8}(?:按列|各列|列向量)(?:堆叠|拉直|排列))",
    re.I,
)
"""Words behind vec that tell how it stacks,"""
_OF = (
    r"(?:of|einer|der|d['’]une|de|de la|de una|una)\s+(?:(?:its|the|an?|any|each|every|la|una)\s+)?"
    r"(?:(?:given|whole|square)\s+)?(?:matri(?:x|ces?)|matriz|argument|\$\s*(?:\\[a-z]+\s*\{?)?\s*[A-Za-z]\s*\}?\s*\$)"
)
PLAINLY = lazily(
    rf"(?:\s*(?:{_OF}|one\s+(?:by|after|below|under|beneath|underneath|on\s+top\s+of)\s+(?:one|another|the\s+other)"
    r"|(?:below|under|beneath|underneath|on\s+top\s+of|after)\s+(?:each\s+other|one\s+another)|vertically"
    r"|from\s+left\s+to\s+right|in\s+(?:their|the\s+(?:usual|natural))?\s*order|\(?column[- ]major(?:\s+order)?\)?"
    r"|(?:in|into|to|as)\s+(?:an?|one)\s+(?:(?:single|long|tall|big)\s+)*(?:column\s+)?(?:vector|column)"
    r"|untereinander|übereinander|aneinander|(?:zu|in)\s+einem\s+(?:langen\s+)?(?:Spaltenv|V)ektor"
    r"|(?:en|dans)\s+un\s+(?:seul\s+|long\s+)?vecteur|les\s+unes\s+(?:sous|sur)\s+les\s+autres|en\s+un\s+vector)(?:\b|(?<=[$)])))*"
    r"\s*\)?\s*(?:[.,;:)]|\Z|(?:and|where|while|so|und|et|y)\b)"
    r"|(?<=[積べつ])[^。、，,]*(?:[。、，,]|\Z)|(?<=[叠直列])[^。，,]*(?:[。，,]|\Z)",
    re.I,
)
"""what goes on behind them where it is the columns of the matrix itself, in their order,"""
OTHER_COLUMNS = lazily(
    r"転置|转置|逆|倒|反|右から|从右|\btrans\w+|\brevers\w*|\bbackwards?|\blast\b|\bright to left|\binvers\w*"
    r"|\bumgekehrt|\^[^$]*\$",
    re.I,
)
"""and words for another matrix, or another order;"""
BEFORE = lazily(
    r"(?:[\s\S]*[.;。；]|[^\w.;]*)[\s*_(]*(?:(?:here|where|and|with|again|the|operator|function|dabei|und|ici|où|et|aquí|donde|y)\b"
    r"|ここで|なお|また|ただし|其中|这里|[\s、，,:])*",
    re.I,
)
"""those before it, which leave it to nobody else,"""
ROWS = lazily(
    r"\brow[- ](?:major|wise|stack\w*|by[- ]row)|\bstack\w*\b[^.;]{0,40}\brows\b|\brows?\b[^.;]{0,30}\bstack"
    r"|行を(?:縦|横|順|積|並|つな)|行優先|按行|\bzeilenweise\b|\bZeilen\b|\blignes\b|\bfilas\b",
    re.I,
)
"""and those anywhere by which something else is stacked;"""
OTHERWISE = lazily(
    r"[^.;。]{0,30}(?:\b(?:element|entry|component|coordinate|point)[- ]?wise|\bhadamard"
    r"|\bouter\b|\belementweise\b|\bélément|要素ごと|要素積|外積|逐元素)",
    re.I,
)
"""Words behind the sign that make it another product;"""
NUMERATOR = lazily(r"\bnumerator[- ]layout\b|分子レイアウト|分子布局", re.I)
"""words for Jacobians whose rows are those of what is differentiated."""
GREEK = lazily(r"\\(?!nabla|partial)[a-z]+")
"""Letters that are numbers before a vec."""
TURNED = (Script(True, (Symbol(r"\top"),)),)
PAIR = 2
AXES = 4
LETTERS = "ijklmnpqrsuvabcdefgh"
"""Those of entries of Jacobians, each with primes that no page has."""


@some(Call)
def _is_vec(x: Call) -> bool:
    return x.function == VEC


def with_vecs_as_matrices(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The formulas with lines of stacked columns as lines of matrices."""
    statements = [s for f in read_of(located) for s in f.statements]
    if not any(map(_is_vec, statements)) or not _are_columns(located, blocks):
        return list(located)
    told = [order for s in statements if (order := _layout(s)) is not None]
    by_rows = all(told) if told else NUMERATOR.search(text_of(blocks)) is not None
    unit = not any(_has_unit(s) for s in statements)
    letters = _letters()
    return [(d, _changed(f, by_rows, unit, letters) if isinstance(f, Formula) else f) for d, f in located]


def _letters() -> Iterator[tuple[Name, ...]]:
    """New letters for each Jacobian: one letter runs to one end on a page."""
    for primes in count(PAIR):
        for n in range(0, len(LETTERS), AXES):
            yield tuple(Name(x, primes=primes) for x in LETTERS[n : n + AXES])


def _are_columns(located: Sequence[Located], blocks: Sequence[Block]) -> bool:
    """Do words say that vec stacks columns, and none that rows are stacked, or that the sign is another product?"""
    said = (d for d, f in located if isinstance(f, Formula) and any(map(_is_name, f.statements)))
    tells = any(_stacks_columns(d.after) and BEFORE.fullmatch(d.before) and not is_hedged("", d.after) for d in said)
    others = any(KRONECKER in d.latex and d.inline and OTHERWISE.match(d.after) for d, _ in located)
    return tells and not others and ROWS.search(text_of(blocks)) is None


def _stacks_columns(words: str) -> bool:
    """Do words behind vec say that it stacks the columns of the matrix, neither of the transpose nor backwards?"""
    told = COLUMNS.match(words)
    rest = PLAINLY.match(words, told.end()) if told is not None else None
    if rest is None:
        return False
    end = words.find("$", rest.end())
    return OTHER_COLUMNS.search(words, 0, end if end >= 0 else len(words)) is None


def _is_name(s: Statement) -> bool:
    """Is it vec alone, or vec of a letter?"""
    x = s.chain.members[0]
    alone = isinstance(x, Name) and x.base == VEC
    return not s.chain.relations and (alone or (isinstance(x, Call) and x.function == VEC))


def _has_unit(s: Statement) -> bool:
    """Is I no unit matrix: something with a definition, with entries, or a number of things?"""
    left = s.chain.members[0]
    names = [x for x in t.of_kind(s, Name) if x.base == "I"]
    defined = isinstance(left, Name) and left.base == "I" and bool(s.chain.relations)
    ends = {y.above for y in t.of_kind(s, t.BigSum)}
    return defined or any(x in ends or x.scripts for x in names)


def _changed(f: Formula, by_rows: bool, unit: bool, letters: Iterator[tuple[Name, ...]]) -> Formula:
    kept = tuple(_line(s, by_rows, unit, letters) for s in f.statements if not by_rows or _layout(s) is None)
    same = len(kept) == len(f.statements) and all(a is b for a, b in zip(kept, f.statements, strict=True))
    return f if same else replace(f, statements=kept)


def _line(s: Statement, by_rows: bool, unit: bool, letters: Iterator[tuple[Name, ...]]) -> Statement:
    """A line of stacked columns as one of matrices; any other as it is."""
    chain = s.chain
    if not chain.relations or not EQUALITIES.issuperset(chain.relations) or not _is_vec(s):
        return s
    if isinstance(chain.members[0], Derivative):
        members = _jacobian(chain, unit, letters) if by_rows else None
    else:
        found = [_unstacked(m) for m in chain.members]
        members = tuple(m for m in found if m is not None) if None not in found else None
    return s if members is None else replace(s, chain=replace(chain, members=members))


# ------------------------------------------------------------------------------------------------- columns of matrices


def _unstacked(x: Node) -> Node | None:
    """The matrix whose columns a member stacks; None where that is not clear."""
    if isinstance(x, t.Number) and x.text == "0":
        return x
    if isinstance(x, Call):
        return Group("(", x.args, ")", (), x.span) if _stacks(x) else None
    if isinstance(x, Group) and len(x.items) == 1 and x.open in ("(", "["):
        return _inside(x, _unstacked(x.items[0]))
    if isinstance(x, t.BigSum) and x.operator == r"\sum":
        body = _unstacked(x.body)
        return None if body is None else replace(x, body=body)
    if isinstance(x, Terms):
        parts = [(term.sign, _unstacked(term.body)) for term in x.terms]
        known = tuple(Term(sign, body) for sign, body in parts if body is not None)
        return Terms(known, x.span) if len(known) == len(parts) else None
    return _of_product(x) if isinstance(x, Product) else None


def _inside(x: Group, inner: Node | None) -> Node | None:
    return None if inner is None else replace(x, items=(inner,))


def _of_product(x: Product) -> Node | None:
    (*front, last) = x.factors
    if (parts := _parted(x)) is not None:
        one, two = (Group("(", (y,), ")", (), x.span) for y in parts)
        stacked = any(map(_is_call, t.of_kind(x, Call)))
        return None if stacked else Product((Factor("", two), Factor(KRONECKER, one)), x.span)
    inner = _unstacked(last.body) if not last.operator else None
    if inner is None or any(f.operator for f in front):
        return None
    pair = _kronecker(front[-1].body) if front else None
    if pair is not None:
        front = front[:-1]
        turned = Scripted(Group("(", (pair[0],), ")"), TURNED, span=x.span)
        inner = Product((Factor("", _held(pair[1])), Factor("", _held(inner)), Factor("", turned)), x.span)
    if not all(_is_number(f.body) for f in front):
        return None
    return Product((*front, Factor("", _held(inner))), x.span) if front else inner


def _is_call(x: Call) -> bool:
    return x.function == VEC


def _stacks(x: Node) -> TypeGuard[Call]:
    return isinstance(x, Call) and x.function == VEC and len(x.args) == 1 and x.closed and not (x.scripts or x.primes)


def _held(x: Node) -> Node:
    return x if isinstance(x, (Group, Name)) else Group("(", (x,), ")")


def _parted(x: Product) -> tuple[Node, Node] | None:
    """What stands in front of the one sign of a Kronecker product, and behind it."""
    places = [n for n, f in enumerate(x.factors) if f.operator == KRONECKER]
    if len(places) != 1:
        return None
    at = places[0]
    return _product(x.factors[:at]), _product((replace(x.factors[at], operator=""), *x.factors[at + 1 :]))


def _product(factors: tuple[Factor, ...]) -> Node:
    return factors[0].body if len(factors) == 1 else Product(factors)


def _kronecker(x: Node) -> tuple[Node, Node] | None:
    """The two factors of a Kronecker product in parentheses."""
    inner = x.items[0] if isinstance(x, Group) and len(x.items) == 1 and x.open in ("(", "[") else None
    return _parted(inner) if isinstance(inner, Product) else None


def _is_number(x: Node) -> bool:
    """Is it a number for certain: digits, a Greek letter, a fraction of which the numerator is one?"""
    if isinstance(x, t.Fraction):
        return _is_number(x.numerator)
    greek = isinstance(x, Name) and not (x.scripts or x.font) and GREEK.fullmatch(x.base) is not None
    return greek or isinstance(x, t.Number)


# ----------------------------------------------------------------------------------------------------------- Jacobians


def _layout(s: Statement) -> bool | None:
    """Does it say that the rows of a Jacobian are those of what is differentiated? None where it says nothing."""
    chain = s.chain
    if len(chain.members) != PAIR or chain.relations[0] not in EQUALITIES:
        return None
    left, right = chain.members
    if not isinstance(right, Derivative):
        return None
    whole = left.base.items[0] if isinstance(left, Scripted) and isinstance(left.base, Group) else None
    if _of_vecs(whole) is None or not isinstance(left, Scripted) or len(right.wrt) != 1:
        return None
    letters = tuple(_letters_of(left.scripts))
    own = (*_entry_of(right.of), *_entry_of(right.wrt[0].body))
    return own == letters if len(letters) == PAIR and {*own} == {*letters} else None


def _letters_of(scripts: Sequence[Script]) -> Iterator[str | None]:
    for e in (e for s in scripts if not s.above for e in s.entries):
        run = [f.body for f in e.factors if not f.operator] if isinstance(e, Product) else [e]
        yield from map(letter_of, run)


def _entry_of(x: Node | None) -> Iterator[str | None]:
    """The letter behind `(\\mathrm{vec}(P))_r`, or `\\mathrm{vec}(P)_r`."""
    if isinstance(x, (Scripted, Call)):
        yield from _letters_of(x.scripts)


def _of_vecs(x: Node | None) -> tuple[Node, Node] | None:
    """The matrices of the derivative of a vec by a vec."""
    if not isinstance(x, Derivative) or x.order != 1 or len(x.wrt) != 1 or x.of is None:
        return None
    of, by = x.of, x.wrt[0].body
    return (of.args[0], by.args[0]) if _stacks(of) and _stacks(by) else None


def _jacobian(chain: Chain, unit: bool, letters: Iterator[tuple[Name, ...]]) -> tuple[Node, ...] | None:
    """The members of such a line, entry by entry."""
    first, *others = chain.members
    pair = _of_vecs(first)
    if pair is None or not isinstance(first, Derivative) or not all(isinstance(x, Name) for x in pair):
        return None
    i, j, k, m = next(letters)
    left = replace(first, of=_at(pair[0], i, j), wrt=(Wrt(_at(pair[1], k, m), 1, first.span),))
    found: list[Node] = [left]
    for x in others:
        parts = _parted(x) if isinstance(x, Product) else None
        if parts is None or any(map(_is_call, t.of_kind(x, Call))):
            return None
        units = [isinstance(y, Name) and y.base == "I" and not y.scripts for y in parts]
        if any(units) and not unit:
            return None
        places = ((j, m), (i, k))
        entries = (
            equal(a, b, x.span) if one else _at(y, a, b) for y, (a, b), one in zip(parts, places, units, strict=True)
        )
        found.append(Product(tuple(Factor("", e) for e in entries), x.span))
    return tuple(found)


def _at(x: Node, i: Name, j: Name) -> Node:
    below = Script(False, (i, j), "", True, True)
    return Scripted(Group("(", (x,), ")"), (below,), span=getattr(x, "span", (0, 0)))
