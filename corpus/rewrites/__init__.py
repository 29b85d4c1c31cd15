"""Rewrites: other dumps of the same document, which must become the same tables.

A rewrite changes how a document is laid out, and not one word of it: `corpus.rewrites.catalogue` lists them,
`corpus.rewrites.structure` reads a document's structure off its annotation, `corpus.rewrites.printing` lays it out
anew, and `corpus.rewrites.comparison` says what came out differently.
"""
