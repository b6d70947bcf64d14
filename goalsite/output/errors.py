"""How publishing says that it could not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

UNTOUCHED = "the site is as it was"
"""What is told beside an error from before anything was changed."""


class PublishError(Exception):
    """The site could not be published: `message` says why, `hint` what to do, `paths` what is in the way."""

    def __init__(self, message: str, hint: str = "", paths: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.paths = paths

    def __reduce__(self) -> tuple[object, ...]:
        """The same in another process."""
        return PublishError, (self.message, self.hint, self.paths)


@contextmanager
def disk_errors_told(site_dir: Path, hint: str) -> Iterator[None]:
    """Within it an error of the disk becomes a PublishError that names the file, with `hint`."""
    try:
        yield
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        message = f"cannot publish to {error.filename or site_dir}: {reason}"
        raise PublishError(message, hint) from error
