r"""Words that make an equation an exception to the one before it: `$a^l = f(z^l)$, except that $a^L = z^L$`.

Such words stand right before it, in its clause. Words that name the last layer, or the first step, do so where both
stand in one sentence. What follows from something (`so $a^L = z^L$`), what is so in a case, and what is denied or said
of what others write (`it is a mistake to write $a^L = z^L$`, `contrary to the book`), is none.
"""

from __future__ import annotations

import re

from ..pattern import lazily
from .asserted import FORMULA
from .denials import denies
from .hedged import is_hedged
from .sentences import first, last

SURELY, TOGETHER = "surely", "together"
"""How a page says it: in such words, or by both in one sentence, in which the words name the layer."""
NAMED, BESIDE, INNER = "named", "beside", "inner"
"""How it may say it: by words that name the layer, or by both in one sentence; by words that name one in between."""
DOUBTED, FOLLOWS, PERHAPS = "doubted", "follows", "perhaps"
"""How it may mean something else: denied, of a case, or in words that are not known; as what follows from something;
as an exception, but of a case or in more words (`except that sometimes ..`)."""

LAST = lazily(
    r"\b(?:output|last|final|top(?:most)?)\s+(?:layers?|units?|neurons?|nodes?|activations?)\b|\boutputs\s+are\b"
    r"|\b(?:Ausgabe|Ausgangs)(?:schicht|neuron|einheit|knoten)\w*|\bletzten?r?\s+(?:Schicht|Lage)\b"
    r"|\b(?:couche|unités?|neurones?)\s+de\s+sortie|\bdernière\s+couche|\b(?:capa|neuronas?|unidad(?:es)?)\s+de\s+salida"
    r"|\búltima\s+(?:capa|camada)|\bcamada\s+de\s+saída|\b(?:strato|livello)\s+di\s+uscita|\bultimo\s+strato"
    r"|\bвыходн\w+\s+сло\w+|\bпоследн\w+\s+сло\w+|(?:出力|最終|最後の|输出|輸出|最后一?|最後一)(?:層|层|ユニット|单元|神经元)"
    r"|(?:출력|마지막)\s*층",
    re.I,
)
"""Words for the last layer;"""
END = lazily(
    rf"{LAST.pattern}|\b(?:last|first|final|initial)\s+(?:one|step|time|state)\b|\b(?:first|input)\s+layer\b"
    r"|\b(?:erste[nr]?|letzte[nr]?)\s+(?:Schritt|Zeitschritt)\w*|(?:最初|最後)の(?:時刻|ステップ)|第一步|初始",
    re.I,
)
"""for the first and the last of anything,"""
AT_END = lazily(rf"\b(?:(?:only|just)\s+)?(?:(?:in|at|for|on|of)\s+)?(?:the\s+)?(?:{END.pattern})", re.I)
"""with the words that place something there."""
_UNIT = (
    r"(?:layers?|units?|neurons?|nodes?|steps?|Schicht|Lage|Einheit|Neuron|couche|unité|neurone|capa|unidad|neurona|strato"
    r"|livello|camada|сло[йяею]|нейрон\w*)"
)
IN_BETWEEN = lazily(
    rf"\b{_UNIT}\s+(?:number\s+)?(?:\d|two|three|four|five|zwei|drei|deux|trois|dos|tres|due|tre|dois|três|два|три)\b"
    r"|\b(?:second|third|fourth|fifth|middle|penultimate|bottleneck|[2-9](?:nd|rd|th)|(?:zwei|drit|vier|mittler|vorletz)\w{1,3}"
    r"|deuxième|troisième|avant-dernière|segund[ao]|tercer[ao]?|penúltim[ao]|second[ao]|terz[ao]|terceir[ao]|втор\w+|треть\w+)"
    rf"\s+(?:hidden\s+)?{_UNIT}|第\s*[0-9一二三四五]\s*(?:の)?(?:隠れ)?[層层]|[層层]\s*\d|\d\s*층|(?:두|세)\s*번째\s*층",
    re.I,
)
"""Words for a layer, or a unit, by its number."""
EXCEPT = lazily(
    r"\b(?:except(?:ing|ions?|ionally)?|excluding|but|whereas|while|only|however|other than|apart from|aside from"
    r"|außer|ausgenommen|Ausnahme|aber|jedoch|nur|hingegen|dagegen|während|bis auf|sauf|excepté|exception|mais"
    r"|tandis que|alors que|hormis|seule(?:ment)?|excepto|salvo|pero|mientras que|s[oó]lo|menos|tranne|eccetto|mentre"
    r"|exceto|mas|enquanto|кроме|за исключением|исключая|но|а|тогда как|однако|только)\b"
    r"|ただし|但し|除[くいき]|を除|のみ|だけ|一方|しかし|除了|除[^。]{0,12}外|但|而|只有|僅|仅|不过|不過|(?<!\w)단(?=[\s,])|다만|제외",
    re.I,
)
"""Words of an exception."""
FOLLOWING = lazily(
    r"\b(?:get|gets|obtain\w*|find|finds|yields?|gives?|so|hence|therefore|thus|follows?|implies|impl(?:y|ied)|becomes?"
    r"|reduces?|recall|since|because|show\w*|know|somit|also|folgt|daher|deshalb|ergibt|erhält|erhalten|weil|da|donc|ainsi"
    r"|obtient|car|puisque|parce|luego|entonces|obtenemos|porque|quindi|dunque|perché|portanto|logo|поэтому|значит"
    r"|следовательно|получаем|так как)\b"
    r"|よって|ゆえに|したがって|従って|から|ので|得[らるた]|所以|因此|于是|因为|得到|따라서|그러므로",
    re.I,
)
"""Words of what follows from something."""
CASE = lazily(
    r"\b(?:if|when(?:ever)?|unless|suppos\w+|regression|classification|would|some|sometimes|often|note"
    r"|one (?:can|may|could)|wenn|falls|manchmal|si|quand|lorsque|parfois|cuando|quando|se|если|когда|иногда)\b"
    r"|とき|場合|なら|回帰|分類|如果|若|当|當|时|回归|分类|때|경우|\?|？",
    re.I,
)
"""Words of a case."""
ELSEWHERE = lazily(
    r"\b(?:mistak\w+|wrong\w*|erroneous\w*|incorrect\w*|false\w*|fallac\w+|pitfalls?|misprints?|typos?"
    r"|(?:an|common|typical|frequent|classic) (?:error|slip)s?|contrary|beware|(?<!to )avoid\w*|forbid\w*|tempt\w*"
    r"|naive\w*|colleagues?|students?|beginners?|novices?|people|authors?|literature"
    r"|(?<!this )(?<!our )(?<!as in the )(?<!following the )(?:(?:text)?books?|papers?|articles?|chapters?|exercises?"
    r"|lectures?|slides|tutorials?|blogs?"
    r"|code(?!\s+(?:layers?|units?|is|are|itself|has no)\b|[ \t]*[.,:;)]|\s*\Z)|implementations?|librar(?:y|ies)|exam)"
    r"|falsch\w*|ein Fehler|Irrtum|fälschlich\w*|irrtümlich\w*|(?:Lehr)?buch\w*|entgegen|faux|fausse\w*|une erreur"
    r"|livre|à tort|incorrecto|un error|erróneo|libro|sbagliat\w+|un errore|errato|errado|um erro|livro|ошибочн\w+"
    r"|неверн\w+|неправильн\w+|книг\w+)\b"
    r"|誤(?!差)|間違|まちがい|正しくな|教科書|文献|(?<!本)論文|著者|に反し|错|錯|误(?!差)|不正确|不正確|教材|书中|書中|틀리|잘못|교과서",
    re.I,
)
"""Words of what is a mistake, or of what others write."""
PLAIN = lazily(
    r"(?:\s|[,(:;\d、，：（]|\b(?:in|for|at|of|on|the|a|all|any|each|other|others|inner|hidden|layers?|units?|and|with|where"
    r"|second|third|fourth|penultimate|middle|we|have|has|is|are|last|output|outputs|final|first|input|one|step|time|state|use|using|set|take|put|here|that|which"
    r"|activations?|every|nodes?|neurons?|itself|linear|simply|just|instead|only|it"
    r"|im|der|die|das|den|dem|letzte[nmrs]?|erste[nmrs]?|Schicht(?:en)?|Schritt|Ausgabe(?:schicht|neuronen)?"
    r"|Ausgangsschicht|wo|wobei|gilt|ist|sind|hat|haben|wir|dass|daß|sei|sein|für|bei|am|es|und|verborgenen"
    r"|dans|la|le|les|dernière|première|couches?|de|sortie|où|que|pour|est|on|et|à|cachées"
    r"|en|última|primera|capas?|salida|donde|para|y|ocultas|tenemos|se tiene"
    r"|nell|nello|ultimo|strato|di|uscita|dove|cui|che|per|è|si|ha|na|camada|saída|onde|é|temos"
    r"|в|во|последн\w+|выходн\w+|перв\w+|слое|слоя|слой|слою|для|где|что|и)\b"
    r"|出力層|最終層|最後の層|隠れ層|最初の|時刻|ステップ|最終|では|でのみ|のみ|だけ|[でのはがをとにも]|とする|とします|である|です|ここ"
    r"|输出层|輸出層|最后一?层|最後一層|隐藏层|隐层|第一步|[在中的了层層有为為是取外令设]|其中|使用|采用"
    r"|출력층|마지막\s*층|에서는?|[은는이가로을를]|이다|한다|으로)*",
    re.I,
)
"""What may stand beside both, or behind the words of an exception, so that no more is said."""


def excepted(general: str, before: str, behind: str) -> str:
    r"""How the words around an equation make it an exception to a `general` one, as typed; nothing where they do not.

    >>> excepted("a = f(z)", "where $a = f(z)$, but ", "."), excepted("a = f(z)", "For the last layer ", ".")
    ('surely', 'named')
    >>> excepted("a = f(z)", "where $a = f(z)$ and ", " in the last layer"), excepted("", "but then we get ", "")
    ('together', 'follows')
    >>> excepted("", "Contrary to the book, where ", " in the last layer, all layers are alike.")
    'doubted'
    >>> excepted("a = f(z)", "where $a = f(z)$, except that sometimes ", ".")
    'perhaps'
    >>> excepted("", "In layer 2, ", "."), excepted("", "So in layer 2 ", ".")
    ('inner', 'follows')
    """
    clause = last(before.rstrip())
    head, found, said = clause.rpartition(general) if general else ("", "", clause)
    said = FORMULA.sub("0", said.lstrip(" $").replace("$$", " ") if found else said)
    rest = re.split(r"[$,.、，。)]", first(behind))[0]
    but = list(EXCEPT.finditer(said))
    if FOLLOWING.search(said):
        return FOLLOWS
    if denies(clause, behind) or any(ELSEWHERE.search(FORMULA.sub("0", x)) for x in (said, first(behind))):
        return DOUBTED
    unsure = PERHAPS if but else DOUBTED
    if any(CASE.search(x) for x in (FORMULA.sub("0", head.rstrip(" $")), said, rest)):
        return unsure
    if is_hedged(EXCEPT.sub(" ", AT_END.sub(" ", said)), AT_END.sub(" ", rest)):
        return unsure
    if but:
        plain = PLAIN.fullmatch(said[but[0].end() :]) if len(but) == 1 else PLAIN.fullmatch(EXCEPT.sub(" ", said))
        return SURELY if plain and PLAIN.fullmatch(rest) else PERHAPS
    named = END.search(f"{said} 0 {rest}") is not None
    if not named and IN_BETWEEN.search(f"{said} 0 {rest}"):
        return INNER
    if found:
        return TOGETHER if named and PLAIN.fullmatch(said) and PLAIN.fullmatch(rest) else BESIDE
    return NAMED if named else ""
