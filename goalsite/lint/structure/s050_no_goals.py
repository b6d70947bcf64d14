"""A project has a goals folder.

## Why

Without the folder there is nothing to show, and an empty site put in place of a full one is nobody's wish. Mostly the
command was called in another folder, or the folder was renamed and the configuration was not.

## Wrong

The configuration names a folder that is not there:

`config.yaml`

```yaml
site_name: Our goals
goals_dir: okrs
```

```text
config.yaml:2:12: S050 no-goals: there is no folder okrs here
  2 | goals_dir: okrs
    |            ^^^^
  hint: make the folder, or name the one that holds the goals
```

In a folder that is no project, with or without a configuration:

```
config.yaml:1:1: S050 no-goals: there is no folder goals here
  hint: begin with goalsite init, go elsewhere with -C, or name the folder by goals_dir:
```

## Right

`config.yaml`

```yaml
site_name: Our goals
goals_dir: goals
```

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

Call the command in the project's folder, or name that with `-C`. `goalsite init` begins a new project; `goals_dir:` in the
configuration tells where an existing one keeps its goals.

## Source

The file format (`docs/reference/format.md`), section *The folder*, and the configuration (`docs/reference/config.md`),
section *The files*.
"""
