"""Cutting a document into pieces that tile it."""
