r"""Functions that a chain seems to tell, `h_j = f(u_j) = \tanh u_j`, where it may not hold of all that is made by them.

So it is with words of a case or an example around the chain (`for example`, `in the first variant`), with two chains
that say different things, where an equation begins with f, and for a function of each layer of which words say that the
last one is another (`The output layer is linear`). What depends on such functions is left open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ....document.blocks import Block, Display, Heading, Prose
from ....latex import tree as t
from ....latex.clauses import SUPPOSING
from ....latex.hedged import is_hedged
from ....latex.tree import Formula, Name, Statement
from ....notation import EQUALITIES
from ....pattern import lazily
from ...located import Located
from ...spelled.shape import letter_of, stem_of
from ..applied import applied_alone, before_parentheses
from .functions_between import chained, functions_told

FORMULA = lazily(r"\$\$.*?\$\$|\$[^$]*\$|\\\(.*?\\\)", re.S)
KIND = r"(?:(?:an?|the)\s+)?(?:logistic|sigmoid|tanh|hyperbolic\s+tangent|ReLU|identity)(?:\s+(?:function|activation))?"
CLEAN = lazily(
    rf"(?:[\s.,;:()（）。，；、]|\b(?:for|all|every|each|any|and|so|then|hence|thus|with|units?|neurons?|layers?|{KIND})\b"
    r"|である|です|とする|すべての|に対し(?:て)?)*",
    re.I,
)
"""Words behind a chain that take nothing from it,"""
OF_LAYER = lazily(r"\b(?:in|for|of|at)\s+(?:the\s+)?(?:hidden|output|first|second|last)\s+(?:layer|unit)s?\b", re.I)
"""nor do these where its function is that of one layer,"""
GOES_ON = lazily(r"[\s,.(]*(?:where|ここで|其中)\b", re.I)
"""nor what begins like this, but for"""
DOUBT = lazily(
    r"\b(?:if|suppose|examples?|e\.g|say|variants?|choices?|choos\w+|chosen|instead|options?|cases?|experiments?|could|may"
    r"|might|often|usually|sometimes|only|near)\b|例|もし|場合|とき|若|如果|当|通常",
    re.I,
)
"""words of a case or an example."""
HIDDEN = lazily(r"\bhidden\b|隠れ|隐藏|中間層", re.I)
LAST = lazily(r"\b(?:output|last|final|top)\s+(?:layers?|units?|neurons?|activations?)\b|出力層|输出层|最后一层", re.I)
ANOTHER = lazily(
    r"\blinear\b|identity|sigmoid|logistic|tanh|hyperbolic|\brelu\b|softmax|softplus|線形|恒等|シグモイド|线性|双曲",
    re.I,
)
"""A sentence with both says what the function of the last layer is."""


def functions_doubted(located: Sequence[Located], blocks: Sequence[Block]) -> Iterator[tuple[Name, int]]:
    """The functions of all such chains, with a line, if one of them is doubted."""
    read = [(d, s) for d, f in located if isinstance(f, Formula) for s in f.statements]
    told = functions_told([s for _, s in read])
    chains = [(d, s, x) for d, s in read if (x := told.get(id(s)) or chained(s)) is not None]
    if not chains:
        return
    lefts = [key for _, s in read if id(s) not in told and (key := _defined(s)) is not None]
    chains = [(d, s, x) for d, s, x in chains if id(s) in told or lefts.count(_key(x)) != 1]
    another = _speaks_of_another(blocks)
    for display, s, head in chains:
        of_layers = _is_of_layers(head, s)
        open_ = another and (of_layers or _is_of_several(head, read))
        if id(s) not in told or open_ or _is_doubted(display, of_layers):
            yield from ((x, d.line) for d, _, x in chains)
            return


def _speaks_of_another(blocks: Sequence[Block]) -> bool:
    """Do words say what the function of the last layer is?"""
    words = (b.text for b in blocks if isinstance(b, (Prose, Heading)))
    sentences = (x for text in words for x in re.split(r"[.;。；]|\n\s*\n", text))
    return any(LAST.search(x) and ANOTHER.search(x) for x in sentences)


def _defined(s: Statement) -> tuple[object, ...] | None:
    """The function that an equation by itself defines, for any number."""
    left = s.chain.members[0]
    if s.chain.relations[:1] and s.chain.relations[0] in EQUALITIES:
        use = applied_alone(left)
        if use is not None and all(letter_of(x) is not None for x in use[1].items):
            return _key(use[0])
        return _key(left) if isinstance(left, Name) and not left.primes else None
    return None


def _key(x: Name) -> tuple[object, ...]:
    return (stem_of(x), x.scripts)


def _is_of_layers(head: Name, s: Statement) -> bool:
    """Is the label of a function, the l of `f_l`, an index of what it is applied to?"""
    labels = {x for y in head.scripts for e in y.entries if (x := letter_of(e)) is not None}
    names = (x for x in t.of_kind(s.chain, Name) if x.base != head.base)
    return any(letter_of(e) in labels for x in names for y in x.scripts for e in y.entries)


def _is_of_several(head: Name, read: Sequence[tuple[Display, Statement]]) -> bool:
    """Is it applied to things of different names?"""
    products = (x for _, s in read for x in t.of_kind(s, t.Product))
    uses = (use for x in products for use in before_parentheses(x) if _key(use[0]) == _key(head))
    return len({stem_of(x) for _, group in uses for x in group.items if isinstance(x, Name)}) > 1


def _is_doubted(display: Display, of_layers: bool) -> bool:
    """Do the words around a chain make a case or an example of it?"""
    before, after = (FORMULA.sub(" ", x) for x in (display.before, display.after))
    if SUPPOSING.search(display.before) or is_hedged(display.before, "") or DOUBT.search(before):
        return True
    if of_layers and HIDDEN.search(before):
        return True
    rest = after if of_layers else OF_LAYER.sub(" ", after)
    goes_on = GOES_ON.match(rest) is not None and not DOUBT.search(rest) and not (of_layers and HIDDEN.search(rest))
    return not goes_on and CLEAN.fullmatch(rest) is None
