"""What sentences say of data and values, as equations."""
