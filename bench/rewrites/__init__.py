"""Rewrites: other dumps of the same document, which must become the same tables.

A rewrite changes how a document is laid out, and not one word of it: `bench.rewrites.catalogue` lists them,
`bench.rewrites.structure` reads a document's structure off its annotation, `bench.rewrites.printing` lays it out anew,
and `bench.rewrites.comparison` says what came out differently.
"""
