// What the pages do in the browser: how long ago a day was, copying a line, sorting and filtering a table.
"use strict";

(() => {
  const DAY = 86400000;
  const parse = (iso) => Date.parse(`${iso}T12:00:00Z`);

  function browserDay() {
    const now = new Date();
    const pad = (n) => String(n).padStart(2, "0");
    return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
  }

  const built = window.netfilesDay || { day: browserDay(), fixed: false };
  const today = built.fixed ? built.day : browserDay();

  // --- days ---------------------------------------------------------------

  const words = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
  const STEPS = [[730, 365.25, "year"], [60, 30.4375, "month"], [14, 7, "week"], [0, 1, "day"]];

  function ago(iso) {
    const days = Math.round((parse(iso) - parse(today)) / DAY);
    const [, length, unit] = STEPS.find(([least]) => Math.abs(days) >= least);
    return words.format(Math.trunc(days / length), unit);
  }

  function tellDays() {
    for (const time of document.querySelectorAll(".nf time[datetime]")) {
      if (time.querySelector(".nf-ago")) continue;
      if (time.closest(".nf-table")) continue;
      const span = document.createElement("span");
      span.className = "nf-ago";
      span.textContent = ago(time.dateTime);
      if (time.closest(".nf-time")) time.title = span.textContent;
      else time.append(span);
    }
    document.querySelector(".nf-table")?.addEventListener("mouseover", (event) => {
      const time = event.target.closest?.("time[datetime]");
      if (time && !time.title) time.title = ago(time.dateTime);
    });
  }

  function writeToday() {
    for (const code of document.querySelectorAll(".nf-line code")) {
      code.textContent = code.textContent.replace("YYYY-MM-DD", today);
    }
  }

  function tellAge() {
    const article = document.querySelector(".md-content__inner");
    if (built.fixed || built.day === today || !article || document.querySelector(".nf-stale")) return;
    const [year, month, day] = built.day.split("-").map(Number);
    const spoken = new Date(Date.UTC(year, month - 1, day)).toLocaleDateString("en-GB", {
      day: "numeric", month: "long", timeZone: "UTC",
    });
    const line = document.createElement("p");
    line.className = "nf-stale";
    const command = (text) => Object.assign(document.createElement("code"), { textContent: text });
    line.append(`This site was built for ${spoken}; run `, command("netfiles build"), " or keep ",
      command("netfiles serve"), " running to refresh it.");
    article.before(line);
  }

  // --- copying ------------------------------------------------------------

  function readyCopying() {
    const buttons = document.querySelectorAll(".nf-copy");
    if (!buttons.length) return;
    const live = document.createElement("span");
    live.className = "md-visually-hidden nf-live";
    live.setAttribute("role", "status");
    document.querySelector(".nf")?.append(live);
    for (const button of buttons) {
      const what = button.dataset.copy.startsWith("---") ? "the entry" : button.dataset.copy;
      button.setAttribute("aria-label", `Copy ${what.replace("YYYY-MM-DD", today)}`);
      button.hidden = false;
      button.addEventListener("click", () => copy(button, live));
    }
  }

  async function copy(button, live) {
    const text = button.dataset.copy.replace("YYYY-MM-DD", today);
    const done = await toClipboard(text);
    button.textContent = done ? "Copied" : "Press Ctrl+C";
    live.textContent = done ? "Copied" : "The line is selected: press Ctrl+C";
    setTimeout(() => { button.textContent = "Copy"; live.textContent = ""; }, 2500);
    if (!done) select(button.parentElement.querySelector("code, pre"));
  }

  async function toClipboard(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false;
    }
  }

  function select(element) {
    if (element) getSelection().selectAllChildren(element);
  }

  // --- tables -------------------------------------------------------------

  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
    .replace(/ø/g, "o").replace(/ł/g, "l").replace(/đ/g, "d").replace(/ß/g, "ss").replace(/æ/g, "ae").replace(/ı/g, "i");
  const collator = new Intl.Collator("en", { sensitivity: "base", numeric: true });

  function readyTable(tools) {
    const table = document.getElementById(tools.dataset.for);
    if (!table || table.dataset.ready) return;
    table.dataset.ready = "yes";
    const state = { table, tools, rows: null };
    tools.hidden = false;
    readySorting(state);
    readyFilters(state);
  }

  // Rows are read once, when they are first needed.
  function rowsOf(state) {
    state.rows ??= Array.from(state.table.tBodies[0].rows, (row) => {
      const cells = Array.from(row.cells, (cell, n) =>
        n ? cell.textContent.trim() : (cell.querySelector("a")?.lastChild.textContent ?? cell.textContent).trim());
      return { row, cells, text: fold(cells.join(" ")), last: row.querySelector("time")?.dateTime ?? "" };
    });
    return state.rows;
  }

  function readySorting(state) {
    const heads = Array.from(state.table.tHead.rows[0].cells);
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const first = head.dataset.sort === "time" || head.dataset.sort === "number" ? "descending" : "ascending";
        const other = first === "ascending" ? "descending" : "ascending";
        const order = head.getAttribute("aria-sort") === first ? other : first;
        heads.forEach((each) => each.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", order);
        sort(state, column, head.dataset.sort ?? "text", order === "ascending" ? 1 : -1);
      });
    });
  }

  // Empty cells stand last in either order.
  function sort(state, column, by, order) {
    const value = keyOf(column, by);
    const keyed = rowsOf(state).map((item, n) => ({ row: item.row, key: value(item), n }));
    keyed.sort((a, b) => (a.key === "") - (b.key === "") || (a.key === "" ? 0 : order * compare(a.key, b.key)) || a.n - b.n);
    apart(state.table, (body) => body.append(...keyed.map(({ row }) => row)));
  }

  // Ten thousand rows are changed much faster while they are not in the page.
  function apart(table, change) {
    const body = table.tBodies[0];
    body.remove();
    change(body);
    table.append(body);
  }

  function keyOf(column, by) {
    if (by === "time") return (item) => item.last;
    if (by === "number") return (item) => (item.cells[column] === "" ? "" : Number(item.cells[column]));
    if (by === "text") return (item) => fold(item.cells[column]);
    const ranks = new Map(by.split(" ").map((word, n) => [word, n]));
    return (item) => ranks.get(item.cells[column]) ?? "";
  }

  function compare(a, b) {
    return a < b ? -1 : Number(a > b);
  }

  function readyFilters(state) {
    const fields = Array.from(state.tools.querySelectorAll("input, select"));
    const wanted = new URLSearchParams(location.search);
    let asked = 0;
    const later = () => { clearTimeout(asked); asked = setTimeout(() => filter(state, fields), 90); };
    for (const field of fields) {
      field.addEventListener("input", later);
      if (field.dataset.column !== undefined) field.addEventListener("focus", () => offer(state, field), { once: true });
    }
    const tag = wanted.get("tag");
    const select_ = state.tools.querySelector('select[data-column="3"]');
    if (tag && select_) { offer(state, select_); select_.value = tag; filter(state, fields); }
  }

  // The words of a column, most frequent first for tags, else by name; filled in when the field is first used.
  function offer(state, field) {
    if (field.dataset.filled) return;
    field.dataset.filled = "yes";
    const column = Number(field.dataset.column);
    const found = new Set();
    for (const { cells } of rowsOf(state)) {
      for (const word of isList(state, column) ? cells[column].split(", ") : [cells[column]]) if (word) found.add(word);
    }
    const target = field.list ?? field;
    const options = [...found].sort(collator.compare).map((word) => Object.assign(document.createElement("option"), {
      value: word, textContent: field.list ? "" : word,
    }));
    target.append(...options);
  }

  const isList = (state, column) => state.table.id === "nf_people" && column === 3;

  function filter(state, fields) {
    const tests = fields.map((field) => testOf(state, field)).filter(Boolean);
    const rows = rowsOf(state).map((item) => [item.row, tests.every((test) => test(item))]);
    const changed = rows.filter(([row, fits]) => row.hidden === fits);
    const shown = rows.reduce((sum, [, fits]) => sum + fits, 0);
    const change = () => changed.forEach(([row, fits]) => { row.hidden = !fits; });
    if (changed.length > 200) apart(state.table, change);
    else change();
    const count = document.querySelector(`[data-count="${state.table.id}"]`);
    const all = state.rows.length;
    const { one, many } = count.dataset;
    count.textContent = shown === all ? `${all.toLocaleString("en")} ${all === 1 ? one : many}`
      : `${shown.toLocaleString("en")} of ${all.toLocaleString("en")} ${many}`;
    document.querySelector(`[data-none="${state.table.id}"]`).hidden = shown > 0;
  }

  function testOf(state, field) {
    const text = fold(field.value.trim());
    if (!text) return null;
    if (field.dataset.column === undefined) {
      const parts = text.split(/\s+/);
      return (item) => parts.every((part) => item.text.includes(part));
    }
    const column = Number(field.dataset.column);
    if (field.list) return (item) => fold(item.cells[column]).includes(text);
    if (isList(state, column)) return (item) => item.cells[column].split(", ").includes(field.value);
    return (item) => item.cells[column] === field.value;
  }

  // ------------------------------------------------------------------------

  // The theme leaves its search dialog without a name.
  function nameSearch() {
    const search = document.querySelector('.md-search[role="dialog"]:not([aria-label])');
    if (search) search.setAttribute("aria-label", "Search");
  }

  function start() {
    nameSearch();
    tellDays();
    writeToday();
    tellAge();
    readyCopying();
    document.querySelectorAll(".nf-tools").forEach(readyTable);
  }

  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
