"""Citations in running Dutch text, annotated by hand, and how many of them the parser finds: see `README.md`."""
