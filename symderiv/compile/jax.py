"""The JAX backend: what is emitted can be jitted; recurrences are scans, or else `lax.fori_loop`."""

from __future__ import annotations

from dataclasses import replace

from .dialect import Ends
from .numpy import DIALECT as NUMPY
from .numpy import UFUNCS

WINDOWS = '''
def windows(x, *positions):
    """The entries of x with one axis for each (count, step) of a position, which starts at its first entry."""
    for axis, (first, *runs) in reversed(list(enumerate(positions))):
        place = jnp.asarray(first)
        for count, step in runs:
            place = place[..., None] + step * jnp.arange(count)
        x = jnp.take(x, place, axis=axis)
    return x
'''

PADDED = '''
def padded(x, axis, before, after):
    """x with zeros before and after it along an axis."""
    widths = [(0, 0)] * x.ndim
    widths[axis] = (before, after)
    return jnp.pad(x, widths)
'''


def correlated(images: str, kernel: str, strides: tuple[int, ...], steps: tuple[int, ...]) -> str:
    """A kernel swept over images."""
    dilation = f", rhs_dilation={steps}" if set(steps) != {1} else ""
    return f'lax.conv_general_dilated({images}, {kernel}, {strides}, "VALID"{dilation})'


def carried_loop(letter: str, ends: Ends, down: bool, body: list[str], changed: list[str]) -> list[str]:
    """A loop that carries the arrays it changes."""
    names = ", ".join(changed)
    names = f"({names},)" if len(changed) == 1 else f"({names})"
    place = f"{ends.upper} - done" if down else f"{ends.lower} + done"
    return [
        f"if {ends.some}:",
        "",
        "    def advance(done, carried):",
        f"        {names} = carried",
        f"        {letter} = {place}",
        *("        " + line for line in body),
        f"        return {names}",
        "",
        f"    {names} = lax.fori_loop(0, {ends.count}, advance, {names})",
    ]


DIALECT = replace(
    NUMPY,
    name="jax",
    module="jnp",
    imports=("import jax", "import jax.numpy as jnp", "from jax import lax"),
    functions={
        **{name: ufunc.replace("np.", "jnp.") + "({0})" for name, ufunc in UFUNCS.items()},
        "sigma": "jax.nn.sigmoid({0})",
        "softplus": "jax.nn.softplus({0})",
        "relu": "jnp.maximum({0}, 0)",
        "step": "step_of",
    },
    helpers={
        "windows": WINDOWS,
        "padded": PADDED,
        "step_of": '\ndef step_of(x):\n    """1 where x is positive, else 0."""\n    return (x > 0).astype(x.dtype)\n',
    },
    dot="({0} * {1}).sum()",
    store="{0} = {0}.at{1}.set({2})",
    add_to="{0} = {0}.at{1}.add({2})",
    scatter="{0} = {0}.at[{1}].add({2})",
    zeros="jnp.zeros({0}, dtype)",
    counter="jnp.arange({0}, {1})",
    copy="{0}",
    where="jnp.where({0}, {1}, {2})",
    maximum="jnp.maximum({0}, {1})",
    minimum="jnp.minimum({0}, {1})",
    at_least="jnp.maximum({0}, {1})",
    at_most="jnp.minimum({0}, {1})",
    einsum='jnp.einsum("{0}", {1}, {2})',
    tensordot="jnp.tensordot({0}, {1}, {2})",
    convolve='jnp.convolve({0}, {1}, mode="valid")',
    convolve_full="jnp.convolve({0}, {1})",
    correlate=correlated,
    turned="jnp.flip({0}, ({1}))",
    clip="jnp.clip({0}, 0, {1})",
    asarray="jnp.asarray({0})",
    scalar="jnp.asarray({0}, dtype)",
    decorator="",
    concatenate="jnp.concatenate(({0}))",
    random="jax.random.normal(jax.random.key({seed}), {shape})",
    double="jnp.asarray({0}, jnp.float64)",
    before_check=('jax.config.update("jax_enable_x64", True)',),
    complex_step=False,
    scan=True,
    loop=carried_loop,
)
