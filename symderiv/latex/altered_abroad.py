# ruff: noqa: E501
r"""Words of other languages than English right beside an equation that make another of it, weaken or deny it.

`summiert über alle Beispiele`, `（乘以 $-1$）`, `bis auf das Vorzeichen`, `Das ist aber falsch.`, `という間違いが多い`. They are tied
to the formula as the English ones are (`alterations`, `denials`): what a sentence makes of the formula later (`multipliziert
mit $\eta$ ergibt das ..`, `を足すと`) changes nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType

from ..pattern import lazily


@dataclass(frozen=True, slots=True)
class Altering:
    """Patterns of a language, each of what stands right behind a formula, but for those right before it.

    `summed`, `averaged`, `scaled`: it is summed up, averaged, multiplied or added to; `concluding`: words by which
    something new is made of it, anywhere in the sentence; `weak`: it holds in part; `subject`: what refers to the formula
    at the beginning of a sentence; `denied`: it does not hold, with its verb; `weak_before`, `denied_before`: the same
    before it; `then`: words that may stand between those and the formula.
    """

    summed: str
    averaged: str
    scaled: str
    concluding: str
    weak: str
    subject: str
    denied: str
    weak_before: str
    denied_before: str
    then: str = ""
    spaced: bool = True


_UNLESS = r"(?!\s*,?\s*(?:{})(?![^\W\d_]))"

LANGUAGES = MappingProxyType(
    {
        "German": Altering(
            summed=r"(?:auf|zusammen)?(?:summiert|addiert)(?: über)?|über [^.;]{1,40} (?:auf)?summiert",
            averaged=r"gemittelt|über [^.;]{1,40} gemittelt|im Mittel über",
            scaled=r"mal (?:\$|\d|minus|eins|zwei|drei|vier|der|dem|die|das|eine[mnr]?)(?!\w)(?! (?:wieder|mehr))"
            r"|(?:geteilt|dividiert) durch|durch (?:\$[A-Z\d]|\d)|multipliziert mit|verringert um|vermehrt um|zuzüglich|abzüglich"
            r"|mit (?:umgekehrte|entgegengesetzte|anderem|negative|falsche)\w* vorzeichen"
            r"|(?:quadriert|verdoppelt|halbiert)(?=\s*(?:[.,;)]|\Z))",
            concluding=r"ergibt|ergeben|erhält|erhalten|bekommt|bekommen|liefert|liefern|wird zu|führt|folgt",
            weak=r"(?:bis auf|abgesehen von|ohne) (?:(?:das|den|die|dem|der|ein|eine|einen|einem|einer|konstante|konstanten|"
            r"multiplikative|additive|positiven?) )*(?:vorzeichen|faktor\w*|konstanten?|vorfaktor\w*|term\w*|summanden?)"
            r"|(?:gilt )?(?:näherungsweise|ungefähr|annähernd|in etwa)(?=\s*(?:[.,;)]|\Z))"
            r"|oder (?:sein|ihr|das|dessen|deren) (?:negatives|negative|transponierte\w*|kehrwert|doppelte)",
            subject=r"(?:das|dies|dieses|es|was|diese (?:formel|gleichung|zeile)|die (?:formel|gleichung|zeile))(?: oben)?",
            denied=rf"(?:ist|sind|wäre)(?: (?:aber|jedoch|leider|natürlich|allerdings|so|hier|im allgemeinen|ja|doch|offensichtlich|ein|eine"
            r"|häufiger|typischer|beliebter|verbreiteter))* (?:falsch|nicht (?:richtig|korrekt|wahr)|inkorrekt|fehlerhaft|unwahr|irrtum"
            r"|fehler(?!term|signal)|unsinn)(?![^\W\d_])"
            rf"|(?:stimmt|gilt|stimmen|gelten)(?: (?:aber|jedoch|leider|natürlich|allerdings|so|hier|im allgemeinen))* nicht(?![^\W\d_])"
            rf"{_UNLESS.format('nur|für|falls|wenn|bei|mehr|im|in|an|am|ohne')}",
            weak_before=r"vielleicht|möglicherweise|eventuell|ungefähr|näherungsweise|annähernd|vermutlich"
            r"|(?:bis auf|abgesehen von) (?:(?:das|den|die|ein|eine|einen|einem|einer|konstante|konstanten) )*"
            r"(?:vorzeichen|faktor\w*|konstanten?|vorfaktor\w*)",
            denied_before=r"(?:ein )?(?:häufiger|typischer|beliebter|verbreiteter) (?:fehler|irrtum)(?: ist)?"
            r"|(?:es )?(?:ist|wäre) falsch,? (?:dass|zu schreiben)|es (?:gilt|stimmt) nicht(?:,? dass)?"
            r"|man könnte (?:meinen|denken|glauben)(?:,? dass)?|fälschlich(?:erweise)?",
            then=r"gilt|ist|haben wir|erhält man|erhalten wir|folgt",
        ),
        "French": Altering(
            summed=r"somm[ée]e?s?(?: sur)?|additionn[ée]e?s?",
            averaged=r"moyenn[ée]e?s?|en moyenne sur",
            scaled=r"fois (?:\$|\d|moins|deux|trois|le|la|un)(?!\w)|(?:multipli|divis|augment|diminu)[ée]e?s? (?:par|de)"
            r"|au carré(?=\s*(?:[.,;)]|\Z))|au signe opposé|avec (?:le|un) signe (?:opposé|contraire|inverse)|moins (?:\$|\d|le|la|un)",
            concluding=r"donne|donnent|obtient|obtenons|devient|produit|conduit|résulte",
            weak=r"(?:au signe|à (?:un|une|des) (?:signe|facteur|constante|constantes|facteurs)(?: \w+)?) près"
            r"|(?:approximativement|environ|à peu près)(?=\s*(?:[.,;)]|\Z))",
            subject=r"(?:c['’]|ce qui|ceci|cela|ça|cette (?:formule|égalité|équation|ligne))",
            denied=r"(?:est|serait)(?: (?:donc|malheureusement|pourtant|cependant|bien sûr|en fait|évidemment|une))*"
            r" (?:faux|fausse|incorrecte?|erronée?|erreur(?! quadratique)|absurde)(?![^\W\d_])"
            rf"|(?:n['’]est pas (?:vraie?|correcte?|juste|exacte?|valable)|ne tient pas)(?![^\W\d_]){_UNLESS.format('que|pour|si|quand|lorsque|en')}",
            weak_before=r"peut-être|environ|approximativement|(?:au signe|à (?:un|une) (?:facteur|constante|signe)(?: \w+)?) près",
            denied_before=r"(?:une )?erreur (?:fréquente|courante|classique|typique)(?: est)?|il est faux (?:que|d['’]écrire)"
            r"|on pourrait (?:croire|penser)(?: que)?",
            then=r"on a|nous avons|on obtient",
        ),
        "Spanish": Altering(
            summed=r"sumad[oa]s?(?: sobre)?",
            averaged=r"promediad[oa]s?|en promedio sobre",
            scaled=r"(?:por|veces) (?:\$|\d|menos|dos|tres)(?!\w)|(?:multiplicad|dividid|aumentad|disminuid)[oa]s? (?:por|entre|en)"
            r"|al cuadrado(?=\s*(?:[.,;)]|\Z))|con (?:el )?signo (?:opuesto|contrario|cambiado)|(?:más|menos) (?:\$|\d|el|la|un)(?!\w)",
            concluding=r"da|dan|obtenemos|obtiene|resulta|produce|queda",
            weak=r"(?:salvo|excepto|a menos de|menos) (?:(?:por )?(?:el|la|un|una|algún) )?(?:signo|factor|constante)"
            r"|(?:aproximadamente|más o menos)(?=\s*(?:[.,;)]|\Z))",
            subject=r"(?:esto|eso|ello|lo cual|lo que|esta (?:fórmula|igualdad|ecuación|línea))",
            denied=r"(?:es|está|sería)(?: (?:pero|sin embargo|claro|por supuesto|un|una))*"
            r" (?:fals[oa]|incorrect[oa]|erróne[oa]|equivocad[oa]|mal|error(?! cuadrático))(?![^\W\d_])"
            r"|no (?:es (?:ciert[oa]|correct[oa]|verdad|válid[oa])|se cumple|vale|se verifica)(?![^\W\d_])"
            rf"{_UNLESS.format('que|para|si|cuando|en')}",
            weak_before=r"quizás?|tal vez|posiblemente|aproximadamente|salvo (?:el |un |una )?(?:signo|factor|constante)",
            denied_before=r"(?:un )?error (?:común|frecuente|típico)(?: es)?|es falso que|no es cierto que"
            r"|se podría (?:pensar|creer)(?: que)?",
            then=r"tenemos|se tiene|obtenemos",
        ),
        "Russian": Altering(
            summed=r"(?:про)?суммиру(?:я|ем\w*)|просуммирован\w*|сложенн\w+",
            averaged=r"усредн[её]нн?\w*|в среднем по",
            scaled=r"(?:умноженн\w+|умножить) на|(?:разделённ|разделенн|делённ|деленн)\w+ на|(?:увеличенн|уменьшенн)\w+ на"
            r"|(?:плюс|минус) (?:\$|\w)|с (?:обратным|противоположным|другим) знаком|в квадрате(?=\s*(?:[.,;)]|\Z))",
            concluding=r"даёт|дает|дают|получ\w+|станов\w+|привод\w+",
            weak=r"с точностью до (?:\w+ )?(?:знака|множителя|константы|постоянной|слагаемого|коэффициента)"
            r"|(?:приблизительно|примерно|приближённо)(?=\s*(?:[.,;)]|\Z))",
            subject=r"(?:это|что|эта (?:формула|строка)|это (?:равенство|уравнение))",
            denied=r"(?:(?:однако|конечно|к сожалению|же|частая|типичная) )*(?:неверно|неправильно|ошибочно|не верно|не так|неверна|ошибка(?! сети))"
            rf"(?![^\W\d_])|не (?:выполняется|имеет места|справедливо|верно)(?![^\W\d_]){_UNLESS.format('при|для|если|когда')}",
            weak_before=r"возможно|вероятно|примерно|приблизительно|с точностью до (?:\w+ )?(?:знака|множителя|константы)",
            denied_before=r"(?:частая|типичная|распространённая|распространенная) ошибка|неверно,? что|неправильно",
            then=r"имеем|получаем",
        ),
        "Chinese": Altering(
            summed=r"再?(?:对|對|关于|關於|按)?[^，。；,;]{0,14}?(?:求和|相加|累加|加总)(?=[。．.)）,，;；\s]|之?后?的|\Z)",
            averaged=r"再?(?:对|對|关于|關於|在)?[^，。；,;]{0,14}?(?:取|求|做|作)?平均(?!场|误差|損失|损失)(?=[。．.)）,，;；\s]|\Z)",
            scaled=r"(?:再|并|然后|還要|还要)*(?:乘以|乘上|除以|加上|减去|減去)"
            r"|的\s*(?:[两兩二三四五六七八九十\d]+|\$-?[\d.]+\$|若干|常数)\s*倍|的?一半|的?(?:平方|相反数|负值|倒数)(?=[。．.)）,，;；]|\Z)"
            r"|(?:但)?(?:符号|正负号)(?:相反|取反|反过来)|取(?:反|负)(?=[。．.)）,，;；]|\Z)",
            concluding=r"得|就[是有]|变[成为]|可[知见]|于是|等于",
            weak=r"(?:只|仅)?(?:差|相差|忽略|略去|不计|除了)(?:了)?(?:一个|某个|一)?(?:常数|常量)?(?:负号|符号|正负号|因子|常数|倍数|系数|比例)"
            r"|(?:近似|大致|大约)(?:成立|相等)?(?=[。．.)）,，;；]|\Z)|或(?:其|它的)(?:相反数|转置|负值|倒数)",
            subject=r"(?:这|這|此|该|上)(?:个|一)?(?:式子?|公式|等式|结果|结论|写法|说法|做法|样)?",
            denied=r"(?:显然|其实|实际上|当然|却|并)*(?:是(?:一个|一种)?(?:常见|典型)?的?(?:错误?的|錯誤的?|不对的|错误(?=[。．.)）,，]|\Z))|不对(?=[。．.)）,，]|\Z)"
            r"|不(?:正确|成立)|有(?:误(?!差)|错)|错了)(?!率)",
            weak_before=r"也许|可能|大概|近似地|忽略(?:常数|符号|因子)[^，。]{0,4}|(?:相)?差一个(?:常数|负号|符号)[^，。]{0,6}",
            denied_before=r"(?:常见|典型)的?(?:错误|误区)(?:是)?|错误?(?:的)?(?:公式|式子|写法)|不成立|并非|有人(?:会)?(?:认为|以为)",
            then=r"有|我们有|可得",
            spaced=False,
        ),
        "Japanese": Altering(
            summed=r"[をは、]?[^、。]{0,16}?(?:について|に関して|で|にわたって|にわたり)?(?:の)?(?:和を(?:とる|取る|とった(?:もの|値))|(?:足し合わせ|合計し|総和し)(?:る|た(?:もの|値)?|ます))"
            r"(?=[。．.)）]|である|です|\Z)",
            averaged=r"[をは、]?[^、。]{0,16}?(?:平均(?:する|したもの|した値|をとる|を取る|をとった(?:もの|値))|平均します)(?=[。．.)）]|である|です|\Z)",
            scaled=r"の\s*(?:[2-9二三四五]|\$-?[\d.]+\$|マイナス|定数)\s*倍|の半分|(?:を|に)\s*(?:\$[^$]*\$|\d+|[一-鿿ァ-ヶー]{1,12})\s*(?:で割|を掛け|をかけ|を乗じ|を足し|を加え|を引い)"
            r"(?:る|った|た|ける|じる|す)?(?:もの|値)?(?=[。．.)）]|である|です|\Z)|×\s*[(（]?-?\d",
            concluding=r"すると|(?:得|導)(?:る|られ)|ため",
            weak=r"(?:の|は)?(?:正負の)?(?:符号|定数|係数|因子|定数倍|比例定数)(?:の違い)?(?:を|は)?(?:除(?:いて|き|けば|く)|無視)"
            r"|の?(?:逆符号|符号を逆にした(?:もの|式))",
            subject=r"(?:これ|それ|この(?:式|結果|等式)|上(?:の|記の)?式)(?:は|が)",
            denied=r"(?:実は|もちろん|明らかに|しかし)*(?:誤り|間違い|間違って|まちがい|正しくな|成り立たな|成立しな|成り立ちませ)(?!率)",
            weak_before=r"おそらく|たぶん|およそ|(?:符号|定数|定数倍|係数)を(?:除いて|無視して|除けば)",
            denied_before=r"(?:よくある|典型的な)(?:間違い|誤り|ミス)(?:として|は)?",
            spaced=False,
        ),
        "Korean": Altering(
            summed=r"(?:을|를)?\s*[^.,。]{0,16}?(?:에\s*대해|에\s*대하여)?\s*(?:모두\s*)?(?:합한|더한)\s*(?:것|값)|[^.,。]{0,16}에\s*대(?:해|하여)\s*(?:합산|합한다|더한다)",
            averaged=r"(?:을|를)?\s*[^.,。]{0,16}?평균\s*(?:한|낸|을\s*취한)\s*(?:것|값)|[^.,。]{0,16}에\s*대(?:해|하여)\s*평균(?=\s*(?:한다|[.)]|\Z))",
            scaled=r"의\s*(?:두|세|네|\d+|\$[^$]*\$)\s*배|의\s*절반|(?:곱하기|나누기|더하기|빼기)\s*[\d$-]|(?:을|를)\s*(?:\$[^$]*\$|\d+)\s*(?:로|으로)\s*나눈|에\s*[^.,。]{1,16}(?:을|를)\s*(?:곱한|더한|뺀)",
            concluding=r"얻|된다|나온",
            weak=r"(?:부호|상수|상수배|계수)(?:을|를)?\s*(?:제외|무시)",
            subject=r"(?:이것|그것|이|이\s*식|위\s*식)(?:은|는|이)?",
            denied=r"(?:하지만|사실)?\s*(?:틀렸|틀린\s*(?:식|것)|틀리다|잘못된\s*(?:식|것)|잘못되었|성립하지\s*않|옳지\s*않|맞지\s*않)",
            weak_before=r"아마도?|대략|부호를\s*제외하[고면]",
            denied_before=r"(?:흔한|자주\s*하는)\s*(?:실수|오류)(?:는)?",
            spaced=False,
        ),
    }
)
"""The words of each language."""

_SAME_PARAGRAPH = r"(?!\s*\n[ \t]*\n)"
_OPENING = r"[\s,、，;；(（\[*_–—-]*(?:(?:und|dann|aber|jedoch|das ist|alles|et|puis|mais|le tout|y|pero|luego|todo|и|но|затем)\s+)*"
_SENTENCE = r"[\s.,;:。，、(（*_–—-]*(?:(?:aber|jedoch|achtung|leider|mais|attention|pero|но|однако|但是?|然而|注意|しかし|ただし|하지만|그러나)[\s,:，、：!]*)*"
_FALSE_CLAIM = (
    r"[\s、,（(]*(?:という|との|とする|といった)(?:よくある)?(?:間違い|誤り|ミス|誤解)(?:が|は|を|に|も)"
    r"|[\s，,（(]*(?:的|这种|这样的)(?:错误|误解)(?:很|是)?(?:常见|多)"
)
"""What is said of a formula that many get wrong."""


def _all(column: str, spaced: bool) -> str:
    found = "|".join(getattr(x, column) for x in LANGUAGES.values() if x.spaced == spaced and getattr(x, column))
    return f"(?:{found})"


def _right_behind(*columns: str) -> re.Pattern[str]:
    """Words of these kinds behind a formula, in its sentence; those with spaces do not go on in a longer word."""
    # a capital begins a sentence, or is a noun
    western = "|".join(_all(c, True) for c in columns)
    eastern = "|".join(_all(c, False) for c in columns)
    return lazily(rf"{_SAME_PARAGRAPH}{_OPENING}(?:(?-i:(?![A-ZÀ-ÝА-Я]))(?:{western})(?![^\W\d_])|{eastern})", re.I)


SUMMED, AVERAGED, SCALED, WEAK = (_right_behind(c) for c in ("summed", "averaged", "scaled", "weak"))
CONCLUDING = lazily(
    rf"[^.;。]{{0,80}}(?:(?<![^\W\d_]){_all('concluding', True)}(?![^\W\d_])|{_all('concluding', False)})", re.I
)
DENIED = lazily(
    rf"{_SAME_PARAGRAPH}{_SENTENCE}(?:{_all('subject', True)}\s*)?{_all('denied', True)}"
    rf"|{_SENTENCE}{_all('subject', True)}\s*{_all('denied', True)}"
    rf"|{_SAME_PARAGRAPH}{_SENTENCE}(?:{_all('subject', False)}\s*)?(?:は|是)?{_all('denied', False)}"
    rf"|{_SENTENCE}{_all('subject', False)}\s*{_all('denied', False)}|{_SAME_PARAGRAPH}(?:{_FALSE_CLAIM})",
    re.I,
)
_THEN = rf"[\s,:：、，]*(?:(?:{_all('then', True)}|{_all('then', False)})[\s,:：]*)?\Z"
WEAK_BEFORE, DENIED_BEFORE = (
    lazily(rf"(?:(?<![^\W\d_]){_all(c, True)}|{_all(c, False)}){_THEN}", re.I) for c in ("weak_before", "denied_before")
)


def sums_abroad(behind: str) -> bool:
    """Do words right behind a formula sum it up?

    >>> sums_abroad(" summiert über alle Beispiele."), sums_abroad(" summiert ergibt das:"), sums_abroad("，对所有样本求和。")
    (True, False, True)
    """
    return SUMMED.match(behind) is not None and CONCLUDING.match(behind) is None


def averages_abroad(behind: str) -> bool:
    """Do they average it?

    >>> averages_abroad(" gemittelt über $n$."), averages_abroad("（$n$ について平均する）"), averages_abroad(" im Mittel")
    (True, True, False)
    """
    return AVERAGED.match(behind) is not None and CONCLUDING.match(behind) is None


def scales_abroad(behind: str) -> bool:
    """Do they add to it, multiply it, or turn its sign?

    >>> scales_abroad(" mal zwei."), scales_abroad("的两倍。"), scales_abroad(" geteilt durch $N$ ergibt sich")
    (True, True, False)
    """
    return SCALED.match(behind) is not None and CONCLUDING.match(behind) is None


def weakens_abroad(before: str, behind: str) -> bool:
    """Do words right beside a formula take back a part of it?

    >>> weakens_abroad("", " bis auf das Vorzeichen."), weakens_abroad("Vielleicht gilt ", ""), weakens_abroad("Also gilt ", "")
    (True, True, False)
    """
    return WEAK_BEFORE.search(before) is not None or WEAK.match(behind) is not None


def denies_abroad(before: str, behind: str) -> bool:
    """Do they say that it does not hold?

    >>> denies_abroad("", " Das ist aber falsch."), denies_abroad("", " gilt nicht nur für $i = 1$"), denies_abroad("", "不成立。")
    (True, False, True)
    """
    return DENIED_BEFORE.search(before) is not None or DENIED.match(behind) is not None
