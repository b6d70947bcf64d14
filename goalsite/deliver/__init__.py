"""A built site -> where its readers are: a branch, a folder, an object store; only what changed of it."""
