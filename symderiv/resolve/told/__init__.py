"""What sentences and lone formulas say of names: data, constants, one-hot, symmetric, dependent, wished for."""
