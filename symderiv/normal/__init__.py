"""The form to compare: sums of terms over index domains, and equality proved for all sizes."""

from .limits import Budget, Unprovable
from .prove import Proof, Prover, prove_equal, prover

__all__ = ["Budget", "Proof", "Prover", "Unprovable", "prove_equal", "prover"]
