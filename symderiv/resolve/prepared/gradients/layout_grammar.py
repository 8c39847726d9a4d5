r"""Sentences about the layout of gradients and Jacobians: of which derivatives they tell it, and what they tell.

`Gradients have the shape of the variable`, `Gradients are laid out as the transpose of the variable`, `The Jacobian
has one row per output`: a sentence is understood if all its words are parts of one of these (`layout_words`), in
their order. One that speaks of layouts and is not understood leaves open what it is about. One that states a result,
`the gradient is the transpose of the weights`, or speaks of another place, `in our code gradients are transposed`,
tells nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from functools import lru_cache

from ....notation import BY_MATRICES, BY_VECTORS, OF_NUMBERS
from ....pattern import lazily
from ...shapes.rows_told import ASIDE, DENIED
from .layout_words import (
    ANOTHER,
    AS_OTHERS,
    ELSEWHERE,
    GENERAL,
    GENERIC,
    LAYS_OUT,
    PLACES,
    RESULTS,
    SIGNS,
    STEMS,
    TONGUES,
    UNLIKE,
    Tongue,
)


class Layout(StrEnum):
    """How derivatives stand."""

    AS_VARIABLE = "as the variable"
    TRANSPOSED = "transposed"
    ROWS_ABOVE = "rows of what is differentiated"
    ROWS_BELOW = "rows of what it is taken by"
    OPEN = "told, but not understood"


@dataclass(frozen=True, slots=True)
class Told:
    """Kinds of derivatives (`notation`), and the layout that is told of them."""

    of: frozenset[str]
    layout: Layout


NUMBERS, JACOBIANS = frozenset([OF_NUMBERS, BY_MATRICES]), frozenset([BY_VECTORS])
MATRIX = lazily(r"matri|行列|矩阵|矩陣", re.I)
VECTOR = lazily(r"ve[ck]t|ベクトル|向量", re.I)
IN_ANOTHER = lazily(rf"(?:\A|[.;:,。、，\s])(?:{ANOTHER})\s*[:：,，]?\s*\Z", re.I)
BY_OTHERS = lazily(rf"(?:\A|[.;:,。、，\s])(?:{ELSEWHERE})\s*[:：,，]?\s*\Z", re.I)
_TAKING_PART = (
    r"\b(?:multipl\w+|times|products?|through|apply|applying|using|sum\w*|outer|chain|mal|fois|por)\b|掛け|かけ|乗|乘"
)
CLAUSE = lazily(r"[,;:：，、]\s*(?:(?:and|while|where|so|und|et|y)\b\s*)?|\s+(?:and|while)\s+", re.I)
ENTRIES = lazily(r"(?:\brow|Zeile|ligne|fila)\s*§.*(?:column|Spalte|colonne|columna)\s*§|§\s*行.*§\s*列", re.I | re.S)
"""A layout that is told by an entry (`layouts_by_entry`)."""
BY_SIZES = lazily(
    r"§\s*matrix\s*,?\s*(?:is|are|will\s+be)\s+(?:not\s+)?(?:always\s+)?(?:\w+\s+(?:\w+\s+)?as\s+)?(?:an?|the)\s*§\s*(?:matrix|one)\W*\Z",
    re.I,
)
"""Or by two sizes (`layouts_told`)."""
SHOWN_BEHIND = lazily(r"\s*[,:]\s*§\W*\Z")
"""A formula behind all that a sentence says, which shows it."""
CALCULATION = lazily(_TAKING_PART, re.I)
"""Words by which a sentence says how a derivative is computed."""
ALL_OF_THEM = lazily(GENERAL, re.I)
OF_ALL = lazily(rf"{GENERAL}|{GENERIC}", re.I)
LAYING = lazily(LAYS_OUT, re.I)
RESULT = lazily(RESULTS, re.I)
OTHER_PLACE = lazily(rf"\W*(?:(?:and|but|also|note\s+that)\s+)*(?:{PLACES})\s*[,，、]?\s*", re.I)
AT_OTHER_PLACE = lazily(rf"[^,;:，、]*\s(?:{PLACES})\W*", re.I)
SOME_PLACE = lazily(rf"\b(?:{PLACES})", re.I)
AGAINST = lazily(rf"\W*(?:{UNLIKE})", re.I)
WITH_OTHERS = lazily(rf"\W*(?:{UNLIKE}|{AS_OTHERS})", re.I)
OF_JACOBIANS = lazily(r"Jacobi|ヤコビ|雅[可克]比|야코비", re.I)
UNUSUAL = (Layout.TRANSPOSED, Layout.ROWS_BELOW)


@dataclass(frozen=True, slots=True)
class _Forms:
    """The sentences of a language."""

    like: re.Pattern[str]
    turned: re.Pattern[str]
    above: re.Pattern[str]
    below: re.Pattern[str]
    gradients: re.Pattern[str]
    jacobians: re.Pattern[str]
    subject: re.Pattern[str]


def layout_told(sentence: str) -> Told | None:
    """What a sentence tells of the layout of derivatives; formulas stand in it as signs. None: it is not about that.

    >>> layout_told("Gradients have the same shape as the variable").layout.value
    'as the variable'
    >>> layout_told("Gradients are laid out as the transpose of the variable").layout.value
    'transposed'
    >>> layout_told("ヤコビ行列は出力ごとに1つの行をもつ").layout.value
    'rows of what is differentiated'
    >>> layout_told("Gradients may well be transposed").layout.value
    'told, but not understood'
    >>> layout_told("The gradient is multiplied by the transpose of §"), layout_told("Other books transpose gradients")
    (None, None)
    >>> layout_told("The gradient is the transpose of the weights"), layout_told("In our code gradients are transposed")
    (None, None)
    """
    lowered = sentence.lower()
    if not any(x in lowered for x in STEMS) or not any(x in lowered for x in SIGNS):
        return None
    if is_of_others(sentence):
        return _beside_others(sentence)
    place = OTHER_PLACE.match(sentence)
    if place is not None or AT_OTHER_PLACE.fullmatch(sentence):
        said = sentence[place.end() :] if place is not None else ""
        return _unclear(said) if len(CLAUSE.split(said)) > 1 and _understood(said) is None else None
    return _understood(sentence) or _by_clauses(sentence) or _unclear(sentence)


def _by_clauses(sentence: str) -> Told | None:
    """What the first clause tells that is understood; an unusual layout is doubtful behind words of anything else.

    Where it is that of the variable, as everywhere, one behind it that tells of Jacobians says more.
    """
    clauses = CLAUSE.split(sentence)
    told = [_understood(clause) for clause in clauses]
    usual = next((x for x in told if x is not None), None)
    further = usual is not None and usual.layout is Layout.AS_VARIABLE and any(x and x.of == JACOBIANS for x in told)
    for n, found in enumerate(told):
        if found is not None and (found.of == JACOBIANS or not further):
            is_sure = not DENIED.search(sentence) and not ASIDE.search(sentence)
            is_sure = is_sure and (found.layout not in UNUSUAL or all(map(_is_of_derivatives, clauses[:n])))
            return found if is_sure else replace(found, layout=Layout.OPEN)
    return None


def _is_of_derivatives(clause: str) -> bool:
    """Is a clause about derivatives, and those of the page?"""
    return any(x.subject.match(clause) for x in _forms()) and SOME_PLACE.search(clause) is None


def _beside_others(sentence: str) -> Told | None:
    """What a sentence tells that names others: theirs is no matter, but the page's may be told beside it."""
    first, *rest = CLAUSE.split(sentence)
    if WITH_OTHERS.match(sentence):
        main = _understood(rest[0]) if len(rest) == 1 and AGAINST.fullmatch(first) else None
        return main or Told(JACOBIANS if OF_JACOBIANS.search(sentence) else NUMBERS, Layout.OPEN)
    own = None if is_of_others(first) else _understood(first) or _unclear(first)
    return None if own is None or own.layout is Layout.AS_VARIABLE else replace(own, layout=Layout.OPEN)


def _understood(sentence: str) -> Told | None:
    for forms in _forms():
        for layout, form in (
            (Layout.AS_VARIABLE, forms.like),
            (Layout.TRANSPOSED, forms.turned),
            (Layout.ROWS_ABOVE, forms.above),
            (Layout.ROWS_BELOW, forms.below),
        ):
            if form.fullmatch(sentence):
                said = SHOWN_BEHIND.sub("", sentence)
                of_one = layout is Layout.TRANSPOSED and ("§" in said or not OF_ALL.search(sentence))
                return Told(_kinds(sentence, layout), Layout.OPEN if of_one else layout)
    return None


def is_of_others(words: str) -> bool:
    """Do words tell that what is behind them is in the layout of others, or in one that may be another?

    >>> is_of_others("Others write the transpose:"), is_of_others("In numerator layout one would write")
    (True, True)
    >>> is_of_others("With rows this reads"), is_of_others("Gradients have the shape of the variable. So we get")
    (True, False)
    """
    return IN_ANOTHER.search(words) is not None or (
        BY_OTHERS.search(words) is not None and _SPEAKS.search(words) is not None
    )


def _kinds(sentence: str, layout: Layout) -> frozenset[str]:
    if layout in (Layout.ROWS_ABOVE, Layout.ROWS_BELOW):
        return JACOBIANS
    matrix, vector = MATRIX.search(sentence) is not None, VECTOR.search(sentence) is not None
    return NUMBERS if matrix is vector else frozenset([BY_MATRICES if matrix else OF_NUMBERS])


def _unclear(sentence: str) -> Told | None:
    """What a sentence leaves open that speaks of layouts."""
    if any(x.search(sentence) for x in (ENTRIES, BY_SIZES, CALCULATION)):
        return None
    for forms in _forms():
        for form, kinds in ((forms.jacobians, JACOBIANS), (forms.gradients, NUMBERS)):
            if form.search(sentence) is not None and not (kinds is NUMBERS and _is_result(sentence)):
                return Told(kinds, Layout.OPEN)
    return None


def _is_result(sentence: str) -> bool:
    """Does a sentence tell what one derivative is: `the gradient is the transpose of the weights`?"""
    return RESULT.search(sentence) is not None and not any(x.search(sentence) for x in (LAYING, ALL_OF_THEM))


@lru_cache(maxsize=1)
def _forms() -> tuple[_Forms, ...]:
    return tuple(map(_forms_of, TONGUES))


_AT_SOME_PLACE = r"(?:in\s+(?:these|this|our|the)\s+\w+\s*,?\s*)?"
_SLOPES = r"gradient|derivative|Ableitung|dérivée|derivada"
_SPEAKS = lazily("|".join([*(t.speaks for t in TONGUES), r"\brows?\b|\bcolumns?\b"]), re.I)


def _forms_of(t: Tongue) -> _Forms:
    def sentence(pattern: str) -> re.Pattern[str]:
        return re.compile(rf"\W*{t.lead}{pattern}{t.end}\W*", re.I | re.S)

    parts = {f.name: getattr(t, f.name) for f in fields(t) if f.name not in ("by_rows", "lead", "end", "speaks")}
    gradients = t.gradients
    across = parts | {"rows": t.columns, "columns": t.rows}  # what is said of columns is mirrored

    def by_rows(of: str, by: str) -> str:
        said = [x.format(**parts, of=of, by=by) for x in t.by_rows]
        return "|".join(said + [x.format(**across, of=by, by=of) for x in t.by_rows])

    space = r"\s*"
    return _Forms(
        sentence(rf"{gradients}{space}{t.like.format(**parts)}"),
        sentence(rf"{gradients}{space}{t.turned.format(**parts)}"),
        sentence(rf"(?:{by_rows(t.above, t.below)})"),
        sentence(rf"(?:{by_rows(t.below, t.above)})"),
        re.compile(
            rf"\A\W*{t.lead}{_AT_SOME_PLACE}(?:\w+\s+){{0,2}}{gradients}{space}[^.;。§]{{0,60}}?(?:{t.speaks})"
            rf"|\b(?:{t.rows}|{t.columns})\s+\w+\s+{gradients}\s[^.;。§]{{0,30}}\b(?:{t.above}|{t.below}|{_SLOPES})",
            re.I,
        ),
        re.compile(
            rf"\A\W*{t.lead}{_AT_SOME_PLACE}{t.jacobians}{space}[^.;。§]{{0,60}}?(?:{t.speaks}|{t.rows}|{t.columns})"
            rf"|\b(?:{t.rows}|{t.columns})\b(?![*_]*[ -]?ve[ck]t)[^.;。]{{0,60}}?\b{t.jacobians}",
            re.I,
        ),
        re.compile(rf"\W*{t.lead}(?:{gradients}|{t.jacobians})", re.I),
    )
