r"""Two definitions of one name, each the first thing below a heading of its own: `# Ridge` and `# Lasso`.

Such sections are about two things that have the same name. A heading that goes on with what stands above (`# Gradient`,
`# Check`, `# The loss again`) begins none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...errors import ReadError
from ...expr import Partial, walk
from ...latex.headed import DERIVING, GOES_ON, OF_PAGE
from ...pattern import lazily
from ...read import Written

HEADING = lazily(
    r"^\s{0,3}(?:#+|\\(?:sub)*section\*?\{|\\paragraph\*?\{|(?=\*\*[^*\n]+\*\*[ \t.:]*$)"
    r"|(?=\\textbf\{[^{}\n]*\}[ \t.:]*$)|(?:(?<=\n\n)|(?<![\s\S]))(?=\w[^$\n]*\n(?:={2,}|-{2,})[ \t]*$))"
    r"(?P<text>[^\n]+)",
    re.M,
)
"""A heading; it may be underlined with `=` or `-`."""
LEVELS = ("# ", "## ", "### ", "#### ", "##### ", "###### ", r"\section", r"\subsection", r"\subsubsection", "\\", "")
"""How headings of each level begin."""


LEAD = lazily(
    r"^\s{0,3}(?:(?:[-*+]|\(?\w{1,2}[.)])[ \t]+)?\*\*(?P<bold>[^*\n]{2,40})\*\*(?=[^\n]*\S)"
    r"|^\s{0,3}(?:[-*+]|\(?\w{1,2}[.)])[ \t]+(?P<item>[^$\n:：.。]{2,40})[:：.]?[ \t]*$",
    re.M,
)
"""Words that lead an item, or a paragraph: `- **Ridge:** $J = ..$`, `1. Ridge`."""
EMPTY = lazily(
    r"\b(?:the|an?|of|for|in|on|with|by|and|to|through|functions?|pass(?:es)?|section|chapter|part|training|learning|our|its"
    r"|der|die|das|des|ein\w*|von|für|mit|und|im|le|la|les|de|du|des|un|une|el|los|las|del|y|et|для|и|в)\b|の|と|的|与",
    re.I,
)
"""What names nothing in a heading."""
WORD = lazily(r"[^\W_]+")
OF_A_PART = lazily(
    r"\b(?:outputs?|inputs?|hidden|layers?|units?|nodes?|neurons?|weights?|bias(?:es)?|updates?|\w*schicht\w*|gewichte?"
    r"|couches?|poids|capas?|pesos?|слой|слоя|вес\w*)\b|[層层]|重み|权重|更新",
    re.I,
)
"""Words of a heading that names a part of the network above."""
_OF_KIND = r"(?:loss|cost|error|objective|criterion|penalty|risk|energy)(?:\s+functions?)?"
_IS = r"(?:is|reads|becomes|has|takes|uses|minimi[sz]es|ist|lautet|est|es|è|é)\b[^\w$]*\Z"
WHOSE = lazily(
    rf"\b{_OF_KIND}\s+(?:of|for|in)\s+(?P<of>[\w -]{{2,40}}?)\s+{_IS}"
    rf"|\b(?:the|our)\s+(?P<beside>[\w-]+(?:\s[\w-]+)?)\s+{_OF_KIND}\s+{_IS}"
    rf"|(?:\A|[.\n]\s*)(?:For|In)\s+(?P<front>[\w -]{{2,40}}?),?\s+(?:we\s+(?:have|minimi[sz]e|use|take)"
    rf"|the\s+{_OF_KIND}\s+is)[^\w$]*\Z"
    rf"|\b(?:Verlust|Fehler|Kosten|Zielfunktion)\w*\s+(?:der|des|von|beim|für)\s+(?P<of_>[\w -]{{2,40}}?)\s+{_IS}"
    rf"|\b(?:perte|coût|erreur|pérdida|coste|costo|perda)\s+(?:de|du|del|da|do)\s+(?P<de>[\w -]{{2,40}}?)\s+{_IS}"
    r"|(?P<no>[^\s、。，,.]{1,20})(?:の|的)(?:損失|誤差|目的|コスト|损失|误差|目标|代价)(?:関数|函数)?(?:は|为|是)、?\s*\Z",
    re.I,
)
"""Words before a definition by which it is of something named: `the loss of ridge regression is`."""


def are_sections_alike(
    first: Written,
    second: Written,
    chains: Sequence[Written],
    rows: Sequence[str],
    tasks: re.Pattern[str],
) -> bool:
    """Does the second definition begin a section, or an item, with a heading of its own beside that of the first?

    One stands above all that is derived in its section, and its heading names nothing that goes on with what is above.
    Where the first has no heading that names anything, something is derived from it above that of the second. Where
    both name different `tasks`, these say whether it is another one.
    """
    if first.place.file != second.place.file:
        return False
    headings = sorted([*headings_of(rows), *_leads(rows)])
    one, two = (_above(w, headings) for w in (first, second))
    if two is None or two[0] < first.line:
        return False
    if one is not None and (one[1] != two[1] or _differ(tasks, one[2], two[2])):
        return False
    between = [x for x in chains if x.line > first.line or (x.line == first.line and x.number > first.number)]
    if any(derives(x) for x in between if x.line > two[0] and _is_above(x, second)):
        return False
    if one is None:
        return not any(x.search(two[2]) for x in (DERIVING, GOES_ON, OF_A_PART, tasks)) and any(
            derives(x) for x in between if x.line <= two[0]
        )
    return _marks(two[2]) <= _marks(one[2]) and _content(one[2]) != _content(two[2])


def are_of_two(first: str, second: str) -> bool:
    """Do the words before two definitions say of what each is, and not of the same?

    >>> are_of_two("The loss of ridge regression is ", "The loss of the lasso is ")
    True
    >>> are_of_two("The loss of the network is ", "Hence the loss of this network is ")
    False
    """
    one, two = (WHOSE.search(x.rstrip(" $\n")) for x in (first, second))
    if one is None or two is None:
        return False
    named = [EMPTY.sub(" ", str(x[str(x.lastgroup)]).lower()).split() for x in (one, two)]
    return all(x and not OF_PAGE.search(" ".join(x)) for x in named) and named[0] != named[1]


def _above(w: Written, headings: Sequence[tuple[int, int, str]]) -> tuple[int, int, str] | None:
    """The innermost heading above that names something."""
    inside = len(LEVELS) + 1
    for h in reversed(headings):
        if h[0] < w.line and h[1] < inside:
            inside = h[1]
            if _content(h[2]):
                return h
    return None


def _content(text: str) -> str:
    """What a heading names, without its number and the words of what is done there."""
    for words in (DERIVING, GOES_ON, OF_PAGE):
        text = words.sub(" ", text)
    return " ".join(WORD.findall(EMPTY.sub(" ", text).lower()))


def _marks(text: str) -> frozenset[str]:
    """The words by which a heading goes on with what stands above."""
    return frozenset(x[0].lower() for words in (DERIVING, GOES_ON) for x in words.finditer(text))


def _differ(tasks: re.Pattern[str], one: str, two: str) -> bool:
    """Does each name a task, and not the same?"""
    named = [tasks.search(x) for x in (one, two)]
    return all(named) and len({x.lastgroup for x in named if x is not None}) > 1


def derives(w: Written) -> bool:
    """Has it a derivative?"""
    return any(isinstance(x, Partial) for m in w.members if not isinstance(m, ReadError) for x in walk(m))


def _is_above(w: Written, other: Written) -> bool:
    return w.line < other.line or (w.line == other.line and w.number < other.number)


def _leads(rows: Sequence[str]) -> list[tuple[int, int, str]]:
    """The words that lead items or paragraphs, each with the row above them and a level of their own."""
    text = "\n".join(rows)
    found = [x for x in LEAD.finditer(text) if "**" in text or x["item"]]
    return [
        (text.count("\n", 0, x.start(str(x.lastgroup))), len(LEVELS), str(x[str(x.lastgroup)]))
        for x in found
        if not HEADING.match(text, text.rfind("\n", 0, x.start(str(x.lastgroup))) + 1)
    ]


def headings_of(rows: Sequence[str]) -> list[tuple[int, int, str]]:
    """The headings, each with its row, its level and its text."""
    text = "\n".join(rows)
    found = [(x, _level(x, text)) for x in HEADING.finditer(text)]
    return [(text.count("\n", 0, x.start("text")) + 1, level, x["text"]) for x, level in found]


def _level(heading: re.Match[str], text: str) -> int:
    """Its level; one that is underlined has the first or the second."""
    begun = heading[0].lstrip()
    under = text[heading.end() + 1 : heading.end() + 3]
    if begun[0] not in "#*\\" and under in ("==", "--"):
        return "=-".index(under[0])
    return next(n for n, mark in enumerate(LEVELS) if begun.startswith(mark))
