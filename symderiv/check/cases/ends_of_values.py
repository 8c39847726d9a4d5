r"""Where what a sentence says of a value ends: with its lemma, its environment, its list, its quotation, its proof.

`Lemma 1. Let $\lambda = 0$. Then [line]` says nothing of `Theorem 2`; nor does what stands in `\begin{example}` of the
text below its `\end`, an item of what is typed below the list, a sentence of what stands behind a rule `---`. Only what
is behind a line that was derived counts as the end: values are also stated in a list or a definition for all of a page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ...document.behind_lines import DERIVES
from ...pattern import lazily

STATEMENT = lazily(
    r"[ \t*_#>]*(?:\\(?:paragraph|textbf|textit|emph|(?:sub)*section\*?)\s*\{)?\s*"
    r"(?:lemmas?|theorem|proposition|corollary|definition|remark|claim|proof|satz|lemme|korollar|hilfssatz|bemerkung"
    r"|beweis|théorème|corollaire|définition|remarque|preuve|teorema|proposición|corolario|definición|observación"
    r"|demostración|proposizione|corollario|definizione|osservazione|dimostrazione|proposição|corolário|definição"
    r"|теорема|лемма|следствие|предложение|определение|замечание|доказательство)"
    r"(?:\s*\(?(?:\d|[A-Z]\b|[ivx]+\b)|[*_}]*\s*[.:(]|[*_}]+)"
    r"|[ \t*_#>]*(?:定理|補題|系|命題|定義|注意?|命题|引理|推论|定义|证明|証明|정리|보조정리|증명)"
    r"\s*(?:[\d一二三四.:。：(（]|[*_]+)",
    re.I,
)
"""How a statement of mathematics begins,"""
NUMBERED = lazily(
    r"[ \t*_#>]*(?:\\(?:paragraph|textbf|textit|emph|(?:sub)*section\*?)\s*\{)?\s*"
    r"([^\W\d_]+)\s*\(?(?:\d+|[A-DIVX]+(?=[*_}]*[.:)]))"
)
"""and any part that is numbered: `Week 1`, `Model A:`."""
ENVIRONMENT = lazily(r"\\(begin|end)\s*\{(\w+\*?)\}")
FRAMES = frozenset(("document", "frame", "columns", "column", "minipage", "multicols", "center", "abstract"))
"""Environments of the page's looks, behind which its words go on."""
RULE = lazily(
    r"(?:(?<=\n\n)|(?<=\$\$\n))[ \t]*(?:-{3,}|\*{3,}|_{3,}|(?:\* ){2,}\*|(?:- ){2,}-|\\hrule\w*|<hr\s*/?>)[ \t]*$", re.M
)
PROVED = lazily(
    r"\bq\.?\s?e\.?\s?d\b|\\qed|\\(?:black)?square\b|\\Box\b|[∎■□][ \t]*$|completes the proof|証明終|证毕", re.I | re.M
)
"""Lines across a page, and ends of proofs."""
ALWAYS = lazily(
    r"\b(?:throughout|from now on|in what follows|in the following|always|hereafter|henceforth|everywhere|durchweg"
    r"|stets|immer|im folgenden|toujours|partout|dans la suite|siempre|en lo que sigue|sempre|везде|всюду|далее)\b"
    r"|以下|以降|今後|常に|下文|始终|이하|항상",
    re.I,
)
"""Words by which a value goes on."""
FOR_ONE = lazily(
    r"\b(?:just|only) (?:for|in|on) (?:this|the next|the following) (?:line|formula|equation|step|display)\b"
    r"|\bnur (?:für|in) (?:diese[rn]?|die nächste) (?:zeile|formel|gleichung)\b"
    r"|この(?:行|式)(?:だけ|のみ)|[只仅]在?这一?[行式]",
    re.I,
)
"""Words by which it is that of the next line."""
GOING_ON = lazily(
    r"\s*(?:(?-i:[a-zà-ÿ])|(?:then|so|hence|thus|therefore|also|and|with this|here|again|dann|also|somit|daher"
    r"|hier|donc|alors|ainsi|ici|entonces|luego|así|aquí|quindi|allora|qui|portanto|logo|тогда|значит|здесь)\b"
    r"|よって|ゆえに|したがって|すると|また|ここで|则|所以|因此|于是|这里|따라서|그러면)",
    re.I,
)
"""How a paragraph goes on with what was said above."""
LISTED = lazily(r"[ \t]*(?:[-*+•·・]|\(?\d{1,2}[.)])\s")
QUOTED = lazily(r"[ \t]*>")


def begins_statement(row: str) -> bool:
    """Does a row begin a lemma, theorem, definition, or the proof of one?

    >>> [begins_statement(x) for x in ("**Lemma 1.** Let", "Theorem (decay). We", "Definition of the loss", "定理 2")]
    [True, True, False, True]
    """
    return STATEMENT.match(row) is not None


def numbered_as(row: str) -> Callable[[str], bool] | None:
    """For a row that begins a numbered part: does another begin one of the same word?

    >>> begins = numbered_as("Week 1. Let")
    >>> begins("**Week 2** We have"), begins("Weeks pass"), numbered_as("We have") is None
    (True, False, True)
    """
    found = NUMBERED.match(row)
    if found is None:
        return None
    word = found[1].lower()
    return lambda other: any(m[1].lower() == word for m in (NUMBERED.match(other),) if m is not None)


def is_ended(page: str, start: int, since: str) -> bool:
    """Does what a sentence says at a place end in what follows it up to a line, behind a line that was derived?"""
    row = page[page.rfind("\n", 0, start) + 1 : start]
    sentence = row + since.split("\n", 1)[0]
    derived = DERIVES.search(since)
    if derived is None or ALWAYS.search(sentence):
        return False
    if FOR_ONE.search(sentence):
        return True
    return any(n > derived.start() for n in (*_closed(since), *_crossed(since), *_below(row, since)))


def _closed(since: str) -> Iterator[int]:
    """Where environments end that do not begin there."""
    depth = 0
    for m in (x for x in ENVIRONMENT.finditer(since) if x[2] not in FRAMES):
        depth += 1 if m[1] == "begin" else -1
        if depth < 0:
            yield m.start()
            depth = 0


def _crossed(since: str) -> Iterator[int]:
    """Where a rule stands, or a proof ends."""
    yield from (m.start() for form in (RULE, PROVED) for m in form.finditer(since))


def _below(row: str, since: str) -> Iterator[int]:
    """Where a paragraph stands that is not of the list, or the quotation, in which a row is, and does not go on."""
    marks = QUOTED if QUOTED.match(row) else LISTED if LISTED.match(row) else None
    if marks is None:
        return
    for m in re.finditer(r"\n[ \t]*\n(?=([^\n]*))", since):
        words = m[1]
        plain = words.strip() and not words[0].isspace() and words[0] not in "$\\"
        if plain and not marks.match(words) and not GOING_ON.match(words):
            yield m.end()
