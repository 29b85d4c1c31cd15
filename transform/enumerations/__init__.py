"""Which labels count: the running count, the questions' enumeration, the answer's parts."""
