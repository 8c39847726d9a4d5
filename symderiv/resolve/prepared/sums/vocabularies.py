r"""Sums over a dictionary: `\sum_{i \in \mathcal{V}} \exp(\mathbf{u}_i^\top \mathbf{h})` with `the dictionary
$\mathcal{V}$`, or `the vocabulary $V$`.

A set may be a part of what its letter runs over; the dictionary is all of it, since an index of a word, also the c of
one word, is one of the dictionary. So is the condition `(j \in \mathcal{V})` no condition. Where a page names several
dictionaries, each may be a part. The set of all nodes is all, too (`the set $\mathcal{V}$ of all nodes`); a network
`$\mathcal{N}$ of $N$ nodes` has the nodes from 1 to N.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....document.blocks import Display
from ....errors import ReadError
from ....latex import tree as t
from ....latex.hedged import is_hedged
from ....latex.tree import BigSum, Call, Chain, Name, Node, Number, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES, PROBABILITIES
from ....pattern import lazily
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, letter_of, stem_of
from ...told.shares import shares_in
from ..applied import applied_alone, is_space

WORDS = lazily(
    r"(?:dictionary|vocabulary|lexicon|vocabulaire|dictionnaire|Vokabular|Wörterbuch|vocabulario|diccionario|词典|词表|"
    r"詞典|語彙|辞書)(?:\s+(?:set|of\s+(?:all\s+)?words))?\s*(?:集合)?\s*\Z",
    re.I,
)
"""Words before the name of a dictionary."""
THINGS = (
    r"(?:all|every)\s+(?:of\s+)?(?:the\s+)?(?:nodes|neurons|neurones|units|vertices|elements|entries|indices|components|"
    r"coordinates|samples|examples|observations|data\s+points|classes|words|tokens|states|particles|sites|agents)"
)
SETS = r"(?:set|collection|index\s+set)"
SET = lazily(rf"\bthe\s+{SETS}\s*\Z", re.I)
"""Words before the name of a set."""
SAID = lazily(r"(?:\A|[,;:(]|\b(?:let|where|here|and|with))\s*\Z", re.I)
"""Words before a name of which the words behind it say what it is."""
LESS = (
    r"except\w*|exclu\w+|omit\w*|without|only|alone|other|others|apart|besides|aside|outside|but|ignor\w+|leav\w+|left|"
    r"remain\w*|rest\w*|less|minus|skip\w*|drop\w*|remov\w+|delet\w+|miss\w+|absent|beyond"
)
SUPPOSING = lazily(
    rf"\b(?:if|when\w*|unless|suppos\w*|assum\w*|not|never|would|were|subset|part|some|imagine|zero|{LESS})\b", re.I
)
"""Words in the sentence by which it may say nothing of the page, or of less than all."""
NAMED = (
    r"\s*,?\s*(?:(?:and|where|with|while)\s+)?\$[^$]*\$\s+"
    r"(?:(?:is|are|be|denotes?|means?|stands?\s+for)\s+)?(?:an?|the|its|their|what)\s+"
)
ENDS = rf"\s*(?:\)\s*)?(?:[.;]?\s*\Z|[,;]?{NAMED}(?:(?!\b(?:not|that|which|who|whose|{LESS})\b)[^.;:()])*[.;:]?\s*\Z)"
"""What ends a sentence, or goes on with what other letters are: no more is said of the set."""
BEFORE = lazily(rf"\b{SETS}\s+of\s+{THINGS}\s*(?:by|as)?\s*\Z", re.I)
"""Words before the name of a set that is all there is."""
WHOLE = r"\s*(?:(?:in|of)\s+(?:the|our|this)\s+(?:network|graph|model|system|data))?"
ENDED = lazily(rf"\A{WHOLE}{ENDS}", re.I)
BEHIND = lazily(
    rf"\A\s*(?P<said>(?:is|be|denotes|means|stands\s+for)\s+the\s+{SETS}\s+)?of\s+{THINGS}{WHOLE}{ENDS}", re.I
)
"""Words behind it, which go on no further: `is the set of all nodes`, `the set $\\mathcal{N}$ of all nodes`."""
NETWORK = lazily(
    r"\b(?:an?|the|our|this)\s+(?:(?:fully|densely|given|whole|entire|full|complete|connected|recurrent|neural)[\s-]+)*"
    r"(?:network|graph|net)\s*\Z",
    re.I,
)
"""Words before the name of a network."""
OF_SO_MANY = lazily(
    r"\A\s*(?:of|with|that\s+has|which\s+has|having|consisting\s+of|comprising|composed\s+of|made\s+(?:up\s+)?of)\s+"
    r"\$([A-Z])\$\s+(?:(?:binary|identical|coupled|interacting|stochastic|spiking|linear|nonlinear|simple)\s+)?"
    rf"(?:nodes|neurons|neurones|units|vertices|elements){ENDS}"
)
"""Words behind it that say how many nodes it has, and no more."""


RELATED = frozenset([r"\notin", r"\subset", r"\subseteq", r"\supset", r"\supseteq", r"\ni"])
"""Relations by which there is more than one set."""


def _has_any(s: Statement) -> bool:
    return any(_set(i) is not None for x in t.of_kind(s, BigSum) for i in x.below)


@where(_has_any)
def with_vocabularies_whole(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document, the sums over what its words call everything without a set."""
    found = _with_whole(located, _named(located, _is_dictionary) or _outcomes(located))
    return found if _counts_from_zero(found) else _with_networks_counted(_with_whole(found, _named(found, _is_all)))


def _counts_from_zero(located: Sequence[Located]) -> bool:
    """Does an index 0 stand on the page, or a sum or a range from 0? Then nothing says where nodes are counted from."""
    return any(_names_zero(s, d.inline) for d, f in located if not isinstance(f, ReadError) for s in f.statements)


def _names_zero(s: Statement, inline: bool) -> bool:
    below = [x for n in t.of_kind(s, Name) for script in n.scripts if not script.above for x in script.entries]
    below += [x for n in t.of_kind(s, BigSum) for x in n.below]
    begins = [c for c in (s.chain, *s.conditions) if isinstance(c, Chain) and letter_of(c.members[0]) is not None]
    below += [c for c in begins if inline or t.of_kind(c, t.Listing)]
    below += s.chain.members if inline and len(s.chain.members) == 1 else ()
    return any(x.text == "0" for part in below for x in t.of_kind(part, Number))


def _is_dictionary(d: Display) -> bool:
    return WORDS.search(d.before) is not None


def _is_all(d: Display) -> bool:
    if is_hedged(d.before, d.after) or SUPPOSING.search(d.before):
        return False
    behind = BEHIND.search(d.after)
    named = behind is not None and (SAID if behind["said"] else SET).search(d.before) is not None
    return named or (BEFORE.search(d.before) is not None and ENDED.search(d.after) is not None)


def _is_counted(d: Display) -> bool:
    supposed = is_hedged(d.before, d.after) or SUPPOSING.search(d.before)
    return not supposed and bool(NETWORK.search(d.before) and OF_SO_MANY.search(d.after))


def _outcomes(located: Sequence[Located]) -> set[Name]:
    r"""The one set that a page names, where a probability is a share of what a sum over it comes to.

    A sum of the same numbers over a range, `\sum_{k=1}^K`, may be over some of them: then it is none. Nor is a set of
    which words say something else, whatever that is.
    """
    lines = [s for f in read_of(located) for s in f.statements]
    inline = [f for d, f in located if d.inline and not isinstance(f, ReadError)]
    sets = {x for s in lines for c in t.of_kind(s, Chain) for x in _sets_in(c)}
    chains = [s.chain for s in lines if EQUALITIES & {*s.chain.relations}]
    shares = [c for c in chains if len(sets) == 1 and _is_of_outcomes(c)]
    numbered = {x for c in shares for y in t.of_kind(c, BigSum) if _is_over_set(y) for x in _numbered_by(y)}
    ranges = (y for s in lines for y in t.of_kind(s, BigSum) if y.above is not None)
    sets -= {stripped for f in inline for x in t.of_kind(f, Name) if (stripped := replace(x, span=(0, 0))) in sets}
    known = shares and numbered.isdisjoint(x for y in ranges for x in _numbered_by(y))
    return {x for x in sets if x is not None} if known else set()


def _sets_in(c: Chain) -> Iterator[Name | None]:
    """The set behind a letter, None where it has no name, or something is in none or a set in another."""
    if not RELATED.isdisjoint(c.relations):
        yield None
    elif r"\in" in c.relations and letter_of(c.members[0]) is not None and not is_space(c.members[1]):
        yield _set(c)


def _is_of_outcomes(c: Chain) -> bool:
    """Is a probability of what a letter numbers the share of that in a sum over a set?"""
    whole = replace(c, members=rebuilt(c.members, _without_sets))
    told = {*shares_in(whole)} - {*shares_in(c)}
    return bool(told) and any(not told.isdisjoint(_event(m)) for m in c.members)


def _event(x: Node) -> Iterator[str | None]:
    """The letters of what a probability is of: `P(w_c | ..)`, or `P_c`, as that may be written by now."""
    inner = x.args[0] if isinstance(x, Call) and x.function == "log" and len(x.args) == 1 else x
    found = applied_alone(inner)
    name = found[0] if found is not None else inner
    if isinstance(name, Name) and name.base in PROBABILITIES:
        events = (name,) if found is None else tuple(t.of_kind(found[1].items[0], Name))
        yield from (letter_of(e) for n in events for e in (n, *_entries(n)))


def _is_over_set(x: BigSum) -> bool:
    return any(_set(i) is not None for i in x.below)


def _numbered_by(x: BigSum) -> Iterator[Stem]:
    """What the letters of a sum number."""
    heads = (i.members[0] if isinstance(i, Chain) else i for i in x.below)
    letters = {y for i in heads if (y := letter_of(i)) is not None}
    yield from (stem_of(n) for n in t.of_kind(x.body, Name) if any(letter_of(e) in letters for e in _entries(n)))


def _entries(x: Name) -> Iterator[Node]:
    return (e for s in x.scripts for e in s.entries)


def _without_sets(x: Any) -> Node | None:
    if not isinstance(x, BigSum) or not _is_over_set(x):
        return None
    below = tuple(i.members[0] if isinstance(i, Chain) and _set(i) is not None else i for i in x.below)
    return replace(x, below=below, body=rebuilt(x.body, _without_sets))


def _named(located: Sequence[Located], is_meant: Callable[[Display], bool]) -> dict[Name, Display]:
    """The letters that stand between such words, each with a place."""
    inline = [(d, f) for d, f in located if d.inline and not isinstance(f, ReadError) and is_meant(d)]
    heads = ((f.statements[0].chain, d) for d, f in inline if f.statements)
    alone = ((c.members[0], d) for c, d in heads if len(c.members) == 1)
    return {replace(x, span=(0, 0)): d for x, d in alone if isinstance(x, Name) and not x.scripts}


def _with_whole(located: Sequence[Located], named: Collection[Name]) -> list[Located]:
    if len(named) != 1:
        return list(located)
    (everything,) = named

    def change(x: Any) -> Node | None:
        if not isinstance(x, BigSum) or all(_set(i) != everything for i in x.below):
            return None
        below = tuple(i.members[0] if isinstance(i, Chain) and _set(i) == everything else i for i in x.below)
        return replace(x, below=below, body=rebuilt(x.body, change))

    return with_statements(located, lambda s: rebuilt(_without_condition(s, everything), change))


def _with_networks_counted(located: Sequence[Located]) -> list[Located]:
    """A sum over the one network of which words say how many nodes it has, from the first to the last of them."""
    named = _named(located, _is_counted)
    if len(named) != 1:
        return list(located)
    ((network, display),) = named.items()
    counted = OF_SO_MANY.search(display.after)
    assert counted is not None
    end = Name(counted[1])

    def change(x: Any) -> Node | None:
        if not isinstance(x, BigSum) or x.above is not None or len(x.below) != 1 or _set(x.below[0]) != network:
            return None
        (c,) = x.below
        assert isinstance(c, Chain)
        first = Chain((c.members[0], Number("1", c.span)), ("=",), c.relation_spans, c.span)
        return replace(x, below=(first,), above=replace(end, span=c.span), body=rebuilt(x.body, change))

    return with_statements(located, lambda s: rebuilt(_without_condition(s, network), change))


def _without_condition(s: Statement, everything: Name) -> Statement:
    kept = tuple(c for c in s.conditions if _set(c) != everything)
    return s if len(kept) == len(s.conditions) else replace(s, conditions=kept)


def _set(item: object) -> Name | None:
    r"""The name behind `i \in`."""
    if not isinstance(item, Chain) or item.relations != (r"\in",) or letter_of(item.members[0]) is None:
        return None
    x = item.members[1]
    return replace(x, span=(0, 0)) if isinstance(x, Name) and not x.scripts else None
