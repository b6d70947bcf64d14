"""The front matter of a goal, and the configuration, are YAML.

## Why

What cannot be read as YAML says nothing at all: the goal has no title, no owner and no key results, and everything that
refers to it hangs in the air. Nearly always one character is to blame, a colon, a quote or a tab; the finding points at it
and says what to write.

## Wrong

**Colons.** A colon and a space end a key, also where they stand in a title:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Builds: nobody waits for one
owner: ada
---
```

```text
goals/2026-Q4/faster-builds.md:2:14: S030 yaml-syntax: a colon and a space stand in a value without quotes
  2 | title: Builds: nobody waits for one
    |              ^
  hint: put the value in quotes: title: "Builds: nobody waits for one"
```

The same within braces, where a comma was forgotten:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
key_results:
  - id: wait
    metric: {unit: min, baseline: 14, target: 5}
    checkins:
      - {date: 2026-11-09, value: 12.5 confidence: 0.6}
---
```

```text
goals/2026-Q4/faster-builds.md:7:50: S030 yaml-syntax: a colon and a space stand in a value without quotes
  7 |       - {date: 2026-11-09, value: 12.5 confidence: 0.6}
    |                                                  ^
  hint: put a comma before confidence, or the value in quotes
```

The same where a part of the title is in quotes:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: "Builds": nobody waits for one
owner: ada
---
```

```text
goals/2026-Q4/faster-builds.md:2:16: S030 yaml-syntax: a colon and a space follow the closing quote
  2 | title: "Builds": nobody waits for one
    |                ^
  hint: put the value in quotes: title: '"Builds": nobody waits for one'
```

A colon without a space is no colon to YAML:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title:Nobody waits for a build
owner: ada
---
```

```text
goals/2026-Q4/faster-builds.md:2:6: S030 yaml-syntax: a key is without its colon and space
  2 | title:Nobody waits for a build
    |      ^
  hint: put a space after the colon
```

Neither is the wide one of Chinese keyboards:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title：没有人等待构建
owner: ada
---
```

```text
goals/2026-Q4/faster-builds.md:2:6: S030 yaml-syntax: a key is without its colon and space
  2 | title：没有人等待构建
    |      ^^
  hint: write a plain colon and a space after the key, not ：
```

A line of text between the keys:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
This cycle it is about the tests.
owner: ada
---
```

```text
goals/2026-Q4/faster-builds.md:3:1: S030 yaml-syntax: a key is without its colon and space
  3 | This cycle it is about the tests.
    | ^
  hint: write key: value, or indent a value's next line
```

A colon with nothing before it:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
: ada
---
```

```text
goals/2026-Q4/faster-builds.md:3:1: S030 yaml-syntax: a colon stands without a key before it
  3 | : ada
    | ^
  hint: write key: value
```

**Signs at the beginning.** `@`, a backtick and `%` mean something to YAML:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
owner: @ada
---
```

```text
goals/2026-Q4/faster-builds.md:3:8: S030 yaml-syntax: a value begins with "@" outside quotes
  3 | owner: @ada
    |        ^
  hint: put it in quotes, or leave the @ out
```

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: `main` is green all day
owner: ada
---
```

```text
goals/2026-Q4/faster-builds.md:2:8: S030 yaml-syntax: a value begins with "`" outside quotes
  2 | title: `main` is green all day
    |        ^
  hint: put the value in quotes
```

So do `*` and `&`:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: *Nobody* waits for a build
owner: ada
---
```

```text
goals/2026-Q4/faster-builds.md:2:8: S030 yaml-syntax: a value begins with "*" outside quotes
  2 | title: *Nobody* waits for a build
    |        ^
  hint: put the value in quotes
```

And `?`:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: ? who waits for a build
owner: ada
---
```

```text
goals/2026-Q4/faster-builds.md:2:8: S030 yaml-syntax: a value begins with "?" outside quotes
  2 | title: ? who waits for a build
    |        ^
  hint: put the value in quotes
```

`>` and `|` announce a text in the lines below:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
key_results:
  - id: green
    title: >95% of all builds are green
---
```

```text
goals/2026-Q4/faster-builds.md:5:12: S030 yaml-syntax: text follows > or | on the same line
  5 |     title: >95% of all builds are green
    |            ^
  hint: put the value in quotes, or begin its text on the next line
```

**Quotes.** One that is never closed:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: "Nobody waits for a build
owner: ada
---
```

```text
goals/2026-Q4/faster-builds.md:2:8: S030 yaml-syntax: the quote that opens here is never closed
  2 | title: "Nobody waits for a build
    |        ^
  hint: end the value with the quote that it begins with
```

One within the text:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: 'Nobody's build has to wait'
owner: ada
---
```

```text
goals/2026-Q4/faster-builds.md:2:16: S030 yaml-syntax: text follows the closing quote
  2 | title: 'Nobody's build has to wait'
    |                ^
  hint: write a quote within quotes twice, as in 'it''s', or use the other kind around the value
```

A key in quotes without a colon:

`goals/2026-Q4/faster-builds.md`

```markdown
---
"title" Nobody waits for a build
owner: ada
---
```

```text
goals/2026-Q4/faster-builds.md:2:9: S030 yaml-syntax: this stands outside the mapping of keys to values
  2 | "title" Nobody waits for a build
    |         ^
  hint: write each line as key: value, and begin all keys in the same column
```

A backslash in double quotes:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: "Nobody waits for a build in D:\\goals"
owner: ada
---
```

```text
goals/2026-Q4/faster-builds.md:2:39: S030 yaml-syntax: a backslash in double quotes begins no known escape
  2 | title: "Nobody waits for a build in D:\\goals"
    |                                       ^
  hint: use single quotes, or write \\\\ for a backslash
```

**Brackets and braces.** A list that is not closed:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
tags: [builds, tests
owner: ada
---
```

```text
goals/2026-Q4/faster-builds.md:3:7: S030 yaml-syntax: the list that opens here lacks a comma or its ]
  3 | tags: [builds, tests
    |       ^
  hint: put commas between the items and ] after the last
```

A mapping that is not closed:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
key_results:
  - id: wait
    metric: {unit: min, baseline: 14, target: 5
    owner: lin
---
```

```text
goals/2026-Q4/faster-builds.md:5:13: S030 yaml-syntax: the mapping that opens here lacks a comma or its }
  5 |     metric: {unit: min, baseline: 14, target: 5
    |             ^
  hint: put commas between the keys and } after the last
```

A comma that is missing between two texts in quotes:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
tags: ["builds" "tests"]
---
```

```text
goals/2026-Q4/faster-builds.md:3:17: S030 yaml-syntax: a comma or the ] of the list is missing before this
  3 | tags: ["builds" "tests"]
    |                 ^
  hint: put a comma after each value, and quotes around a whole value
```

One that is missing between two keys:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
key_results:
  - id: rate
    metric: {unit: "%" baseline: 82, target: 95}
---
```

```text
goals/2026-Q4/faster-builds.md:5:24: S030 yaml-syntax: a comma or the } of the mapping is missing before this
  5 |     metric: {unit: "%" baseline: 82, target: 95}
    |                        ^
  hint: put a comma after each value, and quotes around a whole value
```

A list or mapping closed by the sign of the other:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
tags: [builds, tests}
---
```

```text
goals/2026-Q4/faster-builds.md:3:21: S030 yaml-syntax: a } closes the list, must be ]
  3 | tags: [builds, tests}
    |                     ^
  hint: write ]
```

Text after one:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: [Builds] nobody waits for one
owner: ada
---
```

```text
goals/2026-Q4/faster-builds.md:2:17: S030 yaml-syntax: text follows the closing ]
  2 | title: [Builds] nobody waits for one
    |                 ^
  hint: put the whole value in quotes
```

One that is still open at the end:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
tags: [builds,
---
```

```text
goals/2026-Q4/faster-builds.md:3:14: S030 yaml-syntax: the text ends within a list or mapping
  3 | tags: [builds,
    |              ^
  hint: close it with ] or }
```

One closed twice:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
tags: [builds, tests]]
---
```

```text
goals/2026-Q4/faster-builds.md:3:22: S030 yaml-syntax: a ] closes what nothing opened
  3 | tags: [builds, tests]]
    |                      ^
  hint: remove it
```

One closed that was never opened:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
tags: ]
---
```

```text
goals/2026-Q4/faster-builds.md:3:7: S030 yaml-syntax: "]" stands where a value is expected
  3 | tags: ]
    |       ^
  hint: write one, in quotes if need be
```

A placeholder of a template that nobody has filled in:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: {{ title }}
owner: ada
---
```

```text
goals/2026-Q4/faster-builds.md:2:9: S030 yaml-syntax: a key is a mapping, must be text
  2 | title: {{ title }}
    |         ^
  hint: put it in quotes if it is text
```

**Indentation.** A tab:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
key_results:
\t- id: wait
---
```

```text
goals/2026-Q4/faster-builds.md:4:1: S030 yaml-syntax: a tab indents the line, must be spaces
  4 | \\x09- id: wait
    | ^^^^
  hint: replace the tab with spaces
```

A key deeper than the one before it, which has its value already:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
  owner: ada
---
```

```text
goals/2026-Q4/faster-builds.md:3:3: S030 yaml-syntax: a key cannot stand here, the lines above have not ended their value
  3 |   owner: ada
    |   ^
  hint: begin it in the same column as the keys it belongs to
```

A key between two columns:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
retro:
    root_cause: The cache was too small.
  decision: keep
---
```

```text
goals/2026-Q4/faster-builds.md:5:3: S030 yaml-syntax: the line is indented otherwise than the keys around it
  5 |   decision: keep
    |   ^
  hint: begin all keys of one mapping in the same column
```

A key among the items of a list:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
key_results:
  - id: wait
  owner: lin
---
```

```text
goals/2026-Q4/faster-builds.md:5:3: S030 yaml-syntax: the line stands in a list but is no item of it
  5 |   owner: lin
    |   ^
  hint: begin it with -, or indent it under the item it belongs to
```

An item between two columns:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
contributors:
  - lin
 - sam
---
```

```text
goals/2026-Q4/faster-builds.md:5:2: S030 yaml-syntax: the item is indented otherwise than those above it
  5 |  - sam
    |  ^
  hint: begin all items of one list in the same column
```

An item after its list has ended:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
contributors:
- lin
owner: ada
- sam
---
```

```text
goals/2026-Q4/faster-builds.md:6:1: S030 yaml-syntax: a list item stands among keys
  6 | - sam
    | ^
  hint: put it below the key of its list, and begin the list's other items with -, too
```

A list on the line of its key:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
contributors: - lin
---
```

```text
goals/2026-Q4/faster-builds.md:3:15: S030 yaml-syntax: a list item cannot begin here
  3 | contributors: - lin
    |               ^
  hint: begin the list on a line of its own, or write it as [a, b]
```

**Other things.** A second document, which begins with `---`:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: Nobody waits for a build
--- # who
owner: ada
---
```

```text
goals/2026-Q4/faster-builds.md:3:1: S030 yaml-syntax: a second YAML document begins here, must be one
  3 | --- # who
    | ^
  hint: remove the line
```

A character that nobody sees, here the bell that `\\a` stands for in double quotes:

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: "Nobody waits for a build\\a"
owner: ada
---
```

```text
goals/2026-Q4/faster-builds.md:2:8: S030 yaml-syntax: an escape in these quotes makes U+0007, must be visible text
  2 | title: "Nobody waits for a build\\a"
    |        ^
  hint: use single quotes, or write \\\\ for a backslash
```

A line that begins with `%`:

`goals/2026-Q4/faster-builds.md`

```markdown
---
% of builds that are green
owner: ada
---
```

```text
goals/2026-Q4/faster-builds.md:2:1: S030 yaml-syntax: a line that begins with % instructs the YAML parser
  2 | % of builds that are green
    | ^
  hint: put the text in quotes, or take the line away
```

A character that nobody sees, such as one that came along when text was copied from a web page:

```
goals/2026-Q4/faster-builds.md:2:15: S030 yaml-syntax: U+2028 stands in the YAML, must be visible text
  2 | title: Nobody \\u{2028}waits for a build
    |               ^^^^^^^^
  hint: delete the character
```

## Right

`goals/2026-Q4/faster-builds.md`

```markdown
---
title: "Builds: nobody waits for one"
owner: ada
contributors: [lin, sam]
key_results:
  - id: wait
    title: "More than 95% of all builds are green"
    owner: lin
    metric: {unit: "%", baseline: 82, target: 95}
    checkins:
      - {date: 2026-11-09, value: 85, confidence: 0.6}
  - id: queue
    title: 'Nobody''s build has to wait'
    owner: sam
    metric: {unit: min, baseline: 14, target: 5}
    checkins:
      - date: 2026-11-09
        value: 12.5
        confidence: 0.5
        note: The cache is warm.
---
```

## How to fix

When in doubt, put the text in quotes: single ones take everything as it is, and a single quote within them is written
twice. Indent with spaces, all keys of one mapping and all items of one list alike. The parser stops at its first doubt,
so a mistake may lie in the line above the one it points at.

## Source

YAML 1.2.2, chapters 5 (characters), 6 (indentation, comments, directives) and 7 (flow styles). The file format
(`docs/reference/format.md`), section *Scalars, dates and numbers*.
"""
