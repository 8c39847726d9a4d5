"""Arrays by their bare names: matrix notation turned into indices, wholes beside their entries."""
