r"""Words of other languages than English that turn a condition round, or by which it is none: `tenzij`, `sauf si`.

English and Japanese ones stand in the tables of `clauses`. Of these sentences it is only known that the condition does
not hold for its equation as it stands, so that neither the condition nor its contrary is used.
"""

from __future__ import annotations

import re

from .clauses import EXAMPLE, UPENDED, UPENDING, WIDENED, WIDENING
from .said_plainly import said_plainly

_GERMAN = (
    r"nicht|niemals|nie|keine[mnrs]?|kein|ausgenommen|au(?:ß|ss)er(?:halb)?|ohne|statt|anstelle|anders als|es sei denn"
    r"|abgesehen|mit ausnahme|bis auf|im (?:gegensatz|unterschied) zu|entgegen"
)
_FRENCH = (
    r"sauf|hormis|except[ée]e?|hors|moins que|moins de|pas|jamais|sans|au lieu|contrairement|diff[ée]remment|exception"
    r"|[àa] la diff[ée]rence|en dehors|si non|autre que|plut[oô]t que"
)
_SPANISH = (
    r"no(?! caso\b)|nunca|sin|salvo|excepto|menos|excepción|a no ser que"
    r"|fuera|en (?:lugar|vez) de|a diferencia|al contrario|distinto (?:de|a)"
)
_ITALIAN = (
    r"non|mai|senza|tranne|eccetto|salvo|meno che|fuorch[ée]|fuori|al di fuori|invece|anzich[ée]|a differenza"
    r"|diversamente|contrariamente"
)
_PORTUGUESE = (
    r"não|nunca|sem|exceto|excepto|salvo|menos que|fora|em (?:vez|lugar) de|ao contr[aá]rio|diferentemente|sen[aã]o"
)
_POLISH = r"nie|nigdy|bez|chyba|oprócz|poza|prócz|wyjątkiem|wyjąwszy|zamiast|przeciwieństwie|odróżnieniu|inaczej niż"
_DUTCH = r"niet|nooit|geen|zonder|tenzij|behalve|uitgezonderd|buiten|anders dan|in plaats|in tegenstelling"
_NORDIC = r"inte|ej|ikke|ikkje|aldrig|aldri|utan|uten|uden|utom|unntatt|undtagen|förutom|med mindre|såvida|i stedet"
_RUSSIAN = r"не|нет|никогда|без|кроме|помимо|исключая|исключением|вместо|вне|отличие|отличии|против(?:оположность|ном)"
_VIETNAMESE = r"không|trừ|chẳng|ngoài|khác|thay vì|trái"
_OTHERS = rf"{_GERMAN}|{_FRENCH}|{_SPANISH}|{_ITALIAN}|{_PORTUGUESE}|{_POLISH}|{_DUTCH}|{_NORDIC}|{_RUSSIAN}"
_GENERALITY = (
    r"\s+(?:perte|pérdida|perda|perdita|verlies|utraty|einschränkung|beschränkung|verlust|потери"
    r"|ограничения|mất)"
)
_BETWEEN = r"(?:[\s'’-]+[^\W\d_]+){0,3}[\s'’$:]*"
BEFORE = re.compile(
    rf"(?<![^\W\d_])(?:{_OTHERS}|{_VIETNAMESE})(?![^\W\d_]|-)(?!{_GENERALITY}){_BETWEEN}\Z"
    r"|(?:若不|如果不|当不|當不|除[了非去开開]|除(?=\s*\Z)|若非|[并並]非|不是|不[为為]|而非|排除|不考[虑慮]|不包括|[没沒]有|不同[于於]|不像)"
    r"[^，。；、,.;$]{0,8}\Z",
    re.I,
)
"""Words that turn a condition round, right before it;"""
_BE = r"(?:ist|sei|gilt|est|soit|es|sea|è|sia|é|seja|is|jest|là|är|er)"
_NO = r"(?:nicht|niet|ne|non|no|não|nie|inte|ikke|не|không|pas|n[’'])"
_EXCLUDED = (
    r"(?:ausgenommen|ausgeschlossen|exclu\w*|except[ée]\w*|mis à part|esclus\w*|uitgezonderd|uitgesloten|wykluczon\w*"
    r"|aparte|исключ\w*|unntatt|undantag\w*|verboten|interdit|prohibid\w*|vietat\w*|falsch|verletzt|fau(?:x|sse)|fals[oa]|onwaar|неверно|ложно|fałszyw\w*)"
)
_OR = r"(?:oder|ou|o|of|czy|lub|или|hay|eller)"
BEHIND = re.compile(
    rf"\s*,?\s*(?:{_BE}\s+)?(?:(?:das|dies|es|cela|ça|esto|eso|isto|это)\s+)?(?:{_NO}(?![^\W\d_])|n[’']|{_EXCLUDED}|{_OR}\s+(?:auch\s+)?(?:{_NO}|нет|meno|pas)(?![^\W\d_]))"
    r"|\s*(?:ist|liegt|wird|kommt|folgt)(?:\s+(?:es|das|dies|dann|hier|sie))?\s+(?:anders|später|unten)(?![^\W\d_])"
    r"|\s*(?:以外|は(?:後|別))"
    r"|\s*(?:olmad\w+|olmaz\w*|olmayan\w*|olmaksızın|değil\w*|hariç|dışında|olsun)"
    r"|\s*(?:인|일|가|이)?\s*(?:경우|때)?\s*(?:를|을|가|이|은|는)?\s*(?:아닐|아니|아닌|않|제외|빼|이외|외에|다르|상관|관계|무관)"
    r"|\s*(?:时|時|的)?(?:情况|情況|情形|场合|場合)?(?:[之以]?外|与否|與否|除外|[并並]?不|[并並]?非|[并並]?未|[为為]假|是否)",
    re.I,
)
"""right behind it."""
_WHETHER = (
    r"nicht nur|nicht bloß|nicht allein|ob|egal|gleichgültig|gleich ob|unabhängig|ganz gleich|pas seulement"
    r"|non seulement"
    r"|peu importe|qu[’']importe|quel que soit|indépendamment|no s[óo]lo|no solamente|independientemente|tanto si"
    r"|sea o no|non solo|non soltanto|indipendentemente|sia che|sia se|não (?:s[óo]|apenas|somente)|independentemente"
    r"|quer|niet alleen|niet enkel|ongeacht|nie tylko|niezależnie|bez względu|czy|не только|независимо|безразлично"
    r"|không chỉ|bất kể|dù|oavsett|uansett|uanset|inte bara|ikke bare"
)
WIDENING_BEFORE = re.compile(
    rf"(?<![^\W\d_])(?:{_WHETHER})(?![^\W\d_]){_BETWEEN}\Z|(?:不[仅僅只但单單]|[无無][论論]|不[论論管])[^，。；$]{{0,8}}\Z",
    re.I,
)
"""Words by which what is said holds outside the condition too, before it;"""
WIDENING_BEHIND = re.compile(
    rf"[^.;。；$]{{0,20}}?(?:,\s*(?:sondern|sino|но и|а всегда|mà)(?![^\W\d_])"
    r"|,?\s*(?:mais|ma|mas|maar|ale|men|aber|und|et|y|e|en|i|и)\s+(?:aussi|toujours|encore|partout|anche|sempre|também"
    r"|también|siempre|ook|altijd|te[żz]|także|zawsze|auch|sonst|immer|ailleurs|sinon|также|всегда|också|alltid)(?![^\W\d_])"
    rf"|,?\s*{_OR}\s+(?:{_NO}|нет|meno)(?![^\W\d_])"
    r"|而且|而是|[还還]是)",
    re.I,
)
"""behind it."""


_CONCEDING = (
    r"auch|selbst|sogar|même|aussi|y compris|aunque|incluso|también|inclusive|anche|perfino|persino|mesmo|também|даже"
    r"|также|тоже|zelfs|ook|även|också|selv|også|nawet|też|także|ngay cả|kể cả|bile"
)
_MENTIONING = (
    r"insbesondere|speziell|z\.\s?B\.?|zum beispiel|beispielsweise|wie (?:bei|für|im|in)|par exemple|notamment"
    r"|en particulier|comme (?:pour|si|dans)|por ejemplo|en particular|como (?:para|si|en)|ad esempio|in particolare"
    r"|por exemplo|em particular|например|в частности|как и|bijvoorbeeld|met name|zoals|till exempel|na przykład"
)
CONCEDING = re.compile(
    rf"(?<![^\W\d_])(?:{_CONCEDING}|{_MENTIONING})(?![^\W\d_]){_BETWEEN}\Z"
    r"|(?:即使|即便|哪怕|就算|尽管|例如|比如|特别是|特別是|尤其)[^，。；$]{0,8}\Z",
    re.I,
)
"""Words of other languages by which what is said holds in a case among others, before it."""
IN_ENGLISH = re.compile(
    r"\b(?:as for|but|save|such as|like|whether|regardless|irrespective|even|also(?! (?:für|bei|wenn|falls|im)\b))\b\W*(?:\w+\W+){0,3}\Z", re.I
)
"""The same in English, inside of a formula."""


def restricts(before: str, behind: str = "") -> bool:
    """Do the words around a condition inside of a formula make something else of it than a condition?

    >>> restricts("falls "), restricts("nicht bei "), restricts("auch wenn "), restricts("if ", " or not")
    (False, True, True, True)
    """
    if turns_round(before, behind) or widens(before, behind):
        return True
    return any(p.search(before) for p in (CONCEDING, IN_ENGLISH, EXAMPLE))


def restricting(before: str, behind: str = "", joined: bool = True) -> str:
    """The words around a condition inside of a formula by which it may be none, "" where there are none.

    >>> restricting("if "), restricting("auch für "), restricting("for ", " or not")
    ('', 'auch', 'or not')
    """
    said = said_plainly(before, behind, joined)
    return said or (f"{before} {behind}".strip() if restricts(before, behind) else "")


def concedes(sentence: str) -> bool:
    """Do the words before a condition say that it is one case among others?

    >>> concedes("Auch bei "), concedes("Bei ")
    (True, False)
    """
    return CONCEDING.search(sentence) is not None


def turns_round(before: str, behind: str = "") -> bool:
    """Do the words around a condition turn it round?

    >>> turns_round("Unless "), turns_round("Tenzij ", " geldt"), turns_round("Falls ", " ist")
    (True, True, False)
    """
    return bool(UPENDING.search(before) or UPENDED.match(behind) or BEFORE.search(before) or BEHIND.match(behind))


def widens(sentence: str, behind: str) -> bool:
    """Do the words around a condition say that it may hold or not?

    >>> widens("Ob ", " ist oder nicht"), widens("Whether ", " or not"), widens("Si ", ", on a")
    (True, True, False)
    """
    if WIDENING.search(sentence) or WIDENED.match(behind):
        return True
    return bool(WIDENING_BEFORE.search(sentence) or WIDENING_BEHIND.match(behind))
