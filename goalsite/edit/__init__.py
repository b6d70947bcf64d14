"""Changes to files that leave every other byte as it was; and the repairs with one right answer."""
