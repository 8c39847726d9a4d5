"""Functions: what stands before a parenthesis, families that carry indices, bodies, parameters, hints in words."""
