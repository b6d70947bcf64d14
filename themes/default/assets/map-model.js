// The goals of the map: read from the files the page names, found, filtered and brought together. It knows no page.
(function () {
  "use strict";
  var map = (window.goalsiteMap = {}), offline = window.goalsiteOffline;
  map.ROW = 22;
  map.COLUMN = 270;
  map.INDENT = 18;
  var MOST_AROUND = 400, WIDEST_ROW = 28, FREE = 520, BEFORE = { supports: 1, contributes: 1, cascades_from: 1, depends_on: 1, continues: 1 };

  // The one place that gets data.
  map.load = function (files) {
    return Promise.all(files.map(function (file) {
      if (offline) return offline.load(file);
      return fetch(file).then(function (answer) {
        if (!answer.ok) throw new Error(file + ": " + answer.status);
        return answer.json();
      });
    })).then(map.model);
  };

  // The columns of all files as one, a goal being its number; `ties[i]` are the numbers of the edges at goal i.
  map.model = function (parts) {
    var all = {
      id: [], title: [], unit: [], cycle: [], status: [], x: [], y: [], parent: [], edges: [], number: new Map(),
      kpi: new Set(), exposed: new Set(), near: new Set(), units: new Map(), cycles: new Map(), statuses: new Map(),
      kinds: parts.length ? parts[0].kinds : [],
    };
    parts.forEach(function (part) {
      part.id.forEach(function (id, place) {
        all.number.set(id, all.id.length);
        all.id.push(id);
        all.unit.push(part.units[part.unit[place]][0]);
        all.cycle.push(part.cycles[part.cycle[place]][0]);
        all.status.push(part.statuses[part.status[place]][0]);
      });
      ["title", "x", "y", "parent"].forEach(function (name) { part[name].forEach(function (one) { all[name].push(one); }); });
      ["kpi", "exposed", "near"].forEach(function (name) { part[name].forEach(function (place) { all[name].add(part.first + place); }); });
      ["units", "cycles", "statuses"].forEach(function (name) { part[name].forEach(function (row) { all[name].set(row[0], row); }); });
    });
    all.ties = all.id.map(function () { return []; });
    parts.forEach(function (part) {
      for (var at = 0; at < part.edges.length; at += 5) {
        var edge = { from: part.edges[at], to: part.edges[at + 1], kind: part.edges[at + 2], way: part.edges[at + 3], across: !!part.edges[at + 4] };
        all.ties[edge.from].push(all.edges.length);
        all.ties[edge.to].push(all.edges.length);
        all.edges.push(edge);
      }
    });
    return all;
  };

  map.tone = function (model, i) { return model.statuses.get(model.status[i])[2]; };
  map.said = function (model, i) { return model.kpi.has(i) ? "KPI · " + model.title[i] : model.title[i]; };
  map.href = function (model, i) {
    var path = (model.kpi.has(i) ? "kpis/" : "goals/") + model.id[i].normalize("NFC").split("/").map(encodeURIComponent).join("/") + "/";
    return offline ? offline.page(path) : path;
  };

  function isUsed(model, state, edge) { return !state.edges.length || state.edges.indexOf(model.kinds[edge.kind][0]) >= 0; }

  function passes(model, state, i) {
    if (state.unit && model.unit[i] !== state.unit && model.unit[i].indexOf(state.unit + "/") !== 0) return false;
    if (state.status && model.status[i] !== state.status) return false;
    if (state.exposed && !model.exposed.has(i)) return false;
    var cycle = model.cycle[i];
    if (!cycle || state.cycle === "all") return true;
    return state.cycle ? cycle === state.cycle : !!model.cycles.get(cycle)[2];
  }

  function around(model, state, start) {
    var found = new Set([start]), rim = [start];
    for (var hop = 0; hop < state.hops; hop++) {
      var next = [];
      rim.forEach(function (i) {
        model.ties[i].forEach(function (number) {
          var edge = model.edges[number], other = edge.from === i ? edge.to : edge.from;
          if (found.has(other) || !isUsed(model, state, edge)) return;
          found.add(other);
          next.push(other);
        });
      });
      rim = next;
    }
    return found;
  }

  // Whether a view asks for goals by what they are; one that does not leaves out those that stand alone.
  map.isNarrowed = function (state) { return !!(state.unit || state.status || state.exposed || state.cycle); };

  // The goals and edges of a view: those around its focus, or the strategy level of a large map, or all; filtered.
  map.view = function (model, state, isLarge) {
    var focus = model.number.get(state.focus), isNarrowed = map.isNarrowed(state);
    var from = focus !== undefined ? around(model, state, focus)
      : isLarge && !state.all && !isNarrowed && !state.edges.length ? model.near : model.id.keys();
    var shown = new Set(), edges;
    Array.from(from).sort(function (a, b) { return a - b; }).forEach(function (i) {
      if (i === focus || (focus !== undefined && !isNarrowed) || passes(model, state, i)) shown.add(i);
    });
    function tied() {
      edges = model.edges.filter(function (edge) { return shown.has(edge.from) && shown.has(edge.to) && isUsed(model, state, edge); });
    }
    tied();
    var ofCycle = state.cycle && state.cycle !== "all";
    if (focus === undefined && (!isNarrowed || state.edges.length || ofCycle)) {
      var ends = new Set();
      edges.forEach(function (edge) { ends.add(edge.from); ends.add(edge.to); });
      shown.forEach(function (i) {
        if (!ends.has(i) && (!isNarrowed || state.edges.length || model.kpi.has(i))) shown.delete(i);
      });
      tied();
    }
    return { shown: Array.from(shown), edges: edges, focus: focus };
  };

  // The place of each goal shown: as the site laid it out, with no more than a row or a column of emptiness left
  // between those that are, and rows further apart where there are few; around a focus what it serves lies before it,
  // who carries it behind. A narrow screen has a row for each goal.
  map.places = function (model, view, isMirrored, isNarrow) {
    var way = isMirrored ? -1 : 1, at = new Map(), x, y, apart;
    if (isNarrow) return outline(model, view, way);
    if (map.isAround(view)) return layers(model, view, way);
    x = closed(model.x, view.shown, map.COLUMN);
    y = closed(model.y, view.shown, map.ROW);
    apart = Math.max(1, Math.min(WIDEST_ROW / map.ROW, FREE / Math.max(1, ...y.values())));
    view.shown.forEach(function (i) { at.set(i, [way * x.get(model.x[i]), y.get(model.y[i]) * apart]); });
    return at;
  };

  // Goals one below the other: each after the one it stands below and further in; around a focus from what it serves
  // down to who carries it.
  function outline(model, view, way) {
    var x = new Map(), y = new Map(), at = new Map(), shown = new Set(view.shown), below = new Map(), waiting;
    view.shown.forEach(function (i) { x.set(i, model.x[i]); y.set(i, model.y[i]); });
    if (map.isAround(view)) layers(model, view, 1).forEach(function (place, i) { x.set(i, place[0]); y.set(i, place[1]); });
    function put(i, level) { at.set(i, [way * Math.min(level, 5) * map.INDENT, at.size * WIDEST_ROW]); }
    var sorted = view.shown.slice().sort(function (a, b) { return x.get(a) - x.get(b) || y.get(a) - y.get(b); });
    if (map.isAround(view)) {
      var steps = Array.from(new Set(x.values())).sort(function (a, b) { return a - b; });
      sorted.forEach(function (i) { put(i, steps.indexOf(x.get(i))); });
      return at;
    }
    sorted.forEach(function (i) {
      var parent = shown.has(model.parent[i]) ? model.parent[i] : -1;
      if (!below.has(parent)) below.set(parent, []);
      below.get(parent).push(i);
    });
    waiting = (below.get(-1) || []).reverse().map(function (i) { return [i, 0]; });
    while (waiting.length) {
      var next = waiting.pop();
      put(next[0], next[1]);
      (below.get(next[0]) || []).reverse().forEach(function (i) { waiting.push([i, next[1] + 1]); });
    }
    return at;
  }

  map.isAround = function (view) { return view.focus !== undefined && view.shown.length <= MOST_AROUND; };

  function layers(model, view, way) {
    var level = new Map([[view.focus, 0]]), rows = new Map([[0, [view.focus]]]), waiting = [view.focus], at = new Map(), ties = new Map();
    view.edges.forEach(function (edge) {
      [[edge.from, edge.to, BEFORE[model.kinds[edge.kind][0]] ? -1 : 1], [edge.to, edge.from, BEFORE[model.kinds[edge.kind][0]] ? 1 : -1]].forEach(function (tie) {
        if (!ties.has(tie[0])) ties.set(tie[0], []);
        ties.get(tie[0]).push(tie);
      });
    });
    for (var next = 0; next < waiting.length; next++) {
      (ties.get(waiting[next]) || []).sort(function (a, b) { return model.y[a[1]] - model.y[b[1]] || a[1] - b[1]; }).forEach(function (tie) {
        if (level.has(tie[1])) return;
        var where = level.get(tie[0]) + tie[2];
        level.set(tie[1], where);
        rows.set(where, (rows.get(where) || []).concat(tie[1]));
        waiting.push(tie[1]);
      });
    }
    var among = rows.get(0).slice(1);
    among.splice(among.length >> 1, 0, view.focus);
    rows.set(0, among);
    rows.forEach(function (row, where) {
      row.forEach(function (i, number) { at.set(i, [way * where * (map.COLUMN + 80), (number - (row.length - 1) / 2) * (map.ROW + 6)]); });
    });
    return at;
  }

  function closed(values, shown, most) {
    var last = null, to = 0, found = new Map();
    Array.from(new Set(shown.map(function (i) { return values[i]; }))).sort(function (a, b) { return a - b; }).forEach(function (value) {
      if (last !== null) to += Math.min(value - last, most);
      last = value;
      found.set(value, to);
    });
    return found;
  }

  // Every goal whose title or id holds all words of the query as the search compares them, those that are shown first.
  map.find = function (model, query, shown) {
    var search = window.goalsiteSearch, words = search.wordsOf(query), first = new Set(shown);
    if (!words.length) return [];
    model.texts = model.texts || model.id.map(function (id, i) { return search.fold(model.title[i] + " " + id); });
    var hits = model.texts.map(function (_, i) { return i; }).filter(function (i) {
      return words.every(function (word) { return model.texts[i].indexOf(word) >= 0; });
    });
    return hits.filter(function (i) { return first.has(i); }).concat(hits.filter(function (i) { return !first.has(i); }));
  };

  // The goal to which an arrow key leads: `in` to one below, `out` to the one above, `before` and `after` beside.
  map.beside = function (model, places, from, towards, isMirrored) {
    var start = places.get(from), best = null, least = Infinity, way = isMirrored ? -1 : 1;
    places.forEach(function (at, i) {
      var dx = (at[0] - start[0]) * way, dy = at[1] - start[1], far;
      if (towards === "out" || towards === "in") {
        if (towards === "out" ? dx >= 0 : dx <= 0) return;
        far = Math.abs(dx) + Math.abs(dy) * 2;
        if ((towards === "out" ? model.parent[from] === i : model.parent[i] === from)) far -= 1e6;
      } else {
        if (i === from || (towards === "before" ? dy >= 0 : dy <= 0)) return;
        far = Math.abs(dy) + Math.abs(dx) * 20;
      }
      if (far < least) { least = far; best = i; }
    });
    return best;
  };
})();
