// --- words, accents and case forgiven (as netfiles/text/letters.py does) -----

const WHOLE = { ß: "ss", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", æ: "ae", œ: "oe", ı: "i", ħ: "h", ŧ: "t", ŋ: "n", ς: "σ", "’": "'" };
const IS_WHOLE = new RegExp(`[${Object.keys(WHOLE).join("")}]`, "gu");
const PLAIN = /^[\x00-\x7f]*$/;
const SIMPLE = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;

function fold(text) {
  const low = text.toLowerCase();
  if (PLAIN.test(low)) return low;
  return low.replace(IS_WHOLE, (letter) => WHOLE[letter]).normalize("NFKD").replace(/\p{M}/gu, "");
}

// Only letters and digits, words parted by single spaces, a space before each.
function bare(text) {
  if (SIMPLE.test(text)) return ` ${text.toLowerCase()}`;
  const folded = fold(text).replace(/['ʼ]/g, "");
  return ` ${folded.replace(PLAIN.test(folded) ? /[^a-z0-9]+/g : /[^\p{L}\p{N}]+/gu, " ").trim()}`;
}

function wordsOf(text) {
  return bare(text).split(" ").filter(Boolean);
}

// Where words stand in a text, as pairs of its own offsets in order, none within another.
function places(text, words) {
  const { folded, at } = folding(text);
  const found = [];
  for (const word of words) {
    for (let n = folded.indexOf(word); n >= 0; n = folded.indexOf(word, n + word.length)) {
      found.push([at(n), at(n + word.length)]);
    }
  }
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  return found.filter(([from], n) => found.slice(0, n).every(([, to]) => to <= from));
}

// A text folded, and the way back from an offset in that to one in the text.
function folding(text) {
  const folded = fold(text);
  if (folded.length === text.length) return { folded, at: (n) => n };
  let offset = 0;
  const ends = [];
  const pieces = Array.from(text, (letter) => {
    const piece = fold(letter);
    for (let n = 0; n < piece.length; n++) ends.push(offset);
    offset += letter.length;
    return piece;
  });
  return { folded: pieces.join(""), at: (n) => ends[n] ?? offset };
}

// A text as nodes, what was looked for as <mark>.
function marked(text, words) {
  const nodes = [];
  let end = 0;
  for (const [from, to] of places(text, words)) {
    nodes.push(text.slice(end, from), make("mark", { textContent: text.slice(from, to) }));
    end = to;
  }
  return [...nodes, text.slice(end)];
}

function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}
