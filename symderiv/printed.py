"""The printed derivations of the catalogue: `python -m symderiv.printed FOLDER` writes them, a test compares them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from . import catalogue
from .derive import derive
from .load import goals, load
from .render import markdown


def printed() -> Iterator[tuple[str, str]]:
    """File name and Markdown of every page's derivations, in both languages."""
    for name in catalogue.names():
        system = load(name)
        found = [derive(system, goal) for goal in goals(system)]
        for lang in ("en", "ja"):
            yield f"{name}.{lang}.md", "\n".join(markdown.render(d, lang) for d in found)


def main() -> None:
    """Write them all into the folder that is named."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    wanted = dict(printed())
    for old in folder.glob("*.md"):
        if old.name not in wanted:
            old.unlink()
    for name, text in wanted.items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
