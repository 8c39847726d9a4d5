r"""Arguments of which words say that they are no longer written: `we drop the dependence on $x$`, `$(x)$ is omitted`.

Then `E_i(x)` and `E_i` are one value. What stands before something else, too, or has a prime, is a function; so is a
letter for functions that nothing defines and that never stands alone, and what nothing defines where the page
differentiates by the argument.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ....document.blocks import Block
from ....latex import sentences
from ....latex import tree as t
from ....latex.tree import Group, Name, Node, Product, Statement
from ....notation import EQUALITIES
from ....pattern import lazily
from ...located import Located, read_of, with_statements
from ...spelled.function_letters import FUNCTION_LETTERS
from ...spelled.shape import Stem, letter_of, stem_of
from ..applied import before_parentheses, differentiated_by, head_of
from ..said_in_place import gaps_of, has_values, value_alone
from .inputs_shown import is_another, without_groups

_DROP = r"(?:drop(?:s|ped|ping)?|omit(?:s|ted|ting)?|suppress(?:es|ed|ing)?|leav(?:e|ing)\s+(?:out|off)|hid(?:e|ing))"
_OFF = r"(?:dropped|omitted|suppressed|left\s+(?:out|off|implicit)|hidden|not\s+(?:shown|written)(?:\s+out)?)"
_NOUN = r"(?:arguments?|dependenc(?:e|y|ies)\s+(?:\w+\s+){0,3}?(?:up)?on)"
_ARGUMENT = rf"(?:functional\s+)?{_NOUN}\s*(?:(?:the|our)\s+)?(?:\w+\s+)?\Z"
_THE = r"(?:(?:the|their|its|all|this|explicit|any)\s+)*"
SAID = lazily(rf"\b{_DROP}\s+{_THE}{_ARGUMENT}|(?:省略|略去)了?(?:自变量|变量|参数)\s*\Z", re.I)
"""Words before the argument that say so,"""
NAMED = lazily(rf"\b{_ARGUMENT}|(?:引数|変数|自变量|das\s+Argument|l['’]argument|el\s+argumento)\s*\Z", re.I)
"""or that name it,"""
LEFT_OFF = lazily(
    rf"\s*(?:is|are|will\s+be|has\s+been)\s+(?:\w+ly\s+)?{_OFF}\b"
    r"|\s*(?:への依存(?:性|関係)?)?(?:は|を)(?:以[下後]\s*)?省(?:略|く|き)"
    r"|\s*(?:wird\s+(?:im\s+Folgenden\s+|hier\s+)?)?weg(?:gelassen)?\b|\s*(?:est|sera)\s+omis\b|\s*se\s+omite\b",
    re.I,
)
"""and behind it, that it is left off."""
NOT = lazily(r"\b(?:not|never|cannot|don't|without|can't|if|had|nicht|no|ne)\b|n['’]t\b", re.I)
"""What turns them round, or makes a case of them."""


def with_arguments_left_off(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The formulas of a page without such arguments."""
    groups = [*_said(located, blocks)] if has_values(located) else []
    if not groups:
        return list(located)
    every = [s for f in read_of(located) for s in f.statements]
    alone = {stem: g for items in groups for stem, g in _values(every, items)}
    return with_statements(located, lambda s: without_groups(s, alone)) if alone else list(located)


def _said(located: Sequence[Located], blocks: Sequence[Block]) -> Iterator[tuple[Node, ...]]:
    """The arguments of which words say so."""
    for (n, before), (_, behind) in pairwise(gaps_of(located, blocks)):
        value = value_alone(located[n])
        items = value.items if isinstance(value, Group) and value.open == "(" else (value,)
        if not all(isinstance(i, Name) and letter_of(i) is not None and not i.primes for i in items):
            continue
        sentence = sentences.last(before)
        named = NAMED.search(sentence) or (isinstance(value, Group) and not sentence.strip())
        said = SAID.search(sentence) or (named and LEFT_OFF.match(behind))
        if said and not NOT.search(sentence):
            yield tuple(i for i in items if i is not None)


def _values(every: Sequence[Statement], items: tuple[Node, ...]) -> Iterator[tuple[Stem, Group]]:
    """The names that are one value with these arguments and without, with the arguments."""
    inputs = {stem_of(i) for i in items if isinstance(i, Name)}
    if inputs & {stem_of(e) for s in every for x in t.of_kind(s, t.Script) for e in x.entries if isinstance(e, Name)}:
        return  # an index
    uses = [use for s in every for x in t.of_kind(s, Product) for use in before_parentheses(x)]
    shown = {stem_of(n): g for n, g in uses if g.items == items}
    others = {stem_of(n) for n, g in uses if g.items != items and is_another(g, inputs)}
    others |= {stem_of(n) for s in every for n in t.of_kind(s, Name) if n.primes}
    heads = (head_of(s.chain.members[0]) for s in every if EQUALITIES & {*s.chain.relations[:1]})
    defined = {stem_of(x) for x in heads if x is not None}
    applied = {id(n) for n, _ in uses}
    bare = {stem_of(n) for s in every if s.chain.relations for n in t.of_kind(s, Name) if id(n) not in applied}
    moved = inputs & {x for s in every for x in differentiated_by(s)}
    letters = {stem_of(n) for n, _ in uses if not n.scripts and n.base in FUNCTION_LETTERS}
    kept = defined if moved else defined | bare | (shown.keys() - letters)
    yield from ((stem, g) for stem, g in shown.items() if stem in kept - others - inputs)
