"""The files below an address of an object store, through the driver for it. The only door to fsspec."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from goalsite.output.errors import PublishError
from goalsite.output.folder import above
from goalsite.output.media_types import media_type

# How drivers are told the type of a file; a browser saves a page of unknown type instead of showing it.
_TYPE_ARGUMENT = {
    **dict.fromkeys(("s3", "s3a"), "ContentType"),
    **dict.fromkeys(("gs", "gcs"), "content_type"),
    **dict.fromkeys(("abfs", "abfss", "az"), "content_settings"),
}


class Store(Struct, frozen=True):
    """The files below `root`, behind a driver for the `scheme` of its address. Its methods raise whatever the
    driver raises."""

    driver: Any
    root: str
    scheme: str

    def sizes(self) -> dict[str, int | None]:
        """The size of every file by path, None where the store does not tell it."""
        try:
            listed = self.driver.find(self.root, detail=True)
        except FileNotFoundError:  # so some say that there are no files
            return {}
        inner = self.root + "/"
        return {
            name.removeprefix(inner): known.get("size")
            for name, known in listed.items()
            if known.get("type") == "file" and name.startswith(inner) and not name.endswith("/")
        }

    def read(self, path: str) -> bytes:
        """The content of a file."""
        return bytes(self.driver.cat_file(f"{self.root}/{path}"))

    def write(self, contents: dict[str, bytes]) -> None:
        """Put files of one media type there, each whole, some of them at once."""
        files = {f"{self.root}/{path}": content for path, content in contents.items()}
        self.driver.pipe(files, **self._typed(next(iter(contents))))

    def remove(self, path: str) -> None:
        """Delete a file."""
        self.driver.rm_file(f"{self.root}/{path}")

    def make_folders(self, paths: tuple[str, ...], held: set[str]) -> None:
        """Make the folders of new files where the address is that of a disk.

        An object store has none, and its driver might make a bucket of a name that was mistyped.
        """
        if self.scheme in _TYPE_ARGUMENT:
            return
        known = {folder for path in held for folder in above(path)}
        for folder in sorted({folder for path in paths for folder in above(path)} - known):
            self.driver.makedirs(f"{self.root}/{folder}", exist_ok=True)

    def _typed(self, path: str) -> dict[str, object]:
        argument, kind = _TYPE_ARGUMENT.get(self.scheme), media_type(path)
        if argument is None:
            return {}
        return {argument: {"content_type": kind} if argument == "content_settings" else kind}


def open_store(address: str) -> Store:
    """The store at an address such as `s3://bucket/folder`; a PublishError says which driver is missing."""
    scheme, _, place = address.partition("://")
    if not place.strip("/") or "::" in address:
        raise PublishError("the address names no place", "write it as s3://bucket/folder")
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise PublishError("the library for stores is missing", "pip install 'goalsite[publish]'") from error
    try:
        driver, root = url_to_fs(address)
    except ImportError as error:
        raise PublishError(f"the driver for {scheme}:// is missing", _remedy(scheme, error)) from error
    except ValueError as error:
        raise PublishError(str(error), "drivers are known for s3, gs, abfs and more: see fsspec") from error
    return Store(driver, str(root).rstrip("/"), scheme)


def _remedy(scheme: str, error: ImportError) -> str:
    """The command that installs a driver: a package of the name of its module, or what fsspec says."""
    from fsspec.registry import known_implementations

    package = known_implementations.get(scheme, {}).get("class", "fsspec").partition(".")[0]
    return str(error) if package == "fsspec" else f"pip install {package}"
