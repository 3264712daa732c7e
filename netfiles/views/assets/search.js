// --- the search: people, companies and tags at once, then notes; by keyboard alone ---

const HINT = "Part of a name, a company or a tag, or words from your notes.";
const MOST = { People: 8, Companies: 4, Tags: 3, Notes: 30 };
const PAUSE = 200;

let box = null;

// In the theme's header, unless the owner asked for the theme's own search.
function readySearch() {
  const header = document.querySelector(".md-header__inner");
  if (!READABLE || !header || header.querySelector(".nf-search") || document.forms.namedItem("search")) return;
  for (const other of header.querySelectorAll('.md-search, label[for="__search"]')) other.classList.add("nf-out");
  box = drawBox();
  header.insertBefore(box.root, header.querySelector(".md-header__source:has(*)"));
  const { root, input, opener, panel } = box;
  panel.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
  panel.addEventListener("click", (event) => { if (event.target.closest("a") && !event.ctrlKey && !event.metaKey) close(false); });
  opener.addEventListener("click", () => (root.classList.contains("nf-open") ? close(true) : open()));
  input.addEventListener("input", ask);
  input.addEventListener("keydown", onKey);
  input.addEventListener("focus", onFocus);
  box.list.addEventListener("pointermove", (event) => activate(event.target.closest?.('[role="option"]') ?? box.active));
  document.addEventListener("pointerdown", (event) => { if (!root.contains(event.target)) close(false); });
  root.addEventListener("focusout", (event) => { if (event.relatedTarget && !root.contains(event.relatedTarget)) close(false); });
}

function drawBox() {
  const input = make("input", {
    type: "text", className: "nf-search-input", placeholder: "Search", autocomplete: "off", spellcheck: false,
    autocapitalize: "off", enterKeyHint: "go", role: "combobox", "aria-label": "Search", "aria-autocomplete": "list",
    "aria-haspopup": "listbox", "aria-expanded": "false", "aria-controls": "nf_search_list", "aria-describedby": "nf_search_said",
  });
  const list = make("div", { id: "nf_search_list", role: "listbox", "aria-label": "Found" });
  const said = make("p", { id: "nf_search_said", className: "nf-search-said", role: "status" });
  const panel = make("div", { className: "nf-search-panel", hidden: true }, list, said);
  const key = make("kbd", { textContent: "/", "aria-hidden": "true" });
  const opener = make("button", { type: "button", className: "md-header__button nf-search-opener", "aria-label": "Search", "aria-expanded": "false" });
  const field = make("div", { className: "nf-search-field" }, input, key, panel);
  return { root: make("div", { className: "nf-search", role: "search" }, field, opener), opener, input, list, said, panel, active: null, before: null, asked: null };
}

// --- opening and closing

function open() {
  const { root, opener, input } = box;
  if (!root.contains(document.activeElement)) box.before = document.activeElement;
  root.classList.add("nf-open");
  opener.setAttribute("aria-expanded", "true");
  input.focus();
  input.select();
}

function onFocus() {
  list("people").catch(() => {});
  list("companies").catch(() => {});
  if (box.panel.hidden) ask();
}

function close(back) {
  const { root, opener, input, panel, before } = box;
  root.classList.remove("nf-open");
  opener.setAttribute("aria-expanded", "false");
  box.asked = null;
  panel.hidden = true;
  activate(null);
  input.setAttribute("aria-expanded", "false");
  if (!back) return;
  input.blur();
  before?.focus?.({ preventScroll: true });
}

// The keys that lead to the search from anywhere; the theme's own listeners do not get them.
function onShortcut(event) {
  if (!box || event.defaultPrevented || event.altKey) return;
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  const chord = event.ctrlKey || event.metaKey;
  const asked = chord ? event.key.toLowerCase() === "k" && !event.shiftKey : !typing && ["/", "s"].includes(event.key);
  if (!asked) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  open();
}

function onKey(event) {
  const { input, list: found, active } = box;
  event.stopPropagation();
  if (event.isComposing) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    const options = [...found.querySelectorAll('[role="option"]')];
    const step = event.key === "ArrowDown" ? 1 : -1;
    activate(options.at((options.indexOf(active) + step) % options.length) ?? null, true);
  } else if (event.key === "Enter") {
    event.preventDefault();
    go(event);
  } else if (event.key === "Escape") {
    event.preventDefault();
    if (input.value) { input.value = ""; ask(); } else close(true);
  }
}

// Enter may come before what it is meant for.
function go(event) {
  if (box.ready !== box.input.value) box.hasty = true;
  else box.active?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey: event?.ctrlKey, metaKey: event?.metaKey }));
}

function activate(option, scroll = false) {
  if (box.active === option) return;
  box.active?.setAttribute("aria-selected", "false");
  option?.setAttribute("aria-selected", "true");
  box.active = option;
  if (option) box.input.setAttribute("aria-activedescendant", option.id);
  else box.input.removeAttribute("aria-activedescendant");
  if (scroll) option?.scrollIntoView({ block: "nearest" });
}

// --- asking

async function ask() {
  const query = box.input.value;
  const asked = box.asked = { query };
  const alive = () => box.asked === asked;
  const words = wordsOf(query);
  box.panel.hidden = false;
  box.hasty = false;
  if (!words.length) return show([], HINT);
  try {
    const [people, companies] = await Promise.all([list("people"), list("companies")]);
    if (!alive()) return;
    const found = findAll(people, companies, query, words);
    show(found, `${counts(found)} Searching notes …`);
    if (box.hasty && box.active) return go();
    await pause(PAUSE);
    if (alive()) await askNotes(found, fold(query).split(/\s+/).filter(Boolean), alive);
  } catch (error) {
    if (alive()) say(`The search could not be read (${error.message}).`);
  }
}

const pause = (time) => new Promise((resume) => { setTimeout(resume, time); });

async function askNotes(found, words, alive) {
  let count = 0;
  for await (const notes of notesWith(words, alive)) {
    const room = MOST.Notes - count;
    addGroup("Notes", notes.slice(0, room).map((note) => drawNote(note, words)));
    count += Math.min(room, notes.length);
    if (count === MOST.Notes) break;
  }
  if (!alive()) return;
  if (box.hasty) go();
  const all = [...found, ...(count ? [{ name: "Notes", of: count, more: count === MOST.Notes }] : [])];
  say(all.length ? counts(all) : `Nothing found: ${box.input.value.trim()}. Fewer letters find more.`);
}

function counts(groups) {
  const told = groups.map(({ name, of, more }) => `${more ? "the first " : ""}${of.toLocaleString("en")} ${of === 1 ? ONE[name] : name.toLowerCase()}`);
  const all = told.join(", ");
  return all && `${all[0].toUpperCase()}${all.slice(1)}.`;
}

const ONE = { People: "person", Companies: "company", Tags: "tag", Notes: "note" };

// --- finding

function findAll(people, companies, query, words) {
  const groups = [
    { name: "People", found: findNamed(people, query, words), drawn: (each) => drawPerson(each, words) },
    { name: "Companies", found: findNamed(companies, query, words), drawn: (each) => drawCompany(each, words) },
    { name: "Tags", found: findTags(people, words), drawn: (each) => drawTag(each, words) },
  ];
  return groups.filter(({ found }) => found.length).map(({ name, found, drawn }) => {
    const options = found.slice(0, MOST[name]).map(drawn);
    const onFile = found.filter((each) => name === "People" && !each.unfiled).length;
    if (onFile > MOST.People) options.push(drawAllPeople(onFile, query));
    return { name, of: found.length, options };
  });
}

function findNamed(all, query, words) {
  const whole = bare(query);
  const found = all.filter((each) => words.every((word) => each.all.includes(word)));
  const ranked = found.map((each) => [rank(each, whole, words), each]);
  ranked.sort(([a, one], [b, other]) => a - b || one.unfiled - other.unfiled || one.tie - other.tie || one.order - other.order);
  return ranked.map(([, each]) => each);
}

// Whose name begins so, whose names have words that do, in whose name it stands, then all others.
function rank({ bare: name, named, all }, whole, words) {
  if (name.startsWith(whole)) return 0;
  if (words.every((word) => name.includes(` ${word}`))) return 1;
  if (words.every((word) => named.includes(` ${word}`))) return 2;
  if (words.every((word) => name.includes(word))) return 3;
  if (words.every((word) => all.includes(` ${word}`))) return 4;
  return 5;
}

function findTags(people, words) {
  people.tags ??= countTags(people);
  const found = [...people.tags].filter(([tag]) => words.every((word) => bareOnce(tag).includes(word)));
  const begins = ([tag]) => words.every((word) => bareOnce(tag).includes(` ${word}`));
  return found.sort((a, b) => begins(b) - begins(a) || b[1] - a[1]);
}

function countTags(people) {
  const counted = new Map();
  for (const { tags } of people) for (const tag of tags) counted.set(tag, (counted.get(tag) ?? 0) + 1);
  return counted;
}

// --- drawing what was found

function show(groups, words) {
  activate(null);
  box.list.replaceChildren();
  for (const { name, options } of groups) addGroup(name, options);
  box.ready = box.input.value;
  say(words);
}

// Options of a group, to those it has already.
function addGroup(name, options) {
  if (!options.length) return;
  const id = `nf_found_${name.toLowerCase()}`;
  let group = box.list.querySelector(`[aria-labelledby="${id}"]`);
  if (!group) {
    group = make("div", { role: "group", "aria-labelledby": id }, make("p", { id, role: "presentation", textContent: name }));
    box.list.append(group);
  }
  group.append(...options);
  box.list.querySelectorAll('[role="option"]').forEach((option, n) => { option.id = `nf_option_${n}`; });
  if (box.active) box.input.setAttribute("aria-activedescendant", box.active.id);
  else activate(options[0]);
  box.input.setAttribute("aria-expanded", "true");
}

function say(words) {
  box.said.textContent = words;
  box.list.hidden = !box.list.childElementCount;
  if (box.list.hidden) box.input.setAttribute("aria-expanded", "false");
}

function drawOption(href, face, ...content) {
  const text = make("span", { className: "nf-found-text" }, ...content);
  const kind = face ? "nf-found nf-with-face" : "nf-found";
  return make("a", { role: "option", "aria-selected": "false", tabIndex: -1, className: kind, href: new URL(href, ROOT).href }, ...(face ? [face] : []), text);
}

const soft = (...content) => make("span", { className: "nf-found-more" }, ...content);
const strong = (...content) => make("span", { className: "nf-found-name" }, ...content);

function drawPerson(person, words) {
  const { name, title, company, aliases, place, tags, unfiled } = person;
  const position = unfiled ? "not yet on file" : title && company ? `${title} at ${company}` : title || company;
  const seen = bare(`${name} ${position}`);
  const why = [aliases, place, ...tags.map((tag) => `#${tag}`)].filter((text) => words.some((word) => !seen.includes(word) && bareOnce(text).includes(word)));
  const more = [position, ...why].filter(Boolean).join(" · ");
  const option = drawOption(person.href, unfiled ? null : faceOf(person.face), strong(...marked(name, words)), soft(...marked(more, words)));
  if (!unfiled) option.append(make("span", { className: "nf-found-tie", textContent: TIES[person.tie] ?? "" }));
  return option;
}

function drawCompany(company, words) {
  const { name, now, before, target, industry, leads } = company;
  const more = [
    now && `${now} ${now === "1" ? "person" : "people"} there`, before && `${before} before`,
    target && (target === "yes" ? "target" : `target ${target}`), leads && `${leads} open ${leads === "1" ? "lead" : "leads"}`, industry,
  ];
  return drawOption(company.href, null, strong(...marked(name, words)), soft(...marked(more.filter(Boolean).join(" · "), words)));
}

function drawTag([tag, count], words) {
  return drawOption(`people/?tag=${encodeURIComponent(tag)}`, null, strong(...marked(`#${tag}`, words)), soft(`${count} ${count === 1 ? "person" : "people"}`));
}

function drawAllPeople(count, query) {
  return drawOption(`people/?q=${encodeURIComponent(query.trim())}`, null, soft(`See all ${count.toLocaleString("en")} people`));
}

function drawNote({ href, day, title, text }, words) {
  return drawOption(href, null, strong(...marked(title, words)), soft(...(day ? [`${shortDay(day)} · `] : []), ...marked(snippet(text, words), words)));
}
