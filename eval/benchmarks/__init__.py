"""Benchmarks: retrieval beside the stock recipe, indexing beside bare encoding."""
