"""Nothing outside the repository is read or written.

## Why

Goal files come from whoever opens a pull request. If a path or a symbolic link could leave the repository, a file of the
machine that builds the site would end up on a public page, or the site would be written over something else.

## Wrong

A goals folder beside the repository:

`config.yaml`

```yaml
site_name: Our goals
goals_dir: ../goals
```

```text
config.yaml:2:12: S038 outside: goals_dir is "../goals", must be a folder inside the repository
  2 | goals_dir: ../goals
    |            ^^^^^^^^
  hint: name one by its path from there, such as goals
```

A site outside of it:

`config.yaml`

```yaml
site_name: Our goals
site_dir: /var/www
```

```text
config.yaml:2:11: S038 outside: site_dir is "/var/www", must be a folder inside the repository
  2 | site_dir: /var/www
    |           ^^^^^^^^
  hint: name one by its path from there, such as site
```

A symbolic link in place of a file or folder, wherever it leads to:

```
goals/2026-Q4/faster-builds.md:1:1: S038 outside: this is a symlink or leads out of the repository, must be a file of its own
  hint: copy the file, or refer to its goal by id
```

## Right

`config.yaml`

```yaml
site_name: Our goals
goals_dir: goals
site_dir: public
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

Keep goals, site and theme in folders of the repository, and put a copy of the file where the symbolic link is. A goal of
another repository is named under `sites:` in the configuration, or linked by its address.

## Source

The file format (`docs/reference/format.md`), section *Limits and safety*, and the configuration
(`docs/reference/config.md`), section *The files*.
"""
