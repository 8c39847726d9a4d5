"""The catalogue: the literate pages of networks that come with the program."""

from __future__ import annotations

import difflib
from pathlib import Path

from .errors import UnknownName

_HERE = Path(__file__).resolve().parent


def folder() -> Path:
    """Where the pages lie: inside the installed package, or beside it in a checkout.

    >>> (folder() / "tied_autoencoder.md").is_file()
    True
    """
    installed = _HERE / "catalogue"
    return installed if installed.is_dir() else _HERE.parent / "derivations"


def names() -> tuple[str, ...]:
    """The names of all pages, sorted.

    >>> "tied_autoencoder" in names()
    True
    """
    return tuple(sorted(p.stem for p in folder().glob("*.md")))


def page(name: str) -> Path:
    """The page of that name.

    Raises `UnknownName`, with the nearest names, if there is none.
    """
    if name in names():
        return folder() / f"{name}.md"
    near = difflib.get_close_matches(name, names(), n=2, cutoff=0.5)
    known = (
        "did you mean " + " or ".join(f"`{n}`" for n in near) + "?" if near else "`symderiv list` shows what there is"
    )
    raise UnknownName(f"no file and no page of the catalogue is called `{name}`", hint=known)


def locate(file_or_name: str) -> Path:
    """A file as it is named, else the page of the catalogue of that name.

    Raises `UnknownName` for a folder, and if there is neither.
    """
    path = Path(file_or_name)
    if file_or_name and path.is_dir():
        pages = sorted(p.name for p in path.glob("*.md"))
        hint = f"name a page in it, for example `{path / pages[0]}`" if pages else "name a page in Markdown or LaTeX"
        raise UnknownName(f"`{file_or_name}` is a folder, not a page", hint=hint)
    return path if path.is_file() else page(file_or_name)
