"""What the statements of a page mean: every symbol, range and definition made sense of together."""
