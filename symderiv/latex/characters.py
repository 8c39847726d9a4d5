r"""Characters that are not ASCII: each stands for the LaTeX that would have been typed for it, positions kept."""

from __future__ import annotations

import re
import sys
import unicodedata
from types import MappingProxyType

from ..errors import ReadError
from ..notation import GREEK
from ..pattern import lazily
from .source import Source

_SIGNS = {
    **dict.fromkeys("−–—‒‐‑－﹣", "-"),
    **dict.fromkeys("·∙⋅•‧・･", r"\cdot "),
    **dict.fromkeys("∗⁎", "*"),
    **dict.fromkeys("′ʹ’‘＇", "'"),
    **dict.fromkeys("≤≦⩽", r"\le "),
    **dict.fromkeys("≥≧⩾", r"\ge "),
    **dict.fromkeys("←⟵", r"\leftarrow "),
    **dict.fromkeys("→⟶", r"\to "),
    **dict.fromkeys("⇒⟹", r"\Rightarrow "),
    **dict.fromkeys("⇔⟺", r"\Leftrightarrow "),
    **dict.fromkeys("≜≝≔", r"\triangleq "),
    **dict.fromkeys("∥‖", r"\|"),
    **dict.fromkeys("∅⌀", r"\emptyset "),
    **dict.fromkeys("…⋯", r"\dots "),
    **dict.fromkeys("、，", ","),
    **dict.fromkeys("。．", "."),
    **dict.fromkeys("（﹙", "("),
    **dict.fromkeys("）﹚", ")"),
    "｛": r"\{",
    "｝": r"\}",
    **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", " "),
    **dict.fromkeys("\u00a0\u2002\u2003\u2009\u200a\u202f\u3000\u2028", " "),
    "″": "''",
    "‴": "'''",
    "×": r"\times ",
    "÷": "/",
    "∕": "/",
    "⁄": "/",
    "∘": r"\circ ",
    "⊙": r"\odot ",
    "⊗": r"\otimes ",
    "⊘": r"\oslash ",
    "⊕": r"\oplus ",
    "±": r"\pm ",
    "∓": r"\mp ",
    "≠": r"\ne ",
    "≡": r"\equiv ",
    "≈": r"\approx ",
    "∝": r"\propto ",
    "∈": r"\in ",
    "∉": r"\notin ",
    "∀": r"\forall ",
    "∞": r"\infty ",
    **dict.fromkeys("∇▽", r"\nabla "),
    **dict.fromkeys("∆△", r"\Delta "),
    "∂": r"\partial ",
    "∑": r"\sum ",
    "∏": r"\prod ",
    "∫": r"\int ",
    "∴": r"\therefore ",
    "∵": r"\because ",
    "∧": r"\land ",
    "⊤": r"\top ",
    "ᵀ": r"^\top ",
    "⟨": r"\langle ",
    "⟩": r"\rangle ",
    "⌊": r"\lfloor ",
    "⌋": r"\rfloor ",
    "⌈": r"\lceil ",
    "⌉": r"\rceil ",
    "ℓ": r"\ell ",
    "ℒ": r"\mathcal{L}",
    "ℝ": r"\mathbb{R}",
    "𝔼": r"\mathbb{E}",
    "𝟙": r"\mathbb{1}",
    "ϵ": r"\epsilon ",
    "ε": r"\epsilon ",
    "ϕ": r"\phi ",
    "φ": r"\phi ",
    "ϑ": r"\vartheta ",
    "ς": r"\varsigma ",
    "ϱ": r"\varrho ",
    "Σ": r"\Sum ",
    "√": r"\uroot ",
    "½": r"\frac{1}{2}",
    "⅓": r"\frac{1}{3}",
    "¼": r"\frac{1}{4}",
}


def _greek() -> dict[str, str]:
    found = {}
    for word in GREEK.split():
        case = "CAPITAL" if word[0].isupper() else "SMALL"
        name = {"lambda": "lamda"}.get(word.lower(), word.lower()).upper()
        try:
            found[unicodedata.lookup(f"GREEK {case} LETTER {name}")] = f"\\{word} "
        except KeyError:  # \varphi and the like have no letter of their own
            continue
    return found


REPLACEMENTS = MappingProxyType({**_greek(), "µ": r"\mu ", **_SIGNS})
"""What each character stands for."""

COMBINING = MappingProxyType(
    {
        "\u0302": "hat",
        "\u0303": "tilde",
        "\u0304": "bar",
        "\u0305": "bar",
        "\u0307": "dot",
        "\u0308": "ddot",
        "\u20d7": "vec",
    }
)

MOST_MARKS = 4
"""So many marks may stand over one letter."""
BULLET = lazily(r"\s*([・･•●○■□◆◇▪▶])(?=[ \t\u3000])")
"""A sign before a formula that makes it an item of a list; without a space behind it may be a product that goes on."""
CONTROL = lazily(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_DIRECTION = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def normalise(source: Source) -> tuple[str, list[int] | None]:
    """The text in ASCII LaTeX (words of other languages stay) and, if it changed, the offset of each character.

    Full-width letters, digits and signs, mathematical alphabets, super- and subscript digits and letters with combining
    accents become what would have been typed. Raises `ReadError` for NUL and control characters and for marks that
    change the direction of writing (what one sees is then not what is read). A bullet before it all is passed over.

    >>> normalise(Source("∂Ｅ≤ŷ₂"))[0]
    '\\\\partial E\\\\le \\\\hat{y}_{2}'
    """
    text = source.text
    if text.isascii():
        if CONTROL.search(text) is not None:
            _control(source)
        return text, None
    _control(source)
    pieces: list[str] = []
    offsets: list[int] = []
    marks = 0
    bullet = BULLET.match(text)
    if bullet is not None:
        text = f"{text[: bullet.start(1)]} {text[bullet.end(1) :]}"
    for at, character in enumerate(text):
        piece = character if character < "\x80" else _replacement(character)
        accent = COMBINING.get(character)
        marks = marks + 1 if accent is not None else 0
        if marks > MOST_MARKS:
            raise ReadError("too many marks over one letter", source.place((at, at + 1)), "delete them")
        if accent is not None and pieces:
            start = offsets[-len(pieces[-1])] if pieces[-1] else at
            del offsets[len(offsets) - len(pieces[-1]) :]
            piece = f"\\{accent}{{{pieces.pop().strip()}}}"
            offsets.extend([start] * len(piece))
        else:
            offsets.extend([at] * len(piece))
        pieces.append(piece)
    offsets.append(len(text))
    return "".join(pieces), offsets


def _replacement(character: str) -> str:
    found = REPLACEMENTS.get(character)
    if found is not None:
        return found
    shape = unicodedata.decomposition(character)
    plain = unicodedata.normalize("NFKC", character)
    if shape.startswith(("<super>", "<sub>")):
        inner = "".join(REPLACEMENTS.get(c, c) for c in plain)
        return f"{'^' if shape.startswith('<super>') else '_'}{{{inner.strip()}}}"
    if shape and not shape.startswith("<"):  # a letter with an accent: ŷ
        parts = unicodedata.normalize("NFD", character)
        base, marks = parts[0], parts[1:]
        if marks in COMBINING and (base.isascii() or base in REPLACEMENTS):
            return f"\\{COMBINING[marks]}{{{REPLACEMENTS.get(base, base).strip()}}}"
        return character
    if len(plain) == 1 and plain != character:
        return plain if plain.isascii() else REPLACEMENTS.get(plain, plain)
    return character


CODE_POINT = lazily(
    r"\\unicode(?![A-Za-z])\s*(?:\[[^\]{}$]*\]\s*)*\{\s*(?:[xX](?P<hexadecimal>[0-9A-Fa-f]{1,6})|(?P<decimal>[0-9]{1,7}))\s*\}"
)
"""A character told by its number, perhaps behind the size and the font it is set in."""


def with_characters_told(text: str) -> str:
    r"""The formula with what stands for characters told by their numbers; positions kept.

    A character that stands for nothing known, or for more than its number has room for, stays as it was.

    >>> with_characters_told(r"\unicode{x1D7D9}(k = j) + \unicode{948}")
    '\\mathbb{1}      (k = j) + \\delta       '
    """
    return CODE_POINT.sub(_told, text) if r"\unicode" in text else text


def _told(m: re.Match[str]) -> str:
    number = int(m["hexadecimal"], 16) if m["hexadecimal"] else int(m["decimal"])
    character = chr(number) if number <= sys.maxunicode else ""
    typed = character if "!" <= character <= "~" else _replacement(character) if character > "~" else ""
    fits = typed.isascii() and (typed.isalnum() or typed.strip() in _TELLABLE)
    return typed.ljust(len(m[0])) if fits and len(typed) <= len(m[0]) else m[0]


_TELLABLE = frozenset(x.strip() for x in REPLACEMENTS.values()) | frozenset("+-*/=<>()|,;:")
"""What a number may stand for beside letters and digits: no backslash, brace or script that was not typed."""
_TYPED = lazily(r"\\(?:(hat|tilde|bar|dot|ddot)\{([^\W\d_])\}|([\"^~`'])\{?([^\W\d_])\}?)")
_MARKS = MappingProxyType(
    {name: mark for mark, name in COMBINING.items()}
    | dict(zip("\"^~`'", "\u0308\u0302\u0303\u0300\u0301", strict=True))
)
"""The mark that each accent puts over a letter, also those of LaTeX's text."""


def with_accents(words: str) -> str:
    r"""Words in which accents were told apart from their letters, as they are written.

    >>> with_accents(r"f\ddot{u}r "), with_accents(r'f\"ur alle'), with_accents(r"si, d\'{e}j\`a")
    ('für ', 'für alle', 'si, déjà')
    """
    if "\\" not in words:
        return words
    return _TYPED.sub(lambda m: unicodedata.normalize("NFC", (m[2] or m[4]) + _MARKS[m[1] or m[3]]), words)


def _control(source: Source) -> None:
    for at, c in enumerate(source.text):
        if c in _DIRECTION:
            cause = f"a mark that changes the direction of writing (U+{ord(c):04X}) stands inside mathematics"
            raise ReadError(
                cause, source.place((at, at + 1)), "delete the mark: it is invisible and reorders what is seen"
            )
        if (unicodedata.category(c) == "Cc" and c not in "\n\t\r") or c == "\ufffd":
            cause = f"a character that is no text (U+{ord(c):04X}) stands inside mathematics"
            raise ReadError(cause, source.place((at, at + 1)), "delete it, or save the file as UTF-8")


def is_capital(word: str, beside: str) -> bool:
    """Is it one capital of the Latin alphabet with a mark, the Turkish `Ç`, and no part of a word?

    >>> is_capital("Ç", "_"), is_capital("Ç", "A"), is_capital("ç", ""), is_capital("Ø", "")  # the empty set
    (True, False, False, False)
    """
    name = unicodedata.name(word, "") if len(word) == 1 and word != "Ø" else ""
    return name.startswith("LATIN CAPITAL LETTER ") and " WITH " in name and not any(map(str.isalpha, beside))
