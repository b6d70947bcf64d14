// Finds goals as one types. Data and words come when somebody turns to the search; without this script
// there is a link to the search page. Whatever the data say becomes text, never markup.
(() => {
  "use strict";
  const form = document.querySelector("form[data-root]");
  if (!form) return;
  const root = form.dataset.root, input = form.elements.q, local = document.documentElement.lang;
  const weights = { objective: 0, kpi: 0, unit: 1, person: 1, tag: 2, page: 2, cycle: 2, result: 3 };
  const rows = [], offline = window.goalsiteOffline;
  let parts, goals, more;

  // The one place that asks for something: data, or the search page for its words and icons.
  const load = (name, responseType) => offline ? offline.load(root + "search/" + name, responseType) : new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("GET", root + "search/" + name);
    request.responseType = responseType;
    request.onload = () => request.status < 400 ? resolve(request.response) : reject();
    request.onerror = reject;
    request.send();
  });

  // What texts have in common that differ only in case, width or accents.
  const fold = (text) => /^[\x00-\x7f]*$/.test(text) ? text.toLowerCase()
    : text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/ß/g, "ss").replace(/ς/g, "σ");
  const wordsOf = (query) => [...new Set(fold(query).split(/\s+/).filter(Boolean))];
  const hrefOf = (row) => offline ? offline.page(root + row.path) : root + row.path;
  const path = (id) => id.split("/").map(encodeURIComponent).join("/");
  const named = ([id, title]) => ({ id, title: title || id, text: fold(id + "\n" + title) });
  const add = (row, key) => rows.push({ ...row, text: fold(row.title), key: fold(key) });

  // Gives the number of its first row; the key results of the same part belong to the rows from there on.
  function addGoals(data) {
    const units = data.units.map(named), cycles = data.cycles.map(named), first = rows.length;
    const owners = data.owners.map(([handle, name]) => handle && named(["@" + handle, name]));
    let id = "";
    data.titles.forEach((title, at) => {
      const own = at < data.objectives, [standing, closed] = data.standings[data.standing[at]], cycle = data.cycle[at];
      id = id.slice(0, data.shared[at]) + data.ids[at];
      add({
        kind: own ? "objective" : "kpi", title, path: (own ? "goals/" : "kpis/") + path(id) + "/", standing,
        unit: units[data.unit[at]], owner: owners[data.owner[at]], cycle: cycles[cycle], live: !own || data.cycles[cycle][2] && !closed
      }, id);
    });
    data.aliases.forEach(([at, alias]) => { rows[first + at].key += "\n" + fold(alias); });
    return first;
  }
  function addMore(first, data) {
    const results = data.results;
    let at = 0;
    results.counts.forEach((count, place) => {
      const goal = rows[first + place];
      for (const end = at + count; at < end; at++) add({
        ...goal, kind: "result", title: results.titles[at], note: goal.title, standing: results.standings[results.standing[at]],
        path: goal.path + "#" + encodeURIComponent(results.anchors[at])
      }, results.anchors[at].slice(3));
    });
    data.others.forEach(([kind, title, where, note, key]) => add({ kind, title, path: path(where), note, live: 1 }, key));
  }

  // Part 1 says how many there are.
  const json = (kind, number) => load("_/" + kind + "-" + number + ".json", "json");
  const rest = (kind, count) => Promise.all(Array.from({ length: count - 1 }, (_, at) => json(kind, at + 2)));
  async function readGoals() {
    const own = document.querySelector(".search-parts");
    const [page, first] = await Promise.all([own ? document : load("", "document"), json("goals", 1)]);
    parts = page.querySelector(".search-parts");
    return { more: first.more, firsts: [first, ...await rest("goals", first.parts)].map(addGoals) };
  }
  async function readMore() {
    const [known, first] = await Promise.all([goals, json("more", 1)]);
    [first, ...await rest("more", known.more)].forEach((data, at) => addMore(known.firsts[at], data));
  }
  const readied = () => goals = goals || readGoals();
  const whole = () => more = more || readMore();

  // 0: it begins the title; 1: a word of the title; 2: is within the title, 3: the id, 4: the owner or unit.
  function fit(row, word) {
    let at = row.text.indexOf(word);
    if (!at || row.key === word) return 0;
    if (at < 0) return row.key.includes(word) ? 3 : [row.owner, row.unit].some((whose) => whose && whose.text.includes(word)) ? 4 : NaN;
    for (; at > 0; at = row.text.indexOf(word, at + 1)) if (!/[\p{L}\p{N}]/u.test(row.text[at - 1])) return 1;
    return 2;
  }
  // The rows that hold every word: by fit, then what is open and current, then by kind.
  function find(words) {
    const hits = [], many = 1 << 22;
    rows.forEach((row, at) => {
      const rank = words.reduce((sum, word) => sum + fit(row, word), 0);
      if (rank >= 0) hits.push((rank * 8 + (row.live ? 0 : 4) + weights[row.kind]) * many + at);
    });
    return Array.from(Float64Array.from(hits).sort(), (hit) => rows[hit % many]);
  }

  function element(name, content, attributes) {
    const made = document.createElement(name);
    for (const key in attributes) made.setAttribute(key, attributes[key]);
    made.append(content);
    return made;
  }
  function marked(text, words) {
    const starts = [], ends = [], lit = new Uint8Array(text.length), made = new DocumentFragment();
    let plain = "", place = 0;
    for (const character of text) {
      const folded = fold(character);
      while (starts.length < plain.length + folded.length) starts.push(place);
      plain += folded;
      place += character.length;
      ends.length = plain.length;
      ends.fill(place, -(folded.length || 1));
    }
    for (const word of words)
      for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + 1)) lit.fill(1, starts[at], ends[at + word.length - 1]);
    for (let from = 0, to; from < text.length; from = to) {
      for (to = from + 1; to < text.length && lit[to] === lit[from];) to++;
      made.append(lit[from] ? element("mark", text.slice(from, to)) : text.slice(from, to));
    }
    return made;
  }
  const part = (kind, key) => parts.content.querySelector(`[data-${kind}="${key}"]`);
  const said = (name, values) => parts.dataset[name].replace(/{(\w+)}/g, (_, key) => values[key].toLocaleString(local));
  function told(row, title, words) {
    const made = new DocumentFragment(), line = element("span", title, { class: "line" }), about = element("span", "", { class: "sub" });
    const facts = [part("kind", row.kind).textContent, row.note, ...[row.unit, row.cycle, row.owner].map((one) => one && one.title)];
    title.append(marked(row.title, words));
    if (row.standing) line.append(part("standing", row.standing).firstElementChild.cloneNode(true));
    for (const fact of facts) if (fact) about.append(element("bdi", marked(fact, words)));
    made.append(line, about);
    return made;
  }
  window.goalsiteSearch = { hrefOf, rows, readied, whole, find, fold, wordsOf, element, told, said, load };

  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, [contenteditable]")) return;
    try { if (localStorage.getItem("goalsite-no-slash")) return; } catch (error) { /* private windows keep nothing */ }
    event.preventDefault();
    input.focus();
    input.select();
  });

  // The field of the header: a combobox whose options are links.
  if (!form.matches(".find")) return;
  const list = element("div", "", { id: "found", class: "found", role: "listbox", "aria-label": input.ariaLabel });
  const status = element("p", "", { class: "hidden", role: "status" });
  let options = [], active = -1, answered, size;
  function choose(at) {
    if (options[active]) options[active].ariaSelected = "false";
    active = at;
    input.removeAttribute("aria-activedescendant");
    if (at < 0) return;
    input.setAttribute("aria-activedescendant", options[at].id);
    options[at].ariaSelected = "true";
    options[at].scrollIntoView({ block: "nearest" });
  }
  function show(open) {
    list.hidden = !open;
    input.ariaExpanded = open;
    choose(-1);
    if (!open) status.textContent = answered = "";
  }
  const option = (href, content, at) => element("a", content, { id: "found-" + at, role: "option", tabindex: -1, "aria-selected": false, href });
  function answer() {
    const words = wordsOf(input.value), query = input.value.trim();
    if (!words.length || document.activeElement !== input || answered === query && (active >= 0 || size === rows.length)) return;
    const hits = find(words), best = hits.slice(0, 8);
    answered = query;
    size = rows.length;
    status.textContent = said(hits.length ? "count" : "none", { n: hits.length, query });
    options = best.map((row, at) => option(hrefOf(row), told(row, element("bdi", "", { class: "title" }), words), at));
    if (hits.length) options.push(option(form.action + "?q=" + encodeURIComponent(query), said("all", { n: hits.length }), best.length));
    list.replaceChildren(...(hits.length ? options : [element("p", status.textContent, { role: "option", "aria-disabled": true })]));
    show(true);
  }
  function ask() {
    if (wordsOf(input.value).length) readied().then(answer).then(whole).then(answer).catch(forget);
    else show(false);
  }
  function forget() { goals = more = undefined; rows.length = 0; show(false); }
  function press(event) {
    const last = options.length - 1, goes = { ArrowDown: active < last ? active + 1 : 0, ArrowUp: active > 0 ? active - 1 : last };
    if (active >= 0) Object.assign(goes, { Home: 0, End: last });
    if (event.isComposing) return;
    if (list.hidden) {
      if (event.key === "ArrowDown") ask();
    } else if (event.key === "Escape" || event.key in goes && options.length || event.key === "Enter" && active >= 0) {
      event.preventDefault();
      if (event.key === "Enter") options[active].click();
      else if (event.key === "Escape") show(false);
      else choose(goes[event.key]);
    }
  }

  form.querySelector("a").hidden = true;
  input.hidden = false;
  form.append(list, status);
  show(false);
  input.addEventListener("focus", () => readied().catch(forget));
  input.addEventListener("input", ask);
  input.addEventListener("keydown", press);
  list.addEventListener("mousedown", (event) => event.preventDefault());
  form.addEventListener("focusout", (event) => form.contains(event.relatedTarget) || show(false));
})();
