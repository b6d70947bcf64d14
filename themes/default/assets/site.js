// All of this is optional: every page works without it.
(function () {
  "use strict";
  var root = document.documentElement, key = "goalsite-theme";
  function stored() { try { return localStorage.getItem(key); } catch (error) { return null; } }
  function store(value) { try { localStorage.setItem(key, value); } catch (error) { /* private windows keep nothing */ } }
  // Before the first paint, so that the page does not flash in the other theme, and nothing jumps for a button.
  root.classList.add("scripted");
  var chosen = stored();
  if (chosen === "dark" || chosen === "light") root.dataset.theme = chosen;

  function isDark() {
    return root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  }
  function unfold() {
    var target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (var node = target; node; node = node.parentElement) if (node.tagName === "DETAILS") node.open = true;
    if (target && target.closest("details")) target.closest("details").scrollIntoView();
  }

  addEventListener("hashchange", unfold);
  addEventListener("DOMContentLoaded", function () {
    var button = document.querySelector("button.theme");
    if (button) {
      button.setAttribute("aria-pressed", String(isDark()));
      button.addEventListener("click", function () {
        root.dataset.theme = isDark() ? "light" : "dark";
        button.setAttribute("aria-pressed", String(isDark()));
        store(root.dataset.theme);
      });
    }
    unfold();
  });

  // A menu closes when one clicks beside it or presses Escape; Escape also puts away what a figure explains.
  addEventListener("click", function (event) {
    document.querySelectorAll("details.choice[open]").forEach(function (menu) {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });
  addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    var menu = document.querySelector("details.choice[open]"), active = document.activeElement;
    if (menu) { menu.open = false; menu.querySelector("summary").focus(); }
    else if (active && active.classList.contains("fig")) active.blur();
  });

  var folded = [];
  addEventListener("beforeprint", function () {
    folded = Array.from(document.querySelectorAll("main details:not([open])"));
    folded.forEach(function (part) { part.open = true; });
  });
  addEventListener("afterprint", function () { folded.forEach(function (part) { part.open = false; }); });
})();
