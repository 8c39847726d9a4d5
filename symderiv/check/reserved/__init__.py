"""What a verdict has to leave open: entries beyond ends, names of which nothing is known, stated rates and slopes."""
