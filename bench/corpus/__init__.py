"""A generator of written questions whose truth is known; see `bench.corpus.generate` and README.md beside it."""
