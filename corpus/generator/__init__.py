"""A generator of written questions whose truth is known; see `corpus.generator.generate` and README.md beside it."""
