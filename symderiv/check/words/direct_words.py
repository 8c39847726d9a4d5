r"""Words by which derivatives are direct ones: `the immediate derivative`, `treating $h_{t-1}$ as a constant`.

They stand in the sentence in front of a display, in the one behind it that goes on with it, or in its text. What is
held fixed is named by formulas (`with $\mu$ and $s$ held fixed`), or it is all but what a name is made of (`the direct
derivative`). That is clear where a sentence says nothing else (`direct_plainly`), and in doubt with any other word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from ...pattern import lazily
from ...resolve.prepared.gradients.ordered_derivatives import PLUS
from .direct_plainly import Manner, calls_plainly, holds_plainly
from .spoken import TEXT, spoken

_AND = r"(?:,|、|，|;|and|or|und|et|y|e|и|と|や|及び|および|和|与|與|및|와|과|as well as|as)"
_NAMES = rf"(?P<NAMES>\$[^$=]+\$(?:\s*(?:{_AND}\s*)+\$[^$=]+\$)*)"
_FIXED = (
    r"(?:constants?\b|fixed\b|定数|固定|一定|常数|常數|常量|定值|Konstanten?\b|konstant\w*|fest(?:gehalten)?\b|fixiert\b"
    r"|constantes?\b|fixes?\b|fixée?s?\b|fij[oa]s?\b|costant[ei]\b|fiss[oaie]\b|fix[oa]s?\b|постоянн\w+|фиксированн\w+"
    r"|констант\w+|상수|고정)"
)
_FIXED_BEFORE = (
    r"(?:fixed|constant|fixing|freezing|fest(?:em|en|er|gehaltene[mnr])|konstante[mnr]|фиксированн\w+|постоянн\w+|固定"
    r"|fixant|fijando|fissando|fixando|fixierend)"
)
_BETWEEN = (
    r"(?:\s|,|\b(?:not|never|longer|nicht|pas|non?|não|не|as|an?|is|are|be|being|held|kept|treated|regarded|considered|viewed|taken|assumed|to|both|all|thus|here"
    r"|als|eine?|konstant|comme|étant|une?|des|como|una?|come|siano|sejam)\b|を|は|が|も|として|看作|视为|視為|当作|當作"
    r"|看成|作为|为|是|을|를|은|는)*"
)
HELD = (
    lazily(r"(?<!\bof\s)" + _NAMES.replace("NAMES", "held") + _BETWEEN + _FIXED, re.I),
    lazily(
        rf"\b{_FIXED_BEFORE}\s+(?:values? of\s+)?".replace(r"\b固定", "固定") + _NAMES.replace("NAMES", "held"), re.I
    ),
    lazily(r"固定\s*" + _NAMES.replace("NAMES", "held")),
)
"""What is held fixed, by names."""
_THROUGH = (
    r"(?:back-?propagat\w*|differentiat\w*|propagat\w*|the gradient flow|gradients flow|go)\s+(?:back\s+)?through"
)
THROUGH = (
    lazily(
        rf"\b(?:(?:do|does|did|will) not|(?:do|does|did)n[’']t|without|never|not)\s+(?:let\s+)?{_THROUGH}\s+"
        + _NAMES.replace("NAMES", "held"),
        re.I,
    ),
    lazily(
        rf"\bnicht\s+durch\s+{_NAMES.replace('NAMES', 'held')}\s+(?:zurück|hindurch|rück)\w*"
        rf"|\bsans\s+(?:rétro)?propager\s+(?:à travers|par)\s+{_NAMES.replace('NAMES', 'french')}",
        re.I,
    ),
    lazily(_NAMES.replace("NAMES", "held") + r"\s*(?:に(?:は)?|を通(?:して|じて)(?:は)?)\s*逆?伝播(?:させ|し)ない"),
    lazily(r"不(?:通过|对|對|经过)\s*" + _NAMES.replace("NAMES", "held") + r"\s*(?:进行|進行)?反向传播"),
)
"""What nothing goes back through: it may be meant to be fixed."""
UNNAMED = lazily(
    r"\b(?:treat\w*|consider\w*|regard\w*|hold\w*|keep\w*|kept|held|taking|with)\b[^.;:$]{0,60}"
    r"\b(?:gate|state|statistic|mean|variance|other|else|rest|activation|hidden|output|histor|responsibilit)\w*[^.;:$]{0,30}"
    r"\b(?:constants?|fixed)\b"
    r"|\b(?:ignor\w+|neglect\w+|disregard\w+)\s+(?:the|any|that)\b[^.;:]{0,80}\bdepend"
    r"|\bresponsibilit\w+\s+(?:as\s+|held\s+|kept\s+)?(?:constants?|fixed|frozen)\b|[(,]\s*(?:held|kept)\s+(?:fixed|constant)\b"
    r"|(?<!\\)\b(?:(?-i:E[- ]?M)|Expectation[- ]Maximi[sz]ation)\b"
    r"|\b[EM][- ]?(?:steps?\b|schritt|шаг)|\b(?:étape|paso|passo) [EM]\b"
    r"|EM\s*(?:アルゴリズム|算法|알고리즘)|(?<![A-Za-z])[EM]\s*-?\s*(?:ステップ|步|단계)"
    r"|\b(?:old|previous|current)\s+(?:estimates?|iterates?|(?:values?\s+of\s+the\s+)?parameters?)\b"
    r"|(?:\$(?:\\gamma|[rq])_\{\w\w\}\$|responsibilit\w+|derivative)\s+do(?:es)?\s+not\s+(?:depend|act)\s+on\b|\bindependent\s+of\s+\$|に依存しな|に依らな|によらな"
    r"|不依赖|不依賴"
    r"|hängt\s+nicht\s+von|ne\s+dépend(?:ent)?\s+pas|no\s+depende[n]?\s+de"
    r"|定数とみな|定数と考え|固定(?:して|すると|した|する|し)|看作常|视为常|視為常"
    r"|als Konstante|konstant gehalten|festgehalten"
    r"|comme (?:une )?constante|como (?:una |uma )?constante|come (?:una )?costant|считая постоянн|상수로",
    re.I,
)
"""The same without a name."""
DIRECT = lazily(
    r"\b(?:immediate|direct|local)\s+(?:partial\s+)?(?:derivatives?|partials?|effects?|dependenc\w+)\b"
    r"|\b(?:immediate|direct)\s+(?:partial\s+)?gradients?\b"
    r"|\b(?:derivatives?|partials?)\b[^.;:$]{0,30}?\s(?:is|are|be)\s+(?:the\s+|an?\s+|all\s+)?(?:immediate|direct|local)\b"
    r"|\bAbleitung(?:en)?\b[^.;:$]{0,30}?\s(?:ist|sind|seien|sei)\s+(?:(?:hier|alle|immer|stets|die|eine)\s+){0,2}"
    r"(?:direkt|unmittelbar|lokal)(?:e[nrs]?)?\b"
    r"|\bdérivées?\b[^.;:$]{0,30}?\s(?:est|sont|soient)\s+(?:(?:ici|toutes|toujours|la|les|des|une)\s+){0,2}"
    r"(?:directes?|immédiates?|locales?)\b"
    r"|\bderivadas?\b[^.;:$]{0,30}?\s(?:es|son|sean|é|são|sejam)\s+(?:(?:aquí|aqui|todas|siempre|sempre|la|las|as|una|uma)\s+){0,2}"
    r"(?:directas?|diretas?|inmediatas?|imediatas?|local|locales|locais)\b"
    r"|\bderivat[ae]\b[^.;:$]{0,30}?\s(?:è|sono|siano)\s+(?:(?:qui|tutte|sempre|la|le|una)\s+){0,2}(?:dirett[ae]|immediat[ae]|local[ei])\b"
    r"|\bпроизводн\w+\b[^.;:$]{0,30}?\s(?:[—–-]\s*|является\s+|являются\s+)?(?:прям|непосредственн|локальн)\w+"
    r"|(?:導関数|微分)は(?:すべて|全て|常に)?(?:直接|即時|局所)|(?:导数|導數)(?:均|都|全)?(?:为|為|是)(?:直接|局部)|(?:도함수|미분)[은는]\s*(?:모두\s*|항상\s*)?(?:직접|국소)"
    r"|(?:直接(?:の|的な)?|局所(?:的な)?|即時の)(?:偏)?(?:微分|導関数)"
    r"|(?:直接|局部|即时)(?:的)?(?:偏)?(?:导数|導數|导)"
    r"|\b(?:direkte|unmittelbare|lokale)[nrs]?\s+(?:partielle[nr]?\s+)?Ableitung(?:en)?"
    r"|\bdérivées?\s+(?:partielles?\s+)?(?:directes?|immédiates?|locales?)"
    r"|\bderivadas?\s+(?:parcia(?:l|les|is)\s+)?(?:directas?|diretas?|inmediatas?|imediatas?|locales?|loca(?:l|is))"
    r"|\bderivat[ae]\s+(?:parzial[ei]\s+)?(?:dirett[ae]|immediat[ae]|local[ei])"
    r"|\b(?:прям|непосредственн|локальн)\w+\s+(?:частн\w+\s+)?производн\w+"
    r"|(?:직접|국소)(?:적인)?\s*(?:편)?\s*(?:미분|도함수)",
    re.I,
)
"""Words for a derivative by what stands in one formula."""
LOCAL = lazily(r"lo[ck]a|局|локальн|국소", re.I)
"""A local derivative may only be a factor of the chain rule."""
EXPLICIT = lazily(
    r"\bexplicit\s+(?:partial\s+)?(?:derivatives?|partials?|gradients?|dependenc\w+)|\blocal\s+gradients?\b|(?:陽な|陽に|明示的な)(?:偏)?(?:微分|導関数)"
    r"|[显顯]式(?:的)?(?:偏)?(?:导|導)|\bexplizite[nrs]?\s+(?:partielle[nr]?\s+)?Ableitung"
    r"|\bdérivées?\s+(?:partielles?\s+)?explicites?|\bderivadas?\s+(?:parcia(?:l|les|is)\s+)?explícitas?"
    r"|\bderivat[ae]\s+(?:parzial[ei]\s+)?esplicit[ae]|\bявн\w+\s+(?:частн\w+\s+)?производн|명시적(?:인)?\s*(?:편)?\s*미분",
    re.I,
)
"""The same, or words for one that is written out, or for a delta."""
BY_SOME = lazily(
    r"[^.;:$]{0,20}\b(?:with respect to|w\.?r\.?t\.?|in|for|by)\s*\$"
    r"|\s*(?:over|across|within|throughout|during|along|in time|for all|per|factor|error|of|über|sur|sobre|su|по)\b"
)
"""Behind what is constant, by what or for what it is."""
HOLDS = lazily(
    r"\b(?:treat\w*|h[eo]ld\w*|ke[ep]\w*|kept|regard\w*|consider\w*|view\w*|betracht\w*|behandel\w*|h[aä]lt\w*|gehalten"
    r"|festgehalten\w*|trait\w+|considér\w+|trat[aeo]\w*|consider[aeo]\w*|manten\w+|manteniendo|tenendo)\b"
    r"|счита\w+|рассматрив\w+|みな|見な|扱|固定|看作|视为|視為|当作|當作|看成|보면|취급|간주|고정",
    re.I,
)
"""Words for what somebody does on purpose: `$\\mu$ is constant` may only say that it is the same for all."""
EVERY = lazily(
    r"\b(?:all|every|each|any|always|throughout|everywhere|convention|from (?:here|now) on"
    r"|(?:this|the) (?:section|page|note|chapter|paper|document|post)|below|alle[nrs]?"
    r"|stets|immer|überall|tou(?:te)?s|toujours|tod[oa]s|siempre|sempre"
    r"|tutt[ie]|все|всегда)\b"
    r"|すべて|全て|全部|常に|以下|以降|本稿|この節|本节|本文|所有|均为|都是|始终|모든|모두|항상|이하",
    re.I,
)
"""Words by which a sentence elsewhere is about the lines of the page."""
GOES_ON = lazily(
    r"\s*[,(（]|\s*(?:where|with|when|if|here|treat|hold|keep|wobei|où|donde|dove|onde|где|ただし|ここで|其中|여기서)",
    re.I,
)
"""How a sentence behind a display goes on with it."""
ENDS = lazily(r"(?<=[.!?。！？])\s+|(?<=[。！？])")
DISPLAY = lazily(r"\$\$|\\\]|\\end\{[^}]*\}|^#.*$|^\+\+\+$", re.M)
BEGINS = lazily(r"\$\$|\\\[|\\begin\{[^}]*\}|^#", re.M)
CLOSES = lazily(r"\$\$|\\\]|\\end\{(?:equation|align|gather|multline|eqnarray|displaymath)[^}]*\}|\$")
STEMS = (
    *("const", "costant", "konst", "fix", "fest", "fij", "fiss", "freez", "frozen", "постоянн", "фиксир", "констант"),
    *(
        "定数",
        "固定",
        "一定",
        "常",
        "定值",
        "상수",
        "고정",
        "depend",
        "dépend",
        "hängt",
        "not",
        "propag",
        "through",
        "durch",
        "伝播",
        "传播",
        "に依",
        "によら",
        "不依",
    ),
    *("expectation", "step", "schritt", "étape", "paso", "passo", "шаг", "アルゴリズム", "算法", "알고리즘"),
    *("ステップ", "步", "단계", "estimate", "iterate", "parameter", "immediat", "direct", "loca", "direkt"),
    *(
        "unmittelbar",
        "lokal",
        "immédiat",
        "inmediat",
        "imediat",
        "diret",
        "dirett",
        "прям",
        "непосредственн",
        "локальн",
    ),
    *("直接", "即時", "局", "即时", "직접", "국소", "explicit", "explizit", "explícit", "esplicit"),
    *("явн", "陽", "明示", "显", "顯", "명시"),
)
"""Parts of words of which any pattern above needs one,"""
EM = ("EM", "E-M", "E M")
"""or one of these as they are."""
STOPS = (".", "。", ")", "）", ";")
LONGEST = 400


class Told(Enum):
    """How surely words mean a direct derivative."""

    CLEAR = "clear"
    UNSURE = "unsure"  # it is not clear of what, or whether
    ASIDE = "aside"  # they only deny it, or stand elsewhere on the page


MANNERS = {Manner.PLAIN: Told.CLEAR, Manner.DENIED: Told.ASIDE, Manner.OTHER: Told.UNSURE}


@dataclass(frozen=True, slots=True)
class Said:
    """What words say: names that are held fixed, as typed; none where all is but what a name is made of. If `meant`,
    they cannot be about anything but the derivative."""

    told: Told
    held: tuple[str, ...] = ()
    meant: bool = False


def said_of(page: str, line: int, latex: str) -> Said | None:
    r"""What is said beside the display that opens on a line of a page; of elsewhere, if nothing is said there.

    >>> said_of("With $\\mu$ and $s$ held fixed,\n\n$$ a = b $$", 3, "a = b")
    Said(told=<Told.CLEAR: 'clear'>, held=('\\mu', 's'), meant=True)
    >>> said_of("The direct derivative is\n\n$$ a = b $$", 3, "a = b")
    Said(told=<Told.CLEAR: 'clear'>, held=(), meant=False)
    >>> said_of("We cannot treat $h$ as a constant:\n\n$$ a = b $$", 3, "a = b")
    Said(told=<Told.ASIDE: 'aside'>, held=('h',), meant=False)
    >>> said_of("Nothing.\n\n$$ a = b $$", 3, "a = b")
    """
    if not _speaks(page):
        return None
    signed = PLUS.search(page) is not None  # the sign says which are direct
    beside = (_in_text(latex), _before(page, line), _behind(page, line, latex))
    found = [x for x in map(_said, beside) if x is not None and (x.held or not signed)]
    if found:
        return _together(found)
    return None if signed else _anywhere(page)


@lru_cache(maxsize=16)
def _speaks(page: str) -> bool:
    """Does it say anything of the kind?"""
    words = spoken(page)
    folded = words.casefold()
    if not any(x in folded for x in STEMS) and not any(x in words for x in EM):
        return False
    return any(p.search(words) for p in (DIRECT, EXPLICIT, UNNAMED, *HELD, *THROUGH)) or "constant" in TEXT.sub(
        r"\1", words
    )


@lru_cache(maxsize=16)
def _anywhere(page: str) -> Said | None:
    """What is said somewhere of other lines; in doubt if a sentence says of all lines that they are direct."""
    found = _said(page)
    if found is None:
        return None
    spoken = (s for s in ENDS.split(page) if EVERY.search(s) and (m := DIRECT.search(s)) and not LOCAL.search(m[0]))
    doubt = any((x := _said(s)) is not None and x.told is not Told.ASIDE for s in spoken)
    return Said(Told.UNSURE) if doubt else Said(Told.ASIDE, found.held)


def _together(found: Sequence[Said]) -> Said:
    """What sentences about the same say; in doubt where they do not agree."""
    first, *others = found
    about = [x for x in others if not x.held or not first.held or set(x.held) & set(first.held)]
    return first if all(x.told is first.told for x in about) else replace(first, told=Told.UNSURE)


def _said(words: str) -> Said | None:
    if not words:
        return None
    found = [m for p in HELD for m in p.finditer(words)]
    if found:
        held = tuple(dict.fromkeys(x for m in found for x in _names(m["held"])))
        about = any(BY_SOME.match(words[m.end() :]) for m in found)
        told = Told.UNSURE if about else MANNERS[holds_plainly(words, _pieces(found))]
        return Said(told, held, told is Told.CLEAR and HOLDS.search(words) is not None)
    through = next((m for p in THROUGH for m in p.finditer(words)), None)
    if through is not None:
        return Said(Told.UNSURE, tuple(_names(next(x for x in through.groups() if x))))
    called = list(DIRECT.finditer(words))
    if called:
        return Said(MANNERS[calls_plainly(words, called[0][0])])
    unclear = UNNAMED.search(words) or EXPLICIT.search(words)
    return Said(Told.UNSURE) if unclear else None


def _pieces(found: Sequence[re.Match[str]]) -> tuple[str, ...]:
    """What was found, once where two patterns found the same names."""
    return tuple({m.span("held"): m[0] for m in found}.values())


def _names(listed: str) -> Iterator[str]:
    """The names of a list of formulas."""
    for formula in re.findall(r"\$([^$]+)\$", listed):
        yield from (x.strip() for x in _split(formula))


def _split(formula: str) -> list[str]:
    """The parts of `f_t, i_t` between commas that no brace holds."""
    parts, depth = [""], 0
    for x in formula:
        depth += {"{": 1, "(": 1, "}": -1, ")": -1}.get(x, 0)
        if x == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += x
    return [p for p in parts if p.strip()]


def _in_text(latex: str) -> str:
    """The words in a display, with the formulas between them."""
    found = list(TEXT.finditer(latex))
    if not found:
        return ""
    words, at = [], found[0].start()
    for m in found:
        between = latex[at : m.start()].strip()
        words += [f"${between}$" if between else "", m[1]]
        at = m.end()
    return " ".join(words)


def _before(page: str, line: int) -> str:
    """The last sentence in front of a display."""
    rows = page.split("\n")
    own = BEGINS.split(rows[line - 1], maxsplit=1)[0] if line <= len(rows) else ""
    front = "\n".join((*rows[: line - 1], own))[-LONGEST:]
    ends = [m.end() for m in DISPLAY.finditer(front)]
    front = front[ends[-1] :] if ends else front
    sentences = [s for s in ENDS.split(front.strip()) if s.strip()]
    if ends and len(sentences) == 1 and GOES_ON.match(front) and sentences[0].strip().endswith(STOPS):
        return ""  # it is of the display above
    return sentences[-1].replace("\n", " ") if sentences else ""


def _behind(page: str, line: int, latex: str) -> str:
    """The rest of the sentence behind a display."""
    start = sum(len(row) + 1 for row in page.split("\n")[: line - 1])
    at = page.find(latex.strip(), start)
    close = CLOSES.search(page, at + len(latex.strip())) if at >= 0 else None
    if close is None:
        return ""
    rest, *more = BEGINS.split(page[close.end() : close.end() + LONGEST], maxsplit=1)
    first = ENDS.split(rest.strip())[0].strip()
    own = GOES_ON.match(rest) is not None and (not more or first.endswith(STOPS))  # else it leads to the next display
    return first.replace("\n", " ") if own else ""
