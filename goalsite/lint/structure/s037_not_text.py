r"""Goal files and tables are UTF-8 text, and so are their names.

## Why

In another encoding a title turns into strange signs, differently on every machine, and a NUL byte ends the text for some
programs and not for others. A file that is not certain to be text is not published.

## Wrong

A title with an accent, saved as Latin-1:

```
goals/2026-Q4/cafe.md:2:30: S037 not-text: byte 0xe9 is not UTF-8
  hint: save the file as UTF-8 text
```

A file saved as *Unicode* by an older program:

```
goals/2026-Q4/cafe.md:1:1: S037 not-text: the file is UTF-16, must be UTF-8
  hint: save the file as UTF-8 text
```

A file with a NUL byte, such as a picture or an office document under the name of a goal:

```
goals/2026-Q4/cafe.md:2:14: S037 not-text: the file holds a NUL byte, must be text
  hint: save the file as UTF-8 text
```

A name in another encoding, with the stray byte as it is:

```
goals/2026-Q4/caf\udce9.md:1:1: S037 not-text: the name is not UTF-8
  hint: rename it
```

## Right

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
owner: ada
key_results:
  - id: wait
    title: Median time from push to green
    owner: lin
    metric: {unit: min, baseline: 14, target: 5}
    checkins:
      - {date: 2026-11-09, value: 10, confidence: 0.6}
  - id: queue
    title: Builds that wait for a machine
    owner: sam
    metric: {unit: a day, baseline: 40, target: 5}
    checkins:
      - {date: 2026-11-09, value: 22, confidence: 0.5}
---
```

## How to fix

Save the file as UTF-8 in your editor; table programs offer *CSV UTF-8*. Rename a file whose name was made by a system with
another encoding. If the file was never text, it does not belong in the goals folder.

## Source

The Unicode Standard, chapter 3 (encoding forms: UTF-8). The file format (`docs/reference/format.md`), section *Limits and
safety*.
"""
