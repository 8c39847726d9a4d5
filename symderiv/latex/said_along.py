r"""Words around a condition that are plain one by one, and together say another one: `other than`, `and so on`.

The patterns of what excludes, denies and widens, by the place where they stand: in front of the condition, right up to
it, and behind it. They leave what is said open, and never make a line right.
"""

from __future__ import annotations

import re

from ..pattern import lazily

_L, _R = r"(?<![^\W\d_])", r"(?![^\W\d_])"
_OTHER = (
    r"(?:others?|anything|everything|different|distinct|differ\w*|away|ander[enrms]{0,2}|anders|andere|alles|verschieden\w*"
    r"|abweichend\w*|autres?|différ\w*|otr[oa]s?|diferentes?|distint[oa]s?|altr[oaie]|divers[oaie]|outr[oa]s?|друг\w+|иных"
    r"|отличн\w+|различн\w+|inn\w{1,3}|różn\w+|andra|andre|annan|anden|forskjellig\w*|verschillend\w*)"
)
_THAN = r"(?:than|from|to|but|als|von|que|de|des|du|da|dal|dan|van|от|чем|niż|od|än|enn|end|fra|från)"
_ALL = (
    r"(?:all|any|every|each|general|alle[nrms]?|jede\w*|allgemein\w*|beliebig\w*|tou[ts]\w*|chaque|général\w*|tod[oa]s?"
    r"|cada|general\w*|tutt[ie]|ogni|generale|geral|всех|люб\w+|общем|wszystk\w+|każd\w+|alla|ieder\w*|elk\w*)"
)
_HENCE = (
    r"(?:hence|thus|therefore|so|consequently|also|somit|daher|folglich|damit|donc|luego|así|quindi|dunque|perciò|então"
    r"|portanto|logo|значит|следовательно|dus|zatem|więc|altså|alltså|and in particular)"
)
_RANGE = (
    r"(?:between|preceding|before|prior to|(?:earlier|later|sooner|other) than|(?:to the )?(?:left|right) of|above"
    r"|below|up to|until|till|down to|close to|next to|near|backwards? from|forwards? from|zwischen|vor|nach"
    r"|bis(?: zu[rm]?)?"
    r"|links von|rechts von|rückwärts (?:von|ab)|ab|jusqu['’]?\s*à|jusqu['’]?\s*au|avant|après|entre|à partir de"
    r"|antes de"
    r"|después de|hasta|desde|prima di|dopo|fino a[l]?|a partire da|tra|antes|depois de|até|a partir de|до|перед|после"
    r"|между|начиная с|przed|po|do|między|od|tot|na|tussen|vanaf|före|efter|mellan|till|fram til|før|etter|mellom)"
)
_ALSO_THEN = (
    r"(?:also|even|auch|selbst|sogar|także|też|również|nawet|i|и|даже|также|тоже|aussi|même|también|incluso|aun|anche"
    r"|perfino|também|mesmo|inclusive|ook|zelfs|även|också|også|selv)\s+"
    r"(?:then|dann|wtedy|тогда|alors|entonces|allora|então|dan|da|då|in the case|in dem Fall)\s*,\s*"
    r"(?:if|when|wenn|falls|gdy|kiedy|когда|если|si|quand|lorsque|cuando|se|quando|als|wanneer|om|när|når|hvis)"
    r"|akkor is\s*,\s*ha"
)
"""Words by which it is one case among others, parted from it: `auch dann, wenn`."""
BEFORE = lazily(
    rf"{_L}(?:{_ALSO_THEN})\s*\Z"
    rf"|{_L}(?:{_OTHER}(?:\s+[^\W\d_]+){{0,2}}\s+{_THAN}|{_RANGE}|(?:first|last) of all){_R}[\s,:$]*\Z"
    rf"|{_L}es sei denn[\s,]*(?:dass)?\s*\Z|{_L}(?:nicht|not|pas|no|non|não|не|niet|nie)[\s,]*"
    r"(?:wenn|if|when|si|se|если|als|gdy|jeśli)\s*\Z"
    rf"|{_L}{_ALL}{_R}[^.;:。()$]*{_L}{_HENCE}{_R}[^.;:。()$]{{0,24}}\Z"
    rf"|{_L}(?:für alle|pour tout|for all)\b[^.;:。()$]*{_L}also{_R}[^.;:。()$]{{0,24}}\Z"
    rf"|{_L}(?:per esempio|ad esempio|por exemplo|por ejemplo|par exemple|zum beispiel|z\.\s?b\.|например|bijvoorbeeld"
    rf"|na przykład|till exempel|for eksempel){_R}[^.;:。()$]*\Z"
    rf"|{_L}(?:besid(?:e|es)|independent\w* of|irrespective of|instead of|forget\w*|including|even|also){_R}\s*\Z"
    rf"|{_L}(?:common|typical|usual|frequent|popular) (?:mistake|error|slip|pitfall|misconception){_R}[^.;。$]*\Z"
    rf"|{_L}(?:häufiger|typischer) Fehler{_R}[^.;。$]*\Z|{_L}erreur (?:courante|fréquente){_R}[^.;。$]*\Z"
    r"|よくある(?:間違い|誤り)[^。$]*\Z|(?:任意|所有|一切|一般)[^，。；$]*(?:即|故|所以|因此)[^，。；$]{0,6}\Z",
    re.I,
)
"""Right before a condition, and in its sentence;"""
_ELSE = (
    r"(?:else|elsewhere|everywhere|otherwise|sonst|überall|ansonsten|sinon|ailleurs|partout|altrove|altrimenti|ovunque"
    r"|otherwise|en otro caso|иначе|остальн\w+|других|ellers|annars|elders|overal|anders|inaczej|wszędzie)"
)
_AND = r"(?:and|or|und|oder|sowie|et|ou|y|e|ed|o|и|или|так и|en|of|i|oraz|lub|och|og|eller|bzw\.?)"
_FALSE = (
    r"(?:false|wrong|untrue|incorrect|falsch|unwahr|verletzt|fau(?:x|sse)|fals[oa]|erróne[oa]|errad[oa]|sbagliat[oa]|onwaar"
    r"|fałszyw\w*|falsk\w*|ложно|неверно|нарушено|violated|left to|left for|an? exercise|exercise|excluded|impossible)"
)
BEHIND = lazily(
    rf"\s*,?\s*(?:(?:is|are|be|was|ist|sei|wäre|est|soit|es|sea|é|seja|for|è|sia|fosse|er|är|jest)\s+)?{_FALSE}{_R}"
    r"|\s*,?\s*(?:u\.\s?a\.|u\.\s?ä\.|etc\b|usw\b|et cetera"
    r"|и\s*т\.|и др|i in\.|itd|enz\b|osv\b)"
    rf"|\s*,?\s*{_AND}\s+(?:[^\W\d_]+\s+){{0,3}}(?:{_ELSE}|others?|ander[enrms]{{0,2}}|autres?|otr[oa]s?|altr[iea]|outr[oa]s?"
    rf"|друг\w+|inn\w{{1,3}}|andra|andre){_R}"
    r"|\s*,?\s*(?:as an? (?:special|particular) case|als (?:Spezial|Sonder)fall|comme cas|como caso|come caso"
    r"|(?:at )?last|later|afterwards|separately|elsewhere|zuletzt|später|zum Schluss|en dernier|plus tard"
    rf"|al final|por último|per ultim[oa]|più tardi|mais tarde){_R}"
    r"|\s*(?:and so (?:on|forth)|und so weiter|и так далее)\b"
    rf"|\s*,?\s*{_AND}\s+(?:likewise|also|equally|similarly|just as)\b"
    rf"|\s*,?\s*(?:als auch|as well as|ainsi que|così come|así como|como (?:para|en)|bem como|assim como"
    r"|так и|jak i|jak również"
    rf"|sowie|alsook|evenals|såväl|samt|liksom|che (?:altrove|non|negli|per)){_R}"
    r"|\s*[,、]?\s*(?:より(?:も)?(?:前|後|先|左|右|手前)|の(?:前|後|手前)|以前|以後|から(?:始|先|後|前|外))"
    r"|\s*(?:이면|인 경우|일 때)?\s*,?\s*(?:아니|에서\s*시작|부터|까지|이?전|은\s*물론|는\s*물론)",
    re.I,
)
"""right behind it;"""
JAPANESE = lazily(
    r"偽|な[いくけ]|ません|(?<![まらっは必])ず(?![つ])|ぬ(?=\s|$)|除|例外|違|外れ|異な|否|以外|など|(?<![恒平均同相])等(?![しくが価式写号分])|ように|はじめ"
    r"|かぎら|限ら|及び|および|または|又は|のほか|誤|間違|反する|無視"
)
CHINESE = lazily(
    r"错|錯|假|排除|除外|不|非|否|(?<![恒平均同相])等(?!于|於|式|价|價|号|號|同)"
    r"|及其|以及|其余|其餘|或|无|無|没|沒|违|違|之外|以外|以前|之前|以后|之后"
)
KOREAN = lazily(
    r"않|아니|아닐|아닌|거짓|틀[리린릴]|다르|다른|다를|제외|예외|빼|(?<!\S)등(?!\S)|물론|외에|외의|말고|없|못|무관|시작|부터|까지|어긋|및|또는"
)
"""and in the rest of its clause, where no spaces part words."""


def said_along(before: str, behind: str) -> str:
    """The words around a condition by which it is another one, "" where there are none.

    >>> [said_along(x, "") for x in ("for anything but ", "alles andere als ", "im anderen Fall ", "before ")]
    ['anything but', 'alles andere als', '', 'before']
    >>> said_along("für ", " oder andere Indizes"), said_along("", " for falso"), said_along("for ", " and thus")
    ('oder andere', 'for falso', '')
    """
    found = BEFORE.search(before) or BEHIND.match(behind)
    return found[0].strip(" ,:$") if found else ""
