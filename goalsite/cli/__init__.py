"""Arguments -> one call -> report -> exit code: one module per command.

The only place where the clock is read.
"""
