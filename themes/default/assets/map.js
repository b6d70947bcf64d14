// The map as one moves about in it. What is shown is the address: every view is a link, and Back goes back.
(function () {
  "use strict";
  var map = window.goalsiteMap, MOST_DRAWN = 1500, MOST_LISTED = 100, NARROW = 520, LARGEST = 1.2, LEAST_READ = 0.7, NEAREST = 4, FURTHEST = 0.002;
  var root = document.querySelector(".atlas[data-files]");
  if (!root || !window.URLSearchParams || !window.PointerEvent) return;
  var words = (map.words = root.dataset), isLarge = "large" in root.dataset;
  var stage = root.querySelector(".stage"), beside = root.querySelector(".beside"), controls = root.querySelector(".controls");
  var told = root.querySelector(".told"), start = root.querySelector(".start"), isMirrored = getComputedStyle(root).direction === "rtl";
  var way = isMirrored ? -1 : 1, figures = new Intl.NumberFormat(document.documentElement.lang);
  var model, loading, view, places, names, svg, gl, camera, state = read(), held = null, run = 0, frame = 0, later = 0, isDrawn = "", isNarrow = false;

  // The address
  function read() {
    var asked = new URLSearchParams(location.search), at = (asked.get("at") || "").split(",");
    var spot = at.slice(0, 3).map(Number);
    return {
      focus: asked.get("focus") || "", hops: Math.min(3, Math.max(1, Math.floor(+asked.get("hops")) || 1)),
      edges: (asked.get("edges") || "").split(",").filter(Boolean), unit: asked.get("unit") || "", cycle: asked.get("cycle") || "",
      status: asked.get("status") || "", exposed: asked.has("exposed"), all: asked.has("all"), q: asked.get("q") || "", on: asked.get("on") || "",
      at: spot.length === 3 && spot.every(isFinite) && spot[2] > 0 ? spot.concat(at[3] === "narrow" ? "narrow" : []) : null,
    };
  }
  function write(isNew) {
    var said = new URLSearchParams();
    ["focus", "unit", "cycle", "status", "q", "on"].forEach(function (key) { if (state[key]) said.set(key, state[key]); });
    if (state.focus && state.hops > 1) said.set("hops", state.hops);
    if (state.edges.length) said.set("edges", state.edges.join(","));
    if (state.exposed) said.set("exposed", "");
    if (state.all) said.set("all", "");
    if (state.at) said.set("at", state.at.join(","));
    var text = said.toString().replace(/=(?=&|$)/g, "").replace(/%2C/g, ",").replace(/%2F/g, "/");
    history[isNew ? "pushState" : "replaceState"](null, "", (text ? "?" + text : location.pathname) + location.hash);
  }
  function isAsked() { return !!(state.focus || state.edges.length || state.all || state.q || state.on || map.isNarrowed(state)); }
  function change(more, isQuiet) {
    Object.assign(state, more);
    if (!isQuiet) state.at = null;
    write(!isQuiet);
    return wake().then(isQuiet ? mark : show);
  }

  // Lets the browser answer the reader before the next piece of work
  function pause() { return new Promise(function (done) { setTimeout(done); }); }

  // From the address to the picture
  function wake() {
    loading = loading || map.load(root.dataset.files.split(" ")).then(function (read) {
      model = read;
      fill();
      return pause();
    });
    return loading.catch(function (error) {
      loading = null;
      tell(words.unread);
      throw error;
    });
  }
  function shown() { return wake().then(function () { return view ? null : show(); }); }
  function show() {
    var own = ++run;
    view = map.view(model, state, isLarge);
    map.useFont(getComputedStyle(stage).fontFamily);
    var needsGl = view.shown.length > MOST_DRAWN;
    isNarrow = !needsGl && stage.clientWidth < NARROW;
    places = map.places(model, view, isMirrored, isNarrow);
    names = map.names(model, places, way, isNarrow ? alone : map.isAround(view) ? function () { return 280; } : null);
    return (needsGl ? withGl().then(pause) : Promise.resolve()).then(function () {
      if (own !== run) return;
      clear();
      if (needsGl) gl = map.webgl(stage, model, view, places, names, way);
      else svg = stage.appendChild(map.draw(model, view, places, names, way, root.dataset.root, words.label));
      root.classList.add("drawn");
      shape(needsGl);
      look(state.at && (state.at[3] === "narrow") === isNarrow ? state.at : opening(needsGl));
      return needsGl ? pause().then(function () { if (own === run) settle(); }) : settle();
    }, function () {
      tell(words.nogl);
      if (state.all) return change({ all: false });
    });
  }
  function withGl() {
    if (map.webgl) return Promise.resolve();
    tell(words.loading);
    return load(root.dataset.graph).then(function () { return load(root.dataset.webgl); }).then(function () {
      if (!map.webgl) throw new Error("no WebGL");
    });
  }
  function load(address) {
    return new Promise(function (done, failed) {
      var script = document.createElement("script");
      script.src = address;
      script.onload = done;
      script.onerror = failed;
      document.head.appendChild(script);
    });
  }
  function clear() {
    if (gl) gl.end();
    gl = svg = null;
    stage.textContent = "";
    isDrawn = "";
    held = null;
  }
  function settle() {
    if (start) start.hidden = !!(state.all || state.focus);
    mark();
    write(false);
  }

  // Where one looks: the middle of the stage in the map's own measure, and how much larger it is there
  function size() { return [stage.clientWidth || 1, stage.clientHeight || 1]; }
  // How much room the name of a goal has that is alone in its row
  function alone(at) { return Math.max(120, stage.clientWidth - 84 - Math.abs(at[0])); }
  // The stage is as high as what is drawn at the size it opens with, within what the style sheet allows
  function shape(isWhole) {
    var box = map.extent(places, names), k = Math.min(size()[0] / (box[2] - box[0]), LARGEST);
    if (isWhole) stage.style.removeProperty("--drawn");
    else stage.style.setProperty("--drawn", Math.ceil((box[3] - box[1]) * (k < LEAST_READ ? 1 : k)) + 2 + "px");
  }
  // As near to a height as leaves nothing empty above or below the drawing
  function level(y, k) {
    var box = map.extent(places, names), half = size()[1] / k / 2;
    return Math.max(box[1] + half, Math.min(y, box[3] - half));
  }
  function opening(isWhole) {
    var box = map.extent(places, names), room = size(), at = places.get(chosen());
    var k = Math.min(room[0] / (box[2] - box[0]), room[1] / (box[3] - box[1]), LARGEST);
    if (isWhole || k >= (isNarrow ? 0.9 : LEAST_READ)) return [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2, k];
    k = isNarrow ? 1 : 0.9;
    if (at && isNarrow) return [(box[0] + box[2]) / 2, level(at[1], k), k];
    if (at) return [at[0] + way * 100, at[1], k];
    var tall = Math.min(room[1] / k, box[3] - box[1]);
    return [isMirrored ? box[2] - room[0] / k / 2 : box[0] + room[0] / k / 2, box[1] + tall / 2, k];
  }
  function scaled(k) { return Math.min(NEAREST, Math.max(FURTHEST, k)); }
  function look(at) {
    camera = { x: at[0], y: at[1], k: scaled(at[2]) };
    if (!frame) frame = requestAnimationFrame(turn);
  }
  function turn() {
    frame = 0;
    var room = size(), k = camera.k, drawn = svg || (gl && gl.over);
    if (gl) gl.look(camera, room, hands.size > 0);
    if (!drawn) return;
    // While a drawing is dragged it is moved whole, which needs no painting; at rest its part in view is drawn anew.
    if (svg && hands.size && held && held.k === k) {
      svg.classList.add("moving");
      svg.style.transform = "translate(" + (held.x - camera.x) * k + "px," + (held.y - camera.y) * k + "px)";
      return;
    }
    held = camera;
    drawn.classList.remove("moving");
    drawn.style.transform = "";
    drawn.setAttribute("viewBox", [camera.x - room[0] / 2 / k, camera.y - room[1] / 2 / k, room[0] / k, room[1] / k].join(" "));
    drawn.classList.toggle("far", k < 0.42);
  }
  function moved(at) {
    look(at);
    clearTimeout(later);
    later = setTimeout(function () {
      state.at = [Math.round(camera.x), Math.round(camera.y), +camera.k.toPrecision(3)].concat(isNarrow ? "narrow" : []);
      write(false);
    }, 300);
  }
  function zoom(factor, x, y) {
    var room = size(), k = scaled(camera.k * factor), dx = x === undefined ? 0 : x - room[0] / 2, dy = y === undefined ? 0 : y - room[1] / 2;
    moved([camera.x + dx / camera.k - dx / k, camera.y + dy / camera.k - dy / k, k]);
  }
  function goal(x, y) {
    var box = stage.getBoundingClientRect(), room = size(), wx, wy, best = null, least = 12;
    wx = camera.x + (x - box.left - room[0] / 2) / camera.k;
    wy = camera.y + (y - box.top - room[1] / 2) / camera.k;
    places.forEach(function (at, i) {
      var dy = Math.abs(at[1] - wy) * camera.k, dx = (wx - at[0]) * way, wide = camera.k > 0.5 ? (names.get(i).end - at[0]) * way : 0;
      dx = (dx < 0 ? -dx : Math.max(0, dx - wide)) * camera.k;
      if (dx + dy < least) { least = dx + dy; best = i; }
    });
    return best;
  }

  // Selection and what stands beside the map
  function chosen() { return model.number.get(state.on || state.focus); }
  function select(i, isFollowed) {
    change({ on: model.id[i] }, true).then(function () {
      var at = places.get(i), room = size(), k = camera.k;
      if (!at || !isFollowed) return;
      var x = isNarrow ? camera.x : at[0] + way * 80, dx = Math.abs(x - camera.x) * k, dy = Math.abs(at[1] - camera.y) * k;
      if (dx > room[0] / 2 - 90 || dy > room[1] / 2 - 20) moved([x, isNarrow ? level(at[1], k) : at[1], Math.max(k, gl ? 0.6 : k)]);
    });
  }
  function hits() { return state.q ? map.find(model, state.q, view.shown) : []; }
  function mark() {
    if (!view) return;
    var i = chosen(), found = new Set(hits());
    if (gl) over(i, found);
    else if (svg) {
      svg.classList.toggle("picked", i !== undefined && places.has(i));
      svg.querySelectorAll(".on, .hit").forEach(function (one) { one.classList.remove("on", "hit"); });
      svg.querySelectorAll("[data-goal]").forEach(function (one) { one.classList.toggle("hit", found.has(+one.dataset.goal)); });
      if (i !== undefined) svg.querySelectorAll('[data-goal="' + i + '"], [data-from="' + i + '"], [data-to="' + i + '"]').forEach(function (one) { one.classList.add("on"); });
    }
    list(i, found);
  }
  // Above the canvas, what is selected and found is drawn as on a small map.
  function over(i, found) {
    var key = i + " " + state.q, some = new Set(Array.from(found).filter(function (hit) { return places.has(hit); }).slice(0, MOST_LISTED));
    if (key === isDrawn) return;
    isDrawn = key;
    var edges = i === undefined ? [] : view.edges.filter(function (edge) { return edge.from === i || edge.to === i; });
    edges.forEach(function (edge) { some.add(edge.from); some.add(edge.to); });
    if (i !== undefined && places.has(i)) some.add(i);
    if (gl.over) gl.over.remove();
    gl.over = null;
    gl.quiet(some.size > 0);
    if (!some.size) return;
    gl.over = map.draw(model, { shown: Array.from(some), edges: edges }, places, names, way, root.dataset.root, words.label);
    gl.over.classList.add("over");
    var one = i !== undefined && gl.over.querySelector('[data-goal="' + i + '"]');
    if (one) one.classList.add("on");
    stage.appendChild(gl.over);
    turn();
  }
  function make(name, attributes, children) {
    var made = document.createElement(name);
    for (var key in attributes) made.setAttribute(key, attributes[key]);
    (children || []).forEach(function (child) { made.append(child); });
    return made;
  }
  function status(i) {
    var row = model.statuses.get(model.status[i]), sign = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    var path = sign.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "path"));
    sign.setAttribute("class", "gs-tree sign");
    sign.setAttribute("viewBox", "-7 -7 14 14");
    sign.setAttribute("aria-hidden", "true");
    path.setAttribute("class", "gs-sign gs-" + (row[2] || "plain"));
    path.setAttribute("d", map.signPath(0, 0, row[2]));
    return row[1] ? make("span", { class: "standing" }, [sign, row[1]]) : "";
  }
  function unit(i) { return model.units.get(model.unit[i])[1]; }
  function button(i) { return make("button", { type: "button", class: "plain", "data-pick": i }, [make("bdi", {}, [map.said(model, i)])]); }
  function relation(edge, i) {
    var kind = model.kinds[edge.kind], at = edge.from === i ? 1 : 3;
    return [kind[at], kind[at + 1]].filter(Boolean).join(" … ");
  }
  function table(kind, caption, heads, rows) {
    var shown = rows.slice(0, MOST_LISTED);
    var made = make("table", { class: kind }, [make("caption", {}, [caption]), make("thead", {}, [make("tr", {}, heads.map(function (head) { return make("th", { scope: "col" }, [head]); }))]), make("tbody", {}, shown.map(function (cells) {
      return make("tr", {}, cells.map(function (cell) { return make("td", {}, [cell]); }));
    }))]);
    return [made].concat(rows.length > shown.length ? [make("p", { class: "sub" }, [words.more.replace("{n}", figures.format(rows.length - shown.length))])] : []);
  }
  function list(i, found) {
    var count = words.count.replace("{n}", figures.format(view.shown.length)).replace("{total}", figures.format(model.id.length)), parts = [];
    if (i !== undefined) {
      var ties = model.ties[i].map(function (number) { return model.edges[number]; });
      parts.push(make("h3", {}, [make("a", { href: root.dataset.root + map.href(model, i), class: "title" }, [make("bdi", {}, [map.said(model, i)])])]));
      parts.push(make("p", { class: "about" }, [status(i), make("span", {}, [unit(i)]), make("span", {}, [model.cycles.get(model.cycle[i])[1]])].concat(model.exposed.has(i) ? [make("strong", {}, [words.exposed])] : [])));
      var isFocus = state.focus === model.id[i];
      parts.push(make("p", { class: "acts" }, [isFocus ? "" : make("button", { type: "button", "data-focus": i }, [words.around]), make("button", { type: "button", "data-drop": "" }, [words.all])]));
      if (ties.length) parts = parts.concat(table("ties", words.tied, [words.tie, words.goal, words.status], ties.map(function (edge) {
        var other = edge.from === i ? edge.to : edge.from;
        return [relation(edge, i), button(other), status(other)];
      })));
      tell([map.said(model, i), model.statuses.get(model.status[i])[1], model.exposed.has(i) ? words.exposed : "", unit(i), words.ties.replace("{n}", figures.format(ties.length)), count].filter(Boolean).join(" · "));
    }
    if (i === undefined || state.q) {
      var some = state.q ? Array.from(found) : view.shown;
      parts = parts.concat(some.length ? table("goals", state.q ? words.found : words.shown, [words.goal, words.status, words.unit], some.map(function (one) { return [button(one), status(one), unit(one)]; })) : [make("p", {}, [words.none])]);
      if (i === undefined) tell(state.q ? words.hits.replace("{n}", figures.format(some.length)) : count);
    }
    beside.replaceChildren.apply(beside, parts);
  }
  function tell(text) { if (told.textContent !== text) told.textContent = text; }

  // Controls
  function fill() {
    function options(name, rows) {
      rows.forEach(function (row) { if (row[1]) controls.elements[name].append(make("option", { value: row[0] }, [row[1]])); });
    }
    options("unit", Array.from(model.units.values()).filter(function (row) { return row[0]; }));
    options("cycle", Array.from(model.cycles.values()).filter(function (row) { return row[0]; }));
    options("status", Array.from(model.statuses.values()));
    var used = new Set(model.edges.map(function (edge) { return edge.kind; })), kinds = controls.querySelector(".kinds");
    model.kinds.forEach(function (kind, number) {
      if (used.has(number)) kinds.append(make("label", {}, [make("input", { type: "checkbox", name: "edges", value: kind[0] }), " " + [kind[1], kind[2]].filter(Boolean).join(" … ")]));
    });
    reflect();
  }
  function reflect() {
    ["q", "unit", "cycle", "status"].forEach(function (name) { if (controls.elements[name].value !== state[name]) controls.elements[name].value = state[name]; });
    controls.elements.exposed.checked = state.exposed;
    controls.elements.hops.value = String(state.hops);
    controls.querySelector(".hops").hidden = !state.focus;
    controls.querySelectorAll("[name=edges]").forEach(function (box) { box.checked = !state.edges.length || state.edges.indexOf(box.value) >= 0; });
  }
  controls.addEventListener("change", function (event) {
    var box = event.target, kinds = Array.from(controls.querySelectorAll("[name=edges]"));
    if (box.name === "q") return;
    var ticked = kinds.filter(function (one) { return one.checked; }).map(function (one) { return one.value; });
    change({
      unit: controls.elements.unit.value, cycle: controls.elements.cycle.value, status: controls.elements.status.value, exposed: controls.elements.exposed.checked,
      hops: +controls.elements.hops.value, edges: ticked.length === kinds.length ? [] : ticked,
    }).then(reflect);
  });
  controls.addEventListener("input", function (event) {
    if (event.target.name === "q") change({ q: event.target.value.trim() }, true);
  });
  controls.addEventListener("submit", function (event) {
    event.preventDefault();
    wake().then(function () { var first = hits()[0]; if (first !== undefined) go(first); });
  });
  // To a goal that is not shown one goes by looking around it.
  function go(i) { if (places.has(i)) select(i, true); else around(i); }
  function around(i) { change({ focus: model.id[i], on: "" }).then(reflect); }
  function drop() {
    change({ focus: "", on: "", q: "", hops: 1, edges: [], unit: "", cycle: "", status: "", exposed: false }).then(reflect);
  }
  root.addEventListener("click", function (event) {
    var act = event.target.closest("button");
    if (!act) return;
    if (act.dataset.pick) go(+act.dataset.pick);
    else if (act.dataset.focus) around(+act.dataset.focus);
    else if ("drop" in act.dataset) drop();
    else if (act.dataset.zoom) shown().then(function () { scale(act.dataset.zoom); });
    else if (act.dataset.save) shown().then(function () { save(act.dataset.save); });
    else if (act === start) change({ all: true });
  });
  function scale(how) {
    if (how === "0") {
      var box = map.extent(places, names), room = size();
      moved([(box[0] + box[2]) / 2, (box[1] + box[3]) / 2, Math.min(room[0] / (box[2] - box[0]), room[1] / (box[3] - box[1]), 1.5)]);
    } else zoom(how === "+" ? 1.4 : 1 / 1.4);
  }
  function save(kind) {
    var room = size(), k = camera.k, box = [camera.x - room[0] / 2 / k, camera.y - room[1] / 2 / k, room[0] / k, room[1] / k], drawn = svg;
    if (gl) drawn = stage.appendChild(map.draw(model, inside(box), places, names, way, root.dataset.root, words.label));
    function done(blob) {
      var link = make("a", { href: URL.createObjectURL(blob), download: "map." + kind });
      link.click();
      setTimeout(function () { URL.revokeObjectURL(link.href); }, 1e4);
    }
    var ground = getComputedStyle(document.body).backgroundColor;
    if (kind === "svg") done(map.asSvg(drawn, box, ground)); else map.asPng(drawn, box, ground, done);
    if (gl) drawn.remove();
  }
  function inside(box) {
    function isIn(i) { var at = places.get(i); return at[0] > box[0] - 400 && at[0] < box[0] + box[2] + 400 && at[1] > box[1] && at[1] < box[1] + box[3]; }
    return { shown: view.shown.filter(isIn), edges: view.edges.filter(function (edge) { return isIn(edge.from) || isIn(edge.to); }) };
  }

  // Hands: one drags, two zoom; a click selects, a double click opens; the wheel zooms where the map has the focus
  var hands = new Map(), wasDragged = false, span = 0;
  stage.addEventListener("pointerdown", function (event) {
    if (!camera || event.button) return;
    hands.set(event.pointerId, [event.clientX, event.clientY]);
    wasDragged = false;
    span = 0;
  });
  stage.addEventListener("pointermove", function (event) {
    var last = hands.get(event.pointerId), dx, dy;
    if (!last) return;
    dx = event.clientX - last[0];
    dy = event.clientY - last[1];
    if (!wasDragged && Math.abs(dx) + Math.abs(dy) < 4) return;
    if (!wasDragged) stage.setPointerCapture(event.pointerId);
    wasDragged = true;
    hands.set(event.pointerId, [event.clientX, event.clientY]);
    if (hands.size === 1) return moved([camera.x - dx / camera.k, camera.y - dy / camera.k, camera.k]);
    var both = Array.from(hands.values()), wide = Math.hypot(both[0][0] - both[1][0], both[0][1] - both[1][1]), box = stage.getBoundingClientRect();
    if (span) zoom(wide / span, (both[0][0] + both[1][0]) / 2 - box.left, (both[0][1] + both[1][1]) / 2 - box.top);
    span = wide;
  });
  ["pointerup", "pointercancel"].forEach(function (name) {
    stage.addEventListener(name, function (event) {
      hands.delete(event.pointerId);
      span = 0;
      if (wasDragged) look([camera.x, camera.y, camera.k]);
    });
  });
  stage.addEventListener("dragstart", function (event) { event.preventDefault(); });
  stage.addEventListener("click", function (event) {
    if (!view || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (wasDragged) return;
    var i = goal(event.clientX, event.clientY);
    stage.focus({ preventScroll: true });
    if (i !== null) select(i); else if (state.on) change({ on: "" }, true);
  });
  stage.addEventListener("dblclick", function (event) {
    var i = view ? goal(event.clientX, event.clientY) : null;
    if (i !== null) location.href = root.dataset.root + map.href(model, i);
  });
  stage.addEventListener("wheel", function (event) {
    if (!camera || !(event.ctrlKey || document.activeElement === stage)) return;
    event.preventDefault();
    var box = stage.getBoundingClientRect();
    zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0015)), event.clientX - box.left, event.clientY - box.top);
  }, { passive: false });
  var ARROWS = { ArrowUp: "before", ArrowDown: "after", ArrowLeft: isMirrored ? "in" : "out", ArrowRight: isMirrored ? "out" : "in" };
  stage.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    var key = event.key, i = view ? chosen() : undefined;
    if (ARROWS[key]) {
      shown().then(function () {
        var from = chosen();
        if (from === undefined || !places.has(from)) return view.shown.length ? select(first(), true) : null;
        var to = map.beside(model, places, from, ARROWS[key], isMirrored);
        if (to !== null) select(to, true);
      });
    } else if (key === "Enter" && i !== undefined) location.href = root.dataset.root + map.href(model, i);
    else if (key === "Escape" && state.on) change({ on: "" }, true);
    else if ((key === "+" || key === "=" || key === "-" || key === "0") && view) scale(key === "=" ? "+" : key);
    else return;
    event.preventDefault();
  });
  // The goal furthest out and highest up: where a first arrow key leads
  function first() {
    return view.shown.reduce(function (best, i) {
      var a = places.get(i), b = places.get(best);
      return (a[0] - b[0]) * way < 0 || (a[0] === b[0] && a[1] < b[1]) ? i : best;
    });
  }

  addEventListener("popstate", function () {
    state = read();
    wake().then(function () { reflect(); return show(); });
  });
  if (window.ResizeObserver) new ResizeObserver(function () {
    if (!camera) return;
    if (svg && stage.clientWidth < NARROW !== isNarrow) show();
    else look([camera.x, camera.y, camera.k]);
  }).observe(stage);
  function repaint() { if (gl) show(); }
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
  new MutationObserver(repaint).observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });

  controls.hidden = beside.hidden = false;
  reflect();
  root.classList.add("live");
  stage.setAttribute("role", "application");
  stage.setAttribute("aria-label", words.label);
  if (isLarge && !isAsked()) {
    tell("");
    root.addEventListener("focusin", function (event) { if (event.target !== start) shown(); }, { once: true });
    stage.addEventListener("pointerdown", function () { shown(); }, { once: true });
  } else shown();
})();
