"""Facts of Dutch: words as data, sentences, dates and names."""
