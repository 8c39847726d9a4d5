"""Fuzzing of `check`: right derivations rewritten and spelt in many ways, and wrong ones, one or two slips away."""
