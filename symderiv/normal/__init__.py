"""The form to compare: sums of terms over index domains, and equality proved for all sizes."""
