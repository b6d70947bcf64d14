"""The language server: findings, completion, hover, navigation and rename while goals are being written."""
