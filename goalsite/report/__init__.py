"""Diagnostics -> text for people.

Nothing an author wrote reaches a terminal with its control characters alive.
"""
