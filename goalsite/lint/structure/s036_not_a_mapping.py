"""Front matter consists of keys with values.

## Why

A list or a piece of text says nothing about a goal, because nothing says what it means. Mostly a colon is missing, or
every line was begun with a dash.

## Wrong

A list:

`goals/2026-Q4/faster-builds.md`

```markdown
---
- title: Nobody waits for a build
- owner: ada
---
```

```text
goals/2026-Q4/faster-builds.md:2:1: S036 not-a-mapping: this is a list, must be keys with values
  2 | - title: Nobody waits for a build
    | ^
  hint: write each line as key: value, without a - before it
```

A text without a colon:

`goals/2026-Q4/faster-builds.md`

```markdown
---
Nobody waits for a build
---
```

```text
goals/2026-Q4/faster-builds.md:2:1: S036 not-a-mapping: this is a single text, must be keys with values
  2 | Nobody waits for a build
    | ^
  hint: write each line as key: value
```

Only the space behind the colon is missing:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title:Nobody waits for a build
---
```

```text
goals/2026-Q4/faster-builds.md:2:6: S036 not-a-mapping: a key is without its colon and space
  2 | title:Nobody waits for a build
    |      ^
  hint: put a space after the colon
```

The colon is the wide one of Chinese keyboards:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title：没有人等待构建
---
```

```text
goals/2026-Q4/faster-builds.md:2:6: S036 not-a-mapping: a key is without its colon and space
  2 | title：没有人等待构建
    |      ^^
  hint: write a plain colon and a space after the key, not ：
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

Write each line as `key: value`, with a plain colon and a space, and without a dash before it. Text about the goal belongs
below the second `---`.

## Source

The file format (`docs/reference/format.md`), section *The folder*. YAML 1.2.2, section 8.2.2 (block mappings).
"""
