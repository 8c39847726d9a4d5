r"""Sizes that words give by a number, `a network with two outputs`, where no letter says so.

A line with each unit written out, `w_{1j} (y_1 - t_1) + w_{2j} (y_2 - t_2)`, is wrong for a third one. Where it is
right for as many as the words say, it is open: nobody says which letter counts them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import product

from ...affine import Sym
from ...domain import eq
from ...domain.constraint import Constraint
from ...expr import Var, of_kind
from ...pattern import lazily
from ...step import Judgement, Verdict
from ..link import Link
from ..words.spoken import spoken

NUMBERS = {
    2: r"two|both|2|zwei|deux|dos|due|dois|duas|два|две|二つ|2つ|２つ|两个|兩個",
    3: r"three|3|drei|trois|tres|tre|três|три|三つ|3つ|３つ|三个|三個",
    4: r"four|4|vier|quatre|cuatro|quattro|quatro|четыре|四つ|4つ|４つ|四个|四個",
    5: r"five|5|fünf|cinq|cinco|cinque|пять|五つ|5つ|５つ|五个|五個",
    6: r"six|6|sechs|seis|sei|шесть|六つ|6つ|６つ|六个|六個",
}
"""Words for numbers,"""
COUNTED = (
    r"outputs?|inputs?|units?|neurons?|nodes?|class(?:es)?|categor(?:y|ies)|components?|entries|features?|logits?"
    r"|dimensions?|Ausgaben?|Eingaben?|Ausgänge|Eingänge|Einheiten|Neuronen|Knoten|Klassen|sorties|entrées|unités"
    r"|neurones|classes|salidas|entradas|unidades|neuronas|clases|saídas|neurônios|выход\w*|вход\w*|нейрон\w*"
)
COUNTED_EAST = r"(?:の)?(?:出力|入力|隠れ|ユニット|ニューロン|ノード|クラス|输出|输入|单元|神经元|类别)"
"""and for what a network has as many of, in the West and in the East."""
SAID = {
    n: lazily(
        rf"(?<![A-Za-z0-9.])(?:{words})(?:(?:[ -]+[\w-]+){{0,3}}[ -]+(?:{COUNTED})\b|\s*{COUNTED_EAST})"
        rf"|{COUNTED_EAST}(?:ユニット|素子)?[がは]\s*(?:{words})",
        re.I,
    )
    for n, words in NUMBERS.items()
}
DETAIL = "it is right where `{}`, as words may say: write the range of the letter"

Under = Callable[[Link, tuple[Constraint, ...]], Verdict]


def unless_counted_in_words(link: Link, verdict: Verdict, under: Under) -> Verdict:
    """The verdict; open for a line with entries by number that is right for as many as words say there are."""
    if verdict.judgement is not Judgement.WRONG:
        return verdict
    entries = [x for e in (link.left, link.right) for x in of_kind(e, Var)]
    by_number = {i.const for x in entries for i in x.indices if i.is_constant}
    said = [n for n in numbers_said(link.page) if n in by_number] if by_number else []
    if not said:
        return verdict
    sizes = [s for s in link.system.sizes if s in link.system.presumed or not _is_typed(s, link.page)]
    for told in _told(sorted(sizes, key=lambda s: s.key), said):
        if under(link, tuple(eq(s, n) for s, n in told)).judgement is Judgement.RIGHT:
            return Verdict(Judgement.UNPROVED, detail=DETAIL.format(", ".join(f"{s.name} = {n}" for s, n in told)))
    return verdict


def _is_typed(size: Sym, page: str) -> bool:
    """Does the letter of a size stand anywhere on a page?"""
    return re.search(rf"(?<![A-Za-z\\]){re.escape(size.name)}(?![A-Za-z])", page) is not None


@lru_cache(maxsize=64)
def numbers_said(page: str) -> tuple[int, ...]:
    """How many of something a network has, as words of a page say.

    >>> numbers_said("A network with two outputs and three hidden units."), numbers_said("In two steps, as above")
    ((2, 3), ())
    """
    return tuple(n for n, said in SAID.items() if said.search(spoken(page)))


def _told(sizes: list[Sym], numbers: list[int]) -> Iterator[tuple[tuple[Sym, int], ...]]:
    """The sizes that words may be about, one by one and then two at once."""
    one = list(product(sizes, numbers))
    yield from ((x,) for x in one)
    yield from ((a, b) for a, b in product(one, one) if a[0].key < b[0].key and a[1] != b[1])
