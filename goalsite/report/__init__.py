"""Diagnostics -> text for people, and documents for other programs.

Nothing an author wrote reaches a terminal with its control characters alive, or a build service as a command.
"""
