"""From parsed questions to a release: tables, merging, checks, publication. Knows Arrow and files, no Dutch."""
