"""Front matter and the configuration know neither tags nor anchors, aliases and merge keys.

## Why

These features of YAML make a text that is hard to read and dangerous to load: a tag can ask for any kind of object, and a
few aliases that point at each other fill the memory of every machine that reads the file. Goal files come from many hands,
so they are plain: what a value says is written where it stands.

## Wrong

A tag, which is what `!` begins:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: !important Nobody waits for a build
owner: ada
---
```

```text
goals/2026-Q4/faster-builds.md:2:8: S032 yaml-forbidden: "!important" is a tag, must be a plain value
  2 | title: !important Nobody waits for a build
    |        ^^^^^^^^^^
  hint: put the value in quotes if it is text, else write it out
```

One that is not finished:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: !50% fewer builds that fail
owner: ada
---
```

```text
goals/2026-Q4/faster-builds.md:2:8: S032 yaml-forbidden: a tag begins here, must be a plain value
  2 | title: !50% fewer builds that fail
    |        ^
  hint: put the value in quotes if it is text
```

An anchor:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
owner: &lead ada
---
```

```text
goals/2026-Q4/faster-builds.md:3:8: S032 yaml-forbidden: "&lead" is an anchor, must be a plain value
  3 | owner: &lead ada
    |        ^^^^^
  hint: put the value in quotes if it is text, else write it out
```

An alias:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
owner: *lead
---
```

```text
goals/2026-Q4/faster-builds.md:3:8: S032 yaml-forbidden: "*lead" is an alias, must be a plain value
  3 | owner: *lead
    |        ^^^^^
  hint: put the value in quotes if it is text, else write it out
```

A merge key:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
key_results:
  - id: wait
    metric:
      <<: {unit: min}
      baseline: 14
      target: 5
---
```

```text
goals/2026-Q4/faster-builds.md:6:7: S032 yaml-forbidden: << is a merge key, must be a plain key
  6 |       <<: {unit: min}
    |       ^^
  hint: write the keys where they belong
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

Where the sign belongs to the text, put the text in quotes: `title: "!important"`. Else write the value out in each place.

## Source

YAML 1.2.2, sections 6.9 (tags and anchors) and 7.1 (aliases); merge keys are an extension of YAML 1.1. The file format
(`docs/reference/format.md`), section *Limits and safety*.
"""
