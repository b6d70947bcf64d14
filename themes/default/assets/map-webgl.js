// More goals than one drawing holds, on a canvas: sigma draws signs and edges, names stand on a canvas of their own.
(function () {
  "use strict";
  var map = window.goalsiteMap, graph = window.goalsiteGraph;
  if (!graph || !document.createElement("canvas").getContext("webgl2")) return;
  var SHAPES = { warn: 1, bad: 2 }, DASHES = {
    cascades_from: [10, 3], improves: [6, 4], guards: [2, 3], depends_on: [8, 4], continues: [4, 4], replaced_by: [4, 4], same_as: [1, 3],
  };
  var MATRIX = "uniform mat3 u_matrix;\n", HEAD = "precision highp float;\n";
  var pixels = 1, scale = 1, isMoving = false, trees = 0; // how large a pixel and the map are; how many edges make its trees

  var NODES = HEAD + MATRIX + "attribute vec2 a_position; attribute vec4 a_color; attribute float a_shape; uniform float u_radius;\n" +
    "varying vec4 v_color; varying float v_shape; varying float v_radius;\n" +
    "void main() { gl_Position = vec4((u_matrix * vec3(a_position, 1.0)).xy, 0.0, 1.0); v_radius = u_radius * 2.2; gl_PointSize = v_radius * 2.0; v_shape = a_shape;\n" +
    "v_color = a_color; }";
  // a disc, a triangle where it warns, a diamond where it is bad; a ring around what is exposed
  var SIGNS = HEAD + "varying vec4 v_color; varying float v_shape; varying float v_radius;\n" +
    "void main() { vec2 at = (gl_PointCoord * 2.0 - 1.0) * 2.2; float shape = mod(v_shape, 4.0); float far = length(at);\n" +
    " float edge = shape > 1.5 ? (abs(at.x) + abs(at.y)) / 1.3 : shape > 0.5 ? max(at.y * 1.3, abs(at.x) * 1.15 - at.y * 0.6 - 0.1) : far;\n" +
    " bool ring = v_shape > 3.5 && v_radius > 5.0 && abs(far - 1.85) < 0.16;\n if (edge > 1.0 && !ring) discard; gl_FragColor = v_color; }";
  var LINES = HEAD + MATRIX + "attribute vec2 a_from; attribute vec2 a_to; attribute vec4 a_color; attribute vec4 a_form; attribute float a_faint; attribute float a_end; attribute float a_side; uniform vec2 u_room; uniform float u_heads;\n" +
    "varying vec4 v_color; varying vec4 v_form; varying float v_along; varying float v_long; varying float v_side;\n" +
    "void main() { vec2 from = (u_matrix * vec3(a_from, 1.0)).xy; vec2 to = (u_matrix * vec3(a_to, 1.0)).xy; vec2 way = (to - from) * u_room;\n" +
    " v_long = max(length(way), 0.001); vec2 across = vec2(-way.y, way.x) / v_long; float half_ = max(a_form.z, u_heads * 4.0) + 0.5; v_side = a_side * half_; v_along = a_end * v_long; v_form = a_form;\n" +
    " gl_Position = vec4(mix(from, to, a_end) + across * v_side / u_room, 0.0, 1.0);\n" +
    "v_color = a_color * a_faint; }";
  // `v_form`: dash, gap, half the width, and heads: 1 at the upper end, 2 at the lower, 4 a bridge on the middle
  var STROKES = HEAD + "varying vec4 v_color; varying vec4 v_form; varying float v_along; varying float v_long; varying float v_side; uniform float u_heads; uniform float u_faint;\n" +
    "void main() { float side = abs(v_side), up = v_along, down = v_long - v_along; bool drawn = side < v_form.z && (v_form.y == 0.0 || u_faint < 0.5 || mod(v_along, v_form.x + v_form.y) < v_form.x);\n" +
    " if (u_heads > 0.0) { float what = v_form.w; if (mod(what, 2.0) > 0.5 && up > 0.0 && up < 8.0 && side < up * 0.5) drawn = true;\n" +
    " if (mod(floor(what / 2.0), 2.0) > 0.5 && down > 0.0 && down < 8.0 && side < down * 0.5) drawn = true;\n" +
    " if (what > 3.5 && length(vec2(side, v_along - v_long / 2.0)) < 3.5) drawn = true; }\n if (!drawn) discard; gl_FragColor = v_color * u_faint; }";

  function bytes(name) { return { name: name, size: 4, type: 5121, normalized: true }; }
  function floats(name, size) { return { name: name, size: size, type: 5126 }; }

  // Neither is drawn a second time for sigma to find what is under the pointer: the map knows where its goals lie.
  class Signs extends graph.NodeProgram {
    constructor(pen, _, sigma) { super(pen, null, sigma); }
    getDefinition() {
      return { VERTICES: 1, VERTEX_SHADER_SOURCE: NODES, FRAGMENT_SHADER_SOURCE: SIGNS, METHOD: 0, UNIFORMS: ["u_matrix", "u_radius"], ATTRIBUTES: [floats("a_position", 2), bytes("a_color"), floats("a_shape", 1)] };
    }
    processVisibleItem(id, at, data) { this.array.set([data.x, data.y, graph.floatColor(data.color), data.shape], at); }
    setUniforms(params, info) {
      info.gl.uniformMatrix3fv(info.uniformLocations.u_matrix, false, params.matrix);
      info.gl.uniform1f(info.uniformLocations.u_radius, Math.max(0.6, Math.min(4.2, 5.5 * Math.sqrt(scale) - 0.4)) * Math.max(1, scale) * params.pixelRatio);
    }
  }
  // Two triangles for each edge and not one form drawn many times, which is slow where there is no graphics card.
  var CORNERS = [[0, -1], [0, 1], [1, -1], [1, -1], [0, 1], [1, 1]];
  class Strokes extends graph.EdgeProgram {
    constructor(pen, _, sigma) { super(pen, null, sigma); }
    getDefinition() {
      return {
        VERTICES: 6, VERTEX_SHADER_SOURCE: LINES, FRAGMENT_SHADER_SOURCE: STROKES, METHOD: 4, UNIFORMS: ["u_matrix", "u_room", "u_heads", "u_faint"],
        ATTRIBUTES: [floats("a_from", 2), floats("a_to", 2), bytes("a_color"), floats("a_form", 4), floats("a_faint", 1), floats("a_end", 1), floats("a_side", 1)],
      };
    }
    processVisibleItem(id, at, from, to, data) {
      var one = [from.x + data.left, from.y, to.x + data.right, to.y, graph.floatColor(data.color), data.dash, data.gap, data.half, data.heads, data.faint];
      CORNERS.forEach(function (corner) {
        this.array.set(one, at);
        this.array.set(corner, at + 10);
        at += 12;
      }, this);
    }
    // While the map moves, only the trees are drawn, which come first.
    drawWebGL(method, info) {
      info.gl.bindFramebuffer(info.gl.FRAMEBUFFER, null);
      info.gl.drawArrays(method, 0, isMoving ? Math.min(6 * trees, this.verticesCount) : this.verticesCount);
    }
    setUniforms(params, info) {
      var at = info.uniformLocations, ratio = params.pixelRatio;
      info.gl.uniformMatrix3fv(at.u_matrix, false, params.matrix);
      info.gl.uniform2f(at.u_room, params.width * ratio / 2, params.height * ratio / 2);
      info.gl.uniform1f(at.u_heads, scale > 0.3 ? ratio : 0);
      info.gl.uniform1f(at.u_faint, Math.min(1, 0.1 + scale * 2));
    }
  }

  // The colours in force, as the key of the map shows them.
  function palette(stage) {
    var svg = document.createElementNS("http://www.w3.org/2000/svg", "svg"), found = {};
    svg.setAttribute("class", "gs-tree");
    stage.appendChild(svg);
    function read(name, classes, property) {
      var path = svg.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "path"));
      path.setAttribute("class", classes);
      found[name] = getComputedStyle(path)[property];
    }
    ["", "ok", "warn", "bad", "muted", "accent"].forEach(function (tone) { read("sign" + tone, "gs-sign gs-" + (tone || "plain"), tone ? "fill" : "stroke"); });
    ["", "up", "down", "both"].forEach(function (way, number) { read("way" + number, "gs-edge gs-way-" + way, "stroke"); });
    read("across", "gs-edge gs-across", "stroke");
    read("name", "gs-name", "fill");
    svg.remove();
    found.ground = getComputedStyle(document.body).backgroundColor;
    return found;
  }

  // Starts the canvas with the goals of a view; `look` turns it to a place, `quiet` fades it, `end` takes it away.
  map.webgl = function (stage, model, view, places, names, way) {
    var colours = palette(stage), made = new graph.Graph(), box = map.extent(places, names), holder = document.createElement("div"), span = Math.max(box[2] - box[0], box[3] - box[1]);
    pixels = window.devicePixelRatio || 1;
    view.shown.forEach(function (i) {
      var at = places.get(i), tone = map.tone(model, i);
      made.addNode(i, { x: at[0], y: -at[1], color: colours["sign" + tone], shape: (SHAPES[tone] || 0) + (model.exposed.has(i) ? 4 : 0) });
    });
    function isTree(edge) { return model.parent[edge.from] === edge.to; }
    var inOrder = view.edges.filter(isTree);
    trees = inOrder.length;
    inOrder.concat(view.edges.filter(function (edge) { return !isTree(edge); })).forEach(function (edge) {
      // as on the drawing from the end of the left one's name to the sign of the right one, in sigma's measure
      var upper = places.get(edge.to)[0], lower = places.get(edge.from)[0], ends = [names.get(edge.to).end + 4 * way - upper, -8 * way];
      if ((lower - upper) * way < 0) ends = [-8 * way, names.get(edge.from).end + 4 * way - lower];
      else if (lower === upper) ends = [-8 * way, -8 * way];
      var kind = model.kinds[edge.kind][0], dash = DASHES[kind] || [1, 0], heads = (edge.way !== 2 ? 1 : 0) + (edge.way > 1 ? 2 : 0) + (edge.across ? 4 : 0);
      made.addEdge(edge.to, edge.from, {
        color: edge.across ? colours.across : colours["way" + edge.way], dash: dash[0] * pixels, gap: dash[1] * pixels,
        left: ends[0] / span, right: ends[1] / span, faint: isTree(edge) ? 1 : 0.35, half: (kind === "contributes" || kind === "cascades_from" ? 0.9 : 0.55) * pixels, heads: heads,
      });
    });
    holder.className = "canvas";
    stage.appendChild(holder);
    // It indexes a graph when it begins and when it gets another; this one is to be indexed once.
    var sigma = new graph.Sigma(new graph.Graph(), holder, {
      allowInvalidContainer: true, renderLabels: false, stagePadding: 0,
      defaultNodeType: "sign", nodeProgramClasses: { sign: Signs }, defaultEdgeType: "stroke", edgeProgramClasses: { stroke: Strokes }, minCameraRatio: null, maxCameraRatio: null,
    });
    sigma.getMouseCaptor().enabled = sigma.getTouchCaptor().enabled = false;
    sigma.setCustomBBox({ x: [box[0], box[2]], y: [-box[3], -box[1]] });
    sigma.setGraph(made);
    // sigma names its pens itself; those for edges' names and hovering are not used here
    var paper = document.createElement("canvas"), pen = paper.getContext("2d"), isQuiet = false, font = "13px " + getComputedStyle(stage).fontFamily;
    holder.appendChild(paper);
    var rows = view.shown.map(function (i) { var at = places.get(i), name = names.get(i); return { x: at[0], y: at[1], text: name.text, end: name.end }; });
    rows.sort(function (a, b) { return a.y - b.y; });

    function write(camera, room) {
      var wide = Math.round(room[0] * pixels), tall = Math.round(room[1] * pixels), k = camera.k;
      if (paper.width !== wide || paper.height !== tall) { paper.width = wide; paper.height = tall; } else pen.clearRect(0, 0, wide, tall);
      if (k < 0.55) return;
      var left = camera.x - room[0] / 2 / k, right = left + room[0] / k, top = camera.y - room[1] / 2 / k, bottom = top + room[1] / k, low = 0, high = rows.length;
      while (low < high) { var middle = (low + high) >> 1; if (rows[middle].y < top - map.ROW) low = middle + 1; else high = middle; }
      pen.setTransform(pixels * k, 0, 0, pixels * k, -left * k * pixels, -top * k * pixels);
      pen.font = font;
      pen.fillStyle = colours.name;
      pen.textBaseline = "middle";
      pen.strokeStyle = colours.ground;
      pen.lineWidth = 3;
      pen.lineJoin = "round";
      pen.direction = way < 0 ? "rtl" : "ltr";
      pen.textAlign = "start";
      for (; low < rows.length && rows[low].y < bottom + map.ROW; low++) {
        var row = rows[low];
        if (Math.max(row.x, row.end) > left && Math.min(row.x, row.end) < right) {
          pen.strokeText(row.text, row.x + 10 * way, row.y);
          pen.fillText(row.text, row.x + 10 * way, row.y);
        }
      }
      pen.setTransform(1, 0, 0, 1, 0, 0);
    }

    // sigma's own camera, from where two points of the map come to lie when it stands in the middle
    var probe = { x: 0.5, y: 0.5, ratio: 1, angle: 0 };
    function look(camera, room, moves) {
      scale = camera.k;
      var from = sigma.graphToViewport({ x: 0, y: 0 }, { cameraState: probe }), to = sigma.graphToViewport({ x: 1000, y: -1000 }, { cameraState: probe });
      var unit = (to.x - from.x) / 1000, x = from.x + camera.x * unit, y = from.y + camera.y * unit;
      var place = sigma.viewportToFramedGraph({ x: x, y: y }, { cameraState: probe });
      sigma.getCamera().setState({ x: place.x, y: place.y, ratio: unit / camera.k, angle: 0 });
      isMoving = moves;
      sigma.render();
      write(camera, room);
    }
    return {
      over: null,
      look: look,
      quiet: function (is) { if (is !== isQuiet) holder.classList.toggle("quiet", (isQuiet = is)); },
      end: function () { sigma.kill(); holder.remove(); },
    };
  };
})();
