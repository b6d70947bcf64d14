"""goalsite: a static-site generator for goals that live in git."""

__version__ = "0.1.0"
