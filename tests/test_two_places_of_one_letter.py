r"""Names that carry one letter twice, `a_{t|t-1}` and `a_{t|t}`: `a_{0|0} = 0` is no entry of the first."""

from __future__ import annotations

import pytest
from judging import each_verdict

FILTER = r"""+++
[ranges]
"t" = "1..T"
+++

# Network

$$ a_{0|0} = START $$

$$ a_{t|t-1} = \phi\, a_{t-1|t-1} $$

$$ v_t = y_t - h\, a_{t|t-1} $$

$$ a_{t|t} = a_{t|t-1} + K_t v_t $$

$$ \ell = \sum_{t=1}^{T} v_t^2 $$

# Derivation"""
LINES = (
    r"$$ \frac{\partial v_t}{\partial \phi} = -h\, \frac{\partial a_{t|t-1}}{\partial \phi} $$ ( $t = 1, \dots, T$ )",
    r"$$ \frac{\partial v_t}{\partial \phi} = -h\, a_{t-1|t-1} $$ ( $t = 1, \dots, T$ )",
    r"$$ \frac{\partial a_{t|t-1}}{\partial \phi} = a_{t-1|t-1} + \phi\, \frac{\partial a_{t-1|t-1}}{\partial \phi} $$",
    r"$$ \frac{\partial a_{t|t}}{\partial \phi} = (1 - K_t h) \frac{\partial a_{t|t-1}}{\partial \phi} $$",
    r"$$ \frac{\partial a_{t|t}}{\partial \phi} = K_t h \frac{\partial a_{t|t-1}}{\partial \phi} $$",
    r"$$ \frac{\partial \ell}{\partial \phi} = -2 h \sum_{t=1}^T v_t \frac{\partial a_{t|t-1}}{\partial \phi} $$",
    r"$$ \frac{\partial \ell}{\partial \phi} = -2 h \sum_{t=1}^T v_t a_{t-1|t-1} $$",
)


@pytest.mark.parametrize("start", ["0", "m", r"2 \phi"])
@pytest.mark.parametrize("bar", ["|", ","])
def test_where_a_filter_begins_is_a_definition(start: str, bar: str) -> None:
    page, lines = FILTER.replace("START", start).replace("|", bar), [x.replace("|", bar) for x in LINES]
    assert each_verdict(page, lines=lines) == ["right", "wrong", "right", "right", "wrong", "right", "wrong"]


def test_a_start_among_the_others_is_none() -> None:
    page = FILTER.replace("START", "0").replace(r'"t" = "1..T"', r'"t" = "0..T"')
    assert "right" not in each_verdict(page, lines=(LINES[1], LINES[4], LINES[6]))
