"""The same of sentences in other languages: `La fonction d'activation est ..`, `Als Aktivierung verwenden wir ..`.

In French, German, Portuguese and Spanish a few ways to say it are known. A case (`Pour un neurone linéaire, ..`, `Wenn
das Netz linear ist, ..`, `如果 ..`) or an example is told in more languages: what stands in it holds there alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..pattern import lazily


@dataclass(frozen=True, slots=True)
class _Language:
    """How a sentence says it right before a formula, which words speak of one case or deny, how it may go on."""

    saying: re.Pattern[str]
    selecting: re.Pattern[str]
    going_on: re.Pattern[str]


FRENCH = _Language(
    lazily(
        r"(?:\b(?:est|sont|vaut|s[’']écrit)\b[^.;,]{0,50}|\b(?:on|nous) "
        r"(?:appliqu|utilis|employ|emploi|choisi|pren|pos|not|suppos|défini|consid[èé]r)\w*\b[^.;,]{0,60})\Z",
        re.I,
    ),
    lazily(
        r"\b(?:si|quand|lorsqu\w*|exemple|souvent|parfois|généralement|habitude\w*|cas|ne|pas|jamais|sans|sauf|comme"
        r"|pourrai\w*|peu[tx]|pouvons|certaine?s?|autres?|plusieurs|abord|initial\w*|début|précédent\w*|classique\w*"
        r"|courante?s?|possible\w*|voudrai\w*|veut|dernière?|chapitre|cours|ou)\b|\bn[’']",
        re.I,
    ),
    lazily(r"\s*(?:[.,;:)]|\Z|(?:pour (?:tout|toute|tous|chaque)|où|avec|à|aux?|sur|en|qui|de)\b)(?!.{0,40}\bpas\b)"),
)
GERMAN = _Language(
    lazily(
        r"(?:\b(?:ist|sind|lautet|sei(?:en)?)\b[^.;,]{0,50}"
        r"|\b(?:verwende|benutze|nutze|wähle|nehme|setze|definiere|wende)(?:n|t)? (?:wir|man)\b[^.;,]{0,60}"
        r"|\b(?:wir|man) (?:verwende|benutze|nutze|wähle|nehme|setze|definiere|wende)(?:n|t)?\b[^.;,]{0,60})\Z",
        re.I,
    ),
    lazily(
        r"\A\W*(?:Ist|Sind|Wird|Hat|Gilt)\b|\b(?:wenn|falls|B|Beispiel\w*|beispielsweise|etwa|oft|häufig\w*|meist\w*|manchmal|üblich\w*|gewöhnlich|nicht"
        r"|kein\w*|nie|ohne|außer|bei[m]?|Fall\w*|Fälle\w*|könnte\w*|kann|können|möge\w*|soll\w*|viele|manche|einige"
        r"|andere\w*|zunächst|anfangs|früher|möglich\w*|mögliche\w*|Kapitel|Vorlesung|oder|für (?!alle|jede))\b",
        re.I,
    ),
    lazily(r"\s*(?:[.,;:)]|\Z|(?:für (?:alle|jede)|mit|wobei|auf|an|als|verwendet|angewendet)\b)(?!.{0,40}\bnicht\b)"),
)
IBERIAN = _Language(
    lazily(
        r"(?:\b(?:onde|em que|na qual|no qual|sendo|donde|siendo|en (?:el|la) que|en donde)\b[^.;]{0,90}"
        r"|\b(?:é|são|es|son)\b[^.;,]{0,50}"
        r"|\b(?:usamos|utilizamos|adotamos|adoptamos|tomamos|consideramos|definimos|escolhemos|elegimos|seja[m]?|sean?)\b"
        r"[^.;,]{0,60})\Z",
        re.I,
    ),
    lazily(
        r"\b(?:se|si|quando|cuando|casos?|exemplo|ejemplo|não|no|nunca|jamais|jamás|sem|sin|pode\w*|pued\w*|poder\w*|vezes"
        r"|veces|geralmente|generalmente|normalmente|comum\w*|com[úu]n\w*|outr\w+|otr\w+|algun\w+|vári\w+|vari\w+|primeir\w+"
        r"|primer\w*|inicial\w*|anterior\w*|ou|possível|posible|capítulo|aula|clase|curso|aqui|aquí)\b",
        re.I,
    ),
    lazily(
        r"\s*(?:\((?:elemento|componente|termo|término)\b[^()]*\)\s*)?"
        r"(?:[.,;:)]|\Z|(?:e|y|é|es|para (?:tod[oa]s?|cada)|com|con|que)\b)(?!.{0,40}\b(?:não|no)\b)"
    ),
)
"""Portuguese and Spanish."""
LANGUAGES = (FRENCH, GERMAN, IBERIAN)


CASE = lazily(
    r"\A\W*(?:si|s[’']ils?|quand|lorsqu\w*|pour(?! (?:tout\w*|tous|chaque)\b)|dans|en|avec"
    r"|wenn|falls|sofern|beim?|für(?! (?:alle|jede)\w*)|im|mit|ist|sind|wird"
    r"|se|per(?! (?:ogni|tutt\w)\b)|nel\w*|quando|cuando|para(?! (?:tod\w+|cada)\b)|con|com|em(?! que\b)|no caso"
    r"|если|при|для(?! (?:всех|каждого)\b)|когда|в случае)\b[^.;]*(?:,|\Z)",
    re.I,
)
"""How a sentence begins that speaks of one case, in French, German, Italian, Spanish, Portuguese and Russian."""
EXAMPLE = lazily(
    r"\b(?:par exemple|p\.\s?ex|souvent|parfois|généralement|zum Beispiel|beispielsweise|z\.\s?B|oft|häufig"
    r"|meist(?:ens)?|manchmal|üblicherweise|normalerweise|por ejemplo|por exemplo|a menudo|normalmente|ad esempio"
    r"|spesso|di solito"
    r"|например|обычно|часто)\b",
    re.I,
)
"""Words by which it is only so at times."""
NEAR = 60
"""So many characters before the formula they may stand."""
CHINESE_CASE = lazily(
    r"如果|若(?!干)|假如|倘若|要是|例如|比如|譬如|通常|一般|往往|有时|常常|经常|也?可以|可能|常[见用]|特殊|特别地|情形|情况|场合"
    r"|当(?![前然中])|时\s*[,，]?\s*\Z|对于?(?!所有|每|任意|各|全部)[^，。]{0,20}\s*[,，]?\s*\Z|许多|很多|有些|一些|某些|不是|没有"
    r"|无需|上一?[节章]|前面的|之前的|最初|初始|理想|希望|想要|\A\W*线性[^，。为是取用]{0,12}的?\s*\Z"
)
"""Words before it by which a Chinese sentence speaks of one case."""


def speaks_of_case_abroad(lead: str) -> bool:
    """Do the words before a formula, in another language than English, begin with one case, or give an example?

    >>> speaks_of_case_abroad("Pour un neurone linéaire, "), speaks_of_case_abroad("Pour tout neurone, ")
    (True, False)
    """
    sentence = re.split(r"[.!?。！？]\s+|。", lead)[-1]
    told = CASE.search(sentence) or CHINESE_CASE.search(sentence) or EXAMPLE.search(lead[-NEAR:])
    return told is not None


def is_asserted_abroad(lead: str, tail: str) -> bool:
    """Does a sentence in French, German, Portuguese or Spanish say that its formula holds on the whole page?

    >>> is_asserted_abroad("La fonction d'activation est la sigmoïde ", "."), is_asserted_abroad("Ist ", " gegeben")
    (True, False)
    """
    return any(x.saying.search(lead) and not x.selecting.search(lead) and x.going_on.match(tail) for x in LANGUAGES)
