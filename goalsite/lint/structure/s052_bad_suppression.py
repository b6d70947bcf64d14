"""A rule is set aside by its code and with a reason.

## Why

A rule of practice does not fit every goal, and then the file says why. The reason is what the next reader needs: without
it, nobody can tell a considered exception from a silenced alarm, and nobody dares to take it away.

## Wrong

A code that does not exist:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Launch the new build servers
owner: ada
lint: {Q1044: The launch is what this cycle is for.}
---
```

```text
goals/2026-Q4/faster-builds.md:4:8: S052 bad-suppression: "Q1044" is no code
  4 | lint: {Q1044: The launch is what this cycle is for.}
    |        ^^^^^
  hint: did you mean "Q104"?
```

The name of a rule in place of its code:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Launch the new build servers
owner: ada
lint: {output-verb: The launch is what this cycle is for.}
---
```

```text
goals/2026-Q4/faster-builds.md:4:8: S052 bad-suppression: "output-verb" is no code
  4 | lint: {output-verb: The launch is what this cycle is for.}
    |        ^^^^^^^^^^^
  hint: write Q104
```

No reason:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Launch the new build servers
owner: ada
lint: {Q104: }
---
```

```text
goals/2026-Q4/faster-builds.md:4:8: S052 bad-suppression: Q104 is set aside without a reason
  4 | lint: {Q104: }
    |        ^^^^
  hint: write Q104: why it does not apply here
```

An error of structure:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Launch the new build servers
owner: ada
supports: [win-trust]
lint: {S003: The goal comes next week.}
---
```

```text
goals/2026-Q4/faster-builds.md:5:8: S052 bad-suppression: S003 is an error of structure, which cannot be set aside
  5 | lint: {S003: The goal comes next week.}
    |        ^^^^
  hint: mend what it finds
```

A code that is gone:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Launch the new build servers
owner: ada
lint: {S048: They help each other.}
---
```

```text
goals/2026-Q4/faster-builds.md:4:8: S052 bad-suppression: S048 is gone
  4 | lint: {S048: They help each other.}
    |        ^^^^
  hint: write Q134
```

## Right

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Launch the new build servers
owner: ada
lint: {Q104: The launch is what this cycle is for.}
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

Write the code, a colon and one sentence that will still make sense in half a year. What an error of structure finds cannot be
understood by any reader, so it has to be mended; what does not hold for your whole site belongs under `rules:` in the
configuration.

## Source

The list of codes (`docs/reference/codes.md`), section *Arguing with a rule*.
"""
