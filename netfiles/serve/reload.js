// Brings the page up to date when a newer site is served, and tells when the newest state could not be built.
(() => {
  "use strict";
  const own = { ...document.currentScript.dataset }; // site, frame, version: what this page is of
  const PLACE = `netfiles-place:${location.pathname}`;
  // What the theme itself exchanges when it goes from page to page without loading anew.
  const PARTS = ["container", "announce", "header-topic", "outdated", "logo", "skip", "tabs"]
    .map((name) => `[data-md-component=${name}]`);
  const CONTAINER = "[data-md-component=container]";
  let wanted = null;
  let busy = false;
  let source = null;
  let retry = 0;

  // --- loading anew -------------------------------------------------------

  function returnToPlace() {
    try {
      const kept = JSON.parse(sessionStorage.getItem(PLACE) || "null");
      sessionStorage.removeItem(PLACE);
      if (kept) scrollTo({ left: kept[0], top: kept[1], behavior: "instant" });
    } catch {
      // Without storage the browser's own memory of the place has to do.
    }
  }

  function reload() {
    stop();
    try {
      sessionStorage.setItem(PLACE, JSON.stringify([scrollX, scrollY]));
    } catch {
      // As above.
    }
    location.reload();
  }

  // --- exchanging the content in place ------------------------------------

  async function bringUpToDate() {
    if (busy) return;
    busy = true;
    try {
      while (wanted && wanted.site !== own.site) {
        if (!own.version || wanted.frame !== own.frame || !(await fetchAndSwap(wanted))) {
          reload();
          return;
        }
      }
    } catch {
      // The server is away; it tells what it shows as soon as it is back.
    } finally {
      busy = false;
    }
  }

  async function fetchAndSwap(state) {
    const headers = { "If-None-Match": `W/"${own.version}"` };
    const answer = await fetch(location.pathname + location.search, { cache: "no-store", headers });
    if (answer.status === 304) {
      own.site = state.site;
      document.dispatchEvent(new CustomEvent("netfiles:newer")); // what the page has looked up may be another
      return true;
    }
    if (!answer.ok || answer.redirected) return false;
    const next = new DOMParser().parseFromString(await answer.text(), "text/html");
    const script = next.querySelector("script[data-site][data-version]");
    if (!script || script.dataset.frame !== own.frame || code(next) !== code(document) || !swap(next)) return false;
    Object.assign(own, script.dataset);
    return true;
  }

  // The scripts and styles around the content: they are loaded once and cannot be exchanged.
  function code(page) {
    return Array.from(page.querySelectorAll("script:not([data-site]), link[rel=stylesheet], style:not([data-netfiles])"))
      .filter((element) => !element.closest(CONTAINER))
      .map((element) => element.getAttribute("src") ?? element.getAttribute("href") ?? element.textContent)
      .join("\n");
  }

  // Scripts of a page that was parsed like this never run.
  function swap(next) {
    if (!document.querySelector(CONTAINER) || !next.querySelector(CONTAINER)) return false;
    const restore = keep();
    document.title = next.title;
    for (const part of PARTS) {
      const [before, after] = [document.querySelector(part), next.querySelector(part)];
      if (before && after) before.replaceWith(after);
    }
    window.document$?.next(document); // the theme, and who waits for it, begin on the new content
    document.dispatchEvent(new CustomEvent("netfiles:swapped"));
    restore();
    return true;
  }

  // --- what the reader did to the content ---------------------------------

  // What tells an element from the others of its page, also when there are more or fewer of them afterwards.
  function label(element) {
    const words = element.localName === "details" ? element.querySelector("summary")
      : element.matches("a, button, summary, th") ? element : null;
    const attributes = ["id", "name", "href", "type", "aria-label", "data-column", "data-for"];
    return [...attributes.map((name) => element.getAttribute(name)), words?.textContent.trim().slice(0, 100)].join("|");
  }

  function alike(kind, sought) {
    const all = document.querySelector(CONTAINER).querySelectorAll(kind);
    return Array.from(all).filter((element) => label(element) === sought);
  }

  function note(element) {
    const [kind, sought] = [element.localName, label(element)];
    const nth = alike(kind, sought).indexOf(element);
    return () => alike(kind, sought)[nth];
  }

  const fire = (element, name) => element.dispatchEvent(new Event(name, { bubbles: name !== "focus" }));

  function choose(select, value) {
    select.value = value;
    if (select.value === value) return;
    fire(select, "focus"); // some offer their choices only then
    select.value = value;
  }

  // For each kind of element: what the reader may have changed, and how to do the same again.
  const KINDS = [
    ["details", (element) => element.open, (element, open) => { element.open = open; }],
    ["input[type=checkbox], input[type=radio]",
      (element) => (element.checked === element.defaultChecked ? undefined : element.checked),
      (element, checked) => { element.checked = checked; fire(element, "change"); }],
    ["input:not([type=checkbox], [type=radio]), textarea",
      (element) => (element.value === element.defaultValue ? undefined : element.value),
      (element, value) => { element.value = value; fire(element, "input"); }],
    ["select",
      (element) => (element.selectedIndex > 0 ? element.value : undefined),
      (element, value) => { choose(element, value); fire(element, "input"); fire(element, "change"); }],
    ["th[aria-sort]",
      (element) => element.getAttribute("aria-sort"),
      (element, order) => {
        for (let i = 0; i < 2 && element.getAttribute("aria-sort") !== order; i++) element.querySelector("button")?.click();
      }],
  ];

  // Remembers place, focus and all that; the answer puts it back.
  function keep() {
    const container = document.querySelector(CONTAINER);
    const place = { left: scrollX, top: scrollY, behavior: "instant" };
    const active = document.activeElement;
    const focused = container.contains(active) && active !== container ? note(active) : null;
    const [start, end] = [active?.selectionStart, active?.selectionEnd];
    const kept = [];
    for (const [kind, read, write] of KINDS) {
      for (const element of container.querySelectorAll(kind)) {
        const value = read(element);
        if (value !== undefined) kept.push([note(element), write, value]);
      }
    }
    return () => {
      for (const [find, write, value] of kept) {
        const element = find();
        if (element) write(element, value);
      }
      const element = focused?.();
      element?.focus({ preventScroll: true });
      if (element && start != null) element.setSelectionRange(start, end);
      scrollTo(place);
    };
  }

  // --- what the server tells ----------------------------------------------

  function banner() {
    const found = document.getElementById("netfiles-banner");
    if (found) return found;
    const style = document.createElement("style");
    style.dataset.netfiles = "";
    style.textContent =
      "#netfiles-banner{position:fixed;left:0;right:0;bottom:0;z-index:9;margin:0;padding:.4rem 1rem;" +
      "font:.7rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere;border-top:1px solid;" +
      "color:var(--md-default-fg-color,CanvasText);background:var(--md-default-bg-color,Canvas)}" +
      "#netfiles-banner:empty{display:none}@media print{#netfiles-banner{display:none}}";
    document.head.append(style);
    const made = document.createElement("p");
    made.id = "netfiles-banner";
    made.setAttribute("role", "status");
    document.body.append(made);
    return made;
  }

  function shown(event) {
    wanted = JSON.parse(event.data);
    const words = wanted.failure || wanted.progress;
    if (words || document.getElementById("netfiles-banner")) banner().textContent = words;
    if (wanted.site) bringUpToDate();
  }

  function stop() {
    clearTimeout(retry);
    source?.close();
    source = null;
  }

  // Only a visible page listens: a browser opens few connections to one server, and many tabs would use them up.
  function listen() {
    stop();
    if (document.visibilityState !== "visible") return;
    source = new EventSource("/_netfiles/events");
    source.addEventListener("shown", shown);
    source.addEventListener("error", () => {
      stop();
      retry = setTimeout(listen, 1000);
    });
  }

  returnToPlace();
  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", stop);
  addEventListener("pageshow", (event) => {
    if (event.persisted) listen();
  });
  listen();
})();
