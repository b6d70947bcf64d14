"""Corpus + Graph + Timeline + as_of -> Analysis: every figure, a pure function of the files and one date."""
