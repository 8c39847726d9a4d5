r"""Along what softmax of a matrix runs: each row of `\mathrm{softmax}(X W)` adds up to one, or each column.

Words say so (`softmax is applied to each row`, `each example is a row`, 行ごとに). Else the equations: what is learned
makes the classes, so that they number the columns of `X W + \mathbf{1} b` and the rows of `W X + b \mathbf{1}^T`;
weights that stand before values, `\mathrm{softmax}(S) V`, are rows. Where both is said it stays open.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from ...latex import tree as t
from ...latex.tree import Chain, Node
from ...notation import EQUALITIES
from ...pattern import lazily
from ..spelled.shape import Shape, shape_of
from .declared import split
from .named import ONES
from .neighbours import Key

ROWS, COLUMNS = "rows", "columns"
EACH = r"(?:(?:each|every|per)\s+{0}s?\b|{0}[ -]?wise\b|{0}[ -]by[ -]{0}\b|{1}ごと|各{1}|{1}毎)"
EXAMPLE = r"(?:examples?|samples?|instances?|observations?|data ?points?|inputs?|tokens?|サンプル|データ|入力|事例)"
SOFTMAX = r"(?:softmax|ソフトマックス)"


def _patterns(english: str, japanese: str) -> tuple[re.Pattern[str], ...]:
    each = EACH.format(english, japanese)
    return (
        re.compile(rf"{SOFTMAX}[^.;。]{{0,60}}{each}|{each}[^.;。]{{0,40}}{SOFTMAX}", re.I),
        re.compile(rf"\b(?:each|every|one)\s+{EXAMPLE}\s+(?:is|are|per|forms?)\s+(?:a\s+|one\s+)?{english}\b", re.I),
        re.compile(rf"\b{EXAMPLE}\s+(?:are|as|in|form)\s+(?:the\s+)?{english}s\b|{EXAMPLE}を{japanese}に", re.I),
        re.compile(
            rf"\b(?:each|every|one)\s+{english}\s+(?:of\b[^.;]{{0,20}})?(?:is|holds|contains|for)\s+"
            rf"(?:a|an|one|each|every)\s+(?:single\s+|training\s+)?{EXAMPLE}",
            re.I,
        ),
        re.compile(
            rf"\b{english}s\s+of\s+(?:(?:the|(?:input|data|design)?\s*matrix)\s+)*(?:are|hold|contain|represent)\s+"
            rf"(?:(?:the|all|single|different|individual|training|input|batch)\s+)*{EXAMPLE}",
            re.I,
        ),
    )


SAID = {ROWS: _patterns("row", "行"), COLUMNS: _patterns("column", "列")}
"""Words about what softmax is taken of, and about how examples are laid out."""
OPENING = r"[*_`]"
"""Marks of emphasis, which are no words."""


def softmax_along(chains: Sequence[Chain], words: str) -> str:
    """`ROWS`, `COLUMNS` or '' where a document does not tell."""
    if not any(x.function == "softmax" for c in chains for x in t.of_kind(c, t.Call)):
        return ""
    plain = re.sub(OPENING, "", words)
    said = {kind for kind, patterns in SAID.items() if any(p.search(plain) for p in patterns)}
    found = said or set(_by_equations(chains))
    return found.pop() if len(found) == 1 else ""


ADDED = {
    kind: lazily(
        rf"\badded\s+(?:up\s+)?(?:to|along)\s+{EACH.format(kind[:-1], japanese)}"
        rf"|\b(?:zu|auf)\s+(?:jede[rn]?|alle[nr]?)\s+{german}n?\s+(?:hinzu|auf)?addiert\b",
        re.I,
    )
    for kind, japanese, german in ((ROWS, "行", "Zeile"), (COLUMNS, "列", "Spalte"))
}
"""Words about what the biases are added to."""


def examples_along(chains: Sequence[Chain], words: str) -> str:
    """How the examples of a batch lie, `ROWS` or `COLUMNS`; '' where a document does not tell."""
    found = examples_said(words) or set(_by_layers(chains))
    return found.pop() if len(found) == 1 else ""


def examples_said(words: str) -> set[str]:
    """How words say that the examples of a batch lie.

    >>> examples_said("The rows of  are the  examples, the biases are added to each row.")
    {'rows'}
    """
    plain = re.sub(OPENING, "", words)
    said = {kind for kind, patterns in SAID.items() if any(p.search(plain) for p in patterns[1:])}
    return said | {kind for kind, pattern in ADDED.items() if pattern.search(plain)}


def _by_layers(chains: Sequence[Chain]) -> Iterator[str]:
    r"""What `H W` and `W H` tell of an H that the page makes and a W that it does not."""
    defining = [c for c in chains if len(c.members) > 1 and c.relations[0] in EQUALITIES and _name(c.members[0])]
    made = {_name(c.members[0]) for c in defining}
    products = [x for c in defining for x in t.of_kind(c, t.Product)]
    for x in (x for x in products if len(x.factors) == 2 and not x.factors[1].operator):
        first, last = (_name(f.body) for f in x.factors)
        if first is not None and last is not None and (first in made) != (last in made):
            yield ROWS if first in made else COLUMNS


def _by_equations(chains: Sequence[Chain]) -> Iterator[str]:
    defining = [c for c in chains if len(c.members) > 1 and c.relations[0] in EQUALITIES and _name(c.members[0])]
    made: dict[Key, Chain] = {key: c for c in reversed(defining) if (key := _name(c.members[0])) is not None}
    learned = {
        key
        for c in chains
        for key in (*(_name(w.body) for x in t.of_kind(c, t.Derivative) for w in x.wrt), *_by_nabla(c))
        if key is not None and key not in made
    }
    weights: set[Key] = set()
    for key, c in made.items():
        for x in t.of_kind(c, t.Call):
            if x.function == "softmax" and len(x.args) == 1:
                weights.add(key)
                yield from _of_scores(x.args[0], made, learned)
    for product in (x for c in defining for x in t.of_kind(c, t.Product)):
        yield from _before_values(product, weights)


def _by_nabla(c: Chain) -> Iterator[Key | None]:
    for x in t.of_kind(c, t.Nabla):
        yield from (_name(e) for e in (x.by.entries if x.by is not None else ()))


def _of_scores(scores: Node, made: Mapping[Key, Chain], learned: Collection[Key]) -> Iterator[str]:
    r"""What `X W + \mathbf{1} b` tells; a name stands for its definition."""
    key = _name(scores)
    body = made[key].members[1] if key in made and key is not None else scores
    for term in body.terms if isinstance(body, t.Terms) else (t.Term("", body),):
        factors = [f.body for f in term.body.factors] if isinstance(term.body, t.Product) else []
        if len(factors) < 2:
            continue
        first, last = _name(factors[0]), _name(factors[-1])
        if first is None or last is None:
            continue
        if (last in learned and first not in learned) or first[0] in ONES:
            yield ROWS
        elif (first in learned and last not in learned) or last[0] in ONES:
            yield COLUMNS


def _before_values(x: t.Product, weights: Collection[Key]) -> Iterator[str]:
    r"""What `A V` and `V A` tell of weights A that softmax makes; or `\mathrm{softmax}(..) V` itself."""
    for n, f in enumerate(x.factors):
        called = isinstance(f.body, t.Call) and f.body.function == "softmax"
        if not called and (not isinstance(f.body, t.Name) or _is_marked(f.body) or _name(f.body) not in weights):
            continue
        before, behind = x.factors[:n], x.factors[n + 1 :]
        if behind and isinstance(behind[0].body, t.Name) and behind[0].operator in ("", r"\cdot"):
            yield ROWS
        elif before and isinstance(before[-1].body, t.Name) and f.operator in ("", r"\cdot"):
            yield COLUMNS


def _name(x: Node) -> Key | None:
    """A name without the mark of a transpose."""
    shape: Shape | None = shape_of(x) if isinstance(x, t.Name) else None
    return None if shape is None else split(shape)[:2]


def _is_marked(x: t.Name) -> bool:
    shape = shape_of(x)
    return shape is not None and split(shape)[2]
