r"""What the inverse and the determinant of a matrix are called that stands on the page, too: names like any other."""

from __future__ import annotations

BEHIND_INVERSE, BEFORE_DETERMINED = "^{-1})", r"(\det "


def inverse_of(base: str) -> str:
    r"""The name of the inverse of a matrix that stands on the page itself.

    >>> print(inverse_of("W"), determinant_of("W"), inverted("(W^{-1})"), inverted(r"(\det \Sigma)"), inverted("W"))
    (W^{-1}) (\det W) W \Sigma None
    """
    return f"({base}{BEHIND_INVERSE}"


def determinant_of(base: str) -> str:
    """The name of the determinant of such a matrix."""
    return f"{BEFORE_DETERMINED}{base})"


def inverted(name: str) -> str | None:
    """The matrix of which a name is the inverse or the determinant; None for any other."""
    if name.startswith(BEFORE_DETERMINED) and name.endswith(")"):
        return name[len(BEFORE_DETERMINED) : -1]
    return name[1 : -len(BEHIND_INVERSE)] if name.startswith("(") and name.endswith(BEHIND_INVERSE) else None


def value_of(name: str) -> str:
    """The name of what has the value of another name: it looks the same, and no page can hold it."""
    return f"{{{name}}}"
