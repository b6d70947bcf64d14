"""Words, numbers and dates as a reader's language writes them. The only door to babel.

`language` is what the rest of the package uses; `words` names every key of the model, `glossary` explains
the terms, `catalogues/<tag>.po` translates them all. English is the source and needs no catalogue.
"""
