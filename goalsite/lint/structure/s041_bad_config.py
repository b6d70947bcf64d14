"""The configuration consists of keys and values that it knows.

## Why

The configuration speaks for the whole site. A value that it cannot take would leave the default in force, and nobody would
notice that the year begins in January again or that a rule was never switched off.

## Wrong

**The whole file.** It is a list:

`config.yaml`

```yaml
- site_name: Our goals
- timezone: Europe/Berlin
```

```text
config.yaml:1:1: S041 bad-config: this is a list, must be keys with values
  1 | - site_name: Our goals
    | ^
  hint: write each line as key: value, without a - before it
```

It is a text:

`config.yaml`

```yaml
Our goals
```

```text
config.yaml:1:1: S041 bad-config: this is a single text, must be keys with values
  1 | Our goals
    | ^
  hint: write each line as key: value
```

A colon is wrong:

`config.yaml`

```yaml
site_name:Our goals
```

```text
config.yaml:1:10: S041 bad-config: a key is without its colon and space
  1 | site_name:Our goals
    |          ^
  hint: put a space after the colon
```

**The site.** An address that is not whole:

`config.yaml`

```yaml
site_name: Our goals
site_url: goals.example.org
```

```text
config.yaml:2:11: S041 bad-config: site_url is "goals.example.org", must begin with https:// or http://
  2 | site_url: goals.example.org
    |           ^^^^^^^^^^^^^^^^^
  hint: write it whole, such as https://example.org/
```

A language in which there are no words:

`config.yaml`

```yaml
site_name: Our goals
languages: [en, xx]
```

```text
config.yaml:2:17: S041 bad-config: language is "xx", must be en or zh
  2 | languages: [en, xx]
    |                 ^^
```

**Files.** A site that would be built over the goals:

`config.yaml`

```yaml
site_name: Our goals
goals_dir: docs/goals
site_dir: docs
```

`docs/goals/team.md`

```markdown
---
title: Everybody
---
```

```text
config.yaml:3:11: S041 bad-config: site_dir is "docs", which holds the goals folder "docs/goals"
  3 | site_dir: docs
    |           ^^^^
  hint: build the site into another folder
```

**Time.** A zone that nobody knows:

`config.yaml`

```yaml
site_name: Our goals
timezone: Berlin
```

```text
config.yaml:2:11: S041 bad-config: timezone is "Berlin", which is not known
  2 | timezone: Berlin
    |           ^^^^^^
  hint: did you mean "Europe/Berlin"?
```

A month that no year has:

`config.yaml`

```yaml
site_name: Our goals
fiscal_year_start: 13
```

```text
config.yaml:2:20: S041 bad-config: fiscal_year_start is 13, must be a month, 1 to 12
  2 | fiscal_year_start: 13
    |                    ^^
```

A year that is named by something else:

`config.yaml`

```yaml
site_name: Our goals
fiscal_year_start: 4
fiscal_year_named_by: finish
```

```text
config.yaml:3:23: S041 bad-config: fiscal_year_named_by is "finish", must be start or end
  3 | fiscal_year_named_by: finish
    |                       ^^^^^^
```

**Rules.** A code that does not exist:

`config.yaml`

```yaml
site_name: Our goals
rules:
  ignore: [Q904]
```

```text
config.yaml:3:12: S041 bad-config: ignore has "Q904", and no code begins so
  3 |   ignore: [Q904]
    |            ^^^^
  hint: did you mean "Q104"?
```

The name of a rule in place of its code:

`config.yaml`

```yaml
site_name: Our goals
rules:
  ignore: [output-verb]
```

```text
config.yaml:3:12: S041 bad-config: ignore has "output-verb", and no code begins so
  3 |   ignore: [output-verb]
    |            ^^^^^^^^^^^
  hint: write Q104
```

An error of structure:

`config.yaml`

```yaml
site_name: Our goals
rules:
  ignore: [S003]
```

```text
config.yaml:3:12: S041 bad-config: ignore has S003, an error of structure, which cannot be put aside
  3 |   ignore: [S003]
    |            ^^^^
  hint: mend what it finds
```

A threshold of a code that does not exist:

`config.yaml`

```yaml
site_name: Our goals
rules:
  thresholds:
    Q901: {root: 4}
```

```text
config.yaml:4:5: S041 bad-config: "Q901" is no code
  4 |     Q901: {root: 4}
    |     ^^^^
  hint: did you mean "Q101"?
```

A threshold of a rule that has none:

`config.yaml`

```yaml
site_name: Our goals
rules:
  thresholds:
    Q104: {max: 4}
```

```text
config.yaml:4:5: S041 bad-config: "Q104" has no thresholds
  4 |     Q104: {max: 4}
    |     ^^^^
  hint: take it away, or put the rule aside under ignore:
```

A threshold of another name:

`config.yaml`

```yaml
site_name: Our goals
rules:
  thresholds:
    Q101: {team: 4}
```

```text
config.yaml:4:12: S041 bad-config: Q101 has no threshold "team"
  4 |     Q101: {team: 4}
    |            ^^^^
  hint: it has root or unit
```

**Theme.** What is wrong with a theme is told when the site is built, since `check` makes no pages:

```
config.yaml:2:15: S041 bad-config: theme.name is "defalt", must be default, or a path with a /
  hint: did you mean "default"?
config.yaml:2:35: S041 bad-config: theme.custom_dir is "overrides", and there is no such folder
  hint: make the folder, or take the key away
overrides/objective.html.j2:2:1: S041 bad-config: the template cannot be used: Encountered unknown tag 'iff'.
```

## Right

`config.yaml`

```yaml
site_name: Our goals
site_url: https://goals.example.org/
timezone: Europe/Berlin
rules:
  ignore: [Q104]
  thresholds:
    Q101: {root: 4}
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

Write the value as the finding says, or take the key away: its default is in force then. `goalsite rule --all` lists the
codes of rules, and `goalsite rule Q101` the thresholds of one.

## Source

The configuration (`docs/reference/config.md`). Time zones: the IANA time zone database. Languages: BCP 47.
"""
