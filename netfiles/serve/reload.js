// Reloads the page when a newer site is served, and tells when the newest state could not be built.
(function () {
  "use strict";
  var own = document.currentScript.dataset.generation || "";
  var place = "netfiles-place:" + location.pathname;
  var source = null;
  var retry = 0;

  function returnToPlace() {
    try {
      var kept = JSON.parse(sessionStorage.getItem(place) || "null");
      sessionStorage.removeItem(place);
      if (kept) scrollTo({ left: kept[0], top: kept[1], behavior: "instant" });
    } catch (error) {
      // Without storage the browser's own memory of the place has to do.
    }
  }

  function reload() {
    stop();
    try {
      sessionStorage.setItem(place, JSON.stringify([scrollX, scrollY]));
    } catch (error) {
      // As above.
    }
    location.reload();
  }

  function banner() {
    var found = document.getElementById("netfiles-banner");
    if (found) return found;
    var style = document.createElement("style");
    style.textContent =
      "#netfiles-banner{position:fixed;left:0;right:0;bottom:0;z-index:9;margin:0;padding:.4rem 1rem;" +
      "font:.7rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere;border-top:1px solid;" +
      "color:var(--md-default-fg-color,CanvasText);background:var(--md-default-bg-color,Canvas)}" +
      "#netfiles-banner:empty{display:none}@media print{#netfiles-banner{display:none}}";
    document.head.append(style);
    var made = document.createElement("p");
    made.id = "netfiles-banner";
    made.setAttribute("role", "status");
    document.body.append(made);
    return made;
  }

  function shown(event) {
    var state = JSON.parse(event.data);
    if (state.generation && state.generation !== own) return reload();
    if (state.failure || document.getElementById("netfiles-banner")) banner().textContent = state.failure;
  }

  function stop() {
    clearTimeout(retry);
    if (source) source.close();
    source = null;
  }

  // Only a visible page listens: a browser opens few connections to one server, and many tabs would use them up.
  function listen() {
    stop();
    if (document.visibilityState !== "visible") return;
    source = new EventSource("/_netfiles/events");
    source.addEventListener("shown", shown);
    source.addEventListener("error", function () {
      stop();
      retry = setTimeout(listen, 1000);
    });
  }

  returnToPlace();
  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", stop);
  addEventListener("pageshow", function (event) {
    if (event.persisted) listen();
  });
  listen();
})();
