"""Whatever is typed, one report comes out, and nothing that the numbers contradict is called right."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from symderiv.check.options import Options
from symderiv.check.page import check
from symderiv.check.workers.files import Job, judge
from symderiv.load import load
from symderiv.step import Judgement

NET = load(str(Path(__file__).resolve().parent / "pages" / "networks" / "two_layers.md"))
VERDICTS = {"right", "wrong", "unproved", "unreadable", "empty"}
BRIEF = Options(seconds=2.0)
QUIET = {"deadline": None, "database": None, "suppress_health_check": list(HealthCheck)}

ATOMS = st.sampled_from(
    ["x_j", "y_i", "t_i", "w_{ij}", "a_i", "f(a_i)", "f'(a_i)", "2", r"\frac12", r"\delta_{ik}", "b_i", "E", r"\eta"]
) | st.sampled_from([r"\frac{\partial E}{\partial w_{ij}}", r"\frac{\partial a_i}{\partial w_{kj}}", "x_{j+1}", "y_k"])


def _joined(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.tuples(parts, st.sampled_from([" + ", " - ", " ", r" \cdot "]), parts).map("".join),
        parts.map(lambda e: f"({e})"),
        st.tuples(st.sampled_from("ijk"), parts).map(lambda p: rf"\sum_{{{p[0]}}} {p[1]}"),
        st.tuples(parts, parts).map(lambda p: rf"\frac{{{p[0]}}}{{{p[1]}}}"),
        parts.map(lambda e: f"({e})^2"),
    )


EXPRESSIONS = st.recursive(ATOMS, _joined, max_leaves=5)
SCRAPS = st.lists(
    st.sampled_from(
        ["$$", "$", "{", "}", "(", ")", "&", r"\\", "_", "^", "=", r"\frac", r"\sum", r"\partial", r"\begin{align}"]
    )
    | st.sampled_from(
        [
            r"\end{align}",
            "~~",
            r"\cancel{",
            r"\text{",
            "+++\n",
            "E",
            "w_{ij}",
            "\n\n",
            "のとき",
            "，",
            "%",
            r"\input{a}",
        ]
    )
    | st.text(max_size=3),
    max_size=30,
).map("".join)


@seed(1)
@settings(max_examples=60, **QUIET)  # type: ignore[arg-type]
@given(st.binary(max_size=200) | SCRAPS.map(lambda s: s.encode("utf-8", "surrogatepass")))
def test_any_bytes_give_one_report(tmp_path_factory: object, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.md"  # type: ignore[attr-defined]
    path.write_bytes(data)
    report = judge(Job(str(path), None, BRIEF))
    found = json.loads(json.dumps(report.data()))
    assert found["file"] == str(path)
    assert found["verdict"] in VERDICTS
    assert report.exit_status in (0, 1, 2, 3)


@seed(2)
@settings(max_examples=60, **QUIET)  # type: ignore[arg-type]
@given(EXPRESSIONS)
def test_an_expression_is_itself_and_not_itself_plus_one(e: str) -> None:
    """`e = e` may be right, and `e = e + 1` never is."""
    (same,) = check(f"$$ 0 + {e} = {e} $$", network=NET, options=BRIEF).claims
    (other,) = check(f"$$ {e} = {e} + 1 $$", network=NET, options=BRIEF).claims
    assert other.judgement is not Judgement.RIGHT
    if same.judgement is Judgement.RIGHT:
        assert other.judgement in (Judgement.WRONG, Judgement.UNPROVED)
