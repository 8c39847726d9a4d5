"""Patterns that are compiled when they are first used."""

import pkgutil
import re
from importlib import import_module
from pathlib import Path

import pytest

import symderiv
from symderiv.pattern import _Lazy, is_by, lazily

MODULES = sorted(m.name for m in pkgutil.walk_packages(symderiv.__path__, "symderiv.") if "__main__" not in m.name)


def test_a_lazy_pattern_does_what_a_compiled_one_does() -> None:
    lazy, compiled = lazily(r"(?P<word>[a-z]+)\d", re.I), re.compile(r"(?P<word>[a-z]+)\d", re.I)
    text = "a1 B2 c"
    assert lazy.findall(text) == compiled.findall(text)
    assert [m["word"] for m in lazy.finditer(text)] == ["a", "B"]
    assert (lazy.sub("-", text), lazy.subn("-", text)) == (compiled.sub("-", text), compiled.subn("-", text))
    assert (lazy.split(text), lazy.pattern, lazy.flags) == (compiled.split(text), compiled.pattern, compiled.flags)
    for method in ("search", "match", "fullmatch"):
        one, other = getattr(lazy, method)("a1"), getattr(compiled, method)("a1")
        assert one is not None
        assert one.span() == other.span()
    assert lazily("x").fullmatch("y") is None


def test_a_wrong_pattern_is_refused_when_it_is_used() -> None:
    wrong = lazily("(")
    with pytest.raises(re.error):
        wrong.search("")
    with pytest.raises(AttributeError):
        _ = wrong.other  # type: ignore[attr-defined]


def test_every_pattern_of_the_package_compiles() -> None:
    found = [x for name in MODULES for x in vars(import_module(name)).values() if isinstance(x, _Lazy)]
    assert len(found) > 1000
    for x in found:
        assert x.flags is not None


def test_what_a_lazy_pattern_finds_is_told_from_what_others_find() -> None:
    one, other = lazily("[a-z]"), lazily("[a-y]")
    found = one.match("b")
    assert found is not None
    assert (is_by(found, one), is_by(found, other)) == (True, False)


def test_no_module_asks_whether_a_match_has_the_very_pattern() -> None:
    asking = re.compile(r"\.re (?:is|==|in)\b")
    sources = [p for p in Path(symderiv.__file__).parent.rglob("*.py") if asking.search(p.read_text(encoding="utf-8"))]
    assert asking.search("found.re is BEHIND")
    assert not sources
