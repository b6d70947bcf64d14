// Reloads the page when the site was rebuilt, and lists at its bottom what the last build found.
"use strict";

(() => {
  const own = new URL(document.currentScript.src).searchParams;
  const isErrorPage = document.body.classList.contains("goalsite-error");
  const folded = "goalsite-findings-folded";
  let source = null;
  let overlay = null;

  function element(name, text, className) {
    const made = document.createElement(name);
    made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  function addStyle() {
    if (document.querySelector('link[href="/_goalsite/live.css"]')) return;
    const link = element("link", "");
    link.rel = "stylesheet";
    link.href = "/_goalsite/live.css";
    document.head.append(link);
  }

  function item(finding) {
    const line = element("p", "");
    line.append(
      element("code", `${finding.place}:`),
      " ",
      element("b", finding.severity),
      ` ${finding.code} ${finding.message}`,
    );
    const made = element("li", "");
    made.append(line);
    if (finding.hint) made.append(element("p", `hint: ${finding.hint}`));
    return made;
  }

  function list(build) {
    const details = document.createElement("details");
    details.open = sessionStorage.getItem(folded) === null;
    details.addEventListener("toggle", () => {
      if (details.open) sessionStorage.removeItem(folded);
      else sessionStorage.setItem(folded, "");
    });
    const state = build.old ? `${build.summary}: this page is from the last good build` : build.summary;
    const items = element("ol", "");
    items.append(...build.findings.map(item));
    details.append(element("summary", state), items);
    if (build.more) details.append(element("p", `and ${build.more} more`));
    return details;
  }

  function show(build) {
    overlay?.remove();
    overlay = null;
    if (!build.findings.length) return;
    addStyle();
    overlay = element("section", "", build.failed ? "goalsite-live goalsite-failed" : "goalsite-live");
    overlay.setAttribute("aria-label", "Findings of the last build");
    overlay.append(list(build));
    document.body.append(overlay);
  }

  // A page that loads no data is what it says: the addresses of its styles and scripts tell their content. What
  // it loads is seen once that is there; where nothing is seen, nothing is known.
  let loads = null;
  let kept = 0;
  const watch = new PerformanceObserver((list) => {
    for (const one of list.getEntries()) {
      const isData = /^(fetch|xmlhttprequest)$/.test(one.initiatorType);
      loads = isData || Boolean(loads);
      if (isData && one.startTime < kept) location.reload();
    }
  });
  watch.observe({ type: "resource", buffered: true });

  function isBare() {
    return !isErrorPage && loads === false && document.readyState === "complete";
  }

  // Whether this page says the same in another build, as far as can be told.
  function isAsBefore(build) {
    return build.since === own.get("pages") && build.page === own.get("page") && isBare();
  }

  function hear(event) {
    const build = JSON.parse(event.data);
    const isOther = build.pages !== own.get("pages");
    if (isOther && isAsBefore(build)) {
      own.set("pages", build.pages);
      kept = performance.now();
    } else if (isOther || (isErrorPage && String(build.build) !== own.get("build"))) return location.reload();
    if (!isErrorPage) show(build);
  }

  // A browser opens few connections to one host: pages that nobody looks at give theirs back.
  function listen() {
    const isWanted = document.visibilityState === "visible";
    if (isWanted && !source) {
      source = new EventSource(`/_goalsite/events?${location.pathname}`);
      source.addEventListener("build", hear);
    } else if (!isWanted && source) {
      source.close();
      source = null;
    }
  }

  function leave() {
    source?.close();
    source = null;
  }

  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", leave);
  addEventListener("pageshow", listen);
  listen();
})();
