r"""What a page says in words: of its displays only what is set as text."""

from __future__ import annotations

from functools import lru_cache

from ...pattern import lazily

SHOWN = lazily(r"\$\$[^$]*\$\$")
TEXT = lazily(r"\\(?:text|mbox|textrm|textit|mathrm|intertext)\s*\{([^{}]*)\}")


@lru_cache(maxsize=64)
def spoken(page: str) -> str:
    r"""A page without the formulas between double dollars, most of it: they hold no words but those set as such.

    >>> spoken("We get\n$$ a = b \\text{ if tied} $$\nfor $j$.")
    'We get\n$$  if tied $$\nfor $j$.'
    """
    return SHOWN.sub(lambda m: f"$$ {' '.join(TEXT.findall(m[0]))} $$", page)
