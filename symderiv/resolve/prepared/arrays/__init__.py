"""Arrays and their entries: matrices, rows, blocks, norms, products by entries."""
