r"""Words of other languages that say on what a name depends: `hängt $x_k$ von $w$ ab`, `$x_k$ 随 $w$ 变化`.

They are told by what stands right before the name and right behind it. Where neither a formula nor a word for weights
follows, `hängt vom Beispiel ab`, it depends on nothing that a line differentiates by.
"""

from __future__ import annotations

import re

from ...pattern import lazily

_GERMAN_TOO = r"(?:(?:selbst|auch|also|hier|wiederum|ebenfalls|implizit|dabei|jedoch|aber|nur)\s+)*"
_FRENCH_TOO = (
    r"(?:(?:aussi|lui-même|elle-même|eux-mêmes|elles-mêmes|également|implicitement|donc|ici|cependant|seulement"
    r"|que)\s+)*"
)
_SPANISH_TOO = r"(?:(?:también|a su vez|aquí|implícitamente|sólo|solo|también|anch\w+|qui|aqui|também|inoltre)\s+)*"
BEHIND = tuple(
    lazily(pattern, re.I)
    for pattern in (
        rf"\s*(?:hängt|hängen)\s+{_GERMAN_TOO}v(?:on|om)\s+(?P<on>(?:(?!\bnicht\b)[^.;])*?)\s+{_GERMAN_TOO}ab\b",
        rf"\s*(?:ver)?änder(?:t|n)\s+sich\s+{_GERMAN_TOO}mit\s+(?P<on>[^.;]*)",
        rf"\s*(?:ist|sind)\s+{_GERMAN_TOO}(?:eine\s+)?Funktion(?:en)?\s+v(?:on|om)\s+(?P<on>[^.;]*)",
        rf"\s*(?:ist|sind)\s+{_GERMAN_TOO}v(?:on|om)\s+(?P<on>(?:(?!\bnicht\b)[^.;])*?)\s+{_GERMAN_TOO}abhängig\b",
        rf"\s*,?\s*(?:qui\s+)?(?:est|sont)\s+{_FRENCH_TOO}(?:une?\s+|des\s+)?(?:fonctions?|dépendante?s?)\s+"
        r"(?:de|du|des|d['’])(?:\s+|(?<=['’]))(?P<on>[^.;]*)",
        rf"\s*,?\s*(?:que\s+|che\s+)?(?:es|son|è|sono|é|são)\s+{_SPANISH_TOO}(?:una?\s+|uma\s+)?"
        r"(?:funci(?:ón|ones)|funzion[ei]|funç(?:ão|ões))\s+(?:de(?:l|\s+l[ao]s?)?|di|d[eaiou]l?l?[aeo]?s?)\s+(?P<on>[^.;]*)",
        rf"\s*(?:ne\s+)?(?:dépend(?:ent)?|vari(?:e|ent)|chang(?:e|ent))\s+{_FRENCH_TOO}"
        r"(?:de|du|des|d['’]|avec|selon|en fonction d[eu]s?)(?:\s+|(?<=['’]))(?P<on>[^.;]*)",
        rf"\s*{_SPANISH_TOO}(?:dependen?|varían?|cambian?|varia[mn]?o?|dipend(?:e|ono)|dependem|mudam?)\s+{_SPANISH_TOO}"
        r"(?:de|del|con|según|d[aio]|dal|dalla|dai|dalle|dos|das|com)\s+(?P<on>[^.;]*)",
        r"\s*(?:также\s+|сам[аои]?\s+|тоже\s+)*(?:зависит|зависят|меняется|меняются)\s+(?:от|вместе с|с)\s+"
        r"(?P<on>[^.;]*)",
        r"\s*(?:也|都|均|本身|自身|又|还|還|則|则|同时|其实|实际上)*(?:依赖|依賴|取决|取決)[于於]?\s*(?P<on>[^。，；,;]*)",
        r"\s*(?:也|都|均|本身|自身|又|还|還|則|则|会|會)*[随隨](?![机機])(?:着|著)?\s*(?P<on>[^。；;]*?)\s*的?(?:[变變]化|改[变變])?而?(?:变化|變化|改变|改變|变|變)",
        r"\s*(?:也|都|均|本身)*是\s*(?P<on>[^。，；,;]*?)\s*的函[数數]",
        r"\s*(?:は|が|も)\s*(?P<on>[^。]*?)\s*(?:とともに|と共に|に(?:よって|より|応じて|つれて|伴って))\s*(?:変化し?(?:する|します|て)|変わ(?:る|ります|って))",
        r"\s*(?:은|는|이|가|도)\s*(?P<on>[^.]*?)\s*에\s*(?:의존(?:한다|합니다|하며|하고|하므로)|따라\s*(?:변|달라|바뀌))",
    )
)
"""How a sentence goes on behind the name; `on` is what it depends on."""
AROUND = (
    (
        lazily(rf"(?<!\w)(?:hängt|hängen)\s+{_GERMAN_TOO}(?:(?:der|die|das|den)\s+(?:\w+\s+)?)?\Z", re.I),
        lazily(rf"\s*{_GERMAN_TOO}v(?:on|om)\s+(?P<on>(?:(?!\bnicht\b)[^.;])*?)\s+{_GERMAN_TOO}ab\b", re.I),
    ),
    (
        lazily(rf"(?<!\w)(?:ver)?änder(?:t|n)\s+sich\s+{_GERMAN_TOO}(?:(?:der|die|das)\s+(?:\w+\s+)?)?\Z", re.I),
        lazily(rf"\s*{_GERMAN_TOO}mit\s+(?P<on>[^.;]*)", re.I),
    ),
)
"""The verb before the name, and what stands behind it."""
WEIGHTS = lazily(
    r"Gewicht|Parameter|poids|paramètre|pesos?\b|parámetro|parametr[io]|parâmetro|вес|параметр|权重|權重|参数|參數|重み"
    r"|パラメータ|가중치|매개변수",
    re.I,
)
"""Words for what lines differentiate by."""


def depends_abroad(before: str, after: str) -> str | None:
    r"""The words in which the words around a name say what it depends on; None where they say nothing of it.

    >>> depends_abroad("Hier hängt ", " von $w$ ab."), depends_abroad("", " ne dépend pas de $w$.")
    ('$w$', None)
    >>> depends_abroad("", " 随 $w$ 变化。"), depends_abroad("", "不依赖于 $w$。")
    ('$w$', None)
    >>> depends_abroad("", " est une fonction de $w$."), depends_abroad("", " es función de $w$.")
    ('$w$', '$w$')
    >>> depends_abroad("", " ist von $w$ abhängig."), depends_abroad("", " ist von $w$ nicht abhängig.")
    ('$w$', None)
    >>> depends_abroad("", " depende del ejemplo."), depends_abroad("", " depende de los pesos.")
    (None, 'los pesos')
    """
    found = next(filter(None, (p.match(after) for p in BEHIND)), None)
    found = found or next((m for b, p in AROUND if b.search(before) and (m := p.match(after))), None)
    on = found["on"] if found is not None else None
    return on if on is not None and ("$" in on or "\\(" in on or WEIGHTS.search(on)) else None
