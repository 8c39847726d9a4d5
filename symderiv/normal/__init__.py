"""The form to compare: sums of terms over index domains, and equality proved for all sizes."""

from .difference import Difference, difference
from .express import Writer
from .limits import Budget, Unprovable
from .prove import Proof, Prover, prove_equal, prover

__all__ = ["Budget", "Difference", "Proof", "Prover", "Unprovable", "Writer", "difference", "prove_equal", "prover"]
