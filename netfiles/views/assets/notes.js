// --- notes: texts in parts, as views/search_notes.py writes them, read one after the other

const AHEAD = 4;
const MOST_KEPT = 12_000_000;
const SLICE = 12;
const parts = new Map();
let partNames = null;
let keptLetters = 0;

// Texts with all words, part by part, newest entries first; `alive` says whether they are still wanted.
async function* notesWith(words, alive) {
  const names = await namesOfParts();
  let since = performance.now();
  for (let n = 0; n < names.length; n++) {
    for (const name of names.slice(n, n + AHEAD)) part(name).catch(() => {});
    const read = await part(names[n]);
    if (!alive()) return;
    const found = matches(read, words);
    makeRoom(names[n], read);
    if (found.length) yield found;
    if (performance.now() - since < SLICE) continue;
    await pause(0);
    since = performance.now();
  }
}

function namesOfParts() {
  partNames ??= fetchText("notes.txt").then((text) => text.split("\n"));
  partNames.catch(() => { partNames = null; });
  return partNames;
}

function part(name) {
  if (!parts.has(name)) {
    const asked = fetchText(`notes/${name}.txt`).then((text) => ({ text, folded: fold(text) }));
    asked.catch(() => parts.delete(name));
    parts.set(name, asked);
  }
  return parts.get(name);
}

// Parts are kept as long as there is room; the others are asked for again when they are read again.
function makeRoom(name, read) {
  if (read.kept) return;
  read.kept = keptLetters + read.text.length < MOST_KEPT;
  if (read.kept) keptLetters += read.text.length;
  else parts.delete(name);
}

function forgetNotes() {
  parts.clear();
  partNames = null;
  keptLetters = 0;
}

// Only words with a sign or a digit in them are looked for among phones and addresses. Who is found by name already
// is not found again by the title of the notes.
function matches({ text, folded }, words) {
  if (!words.every((word) => folded.includes(word))) return [];
  const lines = text.split("\n");
  const last = words.some((word) => /[@\d]/.test(word)) ? 5 : 4;
  const found = [];
  folded.split("\n").forEach((line, n) => {
    if (!n || !words.every((word) => line.includes(word))) return;
    const fields = line.split("\t");
    const seen = fields.slice(1, last).join("\n");
    if (lines[0] === "people/" && words.every((word) => fields[2].includes(word))) return;
    if (words.every((word) => seen.includes(word))) found.push(readNote(lines[0], lines[n], last));
  });
  return found;
}

function readNote(base, line, last) {
  const [address, day, title, ...texts] = line.split("\t");
  return { href: base + address, day, title, text: texts.slice(0, last - 3).filter(Boolean).join(" · ") };
}

const AROUND = 60;
const LONGEST = 200_000;

// The words around the first of those looked for, without the signs of Markdown.
function snippet(text, words) {
  const plain = text.slice(0, LONGEST)
    .replace(/\[\[(?:[^\[\]|]*\|)?([^\[\]]*)\]\]/g, "$1")
    .replace(/\[([^\[\]]*)\]\([^()\s]*\)/g, "$1")
    .replace(/(\*\*|__|~~|`)(.+?)\1/g, "$2")
    .replace(/(^|\s)(?:#{1,6}|[-*+] \[[ xX]\])\s+/g, "$1")
    .replace(/\s*\|[\s|:-]*/g, " · ")
    .normalize("NFC");
  const folded = fold(plain);
  const at = Math.min(...words.map((word) => folded.indexOf(word)).filter((place) => place >= 0), plain.length);
  const start = at > AROUND && at < plain.length ? plain.indexOf(" ", at - AROUND) + 1 : 0;
  const end = plain.length > start + 4 * AROUND ? plain.lastIndexOf(" ", start + 3 * AROUND) : plain.length;
  return `${start ? "… " : ""}${plain.slice(start, end > start ? end : start + 3 * AROUND)}${end < plain.length ? " …" : ""}`;
}
