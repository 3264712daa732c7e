// --- tables: sorting, filtering, and long ones drawn as far as they are seen ---

const BLOCK = 50;
const tables = new Map();
const collator = new Intl.Collator("en", { sensitivity: "base", numeric: true });

function readyTable(tools) {
  const table = document.getElementById(tools.dataset.for);
  if (!table || table.dataset.ready) return;
  table.dataset.ready = "yes";
  const state = { table, tools, heads: [...table.tHead.rows[0].cells], fields: [...tools.querySelectorAll("input, select")] };
  if (table.dataset.list) return readyLongTable(state);
  state.rows = Array.from(table.tBodies[0].rows, readRow);
  useTable(state);
}

// A long table stands on its page with its first rows; the others come from its list.
async function readyLongTable(state) {
  const { table, tools } = state;
  if (!READABLE) return;
  const letters = table.parentElement.querySelector(".nf-letters");
  const old = known.get(table.dataset.list);
  tools.hidden = false;
  letters.hidden = true;
  if (old) useTable(Object.assign(state, { rows: rowsFrom(old, table.dataset.list) }));
  await renew(state);
  if (state.rows) return;
  // Without the list the page is what it is without JavaScript: its first rows, and the way to the others.
  tools.hidden = true;
  letters.hidden = false;
}

// The rows as they are now; as they were where the list cannot be read.
async function renew(state) {
  const kind = state.table.dataset.list;
  const things = await list(kind).catch(() => null);
  if (!things) return;
  const used = state.rows;
  state.rows = rowsFrom(things, kind);
  if (used) arrange(state);
  else useTable(state);
}

function rowsFrom(things, kind) {
  return things.filter((each) => !each.unfiled).map((each) => new Row(each, kind));
}

function useTable(state) {
  tables.set(state.table.id, state);
  state.tools.hidden = false;
  readySorting(state);
  readyFilters(state);
  recall(state);
  arrange(state);
}

// --- rows

function readRow(row, order) {
  const cells = Array.from(row.cells, (cell, n) =>
    (n ? cell.textContent : cell.querySelector("a")?.lastChild.textContent ?? cell.textContent).trim());
  const tags = row.closest(".nf-people") ? cells[3].split(", ").filter(Boolean) : [];
  return { order, cells, tags, all: cells.map(bare).join(""), last: row.querySelector("time")?.dateTime ?? "", draw: () => row };
}

const CELLS = {
  people: (each) => [each.name, each.company, each.place, each.tags.join(", "), TIES[each.tie] ?? "", each.last && shortDay(each.last)],
  companies: (each) => [each.name, each.industry, each.place, each.now, each.before, TIES[each.tie] ?? "", each.target, each.leads],
};

// A row of a long table, read from its list as far as it is needed.
class Row {
  constructor(thing, kind) {
    this.thing = thing;
    this.kind = kind;
    this.order = thing.order;
  }

  get cells() { return (this.read ??= CELLS[this.kind](this.thing)); }
  get tags() { return this.thing.tags; }
  get all() { return this.thing.all; }
  get last() { return this.thing.last; }

  draw() {
    const { href, face, last } = this.thing;
    return drawRow(this.cells, href, face, last);
  }
}

function drawRow(cells, href, face, last) {
  const link = make("a", { href: new URL(href, ROOT).href }, ...(face ? [faceOf(face)] : []), cells[0]);
  const made = cells.map((text, n) => make("td", text === "yes" ? { className: "nf-yes" } : {}, n ? text : link));
  if (last) made.at(-1).replaceChildren(make("time", { dateTime: last, textContent: cells.at(-1) }));
  return make("tr", {}, ...made);
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function shortDay(iso) {
  const [year, month, day] = iso.split("-").map(Number);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

// --- what is shown, in which order

function arrange(state) {
  const { table, rows, fields, sorting } = state;
  const tests = fields.map((field) => testOf(field)).filter(Boolean);
  const fitting = rows.filter((row) => tests.every((test) => test(row)));
  sort(fitting, sorting);
  draw(state, fitting);
  tellCount(table.id, fitting.length, rows.length);
  const { column, down } = state.sorting;
  remember([...fields.map(({ name, value }) => [name, value.trim()]), ["sort", column || down ? `${column}${down ? "d" : ""}` : ""]]);
}

// Empty cells stand last in either order.
function sort(rows, { column, by, down }) {
  const value = keyOf(column, by);
  const keyed = rows.map((row) => ({ row, key: value(row) }));
  const way = down ? -1 : 1;
  keyed.sort((a, b) => (a.key === "") - (b.key === "") || way * compare(a.key, b.key) || a.row.order - b.row.order);
  keyed.forEach(({ row }, n) => { rows[n] = row; });
}

function keyOf(column, by) {
  if (by === "order") return (row) => row.order;
  if (by === "time") return (row) => row.last;
  if (by === "number") return (row) => (row.cells[column] === "" ? "" : Number(row.cells[column]));
  if (by === "text") return (row) => fold(row.cells[column]);
  const ranks = new Map(by.split(" ").map((word, n) => [word, n]));
  return (row) => ranks.get(row.cells[column]) ?? "";
}

const compare = (a, b) => (a < b ? -1 : Number(a > b));

function testOf(field) {
  const words = wordsOf(field.value);
  if (!words.length) return null;
  const { column } = field.dataset;
  if (column === undefined) return (row) => words.every((word) => row.all.includes(word));
  if (field.list) return (row) => words.every((word) => bareOnce(row.cells[column]).includes(word));
  if (field.name === "tag") return (row) => row.tags.includes(field.value);
  return (row) => row.cells[column] === field.value;
}

function tellCount(id, shown, all) {
  const count = document.querySelector(`[data-count="${id}"]`);
  const { one, many } = count.dataset;
  const [few, total] = [shown, all].map((number) => number.toLocaleString("en"));
  count.textContent = shown === all ? `${total} ${all === 1 ? one : many}` : `${few} of ${total} ${many}`;
  document.querySelector(`[data-none="${id}"]`).hidden = shown > 0;
}

// --- drawing: rows stand in blocks, and a block out of sight is only as high as it was

function draw(state, fitting) {
  const { table } = state;
  const focused = table.querySelector("tbody a:focus")?.href;
  const size = table.dataset.list ? BLOCK : Infinity;
  const blocks = state.blocks = new Map();
  for (let start = 0; start === 0 || start < fitting.length; start += size) {
    blocks.set(document.createElement("tbody"), { rows: fitting.slice(start, start + size), start });
  }
  state.watch?.disconnect();
  for (const body of [...table.tBodies]) body.remove();
  const [first] = blocks.keys();
  fill(first, blocks.get(first));
  table.append(first);
  const height = blocks.size > 1 ? first.offsetHeight / BLOCK : 0;
  for (const [body, { rows }] of blocks) if (body !== first) body.style.height = `${rows.length * height}px`;
  table.append(...blocks.keys());
  for (const [body, block] of blocks) if (isSeen(body)) fill(body, block);
  if (focused) table.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  table.setAttribute("aria-rowcount", fitting.length + 1);
  if (blocks.size > 1) watch(state);
}

function isSeen(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

function watch(state) {
  state.watch = new IntersectionObserver((seen) => {
    for (const { target, isIntersecting, boundingClientRect } of seen) {
      if (isIntersecting) fill(target, state.blocks.get(target));
      else if (!target.contains(document.activeElement)) empty(target, boundingClientRect.height);
    }
  }, { rootMargin: "1500px 0px" });
  for (const body of state.blocks.keys()) state.watch.observe(body);
}

function fill(body, { rows, start }) {
  if (body.rows.length) return;
  body.append(...rows.map((row, n) => {
    const drawn = row.draw();
    drawn.setAttribute("aria-rowindex", start + n + 2);
    return drawn;
  }));
  body.style.height = "";
}

function empty(body, height) {
  if (!body.rows.length) return;
  body.style.height = `${height}px`;
  body.replaceChildren();
}

// On paper stands all that fits.
function drawAll() {
  for (const { blocks } of tables.values()) {
    for (const [body, block] of blocks) fill(body, block);
  }
}

// --- sorting

function readySorting(state) {
  state.heads.forEach((head, column) => {
    const button = make("button", { type: "button" }, ...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const { column: now, down } = state.sorting;
      setSorting(state, column, now === column ? !down : ["time", "number"].includes(sortOf(head, column)));
      arrange(state);
    });
  });
  setSorting(state, 0, false);
}

const sortOf = (head, column) => head.dataset.sort ?? (column ? "text" : "order");

function setSorting(state, column, down) {
  state.sorting = { column, down, by: sortOf(state.heads[column], column) };
  state.heads.forEach((head) => head.removeAttribute("aria-sort"));
  state.heads[column].setAttribute("aria-sort", down ? "descending" : "ascending");
}

// --- filtering

function readyFilters(state) {
  let asked = 0;
  const later = () => { clearTimeout(asked); asked = setTimeout(() => arrange(state), 60); };
  for (const field of state.fields) {
    field.addEventListener("input", later);
    if (field.dataset.column) field.addEventListener("focus", () => offer(state, field), { once: true });
  }
}

// The words of a column by name; filled in when the field is first used.
function offer(state, field) {
  if (field.dataset.filled) return;
  field.dataset.filled = "yes";
  const column = Number(field.dataset.column);
  const found = new Set(state.rows.flatMap((row) => (field.name === "tag" ? row.tags : row.cells[column] || [])));
  const options = [...found].sort(collator.compare).map((word) => make("option", { value: word, textContent: field.list ? "" : word }));
  (field.list ?? field).append(...options);
}

// What was asked stands in the address, so that it is still there on coming back.
function remember(asked) {
  const wanted = new URLSearchParams(location.search);
  for (const [name, value] of asked) {
    if (value) wanted.set(name, value);
    else wanted.delete(name);
  }
  const query = wanted.size ? `?${wanted}` : "";
  if (query !== location.search) history.replaceState(history.state, "", `${location.pathname}${query}${location.hash}`);
}

function recall(state) {
  const wanted = new URLSearchParams(location.search);
  for (const field of state.fields) {
    const value = wanted.get(field.name);
    if (!value) continue;
    if (field.tagName === "SELECT") offer(state, field);
    field.value = value;
  }
  const [, column, down] = wanted.get("sort")?.match(/^(\d)(d?)$/) ?? [];
  if (state.heads[column]) setSorting(state, Number(column), down === "d");
}
