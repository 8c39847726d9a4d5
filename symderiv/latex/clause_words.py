"""Words by which what stands beside a condition is no topic, remark or consequence of it (`clause_shapes`).

A topic, `Softmax Jacobian: for $i = j$`, is any few words without those of `BARRED`; a consequence, `If $i = j$, the
numerator depends on it, so`, any clause that leads on and has none of `TURNING`. All languages share one table.
"""

from __future__ import annotations

import re

from ..notation import words_of
from ..pattern import lazily

TURNING = frozenset(
    words_of(
        "other others otherwise else elsewhere rest remaining all every each always any arbitrary"
        " general generally total"
        " while whereas but although though instead except unless apart besides before after until till later earlier"
        " previously above below next once"
        " fail fails failed hold holds excluded exclude impossible forbidden wrong false true contradiction"
        " violated cannot trivial trivially"
        " skip omit omitted drop dropped add added adds plus minus something must should would could might"
        " was were did had done finished ok see cf vs versus compare compared unlike than note remember recall check"
        " stop stops begin begins start starts initialise initialize special example easy easier simple"
        " simpler hard harder exercise homework reader similar"
        " similarly analogous likewise same later now here today again"
        " andere anderen anderer sonst andernfalls rest übrigen übrige alle allen jede jeder jedes immer"
        " stets insgesamt"
        " während aber obwohl statt außer vor vorher nach nachher später oben unten nächste früher"
        " trivial fertig siehe"
        " vgl ausgeschlossen falsch erfüllt war waren hatte hatten wäre hätte würde müsste muss weglassen addieren"
        " jetzt nun hier heute schon wieder allgemein beliebig beliebige"
        " autre autres sinon reste tous toutes tout toute chaque toujours général total tandis mais sauf"
        " avant après plus"
        " loin dessus dessous faux fausse était avait fait fini voir cf ailleurs exclu maintenant ici déjà quelconque"
        " otro otros otra otras resto demás todos todas todo toda cada siempre general total mientras"
        " pero salvo excepto"
        " antes después luego arriba abajo falso era estaba hecho ver excluido ahora aquí ya cualquier"
        " altro altri altra altre tutti tutte sempre mentre ma eccetto prima dopo poi sopra sotto falso"
        " era fatto vedi"
        " escluso ora qui già qualsiasi outro outros outra outras todos todas sempre enquanto mas exceto antes depois"
        " acima abaixo falso era feito agora aqui já qualquer"
        " другие другой остальные остальных все всех всегда всего иначе но кроме до после потом выше"
        " ниже ложно был было"
        " сделано теперь здесь уже любой любых"
    )
)
"""Words by which a clause behind a condition leads to another case, to all, or to what was or will be said."""
FINITE = frozenset(
    words_of(
        "i we you he it this that these those there they one who which what whose where when how why"
        " is are be am been being has have having do does don't doesn't isn't aren't can can't may will let's"
        " get gets got give gives gave make makes take takes pick picks select selects keep keeps leave"
        " leaves left go"
        " goes come comes look looks want need needs know knows show shows happen happens occur occurs mean means"
        " include includes including contain contains concern concerns depend depends matter matters count counts"
        " contribute contributes vanish vanishes survive survives ignore forget neglect postpone avoid forbid allow"
        " finish complete repeat remove delete discard treat consider assume suppose imagine try ask wonder think"
        " put set insert plug substitute choose solve prove verify discuss mention"
        " ich wir ihr er es sie man ist sind sei hat haben habe wird werden kann können soll lassen lass"
        " bleibt bleiben"
        " kommt folgt gehört enthält heißt bedeutet machen vergessen ignorieren überspringen"
        " je nous vous il elle on ils est sont soit ont avons fait faut peut laissons oublions"
        " ignorons contient vaut"
        " yo nosotros se es son está están hay ha han tiene tenemos puede dejamos olvidamos contiene vale"
        " si è sono ha hanno può lasciamo contiene vale tem temos pode deixamos contém"
        " мы он она оно они есть имеет имеем может содержит оставим"
    )
)
"""Words by which a few words are a sentence of their own."""
DENYING = frozenset(
    words_of(
        "no not non none never nothing nowhere neither nor without w/o but ohne nicht kein keine keinen nie nichts"
        " sans pas non jamais aucun aucune rien sin no nunca ningún ninguna nada senza non mai nessun nessuna sem não"
        " nunca nenhum nenhuma без не нет ни никогда even even only just merely if for with mostly nearly almost"
        " about around outside beyond away beside beyond opposite contrary complement difference alike"
        " whether regardless"
        " as like since because done over enough off todo tbd later ago back early late yet still soon"
        " base initial boundary"
        " incl inkl excl exkl inc already too also auch aussi también anche também также terminal start"
        " end beginning init case-free one-line compare contrast versus opposed"
        " als wie seit weil genug abseits je nachdem comme puisque parce assez como porque basta"
        " come perché basta как потому хватит"
    )
)
"""Words that deny, compare, count or part, beside a topic that is none of a few known words."""
BARRED = TURNING | FINITE | DENYING
WORD = lazily(r"[^\W\d_]+(?:['’/-][^\W\d_]+)*")
VERBAL = lazily(r"(?:[^\W\d_]{2,}(?:ed|ing)|[^\W\d_]+['’](?:s|d|t|re|ve|ll|m))\Z")
"""English words that are mostly verbs, and two words in one."""
LEADING = frozenset(words_of("for in on at by with für bei pour dans para en per nel при для"))
"""Words that a topic may begin with, though none may follow."""
_SHORT = frozenset("aeyoàì")
"""Words of one letter."""
_REMARKED = frozenset(words_of("only just merely same with for as since because start end beginning"))
"""Words of `DENYING` that a remark may have."""
_NEUTRAL = lazily(
    r"\bwith respect to\b|\bw\. ?r\. ?t\.?|\b(?:it is|it's) (?:easy|clear|straightforward) to (?:see|show|find)\b"
    r"|\ball (?:the )?(?:other )?terms(?: (?:but|except)(?: for)? (?:one|the \w+))?(?= (?:vanish|drop|are))",
    re.I,
)
"""Words that say nothing of another case."""
_NOT = lazily(r"\b(?:not|n['’]t) (?:apply|hold|occur|happen|exist)\b", re.I)
_SIGNS = lazily(r"[^\w\s$,.:;'’()/–—-]")
"""Signs that no topic has."""
TOPIC, REMARK, CONSEQUENCE = 7, 10, 28
"""So many words at most are a topic, a remark in parentheses or a consequence."""


def is_topic(text: str, most: int = TOPIC) -> bool:
    """Are these few words that only say what a line is about?

    >>> is_topic("Softmax Jacobian"), is_topic("In the backward pass"), is_topic("The diagonal is done")
    (True, True, False)
    """
    if _SIGNS.search(text):
        return False
    words = WORD.findall(_NEUTRAL.sub(" ", text).lower())
    kept = words[1:] if words and words[0] in LEADING else words
    return 0 < len(words) <= most and not any(_is_barred(w) or w in BARRED or VERBAL.match(w) for w in kept)


def is_remark(text: str) -> bool:
    """Do a few words in parentheses only say what the condition before them means?

    >>> is_remark("same word"), is_remark("only the denominator contains it"), is_remark("done above")
    (True, True, False)
    """
    words = WORD.findall(text.lower())
    barred = (TURNING | DENYING) - _REMARKED
    return 0 < len(words) <= REMARK and not any(_is_barred(w) or w in barred or "'" in w or "’" in w for w in words)


def is_consequence(text: str) -> bool:
    """Does a clause say nothing but what follows in the case before it?

    >>> is_consequence("the numerator depends on it, so"), is_consequence("the others vanish, so")
    (True, False)
    """
    text = _NEUTRAL.sub(" ", text)
    words = WORD.findall(text.lower())
    turned = any(w in TURNING or "'" in w or "’" in w for w in words) or _NOT.search(text) is not None
    return len(words) <= CONSEQUENCE and not turned


def _is_barred(word: str) -> bool:
    return len(word) == 1 and word not in _SHORT
