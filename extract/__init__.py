"""From a dump to documents: find the files, open them, decode them, split them. Knows files, knows no Dutch.

`extract.sources` finds and reads, `extract.decoding` turns bytes into text, `extract.splitting` cuts one file's
text into the documents that it holds.
"""
