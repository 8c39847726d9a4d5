r"""Lists whose entries begin with `+`, as Markdown allows: no sum goes on there.

Below a formula `+ weight decay` may be arithmetic. So one line alone says nothing: a list has two entries or more that
begin as sentences do, and only lines that do so, or are as long as one, are entries of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..pattern import lazily
from .find import Found

ENTRY = lazily(r"^[ \t]*(\+)[ \t]+(?=(\S.*))", re.MULTILINE)
SENTENCE = lazily(r"[*_`\"“‘(<\[]*[^\W\d_a-zα-ω]")
"""How a sentence begins: with a capital, or a letter of a script that has none, perhaps set off."""
WORDS = lazily(r"[A-Za-z]{2,}")
LEAST = 2
"""So many sentences make a list."""
LONG = 4
"""So many words are more than what is added to a formula."""


def with_plain_bullets(text: str, maths: Sequence[Found]) -> str:
    r"""A text with `-` before the entries of such lists; everything keeps its place.

    >>> with_plain_bullets("+ First do this\n+ Then that\n", [])
    '- First do this\n- Then that\n'
    >>> with_plain_bullets("+ weight decay\n", [])
    '+ weight decay\n'
    """
    found = [m for m in ENTRY.finditer(text) if not any(f.start <= m.start(1) < f.end for f in maths)]
    sentences = [m for m in found if SENTENCE.match(m[2])]
    if len(sentences) < LEAST:
        return text
    signs = {m.start(1) for m in found if m in sentences or len(WORDS.findall(m[2])) >= LONG}
    return "".join("-" if n in signs else c for n, c in enumerate(text))
