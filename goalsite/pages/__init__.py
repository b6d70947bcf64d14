"""Analysis -> Pages: what to publish, as frozen display-ready views. No HTML, no file, no clock.

`elements` are the smallest pieces (a figure, a link, a badge), `frame` is what stands around every page,
`rows` are the lines of its lists, `sections` hold rows, `views` are the pages themselves.
"""
