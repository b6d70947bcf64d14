// Narrows the lists of a page to what one chooses, and keeps the choice in the address. Without it all is shown.
(function () {
  "use strict";
  document.documentElement.classList.add("filterable"); // before the first paint, so that nothing jumps

  function start() {
    var form = document.querySelector("form.filters");
    if (!form) return;
    var keys = form.dataset.keys.split(" ");
    var boxes = Array.from(form.querySelectorAll("input")), told = form.querySelector("[role=status]");
    var clears = Array.from(document.querySelectorAll("button.clear"));
    var rows = Array.from(document.querySelectorAll("[data-row]"), function (node) {
      var has = {};
      keys.forEach(function (key) { if (key in node.dataset) has[key] = node.dataset[key].split("\n"); });
      return { node: node, has: has };
    });
    // The list that the filters are about is that of rows which have all of their keys.
    var counted = rows.filter(function (row) { return keys.every(function (key) { return key in row.has; }); });

    function fits(row, wanted, but) {
      return keys.every(function (key) {
        if (key === but || !wanted[key].length || !(key in row.has)) return true;
        return row.has[key].some(function (value) { return wanted[key].includes(value); });
      });
    }
    function shown(part) { return part.querySelector("[data-row]:not([hidden])"); }
    function fill(text, values) {
      return text.replace(/\{(\w+)\}/g, function (all, name) { return values[name]; });
    }

    function apply() {
      var address = new URLSearchParams(location.search), kept = new URLSearchParams(), wanted = {};
      keys.forEach(function (key) {
        wanted[key] = address.getAll(key);
        wanted[key].forEach(function (value) { kept.append(key, value); });
      });
      var active = kept.toString() !== "";
      rows.forEach(function (row) { row.node.hidden = !fits(row, wanted); });
      document.querySelectorAll("[data-group]").forEach(function (group) {
        group.hidden = active && group.querySelector("[data-row]") !== null && !shown(group);
      });
      // What usually helps is said once in a list, with the first row that is shown.
      document.querySelectorAll(".alerts").forEach(function (list) {
        var said = new Set();
        list.querySelectorAll("[data-row]:not([hidden]) .helps").forEach(function (advice) {
          advice.hidden = said.has(advice.textContent);
          said.add(advice.textContent);
        });
      });
      document.querySelectorAll("[data-none]").forEach(function (none) {
        none.hidden = !active || Boolean(shown(none.parentElement));
      });
      var counts = {};
      keys.forEach(function (key) {
        counts[key] = new Map();
        counted.forEach(function (row) {
          if (fits(row, wanted, key)) row.has[key].forEach(function (value) {
            counts[key].set(value, (counts[key].get(value) || 0) + 1);
          });
        });
      });
      boxes.forEach(function (box) {
        var number = counts[box.name].get(box.value) || 0;
        box.checked = wanted[box.name].includes(box.value);
        box.parentElement.querySelector(".count").textContent = number.toLocaleString(document.documentElement.lang);
        box.parentElement.classList.toggle("nothing", !number);
      });
      form.querySelectorAll("[data-chosen]").forEach(function (place) {
        var words = boxes.filter(function (box) { return box.checked && box.name === place.dataset.chosen; });
        place.textContent = words.map(function (box) { return box.dataset.word; }).join(form.dataset.and);
      });
      clears.forEach(function (button) { button.hidden = !active; });
      var left = counted.filter(function (row) { return !row.node.hidden; }).length;
      told.textContent = active ? fill(form.dataset.told, { shown: left, all: counted.length }) : "";
      document.querySelectorAll("a[data-keep]").forEach(function (link) { link.search = kept.toString(); });
    }

    function choose(checked) {
      var address = new URLSearchParams(location.search);
      keys.forEach(function (key) { address.delete(key); });
      checked.forEach(function (box) { address.append(box.name, box.value); });
      var search = address.toString();
      history.pushState(null, "", location.pathname + (search ? "?" + search : "") + location.hash);
      apply();
    }

    form.addEventListener("change", function () { choose(boxes.filter(function (box) { return box.checked; })); });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    clears.forEach(function (button) {
      button.addEventListener("click", function () {
        choose([]);
        form.querySelector("summary").focus(); // the button has gone
      });
    });
    addEventListener("popstate", apply);
    apply();
  }

  if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
  else start();
})();
