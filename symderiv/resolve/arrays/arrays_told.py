"""What sentences say of matrices: `C = (c_{i,j})`."""

from __future__ import annotations

from collections.abc import Sequence

from ...errors import ReadError
from ...expr import Variable
from ..formulas import Resolver
from ..meaning import Meaning
from ..spelled.shape import letters_in, shape_of
from ..stated import Stated, is_told_turned, matrix_of


def arrays_told(stated: Sequence[Stated], meaning: Meaning, problems: list[ReadError]) -> dict[str, Variable]:
    """The variables whose entries matrices hold, by the letters of these; what cannot be read goes to `problems`."""
    arrays: dict[str, Variable] = {}
    for s in stated:
        said = matrix_of(s)
        if said is None or is_told_turned(s.statement.chain):
            continue
        try:
            shape = shape_of(said[1])
            letters = frozenset(x for p in (shape.pieces if shape else ()) for x in letters_in(p))
            arrays[said[0]] = Resolver(s.formula, meaning.names, meaning).entry(said[1], letters).variable
        except ReadError as error:
            problems.append(error)
    return arrays
