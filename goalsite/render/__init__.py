"""Views -> text of files: templates (the only door to jinja2), Markdown (the only door to markdown-it), charts."""
