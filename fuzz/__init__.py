"""Inputs nobody would write: what reads a stranger's repository must neither fall over nor stand still."""
