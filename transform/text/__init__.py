"""Running text: paragraphs, hyphens and the passages that references are looked for in."""
