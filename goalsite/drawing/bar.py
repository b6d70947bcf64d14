"""Progress as a bar: how far it is, and a tick where the plan expects it."""

from __future__ import annotations

from goalsite.drawing.svg import Tone, esc, num


def progress_bar(progress: float | None, expected: float | None, label: str, tone: Tone = "") -> str:
    """A bar as wide as its place, 12 units high; `label` says it in words.

    Progress and expectation are shares: beyond 0…1 they are held at its ends, and an arrow tells that there
    is more. Without progress there is only the track, dashed.
    """
    parts = [f"<title>{esc(label)}</title>"]
    if progress is None:
        parts.append('<line class="gs-bar-none" x1="0" y1="6" x2="100%" y2="6"/>')
    else:
        parts.append('<rect class="gs-bar-track" x="0" y="3" width="100%" height="6" rx="3"/>')
        parts.append(_fill(progress, tone))
    if expected is not None:
        at = num(100 * _share(expected))
        place = f'x1="{at}%" y1="0" x2="{at}%" y2="12"'
        parts.append(f'<line class="gs-bar-gap" {place}/><line class="gs-bar-tick" {place}/>')
    return (
        f'<svg class="gs-bar" width="100%" height="12" overflow="visible" role="img">{"".join(parts)}</svg>'
    )


def _share(value: float) -> float:
    return min(max(value, 0.0), 1.0)


def _fill(progress: float, tone: Tone) -> str:
    classes = f"gs-bar-fill gs-{tone}" if tone else "gs-bar-fill"
    share = _share(progress)
    if share == 0.0 and progress < 0.0:
        return '<path class="gs-bar-under" d="M5 3L2 6l3 3"/>'
    if share == 0.0:
        return ""
    fill = f'<rect class="{classes}" x="0" y="3" width="{num(100 * share)}%" height="6" rx="3"/>'
    if progress > 1.0:
        fill += '<svg x="100%" overflow="visible"><path class="gs-bar-over" d="M-9 3l3 3-3 3"/></svg>'
    return fill
