r"""Words by which a condition is none, or not the only one: one row of tables for each language.

`tenzij $i = j$`, `sauf si`, `auch für`, `ob .. oder nicht`. That a word is missing here makes no line right: what is
not known as plain is doubtful (`said_plainly`). The words here also count further away from the condition. English
and Japanese have patterns of their own, as their words stand in more places.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..pattern import lazily


@dataclass(frozen=True, slots=True)
class Restricting:
    """The words of one language, as patterns.

    `denying`: the condition does not hold (`nicht`, `ohne`); `excepting`: the line does not hold under it (`außer`);
    `whether`: it may hold or not (`egal ob`); `conceding`: the line holds under it, too (`auch`); `mentioning`: it is
    an example (`z.B.`). Behind a condition, `no` denies it, `excluded` excepts it behind `be`, `also` widens it behind
    `joining`, and `choosing` with `no` leaves it open. `general`: of what nothing is lost without loss of generality.
    """

    denying: str
    excepting: str
    whether: str = ""
    conceding: str = ""
    mentioning: str = ""
    be: str = ""
    no: str = ""
    excluded: str = ""
    choosing: str = ""
    joining: str = ""
    also: str = ""
    general: str = ""


ROWS: dict[str, Restricting] = {
    "German": Restricting(
        denying=r"nicht|niemals|nie|keine[mnrs]?|kein|ohne|statt|anstelle|anders als"
        r"|im (?:gegensatz|unterschied) zu|entgegen",
        excepting=r"ausgenommen|au(?:ß|ss)er(?:halb)?|es sei denn|abgesehen|mit ausnahme|bis auf",
        whether=r"nicht nur|nicht bloß|nicht allein|ob|egal|gleichgültig|gleich ob|unabhängig|ganz gleich",
        conceding=r"auch|selbst|sogar|ebenfalls|ebenso|gleichfalls",
        mentioning=r"insbesondere|speziell|z\.\s?B\.?|zum beispiel|beispielsweise|wie (?:bei|für|im|in)",
        be="ist|sei|gilt",
        no="nicht",
        excluded="ausgenommen|ausgeschlossen|verboten|falsch|verletzt",
        choosing="oder",
        joining="aber|und",
        also="auch|sonst|immer",
        general="verlust|einschränkung|beschränkung",
    ),
    "French": Restricting(
        denying=r"pas|jamais|sans|au lieu|contrairement|diff[ée]remment|[àa] la diff[ée]rence|si non|autre que"
        r"|plut[oô]t que",
        excepting=r"sauf|hormis|except[ée]e?|hors|moins que|moins de|exception|en dehors",
        whether=r"pas seulement|non seulement|peu importe|qu[’']importe|quel que soit|indépendamment",
        conceding=r"même|aussi|également|y compris",
        mentioning=r"par exemple|notamment|en particulier|comme (?:pour|si|dans)",
        be="est|soit",
        no=r"ne|pas|n[’']",
        excluded=r"exclu\w*|except[ée]\w*|mis à part|interdit|fau(?:x|sse)",
        choosing="ou",
        joining="mais|et",
        also="aussi|toujours|encore|partout|ailleurs|sinon",
        general="perte",
    ),
    "Spanish": Restricting(
        denying=r"no(?! caso\b)|nunca|sin|en (?:lugar|vez) de|a diferencia|al contrario|distinto (?:de|a)",
        excepting=r"salvo|excepto|menos|excepción|a no ser que|fuera",
        whether=r"no s[óo]lo|no solamente|independientemente|tanto si|sea o no",
        conceding=r"aunque|incluso|también",
        mentioning=r"por ejemplo|en particular|como (?:para|si|en)",
        be="es|sea",
        no="no",
        excluded=r"aparte|prohibid\w*|fals[oa]",
        choosing="o",
        joining="y",
        also="también|siempre",
        general="pérdida",
    ),
    "Italian": Restricting(
        denying=r"non|mai|senza|invece (?:d\w{0,4}|che)|anzich[ée]|a differenza|diversamente|contrariamente",
        excepting=r"tranne|eccetto|salvo|meno che|fuorch[ée]|fuori|al di fuori",
        whether=r"non solo|non soltanto|indipendentemente|sia che|sia se",
        conceding=r"inclusive|anche|perfino|persino",
        mentioning=r"ad esempio|in particolare",
        be="è|sia",
        no="non",
        excluded=r"esclus\w*|vietat\w*",
        choosing="o",
        joining="ma|e",
        also="anche|sempre",
        general="perdita",
    ),
    "Portuguese": Restricting(
        denying=r"não|nunca|sem|em (?:vez|lugar) de|ao contr[aá]rio|diferentemente|sen[aã]o",
        excepting=r"exceto|excepto|salvo|menos que|fora",
        whether=r"não (?:s[óo]|apenas|somente)|independentemente|quer",
        conceding=r"mesmo|também",
        mentioning=r"por exemplo|em particular",
        be="é|seja",
        no="não",
        choosing="ou",
        joining="mas|e",
        also="também|sempre",
        general="perda",
    ),
    "Polish": Restricting(
        denying=r"nie|nigdy|bez|zamiast|przeciwieństwie|odróżnieniu|inaczej niż",
        excepting=r"chyba|oprócz|poza|prócz|wyjątkiem|wyjąwszy",
        whether=r"nie tylko|niezależnie|bez względu|czy",
        conceding=r"nawet|też|także|również",
        mentioning=r"na przykład",
        be="jest",
        no="nie",
        excluded=r"wykluczon\w*|fałszyw\w*",
        choosing="czy|lub",
        joining="ale|i",
        also="te[żz]|także|zawsze",
        general="utraty",
    ),
    "Dutch": Restricting(
        denying=r"niet|nooit|geen|zonder|anders dan|in plaats|in tegenstelling",
        excepting=r"tenzij|behalve|uitgezonderd|buiten",
        whether=r"niet alleen|niet enkel|ongeacht",
        conceding=r"zelfs|ook",
        mentioning=r"bijvoorbeeld|met name|zoals",
        be="is",
        no="niet",
        excluded=r"uitgezonderd|uitgesloten|onwaar",
        choosing="of",
        joining="maar|en",
        also="ook|altijd",
        general="verlies",
    ),
    "Nordic": Restricting(
        denying=r"inte|ej|ikke|ikkje|aldrig|aldri|utan|uten|uden|i stedet",
        excepting=r"utom|unntatt|undtagen|förutom|med mindre|såvida",
        whether=r"oavsett|uansett|uanset|inte bara|ikke bare",
        conceding=r"även|också|selv|også",
        mentioning=r"till exempel",
        be="är|er",
        no="inte|ikke",
        excluded=r"unntatt|undantag\w*",
        choosing="eller",
        joining="men|en",
        also="också|alltid",
    ),
    "Russian": Restricting(
        denying=r"не|нет|никогда|без|вместо|вне|отличие|отличии|против(?:оположность|ном)",
        excepting=r"кроме|помимо|исключая|исключением",
        whether=r"не только|независимо|безразлично",
        conceding=r"даже|также|тоже",
        mentioning=r"например|в частности|как и",
        be="",
        no="не|нет",
        excluded=r"исключ\w*|неверно|ложно",
        choosing="или",
        joining="но|и",
        also="также|всегда",
        general="потери|ограничения",
    ),
    "Vietnamese": Restricting(
        denying=r"không|chẳng|thay vì|trái",
        excepting=r"trừ|ngoài|khác",
        whether=r"không chỉ|bất kể|dù",
        conceding=r"ngay cả|kể cả|cũng",
        be="là",
        no="không",
        choosing="hay",
        general="mất",
    ),
    "Turkish": Restricting(denying="", excepting="", conceding="bile"),
}
"""The words of languages that part their words by spaces."""


def _all(column: str) -> str:
    found = (getattr(row, column) for row in ROWS.values())
    return rf"(?:{'|'.join(x for x in found if x)})"


_BETWEEN = r"(?:[\s'’-]+[^\W\d_]+){0,3}[\s'’$:]*"
_LETTERS, _END = r"(?<![^\W\d_])", r"(?![^\W\d_])"
_NO = rf"(?:{_all('no')}|meno)"
BEFORE = lazily(
    rf"{_LETTERS}(?:{_all('denying')}|{_all('excepting')}){_END}(?!-)(?!\s+{_all('general')}){_BETWEEN}\Z"
    r"|(?:若不|如果不|当不|當不|除[了非去开開]|除(?=\s*\Z)|若非|[并並]非|不是|不[为為]|而非|排除|不考[虑慮]|不包括|[没沒]有|不同[于於]|不像)"
    r"[^，。；、,.;$]{0,8}\Z",
    re.I,
)
"""Words that turn a condition round, right before it;"""
BEHIND = lazily(
    rf"\s*,?\s*(?:{_all('be')}\s+)?(?:(?:das|dies|es|cela|ça|esto|eso|isto|это)\s+)?"
    rf"(?:{_all('no')}{_END}|n[’']|{_all('excluded')}|{_all('choosing')}\s+(?:auch\s+)?{_NO}{_END})"
    r"|\s*(?:ist|liegt|wird|kommt|folgt)(?:\s+(?:es|das|dies|dann|hier|sie))?\s+(?:anders|später|unten)(?![^\W\d_])"
    r"|\s*(?:以外|は(?:後|別))"
    r"|\s*(?:olmad\w+|olmaz\w*|olmayan\w*|olmaksızın|değil\w*|hariç|dışında|olsun)"
    r"|\s*(?:인|일|가|이)?\s*(?:경우|때)?\s*(?:를|을|가|이|은|는)?\s*(?:아닐|아니|아닌|않|제외|빼|이외|외에|다르|상관|관계|무관)"
    r"|\s*(?:时|時|的)?(?:情况|情況|情形|场合|場合)?(?:[之以]?外|与否|與否|除外|[并並]?不|[并並]?非|[并並]?未|[为為]假|是否)",
    re.I,
)
"""right behind it."""
WIDENING_BEFORE = lazily(
    rf"{_LETTERS}{_all('whether')}{_END}{_BETWEEN}\Z|(?:不[仅僅只但单單]|[无無][论論]|不[论論管])[^，。；$]{{0,8}}\Z",
    re.I,
)
"""Words by which what is said holds outside the condition too, before it;"""
WIDENING_BEHIND = lazily(
    rf"[^.;。；$]{{0,20}}?(?:,\s*(?:sondern|sino|но и|а всегда|mà){_END}"
    rf"|,?\s*{_all('joining')}\s+{_all('also')}{_END}"
    rf"|,?\s*{_all('choosing')}\s+{_NO}{_END}"
    r"|而且|而是|[还還]是)"
    rf"|[\s,(（]*(?:{_all('conceding')}|too|also|as well|likewise|even so)(?:\s+[^\W\d_]+)?\s*(?:[.;)）]|\Z)",
    re.I,
)
"""behind it."""
CONCEDING = lazily(
    rf"{_LETTERS}(?:{_all('conceding')}|{_all('mentioning')}){_END}{_BETWEEN}\Z"
    r"|(?:即使|即便|哪怕|就算|尽管|例如|比如|特别是|特別是|尤其)[^，。；$]{0,8}\Z",
    re.I,
)
"""Words of other languages by which what is said holds in a case among others, before it."""
_IF = r"(?:for|if|when|f\S{1,3}r|falls|wenn|sofern|si|pour|para|se|per|voor|als|dla|при|для|если|gdy|jeśli|chyba że)"
EXCEPTING = lazily(
    r"\b(?:unless|except(?:ing)?|excluding|apart from|other than|outside|without|besides)\b\s*(?:\w+\s*){0,2}\Z"
    rf"|\b(?:unless|except|if not|{_all('excepting')}|{_IF} {_all('no')})\b(?:\s+[^\s$]+){{0,2}}[\s,:]*(?:\$|\\\(|\Z)"
    rf"|\b(?:not|{_all('no')})\s+{_IF}\b"
    r"|除[非了]\s*(?:\$|\Z)|若非",
    re.I,
)
"""Words inside of a formula that turn round the condition behind them."""

UPENDING = lazily(
    r"\b(?:unless|except|excluding|apart from|no(?! caso\b)|never|(?-i:otherwise)|otherwise than"
    r"|outside|beyond|without|drop\w*|abandon\w*|forget|give up|lift\w*)\b\W*(?:\w+\W+){0,2}\Z"
    r"|\bnot\b ?(?:\w+ ){0,3}[$ ]*\Z|\bnot the case that\W*\Z"
    r"|\b(?:contrary (?:to|of)|opposite of|besides|in contrast to|unlike|other than|rather than|instead of|having done"
    r"|leaving|(?!(?-i:But\s+(?:if|when)\b))but|different from)\W*(?:\w+\W+){0,2}\Z"
    r"|\b(?:start|begin)\w*\s+(?:with|from|at)\W*\Z",
    re.I,
)
UPENDED = lazily(
    r"\s*(?:(?:の(?:とき|時|場合))?(?:に限(?:ら|定せ)ず?|を除|も含め)|であってもなくて|を仮定せず|と(?:は)?異な"
    r"|で(?:は)?な(?:い|く|け)|以外|を除|が成り立たな|とは限ら|かどうか|(?:である)?の?(?:とき|場合)(?:に限ら[ずな]"
    r"|だけで(?:は)?な|以外|のみなら)|を仮定し(?:な|ず)|とし(?:な|ませ))"
    r"|\W*(?:does|do|is|are)(?: not|n't)\b"
    r"|\s*(?:の逆|と違|は除外|に反し)|\W*(?:aside|out of the way|excluded)\b|\W*not hold\b"
    r"|\W*is (?:violated|excluded|impossible)\b"
    r"|\W*plays? no\b|\W*is (?:irrelevant|immaterial|superfluous|unnecessary)\b"
    r"|\W*(?:fails|(?:is|be) false)\b|\s*(?:nicht|n[’']est pas)\b"
    r"|\s*,?\s*(?:or|oder)\s+(?:this|that|not)\b"
)
"""English and Japanese words that turn a condition round, before it and behind it."""
WIDENING = lazily(
    r"\b(?:regardless|irrespective|independent(?:ly)? of|whether|whatever|no matter)\b[^.。]*\Z"
    r"|\b(?:を問わず|によらず)",
    re.I,
)
"""Words by which what is said holds outside the condition too, before it;"""
WIDENED = lazily(
    r"[\s,(（]*(?:and|or|but|as well as|yet)\s+(?:(?:also|even|equally|likewise|just as well|for|in|at|with)\s+)*"
    r"(?:elsewhere|everywhere|anywhere|in general|general\b|generally|always|otherwise|others?\b|not\b"
    r"|(?:all|every|any) (?:the )?(?:other|remaining|else)|the (?:others?|rest|remaining))"
    r"|[\s、,]*(?:(?:だけで(?:は)?な|のみなら)|(?:と|および|及び)?それ以外)",
    re.I,
)
"""the same behind it;"""
EXAMPLE = lazily(
    r"\b(?:also(?! (?:für|bei|wenn|falls|im)\b)|even|particular|e\.\s?g\.?"
    r"|(?<=[,(] )for (?:example|instance)|for (?:example|instance)(?!\s*\Z)"
    r"|especially|notably|including"
    r"|as well as|just as|too)\b"
    r"\W*(?:(?:holds?|true|valid|right|for|if|when|with|case|in|the|where)\W+){0,4}\Z|例えば|たとえば|特に",
    re.I,
)
"""such words before a condition behind its equation;"""
