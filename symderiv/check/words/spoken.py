r"""What a page says in words: of its displays only what is set as text."""

from __future__ import annotations

import re
from functools import lru_cache

SHOWN = re.compile(r"\$\$[^$]*\$\$")
TEXT = re.compile(r"\\(?:text|mbox|textrm|textit|mathrm|intertext)\s*\{([^{}]*)\}")


@lru_cache(maxsize=64)
def spoken(page: str) -> str:
    r"""A page without the formulas between double dollars, most of it: they hold no words but those set as such.

    >>> spoken("We get\n$$ a = b \\text{ if tied} $$\nfor $j$.")
    'We get\n$$  if tied $$\nfor $j$.'
    """
    return SHOWN.sub(lambda m: f"$$ {' '.join(TEXT.findall(m[0]))} $$", page)
