// Comments of giscus: a frame of its host, made when somebody asks for it. No script of that host runs here.
(function () {
  "use strict";
  var button = document.querySelector("[data-comments]");
  if (!button) return;
  var kept = "giscus-session", here = new URL(location.href), session = here.searchParams.get("giscus") || "";
  here.searchParams.delete("giscus");
  here.hash = "";
  var host = new URL(button.dataset.comments).origin;

  function stored() { try { return JSON.parse(localStorage.getItem(kept)) || ""; } catch (error) { return ""; } }
  function store(value) { try { localStorage.setItem(kept, JSON.stringify(value)); } catch (error) { /* private windows keep nothing */ } }
  function theme() { return document.documentElement.dataset.theme || "preferred_color_scheme"; }

  function show() {
    var url = new URL(button.dataset.comments), frame = document.createElement("iframe");
    url.searchParams.set("origin", here.href + "#comments");
    url.searchParams.set("backLink", here.href);
    url.searchParams.set("description", document.title);
    url.searchParams.set("session", session || stored());
    url.searchParams.set("theme", theme());
    frame.src = url.href;
    frame.title = button.dataset.title;
    addEventListener("message", function (event) {
      var said = event.origin === host && event.source === frame.contentWindow && event.data && event.data.giscus;
      if (said && said.resizeHeight > 0) frame.style.height = said.resizeHeight + "px";
    });
    button.replaceWith(frame);
    frame.focus();
  }

  button.hidden = false;
  button.addEventListener("click", show);
  if (session) {  // back from signing in there, which began with a click here
    store(session);
    history.replaceState(null, "", here.href + "#comments");
    show();
  }
})();
