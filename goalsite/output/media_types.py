"""What kinds of files a site has, by their names; the same on every machine, whatever its tables say."""

from __future__ import annotations

from pathlib import PurePosixPath

PAGE = "text/html; charset=utf-8"
TEXT = "text/plain; charset=utf-8"

_TYPES = {
    ".atom": "application/atom+xml",
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".gif": "image/gif",
    ".html": PAGE,
    ".ico": "image/x-icon",
    ".ics": "text/calendar; charset=utf-8",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".md": TEXT,
    ".mp4": "video/mp4",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": TEXT,
    ".wasm": "application/wasm",
    ".webm": "video/webm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "application/xml",
    ".zip": "application/zip",
}


def media_type(path: str) -> str:
    """The media type of the file at `path`, with the charset of a text."""
    return _TYPES.get(PurePosixPath(path).suffix.lower(), "application/octet-stream")
