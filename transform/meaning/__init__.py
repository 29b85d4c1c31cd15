"""What the pieces mean: the question, its status, alignment, consistency, and the records of the tables."""
