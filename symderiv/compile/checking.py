r"""The part of an emitted module that checks it: `example`, `check_gradient`, and what runs it as a script."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from ..affine import Affine
from ..domain import Domain, ge, holds
from .dialect import Dialect
from .lines import broken
from .program import Argument, FunctionName, Program

TANH = {
    0: "{m}.tanh",
    1: "lambda x: 1 - {m}.tanh(x) ** 2",
    2: "lambda x: -2 * {m}.tanh(x) * (1 - {m}.tanh(x) ** 2)",
}
"""What stands for an abstract function and its derivatives when nothing is handed over."""

ATTEMPTS = 2000
"""So many sizes are tried for an example."""

CHECK = '''
def example():
    """Small random arguments, for the check."""
    {sizes}
    return {{
{rows}
    }}


def check_gradient(arrays=None{functions}):
    """Compare each gradient with {how}, along a random direction.

    Prints both and returns the largest relative error. Without arrays, those of `example` are taken.
    """
    {before}arrays = arrays or example()
    arrays = {double}

    def value(arrays):
        found = value_and_grad(**arrays{passed})[0]
        return {total}

    grads = value_and_grad(**arrays{passed})[1]
    worst = 0.0
    {pairs}
    for seed, (name, key) in enumerate(parameters):
        direction = {direction}
        told = float((grads[key] * direction).sum())
        {nudge}
        error = abs(told - seen) / max({floor}, abs(told), abs(seen))
        worst = worst if error <= worst else error  # what is no number is wrong
        print(f"{{key:20}} computed {{told:+.10e}}  {seen} {{seen:+.10e}}  relative error {{error:.1e}}")
    return worst


if __name__ == "__main__":
    main = check_gradient()
    print("the gradient is right" if main < {tolerance} else "THE GRADIENT IS WRONG")
'''

COMPLEX_STEP = """nudged = {other: x.astype(complex) for other, x in arrays.items()}
        nudged[name] += 1e-30j * direction
        seen = float(value(nudged).imag) / 1e-30"""

NUMBERS = "{other: x.astype(complex) for other, x in arrays.items()}"
LOOKED = "{other: x if other in INTEGERS else x.astype(complex) for other, x in arrays.items()}"

CENTRAL = """up = value({**arrays, name: arrays[name] + 1e-5 * direction})
        down = value({**arrays, name: arrays[name] - 1e-5 * direction})
        seen = float(up - down) / 2e-5"""


def check_source(
    program: Program, dialect: Dialect, form: Callable[[Affine], str], shape: Callable[[tuple[Affine, ...]], str]
) -> str:
    """The text of `example` and `check_gradient`."""
    looked = any(a.kind == "lookup" for a in program.arguments)
    nudging = dialect.complex_step and program.analytic
    sizes = [form(Affine(((s, 1),), 0)) for s, *_ in program.sizes]
    values = ", ".join(map(str, example_sizes(program)))
    rows = []
    for n, a in enumerate(program.arguments):
        if a.kind == "lookup":
            rows.append(f'        "{a.storage.name}": {_places(a, program, dialect, form, shape)},')
            continue
        normal = dialect.random.format(seed=1000 + n, shape=shape(a.storage.counts))
        rows.append(f'        "{a.storage.name}": 0.5 + 0.1 * {normal},')
    by_key = {a.key: a.storage.name for a in program.arguments}
    pairs = [f'("{by_key[key]}", {literal(key)})' for key, _ in program.gradients if key in by_key]
    return CHECK.strip("\n").format(
        sizes=f"{', '.join(sizes)} = {values}" if sizes else "# no sizes",
        rows="\n".join(rows),
        functions=", *, " + ", ".join(_default(f, dialect) for f in program.functions) if program.functions else "",
        how="an imaginary step (exact to rounding)" if nudging else "central differences",
        seen="imaginary step" if nudging else "central difference",
        before="".join(f"{line}\n    " for line in dialect.before_check),
        double=_double(dialect, looked=looked),
        passed="".join(f", {n}={n}" for f in program.functions for _, n in f.orders),
        total=_total(program),
        pairs="\n    ".join(broken(f"parameters = [{', '.join(pairs)}]")),
        direction=dialect.random.format(seed="seed", shape="arrays[name].shape"),
        nudge=(COMPLEX_STEP.replace(NUMBERS, LOOKED) if looked else COMPLEX_STEP) if nudging else CENTRAL,
        # differences of two values lose as many digits as the values are larger than the derivative
        floor="1e-6" if nudging else "1e-6, 1e-4 * abs(float(value(arrays)))",
        tolerance="1e-9" if nudging else "1e-6",
    )


def _double(dialect: Dialect, *, looked: bool) -> str:
    """The arguments in double precision, but for places to look up."""
    if not looked:
        return f"{{name: {dialect.double.format('x')} for name, x in arrays.items()}}"
    rows = (
        f"        name: x if name in INTEGERS else {dialect.double.format('x')}\n        for name, x in arrays.items()"
    )
    return f"{{\n{rows}\n    }}"


def example_sizes(program: Program) -> tuple[int, ...]:
    """Small sizes, different where possible, that fit the conditions on them and leave no array empty."""
    sizes = [s for s, *_ in program.sizes]
    counts = [c for a in program.arguments for c in a.storage.counts]
    known = (c for c in program.known.constraints if c.letters() <= set(sizes))
    wanted = Domain.of(*known, *(ge(c, 1) for c in counts if c.letters() <= set(sizes)))
    random = Random(0)
    first = tuple(3 + n % 5 for n in range(len(sizes)))
    tries = (first, *(tuple(random.randint(1, 9) for _ in sizes) for _ in range(ATTEMPTS)))
    return next((t for t in tries if holds(wanted, dict(zip(sizes, t, strict=True)), {})), first)


def _places(
    a: Argument,
    program: Program,
    dialect: Dialect,
    form: Callable[[Affine], str],
    shape: Callable[[tuple[Affine, ...]], str],
) -> str:
    """Places to look up: all in turn, again and again."""
    lower, upper = program.bases[a.storage.name]
    counts = a.storage.counts
    if len(counts) == 1:
        text = f"{dialect.module}.arange({form(counts[0])})"
    else:
        text = f"{dialect.module}.arange({' * '.join(f'({form(c)})' for c in counts)}).reshape({shape(counts)})"
    return f"{text} % ({form(upper - lower + 1)})"


def _default(f: FunctionName, dialect: Dialect) -> str:
    return ", ".join(f"{name}={TANH[sum(order)].format(m=dialect.module)}" for order, name in f.orders)


def _total(program: Program) -> str:
    """The one number that is differentiated: the objective, or the outputs against what was handed over for them."""
    if not program.generic:
        return "found"
    slopes = [a.storage.name for a in program.arguments if a.kind == "slope"]
    if len(slopes) == 1:
        return f'(arrays["{slopes[0]}"] * found).sum()'
    return " + ".join(
        f'(arrays["{s}"] * found[{literal(k)}]).sum()' for s, (k, _) in zip(slopes, program.values, strict=True)
    )


def literal(text: str) -> str:
    r"""A string as Python writes it, raw where that is the same.

    >>> print(literal(r"\theta"), literal("w"), literal('a"b'), literal("a\nb"))
    r"\theta" "w" 'a"b' 'a\nb'
    """
    plain = text.isprintable() and text.isascii() and '"' not in text and not text.endswith("\\")
    return (f'r"{text}"' if "\\" in text else f'"{text}"') if plain else repr(text)
