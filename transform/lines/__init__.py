"""From characters to lines, their boundaries and their marks; footnotes, furniture and the page's width."""
