"""An SVG file in the goals folder is a picture and nothing more.

## Why

Opened by itself, an SVG file is a document like a web page: it can run code and load things from other hosts, under the
name of your site. A picture from a stranger must not be able to do that, so only drawing is published.

## Wrong

**Elements.** A script, or anything else that does not draw:

`goals/2026-Q4/builds.svg`

```xml
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">
  <script>alert(1)</script>
</svg>
```

```text
goals/2026-Q4/builds.svg:2:3: S049 active-image: the image has the element script
  2 |   <script>alert(1)</script>
    |   ^
  hint: save it as plain SVG, or as PNG
```

A piece of a web page:

`goals/2026-Q4/builds.svg`

```xml
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">
  <p xmlns="http://www.w3.org/1999/xhtml">Fast</p>
</svg>
```

```text
goals/2026-Q4/builds.svg:2:3: S049 active-image: the image has the foreign element p
  2 |   <p xmlns="http://www.w3.org/1999/xhtml">Fast</p>
    |   ^
  hint: save it as plain SVG, or as PNG
```

**Attributes.** Code for an event:

`goals/2026-Q4/builds.svg`

```xml
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">
  <rect width="40" height="20" onclick="alert(1)"/>
</svg>
```

```text
goals/2026-Q4/builds.svg:2:3: S049 active-image: the image has the event attribute onclick
  2 |   <rect width="40" height="20" onclick="alert(1)"/>
    |   ^
  hint: save it as plain SVG, or as PNG
```

A link out of the picture:

`goals/2026-Q4/builds.svg`

```xml
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">
  <image href="https://example.org/logo.png" width="40" height="20"/>
</svg>
```

```text
goals/2026-Q4/builds.svg:2:3: S049 active-image: the image links to https://example.org/logo.png
  2 |   <image href="https://example.org/logo.png" width="40" height="20"/>
    |   ^
  hint: save it as plain SVG, or as PNG
```

An address in an attribute of drawing:

`goals/2026-Q4/builds.svg`

```xml
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">
  <rect width="40" height="20" fill="url(https://example.org/paint.svg#red)"/>
</svg>
```

```text
goals/2026-Q4/builds.svg:2:3: S049 active-image: the image loads something by its attribute fill
  2 |   <rect width="40" height="20" fill="url(https://example.org/paint.svg#red)"/>
    |   ^
  hint: save it as plain SVG, or as PNG
```

**Style sheets.** One that loads something:

`goals/2026-Q4/builds.svg`

```xml
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">
  <style>@import "https://example.org/style.css";</style>
</svg>
```

```text
goals/2026-Q4/builds.svg:2:3: S049 active-image: the image loads something by a style sheet
  2 |   <style>@import "https://example.org/style.css";</style>
    |   ^
  hint: save it as plain SVG, or as PNG
```

One beside the picture:

`goals/2026-Q4/builds.svg`

```xml
<?xml-stylesheet href="https://example.org/style.css"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">
  <rect width="40" height="20"/>
</svg>
```

```text
goals/2026-Q4/builds.svg:1:1: S049 active-image: the image has the processing instruction xml-stylesheet
  1 | <?xml-stylesheet href="https://example.org/style.css"?>
    | ^
  hint: save it as plain SVG, or as PNG
```

**The file.** A document type, which could define entities:

`goals/2026-Q4/builds.svg`

```xml
<!DOCTYPE svg>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">
  <rect width="40" height="20"/>
</svg>
```

```text
goals/2026-Q4/builds.svg:1:1: S049 active-image: the image has a document type
  1 | <!DOCTYPE svg>
    | ^
  hint: save it as plain SVG, or as PNG
```

An element that is not closed:

`goals/2026-Q4/builds.svg`

```xml
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">
  <rect width="40" height="20">
</svg>
```

```text
goals/2026-Q4/builds.svg:3:3: S049 active-image: the image is not well-formed: mismatched tag
  3 | </svg>
    |   ^
  hint: save it as plain SVG, or as PNG
```

An encoding that nobody knows:

`goals/2026-Q4/builds.svg`

```xml
<?xml version="1.0" encoding="x-own"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">
  <rect width="40" height="20"/>
</svg>
```

```text
goals/2026-Q4/builds.svg:1:1: S049 active-image: the image is in an encoding that is not known
  1 | <?xml version="1.0" encoding="x-own"?>
    | ^
  hint: save it as plain SVG, or as PNG
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

![Where the minutes go](builds.svg)
```

`goals/2026-Q4/builds.svg`

```xml
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">
  <rect width="40" height="20" fill="green"/>
  <text x="4" y="14">5 min</text>
</svg>
```

## How to fix

Save the picture as *plain SVG* in the drawing program, put what it loads into the file itself, or save it as PNG.

## Source

SVG 2, chapter *Conformance criteria*, section on secure static mode: no script, no interaction, no external references. The
file format (`docs/reference/format.md`), section *Limits and safety*.
"""
