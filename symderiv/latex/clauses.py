r"""Which words tie a condition to which equation: the clauses of a paragraph.

`a = b for k = j and c = d for k \ne j`, `for k = j, a = b`, `k = j のとき a = b`: a condition belongs to the equation
of its clause. Whether it stands before or behind that equation is told by the words around it (the tables below), else
by how its neighbours do it. Words that turn a condition round (`unless`) or leave a choice (`or`) are no condition that
can be used.
"""

from __future__ import annotations

import re

from ..notation import words_of
from ..pattern import lazily
from .joining import AND, ELSE, IF

INTRODUCING = frozenset(
    words_of(
        "for when if where with whenever in case cases the of that any all each every provided assuming assume suppose "
        "consider given let only at since as holds valid unless except wenn falls mit pour si avec para con cuando per "
        "se quando com dla gdy voor als"
    )
)
"""Words directly before a condition: without any other word, the condition belongs to what stands before them."""
JOINING = frozenset(
    words_of(
        "and also but while whereas then finally similarly likewise next otherwise or ; und aber sonst dann et mais "
        "sinon pero ma mentre altrimenti mas en maar oraz ale"
    )
)
"""Words that begin a new clause."""
CASE_OF_ITS_OWN = lazily(
    r"\s*(?:(?:and|but|or)\s+)?(?:[-*+•]\s+|\(?(?:[ivx]{1,4}|[a-c]|\d)[.)]\s+)?"
    r"(?:(?:the |our )?(?:(?:first|second|third|next|last|other|opposite|remaining|easy|hard) )?(?:case|situation)\b"
    r"|(?:in|on|for) (?:the |all )?(?:other|opposite|second|third|remaining)\b|on the other\b|suppose\b|assume\b"
    r"|now (?:suppose|assume|let|take|consider)\b|場合|次に)"
)
"""How a sentence begins with whose condition a case of its own begins, whatever stands above it."""
ENCLOSED_CASE = lazily(r"(?:とき|時|場合|ならば|なら|では|点で)[は、,，]?\s*[（(]\s*\Z")
"""Words before a condition in parentheses that is one of what follows."""
HELD_BEHIND = lazily(r"\s*[,，、]?\s*[(（][^()（）]*")
"""All between an equation and a condition where both of its words and other formulas stand in one parenthesis behind
the equation: `a = b (すべての $j$ について $r_{ij} = 0$ のとき)`."""
LEADING = lazily(
    r"[,、，]?\s*(?:(?:then|we|it|this|that|the|there|one|gives?|yields?|is|becomes|so|only|hence"
    r"|dann|(?:gilt|ist)(?!\s*[,.])|alors|on|entonces|então|allora|то|имеем|получ\w+|thì|wtedy|mamy|dan|geldt)\b|则|則|有|可得|得)"
    r"|[:：]|は|には|では",
    re.I,
)
"""How a text goes on behind a condition that belongs to what follows."""
POSTPOSITION = lazily(
    r"\s*(?:(?:である|の)?(?:とき|時|时|場合|ならば|なら|であれば|については?|において|に対して|に対し)"
    r"|(?:일|인)\s*(?:때|경우)|이면|이라면|에 대해|(?:ise|için|olduğunda|iken)\b)"
)
"""Japanese, Chinese, Korean and Turkish words that make what stands before them a condition of what follows."""
CONDITION_AHEAD = lazily(r"\s*(?:当|當|若|如果|假如|对于?|對於?|设|設)\s*\Z")
"""All of the words before a condition of what follows, in Chinese."""
CONDITIONAL = lazily(
    r"\s*(?:[（(][^（()）]{1,30}[）)]\s*)?(?:(?:である|の)?(?:とき|時|場合|ならば|なら|であれば)"
    r"|が[^、。，．,.$]{1,20}?(?:とき|場合|ならば|であれば))"
)
"""Those that make even an equation between values a condition, behind a remark too (`$f(u) = u$（恒等写像）のとき`)."""
SUPPOSED_FUNCTION = lazily(
    r"(?:\b(?:for|e\.\s?g\.|for (?:example|instance)|such as|like|say|(?:special|linear) case)|例えば|たとえば)\W*\Z",
    re.I,
)
"""Words before what a function is in one line, or by way of example, only."""
_FORMULAS = r"(?:formulas?|formulae|equations?|lines?|derivations?|gradients?|derivatives?|results?)"
_BELOW_FOR = (
    rf"(?:(?:the|all|these)\s+)*(?:(?:{_FORMULAS}|everything|what follows)\s+(?:below|that follows?|from here on)"
    rf"|(?:following|next)\s+{_FORMULAS})\s+(?:all\s+)?(?:is|are|holds?|stands?|applies|apply)\s+"
    r"(?:all\s+)?(?:(?:meant|stated|given|valid|written|true)\s+)?for"
)
BELOW_FOR = lazily(rf"\b{_BELOW_FOR}\b(?:\s+(?:all|any|every|each))?\s*\Z", re.I)
"""Words before what lines are for that stand below: `The formulas below are for $1 \\le t \\le T$`."""
ASSUMING = lazily(
    rf"\b(?:{_BELOW_FOR}|assum\w*|suppos\w*|consider|let|henceforth|from (?:now|here) on|throughout|in the following"
    r"|(?:in|for|consider\w*|take|treat|study) (?:the|this|a) special case"
    r"|always|im [Ff]olgenden|stets|immer|dans la suite|toujours|en lo que sigue|siempre|nel seguito|sempre)\b"
    r"|以下|以降|今後|常に|つねに|仮定|として考え|とする|とおく|下面|总是|始终|恒有",
    re.I,
)
"""Words by which something is assumed from there on."""
LASTING = lazily(
    r"\b(?:henceforth|from (?:now|here) on|always|(?:in|for) (?:all )?(?:what|that) follows"
    r"|im Folgenden (?:stets|immer)|dans (?:toute )?la suite|en lo que sigue)\b"
    r"|以下(?:では)?常に|以降(?:は)?常に|[下后][面文]总是|以下总是",
    re.I,
)
"""Those by which it surely is."""
FIXING = lazily(r"\b(?:set(?:ting)?|put(?:ting)?|tak(?:e|ing)|with|let|for|fix(?:ing)?|choos(?:e|ing))\W*\Z", re.I)
FIXED = lazily(r"\s*(?:と(?:する|し|すれば|すると|おく|仮定)|を仮定|に固定)")
"""Words that fix a value, before it and behind it."""
LACKING = lazily(r"\b(?:without|no) [A-Za-z -]+\s*[(（:,]\s*\Z", re.I)
"""What is left out where the condition in parentheses holds: `without weight decay ($\\lambda = 0$)`."""
APART = lazily(r"\n[ \t]*\n(?=\s*\S)")
"""What parts paragraphs, of which one does not turn round what stands in the next."""
OWN_SENTENCE = lazily(
    r"(?:\bcase\s*\w*\s*[:.)*_]*|\blet|\b(?:suppose|assume|consider|take)(?: (?:first|now|next|then|that))?"
    r"|\b(?:first|second|third|other|last|next) case is|(?:場合|ケース)\s*\w*\s*[:：]?)\W*\Z",
    re.I,
)
"""Words before a condition that is a sentence of its own and begins a case: `Case 2: $k \\ne l$. Then ..`."""
FOLLOWED = lazily(
    r"\s*(?:then|here|(?:then |so |now |thus |hence )?we (?:get|have|obtain|find)|it follows|hence|thus|this gives"
    r"|このとき|すると|ゆえに|よって|したがって)\b",
    re.I,
)
"""How the next sentence begins that draws something from it."""
NEW_CLAUSE = lazily(r"(?:[,;、，]|\b(?:and|but|while|whereas)\b)\s*[^,;、，()（）$]*\w[^,;、，()（）$]*[（(]\s*\Z")
"""A clause of its own before a condition in parentheses: `.., off the diagonal ($k \\ne l$) ..`."""
NEW_CASE = lazily(r"(?:[,;、，]|\band|\bbut)\s*(?:if|when|for|in)\b[^,;()（）$]*\w[^,;()（）$]*[（(]\s*\Z")
"""The same, begun by a word for a case."""
GOING_FORWARD = lazily(r"\s*[)）]\s*(?![,;.、。，]|and\b|or\b|but\b)")
"""How such a clause goes on that is about what follows."""
OUTSIDE = lazily(r"\A\W*(?:\w+\W+){0,2}(?:outside|beyond|except)\b\W*(?:\w+\W+){0,2}\Z", re.I)
"""Words between `x_n = 0` and a range by which x is 0 beyond the range."""
FORWARD = lazily(
    r"(?:\A|[.。:])\W*(?:then|now|next|later|afterwards|finally)\b|次に|今度は|\b(?:set|put|take|let|choose|fix)\W*\Z",
    re.I,
)
"""and words that begin a sentence about what comes, behind an equation."""
LOCALLY = lazily(
    r"(?:\b(?:here|now|in this (?:section|part)|in what follows|in the following|below|from now on"
    r"|ahora|aquí|en lo que sigue|en esta (?:sección|parte)|a continuación"
    r"|ici|maintenant|dans (?:ce qui suit|la suite|cette (?:section|partie))"
    r"|hier|jetzt|nun|im Folgenden|in diesem (?:Abschnitt|Teil))\b,?\s*"
    r"(?:(?:we|let|have|take|is|are|again|wir|ist|sind|seien|sei|sea|sean|es|son|soit|soient|est|sont|on a|avec|with"
    r"|mit|con|für|para|pour|for)\s+)*"
    r"|(?:这里|此处|本节中?|此时|以下|下面|ここでは?|以下では|本節では)[，,、]?(?:设|令|有)?)[\s(（]*\Z",
    re.I,
)
"""Words before ranges that say them of what follows, not of the page."""
ELSEWHERE = lazily(
    r"\b(?:later|afterwards?|above|(?:previous|earlier)(?! (?:ones?|(?:time[ -]?)?steps?|times?|states?|layers?)\b)"
    r"|previously|already(?! (?:given|known|padded|scaled|extended|whitened|normali[sz]ed|cent(?:er|re)d)\b)"
    r"|separately|elsewhere|not needed|below|nothing"
    r"|(?:was|were|been|be) (?:done|treated|discussed|handled|seen|shown|considered|skipped|omitted|left)"
    r"|(?:we|i|you|they) (?:did|saw|treated|discussed|handled|covered|skipped|omitted)"
    r"|in (?:class|(?:the|a|an earlier) (?:lecture|tutorial|course|exercise))|last (?:week|time|lecture))\b"
    r"|授業|講義|前回|先週|省略|後で|後述|(?:すでに|既に)(?![^。．]{0,4}(?:与え|知ら))|上で|前に",
    re.I,
)
"""Words that say that a case is treated in another place."""
MENTIONED = lazily(
    r"\A\s*(?:is|was|would|may|might|can|could|has|does|makes?|needs?|requires?)\b"
    r"(?! (?:assumed|given|fixed|supposed|meant|understood|considered|taken))",
    re.I,
)
"""How a sentence goes on that says something of a condition."""
EXPLAINING = lazily(r"\s*(?:and\s+)?(?:where|with)\b|\s*(?:ただし|ここで)", re.I)
"""Words between a line and what a name in it is, whatever the line is said for."""
ONLY_IF = lazily(r"\b(?:if|when|whenever|unless|as long as)\W*\Z", re.I)
"""Words by which even what is said of a given value is one."""
IN_CASE = lazily(r"(?:\bFor|\b(?:and|but|while|whereas),? for)\W*\Z")
"""Words by which a comparison is one, unless something is defined behind it."""
BEHIND_A_LINE = lazily(r"\s*,?\s*(?:for(?:\s+all)?|[(（]\s*(?:for)?)\s*", re.I)
"""All that stands between a line and a comparison by which that is its case."""
SAID_BESIDE = lazily(
    r"\b(?:if|when|whenever|in|on|for)\b[^.;$()（）]{1,60}(?:[(（]|,\s*(?:i\.\s?e\.,?|that is,?|where))\s*\Z", re.I
)
"""Words for a case, beside which a comparison says which one it is: `If the unit is active ($ts < 1$), ..`."""
DEFINING = lazily(r"[^.;$]{0,40}\b(?:let|define|set|put|write|consider|introduce|take|choose)\b", re.I)
"""Words behind it by which something is."""
GENERALLY = lazily(
    r"[.。,;](?:[^.。]*?(?:\b(?:in general|generally|in any case|in all cases|again for (?:all|any|every)"
    r"|(?:the )?general (?:case|formula|result|solution|expression|answer))\b|一般に|一般の場合)"
    r"|[\s*_-]*general\s*[:：])|\n[-*\s]*general\s*[:：]",
    re.I,
)
"""What leaves a case again."""
TREATED = lazily(
    r"\b(?:see|cf|trivial(?:ly)?|eas(?:y|ily)|clear(?:ly)?|obvious(?:ly)?|well[- ]known|known|similar|analogous"
    r"|exercise|skip|nothing|reader|book|immediate|straightforward)\b|自明|明らか|同様|参照",
    re.I,
)
"""Words of a sentence by which nothing more is said of a case."""
AMONG = lazily(
    r"[(（][^()（）]*(?:\b(?:in particular|especially|including|also|even|e\.\s?g\.|for example|for instance)\b"
    r"|特に|とくに|例えば|たとえば)[^()（）]*\Z",
    re.I,
)
"""Words in parentheses by which a case is one of those that are meant."""
VALUED = lazily(r"\b(?:is|are|be|was|equals?|gets|takes(?: the value)?|receives|ist|est|es|vaut|vale)\s*\Z", re.I)
"""Words before one of two values, `the reward is $a$ if $y = 1$ and $b$ if $y = 0$`,"""
VALUED_IF = lazily(rf"\s*,?\s*{IF}\s*", re.I)
"""those between a value and its case,"""
OTHER_VALUE = lazily(r"\s*[,;]?\s*(?:(?:and|or|but|und|oder|et|y|e)\b)?\s*(?:(?:is|it is|ist|est|es)\b)?\s*", re.I)
"""and those before the other."""
OF_ALL = lazily(
    r"\s*(?:[(（]\s*(?:those|all|out of|of|(?:the|this) (?:whole|full|page|network|others?|model)|in total|there are"
    r"|as opposed to|instead of|rather than)\b[^()（）]*|(?:out )?of (?:the|all)(?: the)?\s*)\Z",
    re.I,
)
"""Words between a range and that of all, from which it is taken: `$t < T$ (of all steps $1 \\le t \\le T$)`."""
CHOOSING = lazily(
    r"\A[\s,、]*(?:or|either|oder|ou|o|или|of|lub|eller|または|又は|あるいは|もしくは|か|或者?|还是|還是|또는)\b[\s\w,、]*\Z",
    re.I,
)
"""Words that leave a choice between two conditions."""
CONNECTING = lazily(rf"\A[\s,、;()（）]*(?:{AND}|with|ただし|where|for|when|if|as well as|また)*[\s,、()（）]*\Z", re.I)
"""What may stand between two things that are said together."""
NAMING = lazily(
    r"\A\s*,?\s*(?:and|und|et|y|e)\s+(?:for\s+|für\s+|pour\s+|para\s+)?"
    r"(?:an?|the|any|each|every|all|ein\w*|jede\w*|une?|chaque|cada|toda?s?)\s+"
    r"(?!(?:other|others|remaining|rest|case|second|last|first|same|ander\w*|autres?|otr[oa]s?)\b)"
    r"(?:[^\W\d]+[ -]){0,2}(?!cases?\b)[^\W\d]+,?\s*\Z",
    re.I,
)
"""The same, with what a letter numbers: `for $t < T$ and an external input $m \\in I$`."""
FOR_THE_NEXT = lazily(r"(?:[,;]|\b(?:and|but|while|und|et|y))\s+(?:then\s+)?(?:for|für|pour|para)\s*\Z", re.I)
"""How a clause begins about a display that a colon announces: `$h_0 = 0$, and for $t > 0$:`."""
REMAINING = lazily(rf"(?:^|[\s;,.:，。；：、]){ELSE}|それ以外|そうでな|その他", re.I)
"""Words that make the contrary of a condition one."""
REMAINING_ALONE = lazily(
    rf"(?:{AND} |but |or )?{ELSE},?(?: (?:we|it|is|are|have|get|obtain|gilt|ist|on a|se tiene|si ha)){{0,3}}[:,]?"
    r"|(?:それ以外|その他|そうでない)(?:の?(?:とき|場合))?(?:は|では)?[、,:：]?",
    re.I,
)
"""All that stands between one case and the next: `Otherwise:`."""
REST_ENCLOSED = lazily(rf"\A\s*[(（]\s*({ELSE})\s*[)）]", re.I)
"""Such a word in parentheses behind a line: `(otherwise)`."""
POSTPOSED = lazily(rf"\A\s+{ELSE}\s*(?:[.,;]|{AND}(?![^\W\d_]))", re.I)
"""Such a word behind what it is said of: `.. and $c = d$ otherwise, and`."""
SAID_OF_A_LINE = lazily(r"\s*,?\s*(?:[(（]\s*)?(?:for|where|with|when|if)(?:\s+(?:all|any|each|every))?\s*")
"""All that stands between a line and its case, from which the sentence draws another line: `for $i \\ge 0$, so ..`."""
CONSEQUENT = lazily(
    r"[\s,，、]*(?:(?:である|となる|になる|が成り立つ|な)?(?:から|ので|ため)|だから|より"
    r"|(?:and\s+)?(?:so|hence|thus|therefore|consequently)(?:\s+that)?(?:\s+we\s+(?:get|have|obtain|find))?"
    r"|(?:and\s+)?we\s+(?:get|have|obtain|find)|which\s+gives)[\s,，、:：]*\Z",
    re.I,
)
"""Words behind an equation by which the next one follows from it: `.. であるから`, `.., so`."""
_NO_CASE = "".join(
    rf"(?<!\b{word} )"
    for word in words_of(
        "this that any our each either every both such general linear special first second third last latter former"
        " next other"
    )
)
DRAWING = lazily(
    r"\b(?:gets?|ha(?:ve|s)|obtains?|finds?|gives?|yields?|becomes?|follows|conclude)\b[^.;]{0,30}"
    r"\b(?:for|if|when|in case|with|at)\W*\Z",
    re.I,
)
"""Words of a sentence that goes on in a display behind the condition: `we get for $y = 1$`."""
SUPPOSING = lazily(
    r"\b(?:if|when|whenever|provided|assuming|assume|suppose|supposing|unless|until"
    rf"|{_NO_CASE}case)\b\W*(?:that\b|of\b)?\W*\Z",
    re.I,
)
"""Words that make an equation before which they stand a condition."""
ONLY_NEXT = (
    *("for", "when", "if", "where", "pour", "für", "para", "のとき", "の時", "とき", "ならば", "なら", "場合"),
    *("において", "について", "に対し", "では"),
)
"""Words that tie a range to what follows."""


def is_said_of_next(words: str) -> bool:
    """Do the words around a range tie it to what follows?"""
    words = words.lower()
    return any(w in words.split() if w.isascii() else w in words for w in ONLY_NEXT)


WHICH = lazily(
    r"\s*(?:in|for|of)\s+the\s+(?:(first|former)|(second|latter)|(third))\b"
    r"(?=\s*(?:[,.;)]|\Z|(?:and|one|equation|formula|line|definition|expression)\b))"
    r"|\s*[はがに]?[、,]?\s*(?:(前者|1つ目|一つ目|第一式)|(後者|2つ目|二つ目|第二式)|(3つ目|三つ目|第三式))"
)
"""Words behind a range that say which equation of the display above it is of."""
EQUAL = lazily(r"\s*(?:(?:is|are)?\s*(?:equals?|equal to|given by|nothing but)|is|becomes|に等しい|は)\s*", re.I)
"""Words between two formulas that say what a sign of equality says."""
LOOKING_BACK = lazily(r"\s*[(（]?\s*(?:(where|ただし)(?![A-Za-z])|(?:[Hh]ere|with|for)\b|(ここで))")
"""How a paragraph goes on with what is displayed above it: `where $n = 1, \\dots, N$.`, ただし.., ここで.."""
AHEAD = lazily(
    r"\b(?:as follows|the following|as below)\b|次の(?:よう|式|通り|とおり)|次式|以下の(?:よう|式|通り|とおり)", re.I
)
"""Words of a sentence that goes on in the display below: `ただし $t = 1$ のときは次のようにします。`"""
SAID_BRIEFLY = lazily(r"\s*(?:です|とする|とします|である)?\s*[。．.]?\s*[)）]?\s*")
"""What stands behind a condition that says no more: `ここで $l < L$ です。`"""
BACK = lazily(
    r"\s*[(（]?\s*(?:this|that|it|which|das|dies|cela|ceci|esto|questo|isto|это|dit)\s+"
    r"(?:is|holds?|gilt|ist|vaut|est|vale|è|é|верно|geldt)\s+",
    re.I,
)
"""How a sentence begins that says for what the display above it holds,"""
BRIEFLY = lazily(
    rf"(?:{BACK.pattern})?\s*[(（]?\s*"
    r"(?:(?:but|and|only|just|solely|valid|true|correct|holds?|exactly|precisely|nur|genau|gültig|seulement|uniquement"
    r"|valable|solo|sólo|soltanto|só|somente|alleen|tylko|czyli|только)\s+)*"
    r"(?:for|if|iff|when|whenever|where|with|(?:provided|assuming|on (?:the )?condition)(?: that)?"
    r"|in (?:the )?(?:(?:first|second|special) )?case(?: of| that| where)?,?|under the condition(?: that)?"
    r"|on the diagonal,?|für|falls|wenn|sofern|im Fall|pour|si|à condition que?|quand|para|cuando|se|per|quando|при"
    r"|если|для|voor|als|wanneer|dla|gdy|当|當|仅当|僅當|若|其中|这里|這裡|ここで)\s*",
    re.I,
)
"""all that stands before the case then,"""
BRIEFLY_BEHIND = lazily(
    r"\s*(?:only|alone|のとき|の場合|の時|とした|とする|时|時|일\s*때(?:\s*성립한다)?|인\s*경우)?\s*[.。．]?\s*[)）]?[.。]?\s*"
)
"""and behind it;"""
GOES_ON = lazily(r"\s*[,;]?\s*(?:and|whereas|while|but|und|aber|et|mais|y|e|mas|pero|ma)\s*", re.I)
"""and all that stands behind it where another display follows, whose case comes behind that."""
_SHORT = "".join(rf"(?<!\b{x})" for x in (r"i\.e", r"e\.g", "cf", "resp", "bzw", r"d\.h", r"z\.B", "Eq", "eq", "Fig"))
"""Not behind these: their stop ends no sentence."""
STOP = lazily(rf"[。．！？]|(?<![\d\s]){_SHORT}[.!?](?=\s|$)|(?<=[a-z]\s\d)\.(?=\s+[A-Z])|\A[.!?](?=\s|$)")
SENTENCE_END = rf"{STOP.pattern}|\n[ \t]*\n"
"""What ends a sentence or a paragraph,"""
ITEM = r"\n(?=[ \t]*(?:[-+•]|\d+[.)])[ \t])"
"""or a line of a list, the next of which begins."""
PARTS = r"[\s,:;()\[\]（）、，：；.。・–—-]"
"""Signs that part the words of a clause."""
FORMULA = "$"
"""What stands for a formula between two texts: a stop right behind it ends a sentence."""
CAPITAL = lazily(r"\s*[A-ZÀ-ÞА-ЯЁĐŁŚŹŻ]")
WORD = lazily(r"[A-Za-z]+|;")


def says_its_case(before: str, after: str, led: bool) -> bool:
    """Does a short paragraph below a display only say its case, by the words around that? `led`: a display follows.

    >>> says_its_case("only for ", ".", False), says_its_case("For ", ".", True)
    (True, False)
    """
    small = before.lstrip()[:1].islower()
    if led and GOES_ON.fullmatch(after):
        return small and BRIEFLY.search(before) is not None
    said = BRIEFLY.fullmatch(before) if before.strip(" (（\n") else POSTPOSITION.match(after)
    ending = APART.split(after)[0]
    if said is None or (ending.strip() and BRIEFLY_BEHIND.fullmatch(ending) is None):
        return False
    return not led or (STOP.search(after) is not None and (small or BACK.match(before) is not None))
