// The search page: the whole list of what is found, with filters; what is asked for stands in the address.
(() => {
  "use strict";
  const { hrefOf, rows: all, readied, whole, find, wordsOf, element, told, said } = window.goalsiteSearch;
  const one = (selector) => document.querySelector(selector);
  const form = one("form.search"), status = one("[role=status]"), list = one(".hits"), pager = one(".hits-pager");
  const fields = form.elements, names = ["kind", "unit", "cycle", "status"], most = 50;
  const words = (attribute) => new Map([...one(".search-parts").content.querySelectorAll(`[data-${attribute}]`)].map((it) => [it.dataset[attribute], it.textContent.trim()]));
  const kinds = words("kind"), standings = words("standing");
  // Of each filter: the values that a row has; of units all it lies in.
  const values = {
    kind: (row) => [row.kind],
    unit: (row) => row.unit && row.unit.id ? row.unit.id.split("/").map((_, at, steps) => steps.slice(0, at + 1).join("/")) : [],
    cycle: (row) => row.cycle ? [row.cycle.id] : [],
    status: (row) => row.standing ? [row.standing] : []
  };
  // Of each filter: its values in their order, with their titles.
  const titles = { kind: () => kinds, status: () => standings, unit: units, cycle: cycles };
  const text = window.goalsiteText;  // what full-text.js adds, where the site has an index of its texts
  let page = 1, loaded = false;

  function units() {
    const known = all.filter((row) => row.kind === "unit" && row.note).map((row) => [row.note, "\u2003".repeat(row.note.split("/").length - 1) + row.title]);
    return new Map(known);
  }
  function cycles() {
    const known = new Map(all.filter((row) => row.cycle).map(({ cycle }) => [cycle.id, cycle.title]));
    return new Map([...known].sort().reverse());
  }

  function address(number) {
    const asked = new URLSearchParams();
    for (const name of ["q", ...names]) if (fields[name].value.trim()) asked.set(name, fields[name].value.trim());
    if (number > 1) asked.set("page", number);
    return location.pathname + (String(asked) && "?" + asked);
  }
  function read() {
    const asked = new URLSearchParams(location.search);
    fields.q.value = asked.get("q") || "";
    for (const name of names) offer(name, [], asked.get(name) || "");
    page = Math.max(1, parseInt(asked.get("page"), 10) || 1);
  }
  // The options of a filter; what is chosen stays, also where nothing has it.
  function offer(name, options, chosen) {
    const field = fields[name], all = field.options[0];
    if (chosen && !options.some(([key]) => key === chosen)) options.push([chosen, chosen]);
    field.replaceChildren(all, ...options.map(([value, text]) => element("option", text, { value })));
    field.value = chosen;
  }
  function count(name, rows) {
    const found = new Map(), named = titles[name]();
    for (const row of rows) for (const key of values[name](row)) found.set(key, (found.get(key) || 0) + 1);
    return [...named].filter(([key]) => found.has(key)).map(([key, title]) => [key, `${title} (${found.get(key).toLocaleString(document.documentElement.lang)})`]);
  }
  const keeps = (row, but) => names.every((name) => name === but || !fields[name].value || values[name](row).includes(fields[name].value));

  function show() {
    const asked = wordsOf(fields.q.value), wanted = asked.length || names.some((name) => fields[name].value);
    const hits = find(asked), rows = wanted ? hits.filter((row) => keeps(row)) : [], query = fields.q.value.trim();
    const every = text && loaded ? [...new Set([...hits, ...text.found(query)])] : hits;
    const pages = Math.max(1, Math.ceil(rows.length / most));
    for (const name of names) offer(name, count(name, every.filter((row) => keeps(row, name))), fields[name].value);
    const at = Math.min(page, pages);
    status.textContent = !wanted ? "" : said(rows.length || text && asked.length ? "count" : "none", { n: rows.length, query });
    list.replaceChildren(...rows.slice((at - 1) * most, at * most).map((row) => element("li", told(row, element("a", "", { class: "title", href: hrefOf(row) }), asked))));
    pager.hidden = pages === 1;
    [["a[rel=prev]", at - 1], ["a[rel=next]", at + 1]].forEach(([selector, number]) => {
      const link = pager.querySelector(selector);
      link.hidden = number < 1 || number > pages;
      link.href = address(number);
    });
    pager.querySelector("span").textContent = pager.dataset.page.replace("{number}", at).replace("{count}", pages);
    if (text && loaded) text.show(query, keeps, show);
  }
  function answer() {
    if (loaded) show();
    else readied().then(show).then(whole).then(() => { loaded = true; show(); }).catch(() => { status.textContent = status.dataset.broken; });
  }
  function go(number, keep) {
    page = number;
    history[keep ? "replaceState" : "pushState"](null, "", address(page));
    answer();
  }

  // Whoever dictates or types with one key may not want a key of one character to do anything.
  const keys = one(".keys"), box = keys.querySelector("input");
  try {
    box.checked = !localStorage.getItem("goalsite-no-slash");
    box.addEventListener("change", () => box.checked ? localStorage.removeItem("goalsite-no-slash") : localStorage.setItem("goalsite-no-slash", "1"));
    keys.hidden = false;
  } catch (error) { /* private windows keep nothing */ }
  form.hidden = false;
  read();
  answer();
  if (!location.search) fields.q.focus();
  fields.q.addEventListener("input", () => go(1, true));
  for (const name of names) fields[name].addEventListener("change", () => go(1));
  form.addEventListener("submit", (event) => { event.preventDefault(); go(1); });
  addEventListener("popstate", () => { read(); answer(); });
  pager.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(parseInt(new URLSearchParams(link.search).get("page"), 10) || 1);
    scrollTo(0, 0);
  });
})();
