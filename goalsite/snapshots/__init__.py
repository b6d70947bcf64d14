"""Past states of a project, and the site of each within the site of today: `at/2026-09-30/` and so on.

A state is made as any site is, one after the other, from the files of its commit for its day. It shares the
assets of today, and has nothing by which one follows what goes on.
"""
