"""Blocks from printed lines: running heads dropped, paragraphs joined, headings, lists and tables found."""
