"""Sizes: told apart by labels and words, given as numbers, equated; strides; how many entries a name has."""
