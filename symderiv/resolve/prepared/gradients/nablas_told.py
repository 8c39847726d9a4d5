r"""What a nabla is taken by, told in words: `The gradient $\nabla$ is taken with respect to $\mathbf{x}$`.

So is each nabla with nothing below it before something in which that name stands, or before a name alone; `$\nabla f$
is the gradient with respect to $x$` says it of f only. Before a function of something else (`\nabla f(y)`) it is left
as it is, and so is a page that says two things. The nabla may come last, too: `we denote the gradient of $C$ with
respect to $a$ by $\nabla C$`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from ....document.blocks import Block
from ....errors import ReadError
from ....latex import tree as t
from ....latex.alterations import goes_on
from ....latex.doubted import is_doubted
from ....latex.tree import Formula, Nabla, Name, Node, Script, Statement
from ....latex.walking import rebuilt
from ....pattern import lazily
from ...asked import any_of, remembered
from ...located import Located, with_statements
from ...spelled.shape import is_mark, values_in
from ..said_in_place import gaps_of, value_alone

NABLA = lazily(r"\s*(?:\\nabla|\\(?:big)?triangledown|∇)\s*")
"""A nabla alone,"""
_IS = r"(?:(?:always|here|below|all|everywhere|throughout|only)\s+)*"
_TAKEN = r"(?:(?:taken|computed|calculated|evaluated|meant|understood|defined)\s+)?"
_TO = (
    r"(?:with\s+respect\s+to|w\.?\s?r\.?\s?t\.?)\s+(?:the\s+)?"
    r"(?:(?:vector|point|position|location|input|parameters?|weights?|variables?|argument|coordinates?)\s+)?"
)
_ABROAD = (
    r"|,?\s*(?:(?:bezeichnet|ist|sei)\s+)?(?:hier\s+)?(?:immer\s+)?(?:der|den)\s+Gradient(?:en)?\s+"
    r"(?:bezüglich|nach|bzgl\.)\s+(?:der\s+|dem\s+)?"
    r"|,?\s*(?:(?:désigne|est|dénote)\s+)?(?:ici\s+)?(?:toujours\s+)?le\s+gradient\s+par\s+rapport\s+(?:à|au)\s+"
    r"|,?\s*(?:(?:denota|es|indica)\s+)?(?:aquí\s+)?(?:siempre\s+)?el\s+gradiente\s+(?:con\s+)?respecto\s+a\s+"
)
BEHIND_NABLA = lazily(
    rf"\s*,?\s*(?:(?:is|are|will\s+be|denotes?|means?|stands\s+for|for)\s+)?{_IS}{_TAKEN}"
    rf"(?:(?:the|a)\s+)?(?:(?:gradients?|derivatives?|operator)\s+)?{_TAKEN}{_TO}{_ABROAD}",
    re.I,
)
"""the words between it and what it is taken by;"""
GRADIENTS = lazily(
    r"(?:\A|[.,;:(]\s|\s)(?:(?:all|the|every|each|our)\s+)*gradients?\s+(?:operators?\s+)?(?:is|are|will\s+be)\s+"
    rf"{_IS}{_TAKEN}{_IS}{_TO}\Z",
    re.I,
)
"""words before the name that say it without one;"""
JA_BETWEEN, JA_BEHIND = lazily(r"\s*は、?\s*"), lazily(r"\s*(?:に関する|についての|による)(?:勾配|微分)")
ZH_BETWEEN, ZH_BEHIND = (
    lazily(r"\s*(?:是|表示|为|為|指|代表)?(?:关于|關於|对|對)\s*"),
    lazily(r"\s*(?:的|求)(?:梯度|导数|導數|偏导|偏導)"),
)
"""and those before and behind the name where they stand on both sides."""
GRADIENT_OF = lazily(
    r"(?:\A|[.,;:(]\s|\b(?:and|denote|write|abbreviate)\s)\s*the\s+gradient\s+of\s+"
    r"(?:the\s+(?:loss|cost|error|objective)(?:\s+function)?\s+)?\Z",
    re.I,
)
TO = lazily(rf"\s*{_TO}", re.I)
NAMING = lazily(r"\b(?:denote|write|abbreviate)\b", re.I)
CALLED = lazily(r"\s*(?:by|with|as)\s*")
IS_CALLED = lazily(r",?\s*(?:is|will\s+be)\s+(?:here\s+)?(?:denoted|written|abbreviated)\s+(?:(?:by|with|as)\s*)?")
"""Words before, between and behind the three formulas where the nabla comes last;"""
JA_OF, JA_CALLED = lazily(r"\s*の\s*"), lazily(r"\s*(?:に関する|についての|による)勾配を\s*")
JA_NAMING = lazily(r"\s*(?:と書|と表|で表|とする|と記)")
"""and the same in Japanese."""
ENDS = lazily(r"[.;!?]\s|\n\s*\n")
Told: TypeAlias = tuple[Node | None, Name]
"""What a nabla stands before, if it is said of that only, and what it is taken by."""


@remembered
def _is_bare(s: Statement) -> bool:
    return any(x.by is None for x in t.of_kind(s, Nabla))


def with_nablas_told(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The formulas with what is said below the nablas."""
    told = {*_told(located, blocks), *_told_last(located, blocks)} if any_of(located, _is_bare) else set()
    meant = dict(told)
    if not told or len(meant) < len(told):
        return list(located)

    def change(x: Any) -> Nabla | None:
        if not isinstance(x, Nabla) or x.by is not None:
            return None
        by = meant.get(x.of, meant.get(None))
        of = rebuilt(x.of, change)
        return replace(x, of=of, by=Script(False, (by,), "", False) if by is not None and _may_be(x.of, by) else None)

    return with_statements(located, lambda s: rebuilt(s, change))


def _may_be(of: Node, by: Name) -> bool:
    """Is it a name alone, or made of what the nabla is taken by?"""
    plain = isinstance(of, Name) and not any(s.bracket == "(" for s in of.scripts)
    return plain or any(x.scripts == by.scripts and _alike(x, by) for x in t.of_kind(of, Name))


def _alike(one: Name, two: Name) -> bool:
    return (one.base, one.font, one.accents, one.primes) == (two.base, two.font, two.accents, two.primes)


def _told(located: Sequence[Located], blocks: Sequence[Block]) -> Iterator[Told]:
    """What sentences say."""
    gaps = gaps_of(located, blocks)
    for (one, before), (two, words), (_, behind) in zip([(-1, ""), *gaps], gaps, gaps[1:], strict=False):
        by = value_alone(located[two]) if two >= 0 else None
        if not isinstance(by, Name) or by.primes or any(map(is_mark, (e for s in by.scripts for e in s.entries))):
            continue
        said = says_by_what(words, behind)
        of = _nabla(located[one]) if one >= 0 and said else ()
        general = GRADIENTS.search(words)
        lead = words[: general.start()] if general is not None else before
        if not (of or general is not None) or goes_on("", behind) or is_doubted(lead, behind):
            continue
        if of and of[0] == by:
            continue  # the gradient of something else by the name behind it
        yield (of[0] if of and general is None else None), replace(by, span=(0, 0))


def _told_last(located: Sequence[Located], blocks: Sequence[Block]) -> Iterator[Told]:
    """What sentences say in which the nabla comes last."""
    gaps = gaps_of(located, blocks)
    for n, ((one, before), (two, to), (three, called), (_, behind)) in enumerate(
        zip(gaps, gaps[1:], gaps[2:], gaps[3:], strict=False)
    ):
        lead = ENDS.split(" ".join([*(words for _, words in gaps[:n]), before]))[-1]
        japanese = JA_OF.fullmatch(to) and JA_CALLED.fullmatch(called) and JA_NAMING.match(behind)
        if not japanese and not (GRADIENT_OF.search(before) and TO.fullmatch(to) and _names(lead, called)):
            continue
        by, of = value_alone(located[two]), _nabla(located[three])
        if isinstance(by, Name) and not by.primes and of and of[0] is not None and of[0] == value_alone(located[one]):
            marked = any(map(is_mark, (e for s in by.scripts for e in s.entries)))
            if not marked and not goes_on("", behind) and not is_doubted(lead, behind):
                yield of[0], replace(by, span=(0, 0))


def _names(lead: str, called: str) -> bool:
    return bool(IS_CALLED.fullmatch(called) or (CALLED.fullmatch(called) and NAMING.search(lead)))


def says_by_what(words: str, behind: str) -> bool:
    """Do words between a nabla and a name, and behind that, say that it is taken by the name?"""
    if BEHIND_NABLA.fullmatch(words):
        return True
    both = ((JA_BETWEEN, JA_BEHIND), (ZH_BETWEEN, ZH_BEHIND))
    return any(one.fullmatch(words) and two.match(behind) for one, two in both)


def _nabla(pair: Located) -> tuple[Node | None, ...]:
    """What stands behind a nabla in a sentence: None where it is alone; nothing where there is no nabla."""
    display, f = pair
    if NABLA.fullmatch(display.latex):
        return (None,)
    x = value_alone(pair) if isinstance(f, Formula) and not isinstance(f, ReadError) else None
    return (x.of,) if isinstance(x, Nabla) and x.by is None and isinstance(x.of, Name) and values_in(x.of) else ()
