"""Pages whose arrays have four indices are judged in the room that a worker has, and short memory loses no line."""

from __future__ import annotations

import pytest
from judging import verdict

from symderiv import check
from symderiv.check import judge, lines

NORM = r"""
$$ \mu_{nc} = \frac{1}{HW} \sum_{h=1}^{H} \sum_{w=1}^{W} x_{nchw} $$

$$ s_{nc} = \frac{1}{HW} \sum_{h=1}^{H} \sum_{w=1}^{W} (x_{nchw} - \mu_{nc})^2 $$

$$ v_{nchw} = \frac{x_{nchw} - \mu_{nc}}{\sqrt{s_{nc} + \epsilon}} $$

$$ L = \sum_{n=1}^{N} \sum_{c=1}^{C} \sum_{h=1}^{H} \sum_{w=1}^{W} k_{nchw} \gamma_c v_{nchw}^2 $$

"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial L}{\partial \gamma_c} = \sum_{n=1}^N \sum_{h=1}^H \sum_{w=1}^W k_{nchw} v_{nchw}^2", "right"),
        (r"\frac{\partial L}{\partial \gamma_c} = \sum_{h=1}^H \sum_{w=1}^W k_{nchw} v_{nchw}^2", "wrong"),
        (r"\frac{\partial s_{nc}}{\partial x_{nchw}} = \frac{2}{HW} (x_{nchw} - \mu_{nc})", "right"),
        (r"\frac{\partial s_{nc}}{\partial x_{nchw}} = \frac{2}{H} (x_{nchw} - \mu_{nc})", "wrong"),
        (r"\frac{\partial s_{nc}}{\partial x_{nchw}} = 2 (x_{nchw} - \mu_{nc})", "wrong"),
    ],
)
def test_four_indices(line: str, expected: str) -> None:
    assert verdict(f"{NORM}$$ {line} $$") == expected


SLOPE = r"\frac{\partial E}{\partial w_i}"
PAGE = rf"$$E = \sum_{{i=1}}^{{N}} w_i^2$$ $${SLOPE} = 2 w_i$$ $${SLOPE} = w_i$$"


def test_a_line_without_room_is_open_and_others_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    plain, tried = judge._judged, []

    def short(q: judge.Question) -> object:
        tried.append(q)
        if len(tried) in (1, 2):
            raise MemoryError
        return plain(q)

    judge.JUDGED.forget()
    judge.AGREED.forget()
    monkeypatch.setattr(judge, "_judged", short)
    found = [c.links[0] for c in check(PAGE.replace("E", "F")).claims]
    assert [str(x.judgement) for x in found] == ["unproved", "wrong"]
    assert found[0].detail == judge.NO_ROOM


def test_a_reason_without_room_leaves_the_verdict(monkeypatch: pytest.MonkeyPatch) -> None:
    def short(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(lines, "diagnose", short)
    assert [str(c.links[0].judgement) for c in check(PAGE).claims] == ["right", "wrong"]
