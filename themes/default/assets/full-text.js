// What stands in the text of pages: a second list on the search page, from the index in search/_/full/.
// A hit is one of the rows that the search holds already; of the index come only its rank and the words around it.
(() => {
  "use strict";
  const { rows: all, hrefOf, element, told, wordsOf, load } = window.goalsiteSearch;
  const section = document.querySelector(".in-text"), status = section.querySelector("[role=status]");
  const list = section.querySelector(".hits"), more = section.querySelector("button"), most = 10, patience = 150;
  const address = new URL(document.querySelector("form.search").dataset.root + "search/_/full/", location.href).href;
  // Written without spaces between words: these have an index of their own, which knows where words end.
  const unspaced = /[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]|[\u{20000}-\u{3ffff}]/u;
  const opened = {};
  let asked = "", answered = false, hits = [], limit = most, timer, redraw, keeps;

  // The index of one script, as a function from a query to hits. It has names of its own for pages; `places.json`
  // says which is which.
  async function open(script) {
    const rows = all.filter((row) => row.kind !== "result" && row.kind !== "tag");
    const { numbers, names } = await load("_/full/" + script + "/places.json", "json");
    if (!names) return () => [];
    const known = new Map(names.split(",").map((name, at) => [script + "_" + name, rows[numbers[at] ?? at]]));
    const index = await import(address + script + "/pagefind.js");
    return async (query) => {
      const found = (await index.search(query)).results
        .filter((hit) => hit.words.length && known.get(hit.id));  // else its title alone has it, or it is of another build
      if (script === "en" && found.length && !await isMeant(query, found[0], known.get(found[0].id))) return [];
      return found.map((hit) => ({ row: known.get(hit.id), data: hit.data }));
    };
  }
  // Where no text has a word, the index takes the longest that the word begins with: "in" for "initiative". Such
  // an answer is to another question. All hits of a query are for the same words, so the first tells.
  async function isMeant(query, hit, row) {
    const bare = (text) => wordsOf(text).map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "")).filter(Boolean);
    const text = (await hit.data()).content.split(/\s+/), said = bare(hit.words.map((at) => text[at]).join(" ") + " " + row.title);
    return bare(query).every((word) => said.some((one) => one.startsWith(word.slice(0, 3))));
  }

  const finder = (script) => opened[script] = opened[script] || open(script);
  async function ask(query, script) {
    try {
      const find = await finder(script), found = await find(query);
      if (query !== asked) return;
      hits = found;
      answered = true;
      redraw();
    } catch (error) {
      delete opened[script];
      if (query === asked) status.textContent = section.dataset.broken;
    }
  }

  // The index writes `<mark>` around words, and `<` and `>` of the text as entities: text it becomes, never markup.
  function marked(excerpt) {
    const parts = excerpt.split(/<\/?mark>/).map((part) => part.replace(/&lt;/g, "<").replace(/&gt;/g, ">"));
    return parts.map((part, at) => at % 2 ? element("mark", part) : part);
  }
  function line({ row, data }) {
    const excerpt = element("p", "", { class: "excerpt" });
    const made = element("li", told(row, element("a", "", { class: "title", href: hrefOf(row) }), wordsOf(asked)));
    made.append(excerpt);
    data().then((page) => excerpt.append(...marked(page.excerpt)), () => excerpt.remove());
    return made;
  }
  function show() {
    const kept = hits.filter((hit) => keeps(hit.row)), shown = kept.slice(0, limit);
    const told = section.dataset[kept.length ? "count" : "none"].replace("{n}", kept.length.toLocaleString(document.documentElement.lang));
    if (answered && status.textContent !== told) status.textContent = told;
    list.replaceChildren(...shown.map((hit) => hit.line = hit.line || line(hit)));
    more.hidden = kept.length <= limit;
  }

  more.addEventListener("click", () => {
    const first = list.children.length;
    limit += most;
    show();
    list.children[first].querySelector("a").focus();
  });
  window.goalsiteText = {
    // The rows of pages that have the query in their text, as far as it is answered.
    found: (query) => query === asked ? hits.map((hit) => hit.row) : [],
    // Shows those hits that `keep` keeps; `again` is called when the answer to a new query is there.
    show(query, keep, again) {
      [keeps, redraw] = [keep, again];
      section.hidden = !query;
      if (query !== asked) {
        [asked, answered, hits, limit] = [query, false, [], most];
        status.textContent = "";
        clearTimeout(timer);
        const script = unspaced.test(query) ? "zh" : "en";
        if (query) finder(script).catch(() => {});  // while somebody types; `ask` tells if it fails
        if (query) timer = setTimeout(ask, patience, query, script);
      }
      show();
    }
  };
})();
