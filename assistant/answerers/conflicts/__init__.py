"""Where papers give different values for the same thing: both, each cited, and which counts for more."""
