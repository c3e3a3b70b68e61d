"""Files in, typed documents out. This room knows nothing of the others."""
