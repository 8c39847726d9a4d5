"""Integer forms as they are typed: in scripts, in bounds, in conditions."""

from __future__ import annotations

from .tree import Condition, Form, form


class NotRead(Exception):
    """A formula that this reader does not know."""


def parted(group: list[str]) -> list[list[str]]:
    """Parts between commas."""
    found: list[list[str]] = [[]]
    for t in group:
        if t == ",":
            found.append([])
        else:
            found[-1].append(t)
    return found


def indices(wanted: str, typed: list[str]) -> tuple[Form, ...] | None:
    """The indices of a script that ought to look like `(2)`, `(#)` or `#,#`; None if it does not."""
    if wanted.startswith("(") and wanted.endswith(")"):
        if typed[:1] != ["("] or typed[-1:] != [")"]:
            return None
        wanted, typed = wanted[1:-1], typed[1:-1]
    holes = wanted.split(",") if wanted else []
    if not holes:
        return () if not typed else None
    groups = parted(typed)
    if len(groups) == 1 and len(holes) > 1:
        groups = [[x] for x in groups[0]]
    if len(groups) != len(holes):
        return None
    found = []
    for hole, group in zip(holes, groups, strict=True):
        if hole == "#":
            try:
                found.append(integer(group))
            except NotRead:
                return None
        elif "".join(group) != hole:
            return None
    return tuple(found)


def integer(group: list[str]) -> Form:
    """An integer form: `2(i-1)+a`."""
    found, at = _integer(group, 0)
    if at != len(group):
        raise NotRead("left over in an index")
    return found


def _integer(group: list[str], at: int) -> tuple[Form, int]:
    found, sign, seen = form(0), 1, False
    while at < len(group) and group[at] != ")":
        if group[at] in "+-":
            sign = -1 if group[at] == "-" else 1
            at += 1
            if at == len(group):
                raise NotRead("a sign at the end")
        elif seen:
            raise NotRead("two letters in one index")
        times = 1
        if group[at].isdigit():
            times, at = int(group[at]), at + 1
            part = form(1)
            if at < len(group) and (group[at] == "(" or group[at].isalpha()):
                part, at = _unit(group, at)
        else:
            part, at = _unit(group, at)
        found, sign, seen = found.plus(part, sign * times), 1, True
    if not seen:
        raise NotRead("an empty index")
    return found, at


def _unit(group: list[str], at: int) -> tuple[Form, int]:
    if group[at] == "(":
        found, end = _integer(group, at + 1)
        if end >= len(group):
            raise NotRead("an open parenthesis in an index")
        return found, end + 1
    if len(group[at]) == 1 and group[at].isalpha():
        return form(group[at]), at + 1
    raise NotRead(f"{group[at]} in an index")


RELATIONS = {
    "=": ("=", 1),
    r"\neq": ("!", 1),
    r"\ne": ("!", 1),
    r"\geq": (">", 1),
    r"\ge": (">", 1),
    r"\leq": (">", -1),
    r"\le": (">", -1),
}
"""Each with the relation it is and the sign of its left side."""


def conditions(group: list[str]) -> tuple[Condition, ...]:
    """Conditions, parted by commas: `k \\neq j`, `1 \\le i`."""
    found = []
    for part in parted(group):
        for n, t in enumerate(part):
            if t in RELATIONS:
                relation, sign = RELATIONS[t]
                left, right = integer(part[:n]), integer(part[n + 1 :])
                difference = left.plus(right, -1)
                found.append(Condition(relation, difference if sign > 0 else right.plus(left, -1)))
                break
        else:
            raise NotRead("no condition")
    return tuple(found)
