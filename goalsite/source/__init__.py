"""Tree -> Documents: list and read files, split front matter. The only door to yaml."""
