// --- the lists of people and companies, as views/search_lists.py writes them --

const TIES = ["strong", "warm", "cool", "cold", "new"];
const SCRIPT = document.currentScript;
const ROOT = new URL("../", SCRIPT.src);
const READABLE = location.protocol.startsWith("http");

const lists = new Map();
const known = new Map();

// A list is fetched once for a page, and again after the page was changed in place; until then `known` has the old one.
function list(name) {
  if (!lists.has(name)) {
    const asked = fetchText(`${name}.txt`).then((text) => {
      known.set(name, readList(text, KINDS[name]));
      return known.get(name);
    });
    asked.catch(() => lists.delete(name));
    lists.set(name, asked);
  }
  return lists.get(name);
}

async function fetchText(path) {
  const answer = await fetch(new URL(`assets/search/${path}`, ROOT));
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.text();
}

// Much of a line is worked out only when it is first asked for: most lines are never shown.
class Thing {
  constructor(line, words, order) {
    this.fields = line.split("\t");
    this.words = words;
    this.order = order;
    this.name = this.fields[0];
  }

  field(n) { return this.fields[n] ?? ""; }
  word(n) { return this.words[this.fields[n]] ?? ""; }
  get bare() { return (this.bareName ??= bare(this.name)); }
  get named() { return this.aliases ? this.bare + bare(this.aliases) : this.bare; }
  get all() { return (this.bareAll ??= this.named + this.facts.map(bareOnce).join("")); }
}

class Person extends Thing {
  get unfiled() { return this.field(1).includes("/"); }
  get href() { return this.unfiled ? this.field(1) : `people/${whole(this.field(1), this.name)}/`; }
  get face() { return this.field(2); }
  get tie() { return this.fields[3] ? Number(this.fields[3]) : 9; }
  get last() { return this.fields[4] ? new Date(Number(this.fields[4]) * DAY).toISOString().slice(0, 10) : ""; }
  get aliases() { return this.field(5); }
  get company() { return this.word(6); }
  get title() { return this.word(7); }
  get place() { return this.word(8); }
  get tags() { return this.fields[9] ? this.fields[9].split(" ").map((n) => this.words[n]) : []; }
  get facts() { return [this.company, this.title, this.place, ...this.tags]; }
}

class Company extends Thing {
  get unfiled() { return false; }
  get href() { return `companies/${whole(this.field(1), this.name)}/`; }
  get now() { return this.field(2); }
  get before() { return this.field(3); }
  get tie() { return this.fields[4] ? Number(this.fields[4]) : 9; }
  get target() { return this.field(5); }
  get leads() { return this.field(6); }
  get aliases() { return this.field(7); }
  get industry() { return this.word(8); }
  get place() { return this.word(9); }
  get facts() { return [this.industry, this.place]; }
}

const KINDS = { people: Person, companies: Company };

function readList(text, Kind) {
  const lines = text.split("\n");
  const start = lines.indexOf("");
  const words = lines.slice(0, start);
  return lines.slice(start + 1).map((line, order) => new Kind(line, words, order));
}

// An address is left out as far as the name spells it.
function whole(address, name) {
  const rest = address === "" || address.startsWith("-");
  return rest ? name.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") + address : address;
}

const bares = new Map();

// What many lines share is worked on once.
function bareOnce(text) {
  if (!text) return "";
  if (!bares.has(text)) bares.set(text, bare(text));
  return bares.get(text);
}

// The face beside a name: a picture, or initials on a colour; as views/face.py draws it.
function faceOf(face) {
  if (face.includes("/")) {
    return make("img", { className: "nf-f", src: new URL(face, ROOT).href, alt: "", width: 40, height: 40, loading: "lazy" });
  }
  const colour = face.charCodeAt(0) - "a".charCodeAt(0);
  return make("i", { className: `nf-f nf-h${colour}`, textContent: face.slice(1), "aria-hidden": "true" });
}
