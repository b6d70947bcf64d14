"""Structure: the pages of what earlier stages tell."""
