r"""A clause that says of a case what depends on what: `For $k = j$, both $o_i$ and $w_{ki}$ depend on $w_{ji}$`.

So derivations explain which term of a product rule stays. It is a condition of what is displayed below, as nothing else
is said but names and what they depend on.
"""

from __future__ import annotations

import re

from ..pattern import lazily
from .clauses import FORMULA

_F = re.escape(FORMULA)


def _names(joined: str, between: str = r"[\s,]*") -> str:
    """Some names, with words that join them."""
    return rf"{_F}(?:{between}(?:(?:{joined})\s*)?{_F})*"


_ENGLISH = (
    rf"[\s,]*(?:then\s+)?(?:both\s+|only\s+|neither\s+|none\s+of\s+)?{_names('and|nor|or')}\s*(?:all\s+|both\s+|also\s+)?"
    rf"(?:depends?|do\s+not\s+depend|does\s+not\s+depend)\s+on\s+{_F}"
)
_JAPANESE = (
    r"\s*(?:のとき|の時|の場合|ならば?|では)(?:に)?(?:は)?[、，,\s]*"
    rf"{_names('も|と|が|は|および|や', r'[ 　、，,]*')}\s*(?:のみが|だけが|も|が|は)?\s*(?:(?:{_F}\s*)?に(?:は)?)?"
    r"\s*(?:依存(?:する|しない|します|しません)?|非依存)"
)
_CHINESE = (
    rf"\s*(?:时|時)?[，,、\s]*(?:只有|仅)?\s*{_names('和|与|及', r'[ 、，,]*')}"
    rf"\s*(?:都|均|也)?(?:不)?(?:依赖|依賴)(?:于|於)?\s*{_F}"
)
_END = r"[\s.,:。、，：]*"
_SAID = f"(?:{'|'.join((_ENGLISH, _JAPANESE, _CHINESE))})"
_NEXT = rf"(?:(?:for|if|when|当|若)\s+)?{_F}"
_LEADS = lazily(r"[\s↑]*(?:(?:and\s+)?(?:for|if|when)\s+|[当當若]\s*|如果\s*|もし\s*|また[、，]?\s*)?", re.I)
"""All that may stand in front of the condition."""
SAYS = lazily(rf"(?:{_SAID}{_END}{_NEXT})?{_SAID}{_END}", re.I)


_UNITS = (
    r"(?:units?|neurons?|nodes?|Neuron(?:en|s)?|Knoten|Einheit(?:en)?|neurones?|unités?|n[œo]uds?|neuronas?"
    r"|unidad(?:es)?|nodos?|neuron[ei]|unità|nod[oi]|neurônios?|neurónios?|unidades?|нейрон(?:а|ы|ов)?|узлы?|узлов)"
)
_ANY = (
    r"(?:an?|each|every|the|one|ein(?:e[snr]?)?|jede[srn]?|das|der|die|un[aoe]?|uno|chaque|le|la|les|l['’]|cada|el|los"
    r"|las|ogni|il|gli|i|o|os|um|каждый|один)"
)
_ALL = r"(?:all|every|each|alle|tous|toutes|todos|todas|tutti|все|всех|на)"
_HIDDEN = (
    r"(?:hidden|inner|verdeckte[srn]?|verborgene[srn]?|innere[srn]?|cachée?s?|ocult[oa]s?|nascost[oai]|interm[eé]di\w+"
    r"|скрыт\w+)"
)
_OF = r"(?:of|in|from|der|aus|in der|einer|de la|d['’]une|du|de|en|della|dello|di|da|na|em)"
_LAYER = r"(?:layers?|Schicht(?:en)?|couches?|capas?|strat[oi]|livell[oi]|camadas?|сло(?:я|й|и|е|ёв|ев))"
_NEXT_ONE = (
    r"(?:next|following|nächsten|folgenden|suivante|siguiente|successiv[oa]|seguinte|следующ\w+"
    r"|(?:der|dello|della|do|da|du|de la|d['’]une)\s+\w+\s+(?:successiv[oa]|seguinte|suivante))"
)
_ACTS = (
    r"(?:acts\s+on|affects?|influences?|feeds(?:\s+into)?|is\s+connected\s+to|wirkt\s+auf|beeinflusst"
    r"|agit\s+sur|influe\s+sur|influence|actúa\s+sobre|influye\s+en|afecta\s+a|agisce\s+su|influenza|influisce\s+su"
    r"|age\s+sobre|influencia|afeta|влияет\s+на|действует\s+на)"
)
_UNIT_OF = rf"(?:{_ANY}\s+)?(?:{_HIDDEN}\s+)?{_UNITS}(?:\s+{_HIDDEN})?\s*(?:{_F}\s*)?(?:{_OF}\s+)*(?:{_ANY}\s+)?"
UNIT = lazily(rf"\s*{_UNIT_OF}(?:{_HIDDEN}\s+)?{_LAYER}\s*", re.I)
ACTS = lazily(
    rf"\s*,?\s*{_ACTS}\s+(?:{_ALL}\s+)?{_UNIT_OF}(?:{_NEXT_ONE}\s+{_LAYER}|{_LAYER}\s*(?:{_F}|{_NEXT_ONE}))?\s*[.:,]?\s*",
    re.I,
)
"""Words around the layer of a unit that say what it acts on: `A hidden unit $j$ of layer $l < L$ acts on all units
$i$ of the next layer`."""
_GOAL = (
    r"(?:(?:the|our)\s+(?:goal|aim|task)\s+is(?:\s+now)?\s+to\s+(?:compute|find|calculate|derive)"
    r"|(?:das|unser)\s+Ziel\s+ist(?:\s+es)?,?|(?:l['’]objectif|le\s+but)\s+est\s+de\s+(?:calculer|trouver)"
    r"|(?:el|nuestro)\s+objetivo\s+es\s+(?:calcular|hallar)|(?:l['’]obiettivo|lo\s+scopo)\s+è\s+(?:di\s+)?(?:calcolare|trovare)"
    r"|o\s+objetivo\s+é\s+(?:calcular|encontrar)|цель\s*(?:—|-)?\s*(?:вычислить|найти))"
)
_FOR = r"(?:for|in|für|in|pour|dans|para|en|per|em|для|в)"
GOAL = lazily(rf"\s*{_GOAL}\s+{_F}\s+{_FOR}\s+(?:{_ANY}\s+)?(?:{_HIDDEN}\s+)?{_LAYER}\s*", re.I)
_GIVEN = (
    r"(?:given|étant\s+donnée?|connaissant|dad[oa]|conocido|dat[oa]|зная)\s+(?:(?:the|that|le|la|l['’]|el|il|o|a)\s+)?"
    r"(?:error|errors|vector|erreur|vecteur|errore|vettore|erro|vetor|вектор|ошибку)?\s*"
    rf"(?:{_F}\s*)?(?:(?:{_OF}|the|dello|della)\s+)*(?:{_NEXT_ONE}\s+{_LAYER}|{_LAYER}\s+{_NEXT_ONE})"
)
AIMED = lazily(rf"\s*(?:zu\s+(?:berechnen|bestimmen)\s*)?(?:,\s*{_GIVEN})?\s*[.:]?\s*", re.I)
"""Words around the layers for which something is wanted: `The goal is to compute $\\delta^l$ for a layer $l < L$`."""


def says_what_is_done(head: str, until: str) -> bool:
    """Do the words around a comparison of layers only say what a unit acts on, or what is to be computed?

    >>> says_what_is_done("A hidden unit $ of layer ", " acts on all units $ of layer $:")
    True
    >>> says_what_is_done("The goal is to compute $ for a layer ", ", given the error of the next layer:")
    True
    >>> says_what_is_done("A hidden unit $ of layer ", " is not considered. We get")
    False
    """
    acts = UNIT.fullmatch(head) is not None and ACTS.fullmatch(until) is not None
    return acts or (GOAL.fullmatch(head) is not None and AIMED.fullmatch(until) is not None)


def says_what_depends(head: str, until: str) -> bool:
    """Does nothing else stand around a condition above a display, in front of it and up to there? Formulas are `$`.

    >>> says_what_depends("For ", ", both $ and $ depend on $"), says_what_depends("", " のとき $ のみが $ に依存")
    (True, True)
    >>> says_what_depends("If ", ", only $ depends on $, which was easy"), says_what_depends("For ", " we get")
    (False, False)
    """
    return FORMULA in until and _LEADS.fullmatch(head) is not None and SAYS.fullmatch(until) is not None
