r"""Gradients named by a d, where words say so: `$d\mathbf{u}$ and $dW$ are the gradients $\partial L/\partial(\cdot)$`.

What words tell needs no line that shows it (`gradients_by_d`), and holds where d is a length besides (`\mathbb{R}^d`):
then for the names that they list. The loss is the one that they name, or the one that the page defines. Words by which
something else than the gradient is meant make names of their own of them. Words may say it of the d alone, too: `the
prefix $d$ means "derivative of the loss $L$ with respect to"`; it is said of all names then. They may
stand behind the derivative: `given $\partial L/\partial y_i$ (denoted as $dy_i$)`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ....document.blocks import Block
from ....errors import ReadError
from ....latex import sentences
from ....latex import tree as t
from ....latex.denials import denies, weakens
from ....latex.joining import AND
from ....latex.tree import Name, Statement
from ....pattern import lazily
from ...located import Located, read_of
from ...shapes.differentials import changed
from ..said_in_place import gaps_of, value_alone
from .gradients_by_d import SIGNS, bare, has_plain_d, only_loss, values_of, with_derivatives, with_own_names

_KINDS = r"(?:respective|corresponding|upstream|partial|total|loss|cost|error|full|column|row)"
_ARRAYS = r"(?:matri(?:x|ces)|vectors?|arrays?|tensors?)"
_GRADIENT = (
    rf"(?:(?:the|an?)\s+)?(?:{_KINDS}\s+)*(?:{_ARRAYS}\s+of\s+(?:all\s+)?(?:the\s+)?(?:{_KINDS}\s+)*)?"
    r"(?:gradients?|derivatives?)"
)
_IS = r"\s*,?\s*(?:(?:will|shall|here|always)\s+)*(?:denotes?|be|is|are|represents?|means?|stands?\s+for|for|:)\s+"
_LOSS = r"(?:(?:the|our)\s+)?(?:(?:scalar|total|final)\s+)?(?:(?:loss|error|cost|objective|energy)(?:\s+function)?\s*)?"
_QUOTE = r"[\"'“”‘’„«»`「『]*"
SIGN_BEFORE = lazily(r"(?:\bprefix|\b(?:sign|symbol|letter|operator)|接頭[辞語]|記号)\s*\Z", re.I)
"""Words before a d alone by which it is a sign."""
SIGN_BEHIND = lazily(
    r"\s*,?\s*(?:(?:that|which)\s+(?:is\s+)?)?(?:placed\s+|put\s+|written\s+|stands?\s+|standing\s+)?"
    r"(?:in\s+front\s+of|before|preceding|prefixed\s+to)\s+(?:an?|the|any|each|every|all)?\s*(?:other\s+)?"
    r"(?:(?:name|variable|quantit|symbol|letter|array|value|node)(?:s|y|ies)?|of\s+them)",
    re.I,
)
"""Words behind one that say so."""
CALLED = lazily(rf"{_IS}{_QUOTE}{_GRADIENT}\b(?P<of>\s*(?:of\s+{_LOSS})?)\Z", re.I)
"""Words between a list of such names and the formula of the loss, or of a derivative of it."""
ALONE = lazily(
    rf"{_IS}{_QUOTE}{_GRADIENT}\b(?P<of>)(?=\s*(?:\Z|[.,;()]|of\s+{_LOSS}(?:\Z|[.,;()]|with\b|w\.?r)|with\b|w\.?r))",
    re.I,
)
"""Words behind one, where no formula names the loss."""
_AND_SO_ON = r"(?:\s*,?\s*(?:\.\.\.|…|ecc\.?|usw\.?|etc\.?))?\s*,?\s*"
ABROAD = lazily(
    rf"{_AND_SO_ON}(?:"
    r"(?:(?:indichiamo|denotiamo|si\s+indicano?|indicano?|denotano?|è|sono|rappresentano?)\s+(?:il|i|la|le)\s+(?:rispettiv[ie]\s+)?"
    r"(?:gradient[ei]|derivat[ae])\s+(?:d(?:i|ella)(?:\s+(?:perdita|funzione\s+(?:di\s+)?(?:costo|perdita|obiettivo)))?))"
    r"|(?:(?:bezeichne(?:n|t)?|sei(?:en)?|ist|sind)\s+(?:wir\s+|man\s+)?(?:der|den|die)\s+(?:jeweiligen\s+)?"
    r"(?:Gradient(?:en)?|Ableitung(?:en)?)\s+(?:von|des\s+(?:Verlust|Fehler)s|der\s+(?:Verlust|Kosten|Ziel)funktion))"
    r"|(?:(?:désignent?|dénotent?|notent?|est|sont)\s+(?:le|les|la)\s+(?:gradients?|dérivées?)\s+"
    r"(?:d(?:e|u)(?:\s+(?:la\s+)?(?:perte|coût|fonction\s+(?:de\s+)?(?:coût|perte|objectif)))?))"
    r"|(?:(?:denotamos|indicamos|denotan?|indican?|es|son|se\s+denotan?)\s+(?:el|los|la|las)\s+(?:gradientes?|derivadas?)\s+"
    r"(?:de(?:\s+(?:la\s+)?(?:pérdida|función\s+(?:de\s+)?(?:costo|coste|pérdida|objetivo)))?))"
    r")\s*\Z",
    re.I,
)
"""The same in languages that say the loss as English does: `Con $dZ$, ... indichiamo il gradiente di $J$`."""
ALTERED_ABROAD = lazily(
    r"\b(?:moltiplicat|divis[oaie]\b|segno|oppost|negativ|medi[oaie]\b|traspost|multipliziert|geteilt|dividiert|Vorzeichen"
    r"|gemittelt|transponiert|Mittel|multiplié|divisé|signe|moyen|transposé|multiplicad|dividid|signo|opuest|promedi|traspuest"
    r"|scalat|skaliert|escalad)|\bmeno\b|\bmoins\b|\bminus\b|\bmenos\b",
    re.I,
)
"""Words of the sentence by which it is something else there."""
END = lazily(r"(?<!\.)[.;](?=\s+[A-ZÀ-Þ$]|\s*\Z)|\n\n")
JA = lazily(r"\s*は[、,]?\s*[「『]?(?P<of>(?:(?:損失|誤差|コスト|目的)(?:関数)?\s*)?)\Z")
JA_BEHIND = lazily(r"[^。]*?(?:勾配|微分|導関数)")
MEANING = lazily(rf"(?:{_IS}|\s*(?:is\s+)?(?:a\s+)?short(?:hand)?\s+for\s*|\s*は\s*)\Z", re.I)
"""Words between one such name and the derivative that it is."""
CALLED_BEHIND = lazily(
    r"\s*,?\s*\(?\s*(?:(?:which|that)\s+)?(?:(?:we|is|are|will\s+be)\s+)?(?:here(?:after)?\s+|also\s+|below\s+)?"
    r"(?:denoted?|written|write|abbreviated?|called?|noted)(?:\s+(?:it|them|this))?(?:\s+(?:as|by|with))?\s*\Z",
    re.I,
)
"""Words between a derivative and the one such name that it is called by."""
LISTED = lazily(rf"\s*(?:,|;|、|，|,?\s*{AND})\s*\Z")
"""Between two formulas of one list."""
PLAIN_BEFORE = lazily(
    r"(?:\b(?:given|we|have|has|let|let\s+us|be|is|are|with|for|from|and|also|then|now|next|thus|so|first|here|that|suppose"
    r"|assume|assuming|know|knowing|get|receive[sd]?|take|takes|using|use|the|an?|all|each|every|compute[sd]?|find|obtain|want"
    r"|need|start|begin|derive|consider|call|denote|abbreviate|write|layer|backward|pass|step|input|output|in|as|to|by|of|its|our"
    r"|upstream|incoming|partial|total|full|known|respective|corresponding|array|tensor|matrix|vector|quantity|values?"
    r"|gradients?|derivatives?|errors?\s+signals?)\b|[\s,:()*_-]|\$[^$\d+*/-]*\$(?=,?\s*[a-z]))*",
    re.I,
)
"""Words before a derivative by which it is meant as it stands: any other may make something else of it."""
_GOING_ON = (
    r"(?:and\s+)?(?:we|one|let\s+us|you|the|it)\s+(?:now\s+|then\s+|can\s+|will\s+|has\s+to\s+)*"
    r"(?:have|want|need|compute|find|obtain|get|derive|calculate|gives?|back\w*|layer|chain\s+rule|derivatives?|gradients?)\b"
    r"|(?:and\s+)?(?:similarly|likewise|so|analogously)\b|and\s*(?:\Z|\$)|and\s+the\b"
    r"|(?:for|where|compute|find|calculate|derive|from|by|then|hence|thus|this)\b"
)
PLAIN_BEHIND = lazily(
    rf"\s*\)?\s*[,:]?\s*(?:\Z|{_GOING_ON})|[」』\"”]*\s*(?:を(?:表|意味|示|指)|の?ことで?|で(?:ある|す)|とする|の略|と書|[、,]\s*\Z)",
    re.I,
)
"""How a sentence goes on behind such a name, where it says no more of it;"""
ALTERING = lazily(
    r"\b(?:which|whose|times|multipl\w*|divid\w*|scal\w*|flip\w*|up\s+to|signs?|factors?|without|but|instead|square\w*)\b",
    re.I,
)
"""and words of its rest that do."""
TURNED = lazily(
    r"\b(?:negative|minus|not|never|opposite|second|relative|normali[sz]ed|scaled|averaged?|mean|summed|sums?"
    r"|accumulated|clipped|estimat\w*|approximat\w*|stochastic|numerical|natural|transposed?|learning|times|log)\b"
    r"|符号|負|2\s*階|転置|平均|ではな",
    re.I,
)
"""Words by which something else is meant."""
SCALED = lazily(r"\b(?:twice|half|double|scaled|divided|multiplied|\d+)\b|[-−+*/]\s*\Z", re.I)
"""So do these beside a derivative that such a name stands behind."""
GRADIENTS = lazily(r"gradient|derivative|勾配|微分|導関数", re.I)
_TOP = lazily(r"(?:\\[dt]?frac\s*\{\s*)?\\partial\s*(\\(?:mathcal|mathscr)\s*\{?\s*(\w)\s*\}?|\w)")


SIGN = Name("d")
"""What stands for all names where words say it of the d alone."""


@dataclass(frozen=True, slots=True)
class Told:
    """The names that words call gradients, and of what; `of` is None where they do not say. With `other` they are
    something else that is made of gradients."""

    names: tuple[Name, ...]
    of: Name | None = None
    other: bool = False


def with_gradients_told_by_d(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The formulas with derivatives in the place of names that words call so."""
    if not any(names_behind_d(pair) or _is_d(pair) for pair in located):
        return list(located)
    told = list(_told(located, gaps_of(located, blocks)))
    chains = [s.chain for f in read_of(located) for s in f.statements if s.chain.relations]
    letters = {x.base for one in told for x in one.names}
    values = values_of(chains)
    if SIGN in (x for one in told for x in one.names):
        if has_plain_d(chains):
            return list(located)
        letters = values
    if any(x.other for x in told):
        return with_own_names(located, letters)
    named = list(dict.fromkeys(x.of for x in told if x.of is not None))
    loss = named[0] if len(named) == 1 else None if named else only_loss(chains)
    if not told or loss is None:
        return list(located)
    if not letters <= values or not has_plain_d(chains):
        letters |= values
    return with_derivatives(located, loss, letters - {loss.base})


def _told(located: Sequence[Located], gaps: Sequence[tuple[int, str]]) -> Iterator[Told]:
    """What words say of lists of such names."""
    run: list[Name] = []
    lead = ""
    for at, (n, gap) in enumerate(gaps):
        if run and not LISTED.match(gap):
            gap = SIGN_BEHIND.sub("", gap, count=1) if run == [SIGN] and SIGN_BEHIND.match(gap) else gap
            behind = gaps[at + 1][1] if at + 1 < len(gaps) else ""
            abroad = ABROAD.fullmatch(gap) is not None
            altered = abroad and ALTERED_ABROAD.search(_rest(gaps[at + 1 :])) is not None
            following = located[n] if n >= 0 else None
            other = CALLED.fullmatch(gap) is not None and _said(following, gap, behind) is None
            other |= altered or (abroad and _said(following, gap, behind) is None)
            other |= _denied(lead, following) or (MEANING.fullmatch(gap) is not None and not _is_plain("", behind))
            if other or _is_turned(following, gap, behind):
                yield Told(tuple(run), other=True)
            elif (found := _said(following, gap, behind)) is not None:
                yield Told(tuple(run), found[0])
            run = []
        names = names_behind_d(located[n]) if n >= 0 else ()
        before = gaps[at - 1][0] if at and CALLED_BEHIND.fullmatch(gap) else -1
        if before >= 0 and len(names) == 1 and (of := _called_by(located[before], names[0])) is not None:
            lead_in, after = sentences.last(located[before][0].before), sentences.first(located[n][0].after)
            other = not _is_plain(lead_in, after) or any(map(_turns, (lead_in, gap, after)))
            yield Told(names, None if other else of, other=other)
            names = ()
        if n >= 0 and _is_d(located[n]) and (SIGN_BEFORE.search(gap) or SIGN_BEHIND.match(gaps[at + 1][1])):
            names = (SIGN,)
        lead = lead if run else gap
        run = [*run, *names] if names else []


def _rest(gaps: Sequence[tuple[int, str]]) -> str:
    """The words of a sentence behind its loss, also behind the formulas that follow."""
    return END.split(" $ ".join(gap for _, gap in gaps))[0]


def _is_d(pair: Located) -> bool:
    """Is it a d alone, in a sentence?"""
    x = value_alone(pair)
    return isinstance(x, Name) and x.base == "d" and not (x.scripts or x.accents or x.primes)


def _is_turned(following: Located | None, gap: str, behind: str) -> bool:
    """Do words call such names something that is made of gradients, or deny that they are some?"""
    sentence, *others = sentences.clauses(gap)
    rest = "" if others or following is None else sentences.first(behind)
    said = any(TURNED.search(x) or denies("", x) or weakens("", x) for x in (sentence, rest))
    return said and GRADIENTS.search(f"{sentence} {rest}") is not None


def _is_plain(before: str, behind: str) -> bool:
    """Do the words of a sentence around `$\\partial L/\\partial z$ (denoted as $dz$` leave the derivative as it is?"""
    return bool(PLAIN_BEFORE.fullmatch(before) and PLAIN_BEHIND.match(behind)) and not ALTERING.search(behind)


def _turns(words: str) -> bool:
    return denies(words, "") or bool(TURNED.search(words) or SCALED.search(words))


def _denied(lead: str, following: Located | None) -> bool:
    """Do the words before them deny it: `we do not write $dw$ for $\\partial J / \\partial w$`?"""
    return following is not None and _top(following) is not None and denies(sentences.last(lead), "")


def _said(following: Located | None, gap: str, behind: str) -> tuple[Name | None] | None:
    """Of what words call such names gradients; None where they do not. The formula behind them may name the loss."""
    called = CALLED.fullmatch(gap) or (JA.fullmatch(gap) if JA_BEHIND.match(behind) else None)
    abroad = ABROAD.fullmatch(gap) if called is None else None
    if following is not None and abroad is not None:
        alone = value_alone(following)
        return (bare(alone),) if isinstance(alone, Name) and not alone.scripts else None
    if called is not None and following is not None:
        top = _top(following) if not called["of"].strip() else None
        alone = value_alone(following)
        top = top or (bare(alone) if isinstance(alone, Name) and not alone.scripts else None)
        return None if top is None else (top,)
    if following is not None and MEANING.fullmatch(gap):
        top = _top(following)
        return None if top is None else (top,)
    return (None,) if ALONE.match(sentences.first(gap)) else None


def names_behind_d(pair: Located) -> tuple[Name, ...]:
    """The names of an inline formula that lists nothing but names behind a d."""
    display, f = pair
    if not display.inline or isinstance(f, ReadError):
        return ()
    found = [_named(s) for s in f.statements]
    return tuple(x for x in found if x is not None) if all(found) else ()


def _named(s: Statement) -> Name | None:
    x = changed(s.chain.members[0], SIGNS) if len(s.chain.members) == 1 and not s.conditions else None
    return x if isinstance(x, Name) else None


def _called_by(pair: Located, name: Name) -> Name | None:
    r"""The loss of a derivative by what a name has behind its d, `\partial L/\partial y_i` of `dy_i`."""
    x = value_alone(pair)
    by = x.wrt[0].body if isinstance(x, t.Derivative) and len(x.wrt) == 1 else None
    same = isinstance(by, Name) and replace(by, accents=()) == replace(name, accents=())
    return _top(pair) if same else None


def _top(pair: Located) -> Name | None:
    r"""The L of a derivative, and of `\partial L/\partial (\cdot)`, which is no formula."""
    display, f = pair
    if isinstance(f, ReadError) or not f.statements:
        found = _TOP.match(display.latex.strip())
        return None if found is None else Name(found[2] or found[1], font="mathcal" if found[2] else "")
    x = value_alone(pair)
    if isinstance(x, (t.Derivative, t.Nabla)) and x.order == 1 and isinstance(x.of, Name) and not x.of.scripts:
        return bare(x.of)
    return None
