r"""What comes from an earlier step than the one that a page holds, the `a^{(t-1)}` of `p_i = \sigma(u \, a_i^{(t-1)})`.

Nothing on the page defines it. It is not made of what carries the step itself, `w^{(t)}`; of what has no step, u, it
may be, as steps share that. Words say that it is not: `the score after $t-1$ trees` is no function of the next tree.
What the page defines at the step, `h_t = o \odot \tanh(c_t)`, is made of the same things one step before, `c_{t-1}`
among them, unless words say that there is one step (`for a single time step`) or that what comes from before is given
(`$h_{t-1}$ and $c_{t-1}$ are given to the cell`), and none on the page speaks of more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.blocks import Block, Heading, Prose
from ...errors import ReadError
from ...latex import sentences
from ...latex import tree as t
from ...latex.hedged import is_hedged
from ...latex.tree import Formula, Name
from ...pattern import lazily
from ..located import Located, read_of
from ..prepared.applied import head_of
from ..prepared.indices.steps_held import values_in
from ..spelled.shape import shape_of
from .told_constant import AND_BEHIND, NO_FACT, begins
from .told_constant import MORE as GOES_ON
from .untold import DEPENDENT, Untold

EARLIER = lazily(r"\\?[A-Za-z]+-\d+")
"""The label of such a step."""
_TREES = (
    r"(?:(?:regression|decision|boosted|weak|base)\s+)?"
    r"(?:trees|stumps|learners|boosting\s+(?:rounds|stages|steps|iterations))"
)
_SCORES = r"(?:scores?|predictions?|outputs?|margins?|ensembles?|estimates?)"
TOLD = lazily(
    rf"\s*,?\s*(?:is|are|be|denotes?|being)\s+the\s+(?:\w+\s+){{0,2}}{_SCORES}\b"
    r"(?:[^.;:$]|\$[^$=]*\$)*?\b(?:after|of|from|by|with)\s+(?:(?:the|all)\s+)?"
    rf"(?:(?:first\s+)?\$\s*\\?[A-Za-z]+\s*-\s*1\s*\$|previous|earlier)\s+{_TREES}"
    r"(?=\s*(?:[.;:)]|\Z|,(?!\s*(?:and|plus|with|but|together|including|as\s+well)\b(?!\s*\$))|and\s*\$))",
    re.I,
)
"""Words behind a name that say which trees it is made of."""
NOT = lazily(r"\b(?:not|no|never|except|unless|if|and|plus|but)\b", re.I)
"""Words in between by which it is more, or something else."""


_ANOTHER = r"\$[^$=<>]*\$"
_GIVEN = (
    r"(?:is|are)\s+(?:(?:just|simply|both|all|here|again|some|an?)\s+)*"
    r"(?:(?:held\s+)?fixed|given|constants?|(?:given|known|fixed)\s+(?:inputs?|data|numbers?|values?|constants?|vectors?))"
    r"(?:\s+(?:to|for)\s+(?:the|this|our)\s+(?:\w+\s+)?(?:cell|unit))?",
    r"(?:は|が)(?:すべて|ともに)?(?:与えられ(?:る|ている|ます|ています)|定数である|定数です)",
    r"(?:均|都|皆)?(?:为|是|為)?(?:已知|给定|給定)的?(?:常数|量|输入)|(?:均|都|皆)?(?:为|是|為)(?:给定|給定)的?",
    r"(?:ist|sind)\s+(?:hier\s+|beide\s+|alle\s+)?(?:gegeben|fest|konstant)",
    r"(?:est|sont)\s+(?:tous\s+|toutes\s+)?(?:donnée?s?|fixée?s?)",
    r"(?:son|están|es|está)\s+(?:dad[oa]s?|fij[oa]s?)",
)
SAID_GIVEN = "|".join(_GIVEN)
"""Words behind what is given."""
GIVEN = lazily(rf"(?:\s*{AND_BEHIND}\s*{_ANOTHER})*\s*(?:{SAID_GIVEN})(?=\s*(?:[.;!)。；）．]|\Z))", re.I)
"""Words behind a name of a step before, or behind the first of several, by which nothing makes it."""
_STEP = r"(?:time[- ]?)?step"
_ONE = (
    r"\b(?:only|just|for|at|in|of|through|over|considers?|considering|studies|study|look(?:s|ing)? at"
    r"|treats?|covers?)"
    rf"\s+(?:only\s+|just\s+)?(?:one single|a single|one|this one|this single)\s+{_STEP}\b"
    r"(?!\s+(?:of(?!\s+(?:an?|the)\s+(?:\w+\s+)?(?:LSTM|GRU|RNN|recurren\w+|cell|network))|at|after"
    r"|before|later|earlier"
    r"|back\w*|forward|ahead|from|to|size|further|more))"
    r"|(?:1|１|一)つ?の?(?:時刻|時点|(?:タイム)?ステップ)(?:だけ|のみ|分だけ|分のみ)"
    r"|한\s*(?:시점|(?:타임\s*)?스텝|시간\s*단계)\s*만"
    r"|(?:只|仅|僅)\s*(?:考虑|考慮|看|讨论|討論|分析)\s*(?:单个|單個|单一|單一|一个|一個)\s*(?:时间步"
    r"|時間步|时刻|時刻)"
)
ONE_STEP = lazily(_ONE, re.I)
"""Words that say that a page is about one step alone,"""
MORE = lazily(
    r"\b(?:not|no|never|nor|more|than|if|unless|first|then|later|sequence|unroll\w*|earlier|all|every"
    r"|each|before|shared?)\b"
    r"|n't\b|ない|ません|ではなく|もし|않|아니|아닌|不|并非|並非|모든|すべて|全て|所有|每",
    re.I,
)
"""those in the same sentence by which it may not be,"""
OF_LOSS = lazily(
    r"\b(?:errors?|loss(?:es)?|costs?|objectives?|energy|targets?|labels?|terms?)\b|誤差|損失|误差|損失"
    r"|损失|오차|손실",
    re.I,
)
"""those by which it may only tell where a loss is taken,"""
SEVERAL = lazily(
    r"\b(?:steps|timesteps|sequen\w+|series|(?:un)?roll(?:s|ed|ing)|unroll\w*|unfold\w*|shar(?:e|es|ed"
    r"|ing)|recursive\w*|BPTT"
    r"|(?:over|through|across|along|in|with|back in)\s+time(?![- ]?step)|whole|entire|repeat\w*|again|iterat\w*"
    r"|(?:each|every|all|any|last|first|final|next|second|later|earlier|same|several|many)\s+"
    r"(?:(?:time[- ]?)?steps?|times?|moments?|frames?|tokens?|words?|inputs?|ones?|cells?|weights?|parameters?)"
    r"|(?:this|the|that)\s+(?:very|same)\s+(?:cell|network|layer|unit|weight|parameter)s?|in\s+the\s+same\s+way"
    r"|(?:came|comes?|coming)\s+(?:out\s+)?(?:of|from)|outputs?\s+of\s+(?:the|this|an?)\s+(?:\w+\s+)?(?:previous|preceding)"
    r"|run(?:s|ning)?\s+(?:over|through|along|on)|until|from\s+step"
    r"|Sequenz\w*|Folgen?|Zeitreihe\w*|Zeitschritte\w*|geteilt\w*|(?:aus|ab|auf)gerollt\w*|entfalte\w*"
    r"|über\s+die\s+Zeit|jede[mnrs]?\s+(?:Zeit)?schritt|letzte[mnrs]?\s+(?:Zeit)?schritt"
    r"|séquences?|partagé\w*|dépli\w*|dans\s+le\s+temps|chaque\s+(?:pas|instant)|secuencias?|compartid\w*"
    r"|desplega\w*|cada\s+(?:paso|instante)|sequenz[ae]|condivis\w*|sequências?|compartilhad\w*)\b"
    r"|系列|時間方向|共有|展開|各(?:時刻|時点|ステップ|タイム)|全(?:時刻|時点|ステップ|体)|すべて|全て"
    r"|最後の|繰り返|同じ(?:重み|セル)"
    r"|序列|共享|展开|每(?:个|個|一)?(?:时间步|時間步|时刻|時刻|步)|所有|(?:随|沿|隨)(?:着|著)?(?:时间"
    r"|時間)|最后|最後|整个|整個|重复|重複"
    r"|시퀀스|시계열|공유|펼[치친쳐]|각\s*(?:시점|스텝|타임)|매\s*(?:시점|스텝)|모든|전체|마지막|반복|시점들|스텝들"
    r"|последовательност\w*|общи[ехм]\w*|развёрн\w*|разверн\w*|кажд\w+\s+шаг\w*",
    re.I,
)
"""and those anywhere on the page that speak of more steps."""


def is_of_one_step(blocks: Sequence[Block]) -> bool:
    r"""Do words say that a page is about one step alone, and none that there are more?

    >>> from symderiv.document import parse_document
    >>> def told(text):
    ...     return is_of_one_step(parse_document(text).blocks)
    >>> told("We look at a single time step $t$."), told("Wir rechnen."), told("We do not look at one step only.")
    (True, False, False)
    >>> told("We look at a single time step $t$. The weights are shared."), told("The error at a single time step.")
    (False, False)
    """
    said = "".join(x.text if isinstance(x, Prose) else " " for x in blocks if not getattr(x, "struck", False))
    told = [x for x in sentences.clauses(" ".join(said.split())) if ONE_STEP.search(x)]
    if not any(MORE.search(x) is None and OF_LOSS.search(x) is None for x in told):
        return False
    return not speaks_of_more(blocks)


def speaks_of_more(blocks: Sequence[Block]) -> bool:
    """Do words of a page, or a heading, speak of more steps than one?"""
    return any(SEVERAL.search(x.text) for x in blocks if isinstance(x, (Prose, Heading)))


def of_earlier_steps(located: Sequence[Located], blocks: Sequence[Block] = ()) -> Iterator[Untold]:
    r"""Names of an earlier step that nothing defines, with the names that they may be made of: those without a step,
    and those one step before of which the page makes what they are at its step."""
    statements = [s for f in read_of(located) for s in f.statements if s.chain.relations]
    names = [x for s in statements for x in values_in(s.chain)]
    labels = {y.content for x in names for y in _labels(x)}
    steps = {x.split("-")[0] for x in labels if EARLIER.fullmatch(x)}
    if not steps:
        return
    made = {x.base for x in map(shape_of, filter(None, (head_of(s.chain.members[0]) for s in statements))) if x}
    shared = (x for x in names if not any(y.content.split("-")[0] in steps for y in _labels(x)))
    bases = {x.base for x in map(shape_of, shared) if x is not None} - made
    earlier = (x for x in names if any(EARLIER.fullmatch(y.content) for y in _labels(x)))
    found = dict.fromkeys(shape.base for x in earlier if (shape := shape_of(x)) is not None)
    told = _told_given(located) if not speaks_of_more(blocks) else frozenset()
    found = {x: None for x in found if x not in told}
    yield from (Untold(x, 0, text=", ".join(sorted(bases)), kind=DEPENDENT) for x in found if x not in made)
    if not made.isdisjoint(found) and not is_of_one_step(blocks):
        for x in (x for x in found if x in made):
            of = bases | (_made_of(x, statements) & found.keys() - {x})
            yield Untold(x, 0, text=", ".join(sorted(of)), kind=DEPENDENT)


def _told_given(located: Sequence[Located]) -> frozenset[str]:
    """The letters of names of an earlier step that words call given, and of which they say no more."""
    found: set[str] = set()
    for d, f in located:
        told = GIVEN.match(d.after) if d.inline and not d.struck and isinstance(f, Formula) else None
        if told is None or isinstance(f, ReadError) or not begins(d.before):
            continue
        said = sentences.last(d.before)
        if NO_FACT.search(said) or is_hedged(d.before, d.after) or GOES_ON.match(d.after, told.end()):
            continue
        x = f.statements[0].chain.members[0] if len(f.statements) == 1 else None
        shape = shape_of(x) if isinstance(x, Name) and any(EARLIER.fullmatch(y.content) for y in _labels(x)) else None
        found |= {shape.base} if shape is not None and not f.statements[0].chain.relations else set()
    return frozenset(found)


def _made_of(base: str, statements: Sequence[t.Statement]) -> set[str]:
    """The letters of all that a page makes something of within the step, and of what that is made of."""
    made: dict[str, set[str]] = {}
    for s in statements:
        head = head_of(s.chain.members[0])
        shape = shape_of(head) if head is not None else None
        values = (y for m in s.chain.members[1:] for y in values_in(m)) if shape is not None else ()
        now = (y for y in values if not any(EARLIER.fullmatch(z.content) for z in _labels(y)))
        if shape is not None:
            made.setdefault(shape.base, set()).update(y.base for y in map(shape_of, now) if y is not None)
    found, pending = set[str](), [base]
    while pending:
        new = made.get(pending.pop(), set()) - found
        found |= new
        pending += new
    return found


def told_of_earlier_trees(located: Sequence[Located]) -> frozenset[str]:
    """The letters of names that words call the score after earlier trees."""
    found: set[str] = set()
    for d, f in located:
        told = TOLD.match(d.after) if d.inline and not d.struck else None
        if told is None or isinstance(f, ReadError) or NOT.search(told[0]) or NO_FACT.search(d.before):
            continue
        shape = shape_of(f.statements[0].chain.members[0]) if len(f.statements) == 1 else None
        if shape is not None and not f.statements[0].chain.relations and not is_hedged(d.before, d.after):
            found.add(shape.base)
    return frozenset(found)


def _labels(x: Name) -> Iterator[t.Text]:
    yield from (e for s in x.scripts for e in s.entries if isinstance(e, t.Text))
