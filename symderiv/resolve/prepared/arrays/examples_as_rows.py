r"""Sentences that call one example a row or a column of a matrix: `each training example is a row of $X$`.

Of the matrix itself that is what its entries say where the first of their letters numbers the examples: it is the one
that stays in `y_{pj} = \sum_i x_{pi} w_{ij}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ....latex import tree as t
from ....latex.tree import Chain, Name
from ....notation import EQUALITIES
from ....pattern import lazily
from ...spelled.scripts import entries_below
from ...spelled.shape import letter_of

_EN = (
    r"(?:each|every|one|an?)\s+(?:(?:training|data|input|single|test)\s+)*(?:examples?|samples?|instances?|observations?"
    r"|datum|points?|cases?|patterns?|inputs?|records?)\s+(?:is|forms|makes\s+up|corresponds\s+to|gives|stands\s+in)"
    r"\s+(?:an?|one|the)\s+(?:(?P<en_row>row)|column)\s+(?:of|in)"
)
_ES = (
    r"cada\s+(?:dato|ejemplo|muestra|observación|patrón|instancia)(?:\s+de\s+(?:entrenamiento|entrada))?"
    r"\s+(?:es|forma|corresponde\s+a)\s+una\s+(?:(?P<es_row>fila)|columna)\s+(?:de|en)"
)
_FR = (
    r"chaque\s+(?:exemple|donnée|échantillon|observation|entrée)(?:\s+d['’](?:apprentissage|entraînement))?"
    r"\s+(?:est|forme|correspond\s+à)\s+une\s+(?:(?P<fr_row>ligne)|colonne)\s+(?:de|dans)"
)
_DE = (
    r"jede[rs]?\s+(?:Trainingsbeispiel|Beispiel|Datenpunkt|Stichprobe|Beobachtung|Datensatz|Muster)"
    r"\s+(?:ist|bildet)\s+eine\s+(?:(?P<de_row>Zeile)|Spalte)\s+(?:von|in)"
)
_IT = (
    r"ogni\s+(?:esempio|campione|dato|osservazione)(?:\s+di\s+(?:addestramento|training))?"
    r"\s+(?:è|forma)\s+una\s+(?:(?P<it_row>riga)|colonna)\s+(?:di|in)"
)
_PT = (
    r"cada\s+(?:exemplo|amostra|dado|observação)(?:\s+de\s+(?:treinamento|treino))?"
    r"\s+(?:é|forma)\s+uma\s+(?:(?P<pt_row>linha)|coluna)\s+(?:de|em)"
)
ONE_EXAMPLE = lazily(
    rf"\b(?:{'|'.join((_EN, _ES, _FR, _DE, _IT, _PT))})"
    r"\s+(?:(?:the|la|der|die)\s+)?(?:(?:matrix|matriz|matrice)\s+)?«(?P<of>[^«»]*)»",
    re.I,
)
"""What one example is; the matrix between the angles."""


def is_row(m: re.Match[str]) -> bool:
    """Is an example called a row?

    >>> [is_row(m) for m in ONE_EXAMPLE.finditer("Each sample is a row of «X», cada dato es una columna de «Y».")]
    [True, False]
    """
    return any(found for name, found in m.groupdict().items() if name.endswith("_row"))


def letter_of_examples(letter: str, chains: Sequence[Chain]) -> str | None:
    """The index of a matrix of entries that an equation keeps where it sums over the other one; None if none does."""
    found = set(_kept(letter, chains))
    return found.pop() if len(found) == 1 else None


def _kept(letter: str, chains: Sequence[Chain]) -> Iterator[str]:
    for c in chains:
        head = c.members[0]
        if not isinstance(head, Name) or not c.relations or c.relations[0] not in EQUALITIES:
            continue
        left = {letter_of(e) for e in entries_below(head)}
        for total in (x for m in c.members[1:] for x in t.of_kind(m, t.BigSum)):
            over = {letter_of(y) for b in total.below for y in t.of_kind(b, Name)}
            for x in t.of_kind(total.body, Name):
                one_two = [letter_of(e) for e in entries_below(x)]
                if x.base == letter and len(one_two) == 2:
                    yield from (a for a in one_two if a is not None and a in left - over)
