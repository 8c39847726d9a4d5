r"""Mathematics in notes, words, tags, braces, tables: a claim there is judged as on a line of its own."""

from __future__ import annotations

import pytest

from symderiv.check.page import check

NETWORK = r"""$$a_k = \sum_{i=1}^{I} v_{ki} x_i \quad (k = 1, \dots, K)$$

$$o_k = g(a_k)$$

$$E = \frac12 \sum_{k=1}^{K} (o_k - t_k)^2$$

"""
LEFT, VALUE = r"\frac{\partial E}{\partial a_k}", "g'(a_k)"
CLAIM = rf"{LEFT} = (o_k - t_k) {VALUE}"

PLACES = {
    "over the sign": rf"$${LEFT} \overset{{o_k = @ g(a_k)}}{{=}} (o_k - t_k) {VALUE}$$",
    "stacked on the sign": rf"$${LEFT} \stackrel{{o_k = @ g(a_k)}}{{=}} (o_k - t_k) {VALUE}$$",
    "in a tag": rf"$${CLAIM} \tag{{$o_k = @ g(a_k)$}}$$",
    "in words": rf"$${CLAIM} \text{{ since $o_k = @ g(a_k)$}}$$",
    "in a box": rf"$${CLAIM} \quad \mbox{{because $o_k = @ g(a_k)$}}$$",
    "between rows": rf"$$\begin{{aligned}} {LEFT} &= (o_k - t_k) {VALUE} \text{{ with $o_k = @ g(a_k)$}} \\ "
    rf"&= o_k {VALUE} - t_k {VALUE} \end{{aligned}}$$",
    "under a brace": rf"$${LEFT} = \underbrace{{(o_k - t_k)}}_{{@ \partial E/\partial o_k}} {VALUE}$$",
    "under a brace, with a sign": rf"$${LEFT} = \underbrace{{(o_k - t_k)}}_{{= @ \partial E/\partial o_k}} {VALUE}$$",
    "over a brace": rf"$${LEFT} = \overbrace{{(o_k - t_k)}}^{{@ \partial E/\partial o_k}} {VALUE}$$",
    "two under a brace": rf"$${LEFT} = \underbrace{{(o_k - t_k)}}_{{@ \partial E/\partial o_k = o_k - t_k}} {VALUE}$$",
    "in words under a brace": rf"$${LEFT} = \underbrace{{(o_k - t_k)}}_{{\text{{$o_k = @ g(a_k)$}}}} {VALUE}$$",
    "in a footnote": f"$${CLAIM}$$[^1]\n\n[^1]: $o_k = @ g(a_k)$\n",
    "in a table": f"| what |\n|---|\n| ${CLAIM}$ |\n| $o_k = @ g(a_k)$ |\n",
    "in a list": f"- ${CLAIM}$\n- $o_k = @ g(a_k)$\n",
    "in a heading": f"## $o_k = @ g(a_k)$\n\n$${CLAIM}$$\n",
}


@pytest.mark.parametrize("place", PLACES)
def test_a_claim_anywhere_is_judged(place: str) -> None:
    page = NETWORK + PLACES[place]
    right, wrong = check(page.replace("@", "")), check(page.replace("@", "3"))
    assert right.verdict == "right", [(c.latex, [link.detail for link in c.links]) for c in right.claims]
    assert wrong.verdict == "wrong"


NOTES = [
    rf"$${LEFT} \overset{{(1)}}{{=}} (o_k - t_k) {VALUE}$$",
    rf"$${LEFT} \overset{{\text{{chain rule}}}}{{=}} (o_k - t_k) {VALUE}$$",
    rf"$${CLAIM} \tag{{3.1}} \label{{eq:a=b}}$$",
    rf"$${CLAIM} \text{{ (see $o_k$)}}$$",
    rf"$${LEFT} = \underbrace{{(o_k - t_k)}}_{{(1)}} \underbrace{{{VALUE}}}_{{\text{{slope}}}}$$",
    rf"$${LEFT} = \underbrace{{(o_k - t_k)}}_{{1 \times 1}} {VALUE}$$",
]


@pytest.mark.parametrize("typed", NOTES)
def test_a_note_is_no_claim(typed: str) -> None:
    report = check(NETWORK + typed)
    assert report.verdict == "right"
    assert [len(c.links) for c in report.claims] == [1]


def test_a_question_mark_on_the_sign_asks() -> None:
    assert check(NETWORK + rf"$${LEFT} \overset{{?}}{{=}} (o_k - t_k) {VALUE}$$").verdict == "unproved"
    assert check(NETWORK + rf"$${LEFT} \overset{{?}}{{=}} (o_k + t_k) {VALUE}$$").verdict == "wrong"


HIDDEN = [
    rf"The derivative ${LEFT}$ equals $(o_k - t_k) {VALUE}$.",
    rf"Then ${LEFT}$ is given by $3$.",
    rf"$${CLAIM} \text{{ since o = 3 g(a)}}$$",
    rf"$${LEFT} \xrightarrow{{g = 1}} (o_k - t_k)$$",
    rf"$${CLAIM} \footnote{{where $o_k = 3$}}$$",
    rf"$${LEFT} = \underbrace{{(o_k - t_k)}}_{{\ge 0}} {VALUE}$$",
]


@pytest.mark.parametrize("typed", HIDDEN)
def test_what_is_not_read_there_is_reported(typed: str) -> None:
    assert check(NETWORK + typed).verdict == "unreadable"


def test_a_claim_in_words_has_the_line_on_which_it_stands() -> None:
    page = NETWORK + f"$$\n{CLAIM}\n\\text{{ as $o_k = 3 g(a_k)$}}\n$$\n"
    report = check(page)
    assert [(c.line, c.latex, str(c.judgement)) for c in report.claims][-1] == (9, "o_k = 3 g(a_k)", "wrong")
