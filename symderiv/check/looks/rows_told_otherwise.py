r"""Words that say of a matrix the contrary of how it is used: `$W$ has one column per class` beside `z = W x`.

Either the words or the product is a slip, and nothing tells which: a line in which the matrix stands as a whole is left
open. Lines by entries say themselves which index is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ...affine import affine
from ...expr import Sum, Var, of_kind
from ...latex.sentences import clauses
from ...pattern import lazily
from ...resolve.spelled.keys import split_key
from ...step import Judgement, Verdict
from ...system import System
from ..link import Link
from .steps_alone import DISPLAYED

_ROW = r"(?P<row>rows?|Zeilen?|lignes?|filas?|行)"
_COLUMN = r"(?:columns?|Spalten?|colonnes?|columnas?|列)"
_LINE = rf"(?:{_ROW}|{_COLUMN})"
_OUT = (
    r"(?P<out>(?:output\s+)?class(?:es)?|outputs?(?:\s+units?)?|labels?|categor(?:y|ies)|Klassen?|Ausgaben?|classes?|sorties?"
    r"|clases?|salidas?|クラス|出力|类别?|類別?|输出)"
)
_IN = r"(?:inputs?|features?|attributes?|pixels?|Eingaben?|Merkmale?|entrées?|entradas?|特徴|入力|特征|输入)"
_NOUN = rf"(?:{_OUT}|{_IN})(?!\s*(?:vector|weight|layer))"
SAID = (
    lazily(
        rf"\b(?:one|an?|eine?|une?|una)\s+{_LINE}\s+(?:of\s+\$[^$]*\$\s+)?"
        rf"(?:per|for\s+(?:each|every)|pro|für\s+jede[ns]?|par|pour\s+chaque|por|para\s+cada)\s+{_NOUN}",
        re.I,
    ),
    lazily(
        rf"\b{_LINE}\s+(?:of\s+\$[^$]*\$\s+)?(?:belongs?|corresponds?|stands?)\s+(?:to|for)\s+(?:the\s+|an?\s+|one\s+)?{_NOUN}",
        re.I,
    ),
    lazily(rf"{_NOUN}\s*(?:ごとに|毎に)\s*(?:1|一|ひと)?つ?の?{_LINE}", re.I),
    lazily(rf"(?:每个|每一个|每類|每类|每一)\s*{_NOUN}\s*(?:对应|有|占)?\s*(?:的)?\s*一?{_LINE}", re.I),
)
"""How a sentence says what the rows, or the columns, of a matrix are."""
NAME = lazily(r"\$\s*(?:\\(?:mathbf|boldsymbol|bm|mathrm)\s*\{?\s*)?([A-Z]|\\[A-Z][a-z]+)\s*\}?\s*(?:\$|\\in(?![a-z]))")
"""A matrix of which it speaks."""
DENIED = lazily(r"\b(?:not|if|or|instead|some|often|nicht|oder|wenn|pas|ou|si|no|o)\b|ない|場合|不|或|如果", re.I)
DETAIL = "words say of the rows and columns of `{}` the contrary of how it is used"


@lru_cache(maxsize=64)
def rows_told(page: str) -> tuple[tuple[str, bool], ...]:
    """The matrices of which a page says what rows or columns are, each with whether rows are of what is computed.

    >>> rows_told("$W$ has one row per class."), rows_told("$W$ has one column for each class, $V$ does not.")
    ((('W', True),), ())
    >>> rows_told("The columns of $W$ belong to the classes. $V$ hat eine Zeile pro Merkmal.")
    (('W', False), ('V', False))
    """
    found: list[tuple[str, bool]] = []
    for said in clauses(DISPLAYED.sub(" . ", page)):
        told = next(filter(None, (p.search(said) for p in SAID)), None)
        if told is not None and not DENIED.search(said):
            of_output = (told["row"] is not None) is (told["out"] is not None)
            found += ((name, of_output) for name in NAME.findall(said))
    return tuple(dict.fromkeys(found))


def unless_rows_told_otherwise(link: Link, verdict: Verdict) -> Verdict:
    """The verdict; open for a line with a matrix of whose rows and columns words say the contrary of its products."""
    if verdict.judgement not in (Judgement.RIGHT, Judgement.WRONG):
        return verdict
    for name, of_output in rows_told(link.page):
        whole = re.compile(rf"(?<![A-Za-z\\]){re.escape(name)}(?![A-Za-z])\s*\}}?(?!\s*_|\s*\^\s*\{{?\s*[a-su-z(\[])")
        if whole.search(link.written.latex) and (not of_output) in _rows(link.system, name):
            return Verdict(Judgement.UNPROVED, detail=DETAIL.format(name))
    return verdict


def _rows(system: System, name: str) -> Iterator[bool]:
    """Where the entries of a matrix are summed over one index: is the other one, of what is computed, the first?"""
    for p in system.pieces:
        for s in of_kind(p.body, Sum) if p.body is not None else ():
            for x in of_kind(s.body, Var):
                if split_key(x.variable.key)[0] == name and len(x.indices) == 2:
                    summed = [i == affine(s.letter) for i in x.indices]
                    if summed.count(True) == 1 and {*x.indices} & {*p.indices}:
                        yield summed[1]
