"""Indices, labels and numbers of layers: where they stand, and which are typed nowhere."""
