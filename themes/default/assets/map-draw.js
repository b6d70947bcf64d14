// The map as SVG: what `goalsite.drawing.tree` draws, of any part of it; and as files to take away.
(function () {
  "use strict";
  var map = window.goalsiteMap, SVG = "http://www.w3.org/2000/svg";
  var FULL = { contributes: 1, cascades_from: 1, replaced_by: 1 }, WAYS = ["", "up", "down", "both"];
  var ruler = document.createElement("canvas").getContext("2d"), widths = new Map();

  function add(parent, name, attributes) {
    var made = document.createElementNS(SVG, name);
    for (var key in attributes) made.setAttribute(key, attributes[key]);
    parent.appendChild(made);
    return made;
  }

  // Letters that do not change beside others: ten thousand names are measured five times faster letter by letter.
  var PLAIN = /^[ -~\u00a0-\u024f\u2010-\u2027\u3000-\u30ff\u4e00-\u9fff\uff00-\uff60]{2,}$/;

  function widthOf(text) {
    if (!widths.has(text)) {
      var wide = 0;
      if (PLAIN.test(text)) for (var letter of text) wide += widthOf(letter);
      else wide = ruler.measureText(text).width;
      widths.set(text, wide);
    }
    return widths.get(text);
  }

  // As much of a name as fits, and how wide that is.
  map.fit = function (text, room) {
    var wide = widthOf(text), letters, keep;
    if (wide <= room) return [text, wide];
    letters = Array.from(text);
    keep = Math.max(1, Math.floor(letters.length * room / wide));
    while (keep > 1 && widthOf(letters.slice(0, keep).join("").trimEnd() + "…") > room) keep--;
    text = letters.slice(0, keep).join("").trimEnd() + "…";
    return [text, widthOf(text)];
  };

  map.useFont = function (family) {
    if (ruler.font === "13px " + family) return;
    ruler.font = "13px " + family;
    widths.clear();
  };

  // Each goal's name as it is shown and where that ends: up to the next goal in its rows, at most two columns or as
  // much as `most` tells of its place.
  map.names = function (model, places, way, most) {
    var rows = new Map(), names = new Map();
    places.forEach(function (at, i) {
      var row = Math.floor(at[1] / map.ROW);
      if (!rows.has(row)) rows.set(row, []);
      rows.get(row).push(at);
    });
    var parents = new Set();
    places.forEach(function (_, i) { parents.add(model.parent[i]); });
    places.forEach(function (at, i) {
      var room = most ? most(at) : parents.has(i) ? 210 : 420, row = Math.floor(at[1] / map.ROW);
      for (var near = row - 1; near <= row + 1; near++) {
        (rows.get(near) || []).forEach(function (other) {
          var ahead = (other[0] - at[0]) * way;
          if (ahead > 0 && Math.abs(other[1] - at[1]) < map.ROW - 2) room = Math.min(room, ahead - 60);
        });
      }
      var fit = map.fit(map.said(model, i), room);
      names.set(i, { text: fit[0], end: at[0] + way * (10 + fit[1]) });
    });
    return names;
  };

  map.signPath = function (x, y, tone) {
    if (tone === "warn") return "M" + x + " " + (y - 4.5) + "l4.5 8h-9z";
    if (tone === "bad") return "M" + x + " " + (y - 4.8) + "l4.8 4.8-4.8 4.8-4.8-4.8z";
    return "M" + (x - 3.6) + " " + y + "a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0-7.2 0z";
  };

  function drawNode(into, model, i, at, name, way, href) {
    var link = add(into, "a", { class: "gs-leaf" + (model.kpi.has(i) ? " gs-kind-kpi" : " gs-kind-objective"), href: href, tabindex: -1, "data-goal": i });
    var told = [model.title[i], model.statuses.get(model.status[i])[1]];
    if (model.exposed.has(i)) told.push(map.words.exposed);
    add(link, "title", {}).textContent = told.filter(Boolean).join(" · ");
    var left = Math.min(at[0] - 8 * way, name.end + 2 * way);
    add(link, "rect", { class: "gs-hit", x: left, y: at[1] - map.ROW / 2, width: Math.abs(name.end - at[0]) + 10, height: map.ROW });
    if (model.exposed.has(i)) add(link, "circle", { class: "gs-exposed", cx: at[0], cy: at[1], r: 7.5 });
    add(link, "path", { class: "gs-sign gs-" + (map.tone(model, i) || "plain"), d: map.signPath(at[0], at[1], map.tone(model, i)) });
    add(link, "text", { class: "gs-name", x: at[0] + 10 * way, y: at[1] }).textContent = name.text;
  }

  function headPath(x, y, kind, to) {
    if (kind === "same_as") return "";
    var open = "m" + -6 * to + "-4l" + 6 * to + " 4 " + -6 * to + " 4", full = "l" + -7 * to + "-4v8z";
    return "M" + x + " " + y + (kind === "guards" ? "m" + -1.5 * to + "-5v10" : FULL[kind] ? full : open);
  }

  // How far each edge is moved out of the way of others between the same two goals.
  function apart(edges) {
    var same = new Map(), moved = new Map();
    edges.forEach(function (edge) {
      var key = Math.min(edge.from, edge.to) + " " + Math.max(edge.from, edge.to);
      if (!same.has(key)) same.set(key, []);
      same.get(key).push(edge);
    });
    same.forEach(function (all) { all.forEach(function (edge, number) { moved.set(edge, (number - (all.length - 1) / 2) * Math.min(7, 18 / all.length)); }); });
    return moved;
  }

  function drawEdge(into, model, edge, scene, way) {
    var aside = scene.apart.get(edge), kind = model.kinds[edge.kind][0];
    var upper = scene.places.get(edge.to), lower = scene.places.get(edge.from);
    upper = [upper[0], upper[1] + aside];
    lower = [lower[0], lower[1] + aside];
    var start = scene.names.get(edge.to).end + 4 * way, end = lower[0] - 8 * way, heads = -way, tails = way, bend;
    if ((end - start) * way > 0) bend = way * (Math.max(start * way, upper[0] * way + map.COLUMN * 0.75) + end * way) / 2;
    else {
      start = upper[0] - 8 * way;
      heads = way;
      if ((start - scene.names.get(edge.from).end) * way > 20) {
        end = scene.names.get(edge.from).end + 4 * way;
        tails = -way;
        bend = (start + end) / 2;
      } else bend = way * (Math.min(start * way, end * way) - 16 - Math.min(36, Math.abs(upper[1] - lower[1]) / 6));
    }
    var classes = "gs-edge gs-edge-" + kind.replace("_", "-") + (edge.way ? " gs-way-" + WAYS[edge.way] : "") + (edge.across ? " gs-across" : "");
    var isExtra = model.parent[edge.from] !== edge.to;
    var tie = add(into, "g", { class: isExtra ? "tie further" : "tie", "data-from": edge.from, "data-to": edge.to });
    add(tie, "path", { class: classes, d: "M" + start + " " + upper[1] + "C" + bend + " " + upper[1] + " " + bend + " " + lower[1] + " " + end + " " + lower[1] });
    function head(x, y, to) {
      var d = headPath(x, y, kind, to);
      if (d) add(tie, "path", { class: (FULL[kind] ? "gs-head-full " : "gs-head ") + classes, d: d });
    }
    if (edge.way !== 2) head(start, upper[1], heads);
    if (edge.way > 1) head(end, lower[1], tails);
    if (edge.across) add(tie, "circle", { class: "gs-bridge", cx: (start + 6 * bend + end) / 8, cy: (upper[1] + lower[1]) / 2, r: 3 });
  }

  // A drawing of these goals and edges.
  map.draw = function (model, view, places, names, way, root, label) {
    var svg = document.createElementNS(SVG, "svg"), scene = { places: places, names: names, apart: apart(view.edges) };
    svg.setAttribute("class", "gs-tree");
    svg.setAttribute("role", "group");
    svg.setAttribute("aria-label", label);
    view.edges.forEach(function (edge) { drawEdge(svg, model, edge, scene, way); });
    view.shown.forEach(function (i) { drawNode(svg, model, i, places.get(i), names.get(i), way, root + map.href(model, i)); });
    return svg;
  };

  // The corners of what is shown.
  map.extent = function (places, names) {
    var box = [Infinity, Infinity, -Infinity, -Infinity];
    places.forEach(function (at, i) {
      var end = names.get(i).end;
      box = [Math.min(box[0], at[0] - 50, end - 14), Math.min(box[1], at[1] - 20), Math.max(box[2], at[0] + 50, end + 14), Math.max(box[3], at[1] + 20)];
    });
    return places.size ? box : [0, 0, 1, 1];
  };

  var STYLES = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "stroke-opacity", "fill-opacity", "paint-order"];

  function* marks(svg) {
    for (var mark of svg.querySelectorAll("path, circle, text")) {
      var style = getComputedStyle(mark);
      if (style.display !== "none") yield [mark, style];
    }
  }

  // The drawing as the text of a file that needs no style sheet; `svg` has to stand in the page.
  map.asSvg = function (svg, box, ground) {
    var copy = document.createElementNS(SVG, "svg"), size = { width: Math.round(box[2]), height: Math.round(box[3]) };
    add(copy, "rect", { x: box[0], y: box[1], width: box[2], height: box[3], fill: ground });
    copy.setAttribute("viewBox", box.join(" "));
    for (var key in size) copy.setAttribute(key, size[key]);
    for (var [mark, style] of marks(svg)) {
      var one = mark.cloneNode(false);
      one.removeAttribute("class");
      STYLES.forEach(function (name) { one.setAttribute(name, style.getPropertyValue(name)); });
      if (mark.tagName === "text") {
        one.textContent = mark.textContent;
        one.setAttribute("font-family", style.fontFamily);
        one.setAttribute("font-size", style.fontSize);
        one.setAttribute("direction", style.direction);
        one.setAttribute("dominant-baseline", "central");
      }
      copy.appendChild(one);
    }
    return new Blob(['<?xml version="1.0" encoding="UTF-8"?>\n', new XMLSerializer().serializeToString(copy)], { type: "image/svg+xml" });
  };

  // The drawing as a picture, painted stroke by stroke: the page's policy lets no picture be made from a text.
  map.asPng = function (svg, box, ground, done) {
    var scale = Math.min(2, 8000 / box[2], 8000 / box[3]), canvas = document.createElement("canvas"), pen = canvas.getContext("2d");
    canvas.width = Math.max(1, Math.round(box[2] * scale));
    canvas.height = Math.max(1, Math.round(box[3] * scale));
    pen.fillStyle = ground;
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.scale(scale, scale);
    pen.translate(-box[0], -box[1]);
    pen.textBaseline = "middle";
    pen.lineJoin = "round";
    for (var [mark, style] of marks(svg)) {
      pen.globalAlpha = +style.fillOpacity;
      pen.fillStyle = style.fill;
      if (mark.tagName === "text") {
        pen.font = style.fontSize + " " + style.fontFamily;
        pen.direction = style.direction;
        pen.textAlign = "start";
        pen.strokeStyle = style.stroke;
        pen.lineWidth = parseFloat(style.strokeWidth);
        if (style.stroke !== "none") pen.strokeText(mark.textContent, +mark.getAttribute("x"), +mark.getAttribute("y"));
        pen.fillText(mark.textContent, +mark.getAttribute("x"), +mark.getAttribute("y"));
        continue;
      }
      var path = new Path2D(mark.getAttribute("d") || undefined);
      if (mark.tagName === "circle") path.arc(+mark.getAttribute("cx"), +mark.getAttribute("cy"), +mark.getAttribute("r"), 0, 7);
      if (style.fill !== "none") pen.fill(path);
      pen.globalAlpha = +style.strokeOpacity;
      pen.strokeStyle = style.stroke;
      pen.lineWidth = parseFloat(style.strokeWidth);
      pen.setLineDash(style.strokeDasharray === "none" ? [] : style.strokeDasharray.split(",").map(parseFloat));
      if (style.stroke !== "none") pen.stroke(path);
    }
    canvas.toBlob(done, "image/png");
  };
})();
