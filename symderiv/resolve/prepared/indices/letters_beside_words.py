r"""Letters in parentheses above a name, beside words there: the h of `z_j^{(h)}` is a label beside `z_k^{(out)}`.

A letter there may number examples or layers. It is a label where a word stands in its place, or it is set upright, and
where nothing counts with it: it stands in such parentheses alone, wherever it stands on the page, in no range and below
no sum, and is none of the letters that mostly number something.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ....latex import tree as t
from ....latex.tree import Name, Node, Script, Text
from ....latex.walking import parts, rebuilt
from ....notation import WORD_FONTS
from ....pattern import lazily
from ...asked import some, where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, is_word, letter_of, stem_of

NUMBERING = frozenset("ijklmnpqrst")
"""Letters of examples, layers and steps."""
LETTER = lazily(r"(?<![A-Za-z\\])[A-Za-z](?![A-Za-z])")


def _only(s: Script) -> Node | None:
    """What stands alone in parentheses above a name."""
    return s.entries[0] if s.above and s.bracket == "(" and len(s.entries) == 1 else None


def _is_word(x: Node | None) -> bool:
    return is_word(x) if isinstance(x, Name) else isinstance(x, Text) and len(x.content.strip()) > 1


def _is_upright(x: Node | None) -> bool:
    return isinstance(x, Name) and x.font in WORD_FONTS and len(x.base) == 1 and letter_of(x) is not None


def _letter(s: Script) -> str:
    x = _only(s)
    letter = letter_of(x) or "" if x is not None else ""
    return letter if len(letter) == 1 and letter.isalpha() and letter not in NUMBERING else ""


@some(Script)
def _has_word(s: Script) -> bool:
    return _is_word(_only(s)) or _is_upright(_only(s))


@where(_has_word)
def with_letters_beside_words(located: Sequence[Located], ranges: Mapping[str, object]) -> list[Located]:
    """The formulas of a page with such letters as labels; `ranges` are those of letters, as typed."""
    said = [s for f in read_of(located) for s in f.statements]
    above: dict[Stem, set[str]] = {}
    worded: set[Stem] = set()
    upright: set[str] = set()
    for x in (x for s in said for x in t.of_kind(s, Name)):
        for script in x.scripts:
            if _letter(script):
                above.setdefault(stem_of(x), set()).add(_letter(script))
                upright |= {_letter(script)} if _is_upright(_only(script)) else set()
            elif _is_word(_only(script)):
                worded.add(stem_of(x))
    found = {letter for stem, letters in above.items() if stem in worded for letter in letters} | upright
    found -= {*ranges, *(y for x in ranges.values() for y in LETTER.findall(str(x)))}
    found = found.difference(y for s in said for y in _others(s)) if found else found

    def change(x: Any) -> Script | None:
        if not isinstance(x, Script) or _letter(x) not in found:
            return None
        return Script(True, (Text(_letter(x), span=x.span),), "(", span=x.span)

    return with_statements(located, lambda s: rebuilt(s, change)) if found else list(located)


def _others(x: t.Tree) -> Iterator[str]:
    """The letters that stand elsewhere than alone in parentheses above a name, without anything below or above them."""
    for y in parts(x):
        if isinstance(y, Script) and _letter(y):
            continue
        if isinstance(y, Name) and (letter := letter_of(y)) is not None:
            yield letter
        yield from _others(y)
