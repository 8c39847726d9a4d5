r"""Entries at multiples behind a bracketed name, `(y_j)_{2v+m,2w+n}` beside `(y_j)_{rs}`, and products of such maps."""

from __future__ import annotations

from .judging import each_verdict, verdict

FRONT = (
    '+++\nobjective = "L"\nfunctions = ["g"]\n[ranges]\n"a" = "1..A"\n"b" = "1..B"\n"u" = "0..2U-1"\n"p" = "0..U-1"\n'
)
BOTH = FRONT + '"v" = "0..2V-1"\n"q" = "0..V-1"\n+++\n'
MAPS = (
    BOTH + r"$$(h_b)_{uv} = \sum_{a=1}^A \sum_{m=0}^{K-1} \sum_{n=0}^{K-1} (x_a)_{u+m,v+n} (w_{ab})_{mn} + c_b$$",
    r"$$(y_b)_{uv} = g\bigl((h_b)_{uv}\bigr)$$",
    r"$$(s_b)_{pq} = \sum_{m=0}^{1} \sum_{n=0}^{1} (y_b)_{2p+m,2q+n}$$",
    r"$$L = \frac12 \sum_{b=1}^B \sum_{p=0}^{U-1} \sum_{q=0}^{V-1} \bigl((s_b)_{pq} - (t_b)_{pq}\bigr)^2$$",
    r"$$(e_b)_{pq} = \frac{\partial L}{\partial (s_b)_{pq}}$$",
)
WHERE = r"$$ ( $m = 0, 1$, $n = 0, 1$ )"


def test_maps_that_are_added_up_by_two() -> None:
    back = r"$$\frac{\partial L}{\partial (h_b)_{2p+m,2q+n}} = (e_b)_{pq} g'\bigl((h_b)_{2p+m,2q+n}\bigr)" + WHERE
    weight = (
        r"$$\frac{\partial L}{\partial (w_{ab})_{mn}} = \sum_{u,v} \frac{\partial L}{\partial (h_b)_{uv}}"
        r" (x_a)_{u+m,v+n}$$"
    )
    lines = [
        back,
        back.replace("(e_b)_{pq}", r"\frac14 (e_b)_{pq}"),
        back.replace(r"g'\bigl((h_b)_{2p+m,2q+n}", r"g'\bigl((h_b)_{2p,2q}"),
        weight,
        weight.replace("{u+m,v+n}", "{u-m,v-n}"),
        weight.replace("{u+m,v+n}", "{uv}"),
        r"$$\frac{\partial L}{\partial c_b} = \sum_{u,v} \frac{\partial L}{\partial (h_b)_{uv}}$$",
    ]
    expected = ["right", "wrong", "wrong", "right", "wrong", "wrong", "right"]
    assert each_verdict(*MAPS, lines=lines) == expected


def test_multiples_alone_and_by_a_letter() -> None:
    page = (
        FRONT + "+++\n" + r"$$(d_b)_p = \sum_{m=0}^{s-1} (y_b)_{sp+m}$$",
        r"$$L = \sum_{b=1}^B \sum_{p=0}^{U-1} (d_b)_p^2$$",
    )
    line = r"$$\frac{\partial L}{\partial (y_b)_{sp+m}} = 2 (d_b)_p$$ ( $m = 0, \dots, s-1$ )"
    assert [verdict(*page, x) for x in (line, line.replace("2 (", "(", 1))] == ["right", "wrong"]
    first = r"$$\frac{\partial L}{\partial (y_b)_{2p,2q}} = (e_b)_{pq}$$"
    assert each_verdict(*MAPS, lines=[first, first.replace("(e_b)_{pq}", "(e_b)_{2p,2q}")]) == ["right", "wrong"]


def test_a_map_before_another_one_is_no_function() -> None:
    page = (
        FRONT + "+++\n" + r"$$(h_b)_p = \sum_{a=1}^A \sum_{m=0}^{K-1} (x_a)_{p+m} (w_{ab})_m + c_b$$",
        r"$$L = \sum_{b=1}^B \sum_{p=0}^{U-1} (h_b)_p^2$$",
    )
    line = r"$$\frac{\partial L}{\partial c_b} = 2 \sum_p (h_b)_p$$"
    assert each_verdict(*page, lines=[line, line.replace("2 ", "")]) == ["right", "wrong"]


def test_letters_below_a_name_that_run_over_nothing_are_labels() -> None:
    page = (
        '+++\nobjective = "L"\n+++\n' + r"$$z_k = \sum_{i=1}^n (W_x)_{k,2i} x_i + \sum_{i=1}^n (W_h)_{k,i} h_i$$",
        r"$$L = \sum_{k=1}^m z_k^2$$",
    )
    line = r"$$\frac{\partial L}{\partial (W_x)_{k,2i}} = 2 z_k x_i$$"
    assert each_verdict(*page, lines=[line, line.replace("x_i", "h_i")]) == ["right", "wrong"]
