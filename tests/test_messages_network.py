r"""Every error of a network that does not hold together: its class, its text, the way out. The texts are pinned."""

from __future__ import annotations

import pytest
from drafts import bare, define, draft, f, lecture, v

from symderiv.affine import affine
from symderiv.domain import ge, le
from symderiv.draft import Draft
from symderiv.errors import (
    AmbiguousName,
    CyclicDefinition,
    FreeIndex,
    NetworkError,
    OverlappingDefinitions,
    RangeClash,
    SymderivError,
    UncoveredUse,
    UnknownName,
    UnknownRange,
)
from symderiv.expr import Apply, add, mul, neg, total
from symderiv.network import complete

I, J, T, N = (affine(s) for s in "IJTN")
t_ = affine("t")
E = v("E")()
w, o, net = v("w_{#,#}"), v("o_{#}"), v("net_{#}")
x, y, h, a, b, c = (v(f"{n}_{{#}}") for n in "xyhabc")
ht, ct = v("h^{(#)}"), v("c^{(#)}")


def autoencoder(upper: object) -> Draft:
    """A layer with a bias unit and a sum that may run too far."""
    return draft(
        define(net("j"), total("i", 1, upper, mul(o("i"), w("j", "i"))), ("j", 1, "J"), line=3),  # type: ignore[arg-type]
        define(o("i"), f(x("i")), line=4),
        define(o(I + 1), 1, line=5),
        objective="E",
    )


CASES: dict[str, tuple[Draft, type[SymderivError], str]] = {
    "a sum that runs one too far": (
        autoencoder(I + 2),
        UncoveredUse,
        """`o_{I+2}` is used in the definition of `net_j`, but nothing defines it
line 3, column 1
defined: `o_i` for `1 \\le i \\le I`; `o_{I+1}`. Correct the range, or define `o_{I+2}` as well""",
    ),
    "inputs beyond the bias unit": (
        draft(
            define(net("j"), total("i", 1, I + 2, mul(o("i"), w("j", "i"))), ("j", 1, "J")),
            define(o(I + 1), 1),
            objective="E",
        ),
        UncoveredUse,
        """`o_{I+2}` is used in the definition of `net_j`, but nothing defines it
defined: `o_{I+1}`. Correct the range, or define `o_{I+2}` as well""",
    ),
    "a stated range that is too short": (
        draft(define(E, total("i", 1, I + 1, a("i"))), define(a("i"), f(x("i")), ("i", 1, "I"))),
        UncoveredUse,
        """`a_{I+1}` is used in the definition of `E`, but nothing defines it
defined: `a_i` for `1 \\le i \\le I`. Correct the range, or define `a_{I+1}` as well""",
    ),
    "a range for the whole document that is too short": (
        draft(define(E, total("k", 0, "I", a("k"))), define(a("i"), f(x("i"))), ranges=[("i", 1, "I")]),
        UncoveredUse,
        """`a_0` is used in the definition of `E`, but nothing defines it
defined: `a_i` for `1 \\le i \\le I`. Correct the range, or define `a_0` as well""",
    ),
    "a range of uncovered entries": (
        draft(define(E, total("i", 1, "K", a("i"))), define(a("i"), f(x("i")), ("i", 1, "I"))),
        UncoveredUse,
        """`a_i` (for `I + 1 \\le i \\le K`) is used in the definition of `E`, but nothing defines it
defined: `a_i` for `1 \\le i \\le I`. Correct the range, or define `a_i` as well""",
    ),
    "a step before the initial state": (
        draft(
            define(ht("t"), add(ht(t_ - 1), ht(t_ - 2)), ("t", 1, "T")),
            define(ht(0), 0),
            define(E, total("t", 1, "T", ht("t"))),
        ),
        UncoveredUse,
        """`h^{(-1)}` is used in the definition of `h^{(t)}`, but nothing defines it
defined: `h^{(t)}` for `1 \\le t \\le T`; `h^{(0)}`. Correct the range, or define `h^{(-1)}` as well""",
    ),
    "two definitions with ranges that overlap": (
        draft(
            define(a("i"), f(x("i")), ("i", 1, "I")),
            define(a("i"), f(y("i")), ("i", 2, I + 1), line=7),
            objective="E",
        ),
        OverlappingDefinitions,
        """`a_i` and `a_i` are both defined for `2 \\le i \\le I`
line 7, column 1
state for which indices each definition holds, so that no entry gets two values""",
    ),
    "a boundary inside a stated range": (
        draft(define(a("i"), f(x("i")), ("i", 0, "I")), define(a(0), 1), objective="E"),
        OverlappingDefinitions,
        """`a_i` and `a_0` are both defined for `i = 0`
state for which indices each definition holds, so that no entry gets two values""",
    ),
    "two general definitions": (
        draft(define(E, total("i", 1, "I", a("i"))), define(a("i"), f(x("i"))), define(a("j"), f(y("j")))),
        OverlappingDefinitions,
        """`a_i` and `a_j` are both defined for `1 \\le i \\le I`
state for which indices each definition holds, so that no entry gets two values""",
    ),
    "an entry that uses itself": (
        draft(define(a("i"), add(a("i"), x("i")), ("i", 1, "I"), line=2), objective="E"),
        CyclicDefinition,
        """`a_i` depends on itself: a_i -> a_i
line 2, column 1
a recurrence must use an earlier or a later step, as `h_t` uses `h_{t-1}`""",
    ),
    "a sum that contains its own result": (
        draft(define(a("i"), total("j", 1, "I", mul(w("i", "j"), a("j"))), ("i", 1, "I")), objective="E"),
        CyclicDefinition,
        """`a_i` depends on itself: a_i -> a_j
a recurrence must use an earlier or a later step, as `h_t` uses `h_{t-1}`""",
    ),
    "two nodes that use each other": (
        draft(define(a("i"), f(b("i")), ("i", 1, "I")), define(b("i"), f(a("i")), ("i", 1, "I")), objective="E"),
        CyclicDefinition,
        """`a_i` depends on itself: a_i -> b_i -> a_i
a recurrence must use an earlier or a later step, as `h_t` uses `h_{t-1}`""",
    ),
    "scalars that use each other": (
        draft(define(v("p")(), f(v("q")())), define(v("q")(), f(v("p")())), objective="E"),
        CyclicDefinition,
        """`p` depends on itself: p -> q -> p
a recurrence must use an earlier or a later step, as `h_t` uses `h_{t-1}`""",
    ),
    "a state that uses the next one, which uses it": (
        draft(
            define(ht("t"), ct(t_ + 1), ("t", 1, "T")),
            define(ct("t"), f(ht(t_ - 1)), ("t", 1, "T")),
            objective="E",
        ),
        CyclicDefinition,
        """`h^{(t)}` depends on itself: h^{(t)} -> c^{(t+1)} -> h^{(t)}
a recurrence must use an earlier or a later step, as `h_t` uses `h_{t-1}`""",
    ),
    "a mirror": (
        draft(define(a("i"), f(a(N - affine("i") + 1)), ("i", 1, "N")), objective="E"),
        CyclicDefinition,
        """`a_i` depends on itself: a_i -> a_{N-i+1}
a recurrence must use an earlier or a later step, as `h_t` uses `h_{t-1}`""",
    ),
    "one letter with two ranges in the document": (
        draft(define(E, total("i", 1, "I", x("i"))), ranges=[("k", 1, "I"), ("k", 1, "J")]),
        RangeClash,
        """`k` is given two ranges, `1 \\le k \\le I` and `1 \\le k \\le J`
give one of them another letter, or state each range beside the definition that it belongs to""",
    ),
    "one letter with two ranges beside a definition": (
        draft(define(a("i"), f(x("i")), ("i", 1, "I"), ("i", 1, "J"), line=9), objective="E"),
        RangeClash,
        """`i` is given two ranges, `1 \\le i \\le I` and `1 \\le i \\le J`
line 9, column 1
give one of them another letter, or state each range beside the definition that it belongs to""",
    ),
    "a sum whose letter fills two positions that differ": (
        draft(
            define(E, bare("i", mul(a("i"), b("i"))), line=4),
            define(a("i"), f(x("i")), ("i", 1, "I")),
            define(b("i"), f(y("i")), ("i", 1, "J")),
        ),
        RangeClash,
        """`i` runs over `1 \\le i \\le I` in `a_i`, but over `1 \\le i \\le J` in `b_i`
line 4, column 1
write the bounds of the sum, or the range beside the definition: `\\quad (1 \\le i \\le I)`""",
    ),
    "a size that is also summed over": (
        draft(define(E, total("n", 1, "N", x("n"))), define(y(1), total("i", 1, "n", x("i")))),
        FreeIndex,
        """`n` stands free on the right side of `y_1`, but is an index elsewhere
sum over it (`\\sum_{n}`), put it on the left side (`y_n`), or declare it a fixed number: `sizes = ["n"]`""",
    ),
    "a declared size that is summed over": (
        Draft(
            (define(E, total("n", 1, "N", x("n")), line=1),), sizes=frozenset({n for n in [affine("n").letter] if n})
        ),
        RangeClash,
        """`n` is an index and a size
line 1, column 1
give the index or the size another letter than `n`""",
    ),
    "an index that nothing binds": (
        draft(define(E, mul(a("k"), a("k"))), define(a("k"), f(x("k")), ("k", 1, "K"))),
        FreeIndex,
        """`k` stands free on the right side of `E`, but is an index elsewhere
sum over it (`\\sum_{k}`), put it on the left side (`E_k`), or declare it a fixed number: `sizes = ["k"]`""",
    ),
    "a last node without a range": (
        draft(define(y("j"), total("i", 1, "I", mul(w("j", "i"), x("i"))), line=6), objective="E"),
        UnknownRange,
        """the range of `j` in the definition of `y_j` is neither stated nor seen from use
line 6, column 1
write it beside the definition: `\\quad (1 \\le j \\le J)`""",
    ),
    "a sum of which nothing is known": (
        draft(define(E, bare("i", mul(x("i"), y("i"))))),
        UnknownRange,
        """the sum over `i` in the definition of `E` states no bounds, and none are seen from use
write them: `\\sum_{i=1}^{I}`""",
    ),
    "a backward recurrence without an end": (
        draft(define(ht("t"), f(ht(t_ + 1))), define(E, f(ht(1)))),
        UnknownRange,
        """where the recurrence of `h^{(t)}` starts is not stated
write the range beside its definition: `\\quad (1 \\le t \\le T)`""",
    ),
    "a left side without an inverse": (
        draft(define(a(affine("i") + "k"), f(x("i")), ("i", 1, "I"), ("k", 1, "I")), objective="E"),
        NetworkError,
        """`a_{i+k}` cannot be defined: `i+k` does not give back its letters
let each index on a left side be a letter of its own, a letter plus a number, or a constant""",
    ),
    "a parameter that does not exist": (
        draft(define(E, total("i", 1, "I", x("i"))), wrt=(v("X_{#}")("i"),)),
        UnknownName,
        """`wrt` names `X_i`, which the network does not have
there are: E, x""",
    ),
    "a near miss": (
        draft(define(E, total("i", 1, "I", v("theta_{#}")("i"))), wrt=(v("thet_{#}")("i"),)),
        UnknownName,
        """`wrt` names `thet_i`, which the network does not have
did you mean `theta`?""",
    ),
    "the wrong number of indices": (
        draft(define(E, total("i", 1, "I", x("i"))), data=(v("x_{#,#}")("i", "j"),)),
        UnknownName,
        """`data` names `x_{i,j}`, which the network does not have
`x` has 1 indices there, not 2""",
    ),
    "a function with one and with two arguments": (
        draft(define(E, add(Apply("f", (v("p")(),)), Apply("f", (v("p")(), v("q")()))), line=1)),
        NetworkError,
        """the function `f` is used with 1 and with 2 arguments
line 1, column 1
give one of the two another name""",
    ),
    "a label that could be an index": (
        draft(define(ht("t"), f(ht(t_ - 1)), ("t", 1, "T")), define(E, f(v("h^{(T)}")()), line=2)),
        AmbiguousName,
        """`h^{(T)}` is a name of its own, or an entry of `h`
line 2, column 1
if `T` is a fixed index, say so: `sizes = ["T"]`; else rename one of the two""",
    ),
    "sizes that cannot be": (
        draft(define(E, total("i", 1, "N", x("i"))), relations=(le("N", 0), ge("N", -2))),
        NetworkError,
        """no sizes satisfy what is stated of them
look again at: -2 \\le N \\le 0""",
    ),
    "nothing for a generic objective to depend on": (
        draft(define(a("i"), x("i"), ("i", 1, "I")), objective="E"),
        NetworkError,
        """every node is used by another one, so that the objective would depend on nothing
define the objective, or the nodes that it is a function of""",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_message(name: str) -> None:
    broken, kind, text = CASES[name]
    with pytest.raises(SymderivError) as caught:
        complete(broken)
    assert type(caught.value) is kind
    assert str(caught.value) == text


def test_every_error_says_the_way_out() -> None:
    for broken, _, _ in CASES.values():
        with pytest.raises(SymderivError) as caught:
            complete(broken)
        assert caught.value.hint


def test_the_lecture_without_its_bias_unit() -> None:
    """Forget `o_{I+1} = 1` and the tied weights say that something is missing."""
    whole = lecture()
    kept = tuple(d for d in whole.definitions if str(d.left.indices) != "(I + 1,)")
    assert len(kept) == len(whole.definitions) - 1
    with pytest.raises(
        UncoveredUse, match=r"`w_\{I\+1,j\}\^\{\(1\)\}`.*is used in the definition of `net_i\^\{\(2\)\}`"
    ):
        complete(Draft(kept, objective=whole.objective))


def test_what_is_right_raises_nothing() -> None:
    """The checks can be passed: the first network with its sum put right."""
    assert len(complete(autoencoder(I + 1)).pieces) == 5
    assert neg(E) != E
