"""From one document's text to one parsed question: pure functions, no input or output, no clock.

`transform.parse` is the way in. `PARSER_VERSION` changes with every change that can change a table.
"""

PARSER_VERSION = "1.3.0"
