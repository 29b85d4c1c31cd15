"""One module for each kind of file; `extract.kinds` says which. Each imports its library, and nobody imports it before
a file of its kind is met."""
