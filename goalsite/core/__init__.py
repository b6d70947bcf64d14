"""The vocabulary of the whole package: names, periods, quantities, diagnostics, configuration.

Standard library only; no files, no clock.
"""
