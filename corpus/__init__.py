"""Documents whose truth is known, and how the parser is held against it; see README.md beside this file.

It stands beside the pipeline and is not installed: the tests and the measurements use it.
"""
