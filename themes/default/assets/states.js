// Optional: offers the page one is on in each state of the site, and lets the map step through them.
(() => {
  "use strict";
  const menu = document.querySelector(".states"), steps = document.querySelector(".steps"), offline = window.goalsiteOffline;
  const { page, day, now, today, other } = menu.dataset, index = new URL(menu.dataset.index, location.href);
  const isPlaying = new URLSearchParams(location.search).has("play");
  let states;

  async function load(address) {
    if (offline) return offline.load(address.href, "json");
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  }
  function made(name, text, attributes) {
    const element = document.createElement(name);
    for (const key in attributes) element.setAttribute(key, attributes[key]);
    element.append(text);
    return element;
  }

  // Of each page there is a number that tells in which states it is; where it is not, one comes to the overview.
  async function read() {
    const known = await load(index), part = known.firsts.filter((first) => first <= page).length;
    const bits = part ? (await load(new URL(known.pages + part + ".json", index)))[page] || 0 : 0;
    const path = page.split("/").map(encodeURIComponent).join("/");
    const past = known.states.map((state, at) => {
      const has = bits >> at & 1, href = new URL(state.root + (has ? path : ""), index).href;
      return { name: state.name, day: state.day, note: has ? "" : other, href };
    });
    return [...past, { name: now, day: "", note: "", href: new URL(today, location.href).href }];
  }
  const readied = () => states = states || read();

  // The view of the map goes along, but not where one looked: each state has a drawing of its own.
  function kept(more) {
    const said = new URLSearchParams(location.search);
    ["at", "play", ...more].forEach((key) => said.delete(key));
    more.forEach((key) => said.set(key, ""));
    return said.toString();
  }
  function address(state, ...more) {
    const url = new URL(offline ? offline.page(state.href) : state.href);
    if (steps) url.search = kept(more);
    return url.href;
  }

  menu.addEventListener("toggle", () => {
    const list = menu.querySelector("ul");
    if (!menu.open) return;
    readied().then((found) => {
      list.querySelectorAll(".state").forEach((one) => one.remove());
      list.prepend(...found.map((state) => {
        const link = made("a", state.name, { href: address(state) });
        if (state.day === day) link.setAttribute("aria-current", "page");
        if (state.note) link.append(" ", made("small", state.note));
        return made("li", link, { class: "state" });
      }).reverse());
    }).catch(() => { states = undefined; });
  });

  if (!steps) return;
  steps.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link) link.search = kept([]);
  });
  readied().then((found) => {
    const here = found.findIndex((state) => state.day === day), last = found.length - 1, shown = steps.querySelector("strong");
    const slider = made("input", "", { type: "range", min: 0, max: last, "aria-label": steps.dataset.label });
    const button = made("button", steps.dataset.play, { type: "button" });
    let timer = 0;
    const name = () => { shown.textContent = found[slider.value].name; slider.setAttribute("aria-valuetext", shown.textContent); };
    function stop() {
      clearTimeout(timer);
      timer = 0;
      button.textContent = steps.dataset.play;
    }
    slider.value = here;
    name();
    slider.addEventListener("input", name);
    slider.addEventListener("change", () => location.assign(address(found[slider.value])));
    button.addEventListener("click", () => {
      if (timer) stop();
      else location.assign(address(found[here < last ? here + 1 : 0], "play"));
    });
    steps.append(slider, button);
    if (!isPlaying || here === last) return;
    button.textContent = steps.dataset.stop;
    timer = setTimeout(() => location.assign(address(found[here + 1], "play")), 2500);
    document.querySelector("main").addEventListener("pointerdown", (event) => { if (!button.contains(event.target)) stop(); });
    addEventListener("keydown", stop);
  }).catch(() => { states = undefined; });
})();
