"""Does a sentence say that what its formula states holds on the whole page: `where ..`, `we assume ..`, `.. とする`?

There is no end of ways to say something in passing (`with .. the network is linear`, `.. is treated in the exercises`),
but few in which a page says what it rests on. These are listed, in English and Japanese; any other sentence leaves
open what it says of the rest of the page.
"""

from __future__ import annotations

import re

from ..pattern import lazily
from .asserted_abroad import is_asserted_abroad, speaks_of_case_abroad
from .hedged import is_hedged, without_abbreviations

COMMAND = lazily(r"\\(?:begin|end|label|\w*section|paragraph|item|noindent)\b\*?(?:\s*[\[{][^\]{}]*[\]}])*")
"""Commands of LaTeX in the text."""
DISPLAY = lazily(
    r"\$\$|\\[\[\]]|\\(?:begin|end)\s*\{(?:equation|align|gather|eqnarray|multline|displaymath|flalign|math)\w*\*?\}|```"
)
"""What parts a sentence from what is displayed in it."""
FORMULA = lazily(r"\$[^$]*\$|\\\(.*?\\\)", re.DOTALL)
KANA, HAN = lazily(r"[぀-ヿ]"), lazily(r"[一-鿿]")
FOR_EASE = lazily(
    r"\bfor (?:(?:the sake of|reasons of|notational|ease of) )?(?:simplicity|convenience|brevity|clarity"
    r"|exposition|notation"
    r"|definiteness)\b|\bwithout (?:any )?loss of generality\b|\bw\.?l\.?o\.?g\b|\bto (?:keep|simplify"
    r"|ease|lighten|shorten)\b"
    r"|(?:簡単|簡潔|単純|簡略化|見やすさ|議論|説明)の(?:簡単の)?ため|一般性を失",
    re.I,
)
"""Words by which something is taken to be so although it need not be."""
CONNECTING = lazily(
    r"\b(?:and|also|here|now|then|thus|so|hence|therefore|moreover|further(?:more)?|again|finally|first|of course|both"
    r"|in addition|as (?:usual|before|always|stated|mentioned|said)|below|throughout|henceforth|from (?:now|here) on"
    r"|in (?:what follows|the following|all that follows|(?:this|our) [\w-]+|which|both cases)|on (?:this"
    r"|our) [\w-]+|recall"
    r"|where|with|but|while|every|each|all)\b",
    re.I,
)
"""Words that say nothing of when it holds."""
GIVING = lazily(
    r"\b(?:(?:where|recall\w*|not(?:e|ing)|remember\w*|such|so|ie|that is|namely"
    r"|satisf(?:y|ies|ying)|obey\w*|fulfil\w*|given|know\w*|fact|equals?|by definition"
    r"|wobei|mit|weil|da|sei(?:en)?|où|avec|car|puisque|soit|donde|con|sea|onde|com|seja|dove)\b(?: also)?(?: that)?"
    r"(?: (?:the|our|each|all|every|an?|its?|their))?(?: [\w-]+){0,3}"
    r"|(?:assum(?:e[sd]?|ing)|suppos(?:e|ed|ing)|set|tak(?:e|en)|put|fix(?:ed)?|choose|chosen|used?|appl(?:y|ying)|speciali[sz]e|define[sd]?|write"
    r"|denote[sd]?|consider|given)\b[^.;]{0,60}|0 has|\b(?:the|our|this|all"
    r"|each) (?:[\w-]+ ){0,2}(?:network|net|model|layers?|units?|neurons?|step|lecture|equality) uses?)[\s,:(]*\Z",
    re.I,
)
"""Words right before it by which a sentence gives it;"""
REASON = lazily(
    r"(?:\b(?:since|because|using)\b[^.,;]{0,40}|\b(?:as|given|so|such)(?: that)?[\s,:]*|\blet (?!us\b)[^.,;]{0,30})\Z",
    re.I,
)
"""those behind which the sentence may go on in any way."""
WITH = lazily(
    r"\bwith(?: (?!(?:have|has|had|is|are|we|it|one|no)\b)[\w-]+){0,5}[\s,:]*\Z",
    re.I,
)
"""Words that give it at the end of a sentence;"""
NOUN = (
    r"(?:the|its|an?) (?:[\w-]+ ){0,3}"
    r"(?:function|sigmoid|density|activation|nonlinearity|identity|distribution|link|tangent|ReLU)"
)
ENDING = lazily(
    r"[\s)]*(?:[.;:)|]|\Z|\$|,?\s*(?:and|where|respectively)\b|,\s*0"
    r"|,?\s*for (?:all|each|every|any|0|(?:the|an?) (?:intercept|bias|constant|offset))\b"
    r"|(?:is|are) (?:given|known|fixed|observed))"
    rf"|,\s*{NOUN}\b",
    re.I,
)
"""how that ends."""
COPULA = lazily(
    r"(?:\A|[,;:]\s*|\b(?:and|where|that|as|since|because|so)\s+)"
    r"(?:(?:the|our|this|these|its|all|each|every|both|here|input|output|target|class|binary"
    r"|true)\s+)*[\w-]+(?: of [\w -]+?)?"
    r"(?: [\w-]+){0,2}\s+(?:is|are|be|equals?|sums?|takes?|lies?|live|carr(?:y|ies)|can (?:only )?(?:be"
    r"|take))\b[^.;]{0,60}\Z",
    re.I,
)
"""Words that say what something on the page is."""
_NAMED = (
    r"(?:(?:and|the|an?|our|its) )?"
    r"(?:(?!(?:we|it|let|is|are|be|has|have|for|if|when\w*|in|of course|case|often|then|say)\b)[\w-]+ ){1,4}0"
)
END = lazily("[.;:!?]")
LISTED = lazily(rf"\s*{_NAMED}(?:,? {_NAMED})* with 0(?:,? {_NAMED})*\s*", re.I)
"""A sentence that is nothing but a list of what there is, and of what holds of it: `labels 0 with 0, temperature 0`."""
OF_DATA = lazily(
    r"\b(?:labels?|targets?|responses?|outputs?|outcomes?|class(?:es)?|data|values?|indicators?|spins?|variables?|inputs?"
    r"|observations?|ratings?|constants?|numbers?|parameters?|noise|masks?|gates?)[\s,(:]*\Z",
    re.I,
)
"""What is given, right before it."""
SELECTING = lazily(
    r"\b(?:for(?=\s*\Z)|if|when|whenever|unless|had|(?<!0 )(?<!we )ha(?:s|ve)(?=\s*\Z)|whether|even"
    r"|despite|pretend|moment"
    r"|imagine|every time"
    r"|choices?|cases?|options?|alternatives?|conventions?|possib\w+|exceptions?|special|popular|common|simplest"
    r"|usual(?! for)|easiest|extreme|trivial|limit|examples?(?=\s*\Z|\s+(?:is|are|of))|initiali\w+"
    r"|initial(?:ly)?|sanity|check\w*|contradiction|tempt\w*|no (?:reason|need|guarantee|longer)|wonder\w*"
    r"|library"
    r"|old|code|implementations?"
    r"|correspond\w*|equivalent|recover\w*|reduc\w+|coincid\w+|(?:suppose|assume|consider)\w* first"
    r"|one(?= (?:often|usually|may|can|takes?|sets?|has|gets|tends))|start\w*"
    r"|beg[iu]n\w*|experiments?|practice|exercises?|previous\w*|earlier|later|authors?|books?|texts?|literature|many|most|some"
    r"|(?:last|next|other) (?:lecture|section|chapter|week|time|post|part|paper|notes?|course)s?"
    r"|expects?|ideal\w*|exclud\w+|compar\w+|cover\w*|generali[sz]\w+|want\w*|need\w*"
    r"|(?:a|an|any) [\w-]+(?: [\w-]+)? with)\b",
    re.I,
)
"""Words before it that speak of one case among several, of another place, or of no case at all."""
CASE = lazily(
    r"\A\W*(?:for (?!each|every|all|any|both|given|0|(?:[\w-]+ )?(?:features|inputs|labels|targets|data"
    r"|examples|points|pairs)\s*(?:0|and|\Z))"
    r"|in (?!this|our|all|what|the whole)|(?:under|at|upon|after|before|during) )(?!.*\b(?:we|let|us)\b)",
    re.I,
)
"""How a sentence begins that speaks of one case."""
KIND = lazily(
    r"\A\W*(?!(?:the|our|these|all|both|such|input|target|weight|data|output|feature)\b)[a-z][\w-]* (?:vectors|matrices"
    r"|distributions|graphs|kernels|models|networks|nets|units|classifiers|machines|methods)"
    r"(?= (?:satisf|ha[sv]e|obey|fulfil|assum|use|need|requir|with|whose|for which))",
    re.I,
)
"""How a sentence begins that speaks of things of a kind, `Probability vectors satisfy`."""
CLAUSE = lazily(r"[,;:(|]|\b(?:and|where|here|that|while|but)\b", re.I)
"""What begins a clause."""
CLOSING = lazily(
    r"\s*(?:\)\s*)?(?:,(?!\s*(?:is|are|was|were|has|have|do|does|can|gives?|makes?|gains?)\b)|[.;:()|]|\Z|\$|(?:for|where|with|as|because|since|and|so|on|of|to|throughout|everywhere|from|here|by"
    r"|below|that|holds?|always|its"
    rf"|{NOUN}(?=\s*(?:\Z|[.,;)]|and))"
    r"|(?:is|are|be|being|denotes?|tells?|indicates?) (?:(?:the|our|its|an?)(?! (?:\w+ )?(?:special|common"
    r"|popular|usual"
    r"|simplest|extreme|trivial|limit|case|choice|example|possib\w+|option|exception|convention|assumption))|given|known|fixed"
    r"|observed|assumed|satisfied|constant|required|defined|chosen|sigmoid|logistic|ReLU|tanh|identity|rectifi\w+|hyperbolic"
    r"|softplus|here|both|applied|whether|that|how|which|if))\b)",
    re.I,
)
"""How a sentence goes on behind it that says no more of it, or what it is."""
SAID = lazily(
    r"\s*(?:\(?[^()（）]{0,12}[)）])?\s*(?:(?:(?:と|に)?(?:する|します|おく|おきます|置く|定義(?:する|します|される)"
    r"|仮定(?:する|します)|固定する|正規化(?:する|され(?:る|ている))|書く|表す|表される)|で(?:ある|す|与えられる|定義される|表される)"
    r"|を(?:満た|みた)(?:す|します|している|しています)|を仮定(?:する|します)|を(?:用い|使|利用)(?:る|う|する|います?|ます)"
    r"|を(?:作用させ(?:る|ます)|適用(?:する|します)|施(?:す|します)|通(?:す|します)))"
    r"(?=\s*(?:[。、，．,.)）]|\Z|ので|から|ため|もの(?:とする|とします)|こと(?:に(?:する|します)|を|から)))"
    r"|(?:と|に)?(?:仮定|定義|固定|正規化)し(?:て|、|，)|(?:を(?:満た|みた)し|を仮定し)(?:て|、|，|ている|ており|ま)"
    r"|で(?:あり|与え|定義|表)(?!ます?が|るとは|る必要|ません)"
    r"|とし(?:て(?!も)|、|，|ま)|とおい|とおき"
    r"|を[^、。]{1,20}と(?:し(?!た)|する(?!と)|おく|呼)|(?:について|を)考え|で、|で，"
    r"|を(?:作用させ|適用し|施し|通し)(?:て(?!も|い)|、|，|た(?:もの|値))"
    r"|な(?:ので|のだから)|であるから|だから|ので|から|より|を(?:用い|使|利用)(?:ると|て|い(?:、|ると)|って|うと|った|し(?:て|、)|すると)"
    r"|(?:である)?こと(?:に|を|から|より)|に(?:注意|留意)|が与えられ(?:て|る)|が既知|を採用|が成り立つ(?:ので|から|。|、|\Z|こと(?:に|を|から))"
    r"|\Z|[。、，．,.]|は[^。]{0,30}(?:である|です|とする|と呼|表す)(?!場合|とき))"
)
"""Words behind it by which a Japanese sentence says so."""
DOUBTING = lazily(
    r"例えば|たとえば|もし|仮に|かりに|通常|一般に|普通|多くの|しばしば|よく|理想|特に|前回|前節|前章|実験|場合|とき|デフォルト|既定|開始時|当初"
    r"|なら|すれば|すると|(?<!以下)(?<!ここ)(?<!稿)(?<!節)(?<!章)(?<!記事)(?<!回)(?<!問題)(?<!講義)(?<!等号)(?<!変形)(?<!計算)(?<!モデル)(?<!ノート)では"
)
"""Words before it by which a Japanese sentence speaks of one case."""


PREPOSED = lazily(
    r"\A\W*(?:with(?:out)?|by (?!assumption|definition|construction)|as an?|via|through|if|when"
    r"|for (?!each|every|all|any))\b",
    re.I,
)
"""How a sentence begins that has a clause of its own behind a comma."""
OF_EACH = lazily(r"\b(?:each|every)\b[\w -]{0,30} (?:has|have|carries|comes with|gets)\b", re.I)
SHORTLY = lazily(r"[^.;]{0,20}\b(?:for (?:a|the|one) moment|for now|temporarily|first)\b", re.I)
"""Words behind it by which it is so for a while,"""
AT_FIRST = lazily(r"\b(?:suppos|assum|consider)\w*,? (?:first|for (?:a|the|one) moment|for now|temporarily)\b", re.I)
"""and before it."""
WINDOW = 90
"""So many characters before it are looked at for words that select."""


def is_asserted(before: str, behind: str) -> bool:
    """Do the words around a formula in a sentence say that it holds on the whole page?

    >>> is_asserted("where ", "."), is_asserted("With ", " the network is linear"), is_asserted("", " とする")
    (True, False, True)
    """
    lead = FORMULA.sub("0", without_abbreviations(COMMAND.sub(" ", DISPLAY.split(before)[-1])))
    tail = FORMULA.sub("0", without_abbreviations(DISPLAY.split(behind)[0]))
    if FOR_EASE.search(lead) is not None:
        return True
    if KANA.search(lead + tail):
        beside = lead.rstrip().endswith(("(", "（")) and tail.lstrip()[:1] in (")", "）")
        return SAID.match(tail) is not None and (beside or DOUBTING.search(lead) is None)
    if speaks_of_case_abroad(lead):
        return False
    if HAN.search(lead + tail):
        return not is_hedged(lead, tail)
    lead = lead.replace("\n", " ")
    return _in_english(lead, tail) or is_asserted_abroad(lead, tail)


def speaks_of_case(before: str) -> bool:
    """Do the words before a formula begin a sentence with one case: `For a constant input ..`?

    >>> speaks_of_case("For a constant input "), speaks_of_case("For simplicity let ")
    (True, False)
    """
    return FOR_EASE.search(before) is None and CASE.search(before) is not None


def _in_english(lead: str, tail: str) -> bool:
    near = OF_EACH.sub(" ", lead[-WINDOW:])
    reason = REASON.search(near) is not None
    rest = CONNECTING.sub(" ", near if len(near) < len(lead) or reason else lead)
    if (
        is_hedged(near, tail)
        or SHORTLY.match(tail)
        or AT_FIRST.search(near)
        or (SELECTING.search(rest) and not reason)
        or CASE.search(CONNECTING.sub(" ", lead))
        or KIND.search(lead)
    ):
        return False
    listed = LISTED.fullmatch(f"{lead}0{END.split(tail)[0]}") is not None
    if reason or (WITH.search(lead) and (listed or ENDING.match(tail))):
        return True
    clause = CONNECTING.sub(" ", CLAUSE.split(lead)[-1])
    said = not clause.strip(" ,.;:(|*+-") and not ("," in lead and PREPOSED.search(lead))
    given = said or any(p.search(near) for p in (GIVING, COPULA, OF_DATA))
    return given and CLOSING.match(tail) is not None
