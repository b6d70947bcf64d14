"""What a build leaves for the next one: what the site was made of, and whether it still lies there."""
