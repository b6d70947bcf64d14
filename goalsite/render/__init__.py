"""View + frame -> the text of a page: templates and themes. The only door to jinja2."""
