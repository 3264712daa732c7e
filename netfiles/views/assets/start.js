// --- the start, and again whenever the page was changed in place ------------------

// The theme leaves its search dialog without a name.
function nameSearch() {
  const search = document.querySelector('.md-search[role="dialog"]:not([aria-label])');
  if (search) search.setAttribute("aria-label", "Search");
}

function start() {
  forget();
  nameSearch();
  readySearch();
  tellDays();
  writeToday();
  tellAge();
  readyCopying();
  readyCard();
  document.querySelectorAll(".nf-tools[data-for]").forEach(readyTable);
  document.querySelectorAll(".nf-tools[data-within]").forEach(readyFinding);
}

// What was looked up may be another now.
function forget() {
  lists.clear();
  forgetNotes();
}

document.addEventListener("netfiles:newer", () => {
  forget();
  for (const state of tables.values()) if (state.table.dataset.list && state.table.isConnected) renew(state);
});
window.addEventListener("keydown", onShortcut, true);
window.addEventListener("beforeprint", drawAll);
if (window.document$) window.document$.subscribe(start);
else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
