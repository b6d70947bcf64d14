"""Corpus + Graph + Timeline + as_of -> Analysis: every figure, as a pure function of the files and one date."""
