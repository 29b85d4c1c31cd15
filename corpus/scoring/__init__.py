"""How well parsed documents agree with their annotations, measure by measure."""
