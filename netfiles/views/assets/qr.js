// --- a text as a QR code (ISO/IEC 18004): bytes, error correction L, versions 1 to 25

// By version: error correction codewords of a block, and blocks.
const CORRECTION = [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26];
const BLOCKS = [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12];
const MASKS = [
  (x, y) => (x + y) % 2,
  (x, y) => y % 2,
  (x) => x % 3,
  (x, y) => (x + y) % 3,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
  (x, y) => ((x * y) % 2) + ((x * y) % 3),
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];

// Its size, and for each place in rows whether it is dark; null where the text is too long.
function qrCode(text) {
  const data = new TextEncoder().encode(text);
  const version = BLOCKS.findIndex((_, n) => data.length <= dataRoom(n + 1) - (n < 9 ? 2 : 3)) + 1;
  if (!version) return null;
  const frame = framed(version);
  fillIn(frame, withCorrection(codewords(data, version), version));
  const codes = MASKS.map((_, mask) => masked(frame, mask));
  return codes.reduce((best, code) => (code.penalty < best.penalty ? code : best));
}

function allRoom(version) {
  const marks = version < 2 ? 0 : Math.floor(version / 7) + 2;
  const ofMarks = marks && (25 * marks - 10) * marks - 55;
  return ((16 * version + 128) * version + 64 - ofMarks - (version < 7 ? 0 : 36)) >> 3;
}

function dataRoom(version) {
  return allRoom(version) - CORRECTION[version - 1] * BLOCKS[version - 1];
}

function codewords(data, version) {
  const bits = [];
  const push = (value, length) => { for (let n = length - 1; n >= 0; n--) bits.push((value >> n) & 1); };
  const room = 8 * dataRoom(version);
  push(4, 4);
  push(data.length, version < 10 ? 8 : 16);
  for (const byte of data) push(byte, 8);
  push(0, Math.min(4, room - bits.length));
  push(0, -bits.length & 7);
  for (let pad = 0xec; bits.length < room; pad ^= 0xfd) push(pad, 8);
  return Uint8Array.from({ length: room / 8 }, (_, n) => parseInt(bits.slice(8 * n, 8 * n + 8).join(""), 2));
}

// The codewords in blocks, each with its correction, block by block in turn.
function withCorrection(words, version) {
  const [blocks, correction, all] = [BLOCKS[version - 1], CORRECTION[version - 1], allRoom(version)];
  const divisor = generator(correction);
  const short = Math.floor(all / blocks) - correction;
  const parts = [];
  for (let n = 0, from = 0; n < blocks; n++) {
    const length = short + (n < blocks - (all % blocks) ? 0 : 1);
    parts.push(words.subarray(from, from + length));
    from += length;
  }
  const found = [];
  for (let n = 0; n <= short; n++) for (const part of parts) if (n < part.length) found.push(part[n]);
  const rests = parts.map((part) => remainder(part, divisor));
  for (let n = 0; n < correction; n++) for (const rest of rests) found.push(rest[n]);
  return found;
}

// The product in the field of 256 elements of the standard.
function times(a, b) {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) product = (product << 1) ^ ((product >> 7) * 0x11d) ^ (((b >> bit) & 1) * a);
  return product;
}

function generator(degree) {
  const found = new Uint8Array(degree);
  found[degree - 1] = 1;
  for (let n = 0, root = 1; n < degree; n++, root = times(root, 2)) {
    for (let at = 0; at < degree; at++) found[at] = times(found[at], root) ^ (found[at + 1] ?? 0);
  }
  return found;
}

function remainder(words, divisor) {
  const rest = new Uint8Array(divisor.length);
  for (const word of words) {
    const factor = word ^ rest[0];
    rest.copyWithin(0, 1);
    rest[rest.length - 1] = 0;
    divisor.forEach((each, at) => { rest[at] ^= times(each, factor); });
  }
  return rest;
}

// What is the same whatever the text: `fixed` says which places that are.
function framed(version) {
  const size = 17 + 4 * version;
  const frame = { size, dark: new Uint8Array(size * size), fixed: new Uint8Array(size * size) };
  for (let n = 0; n < size; n++) for (const [x, y] of [[6, n], [n, 6]]) set(frame, x, y, n % 2 === 0);
  for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]]) square(frame, x, y, 4, (far) => far !== 2 && far !== 4);
  const marks = alignment(version);
  const corner = [6, size - 7];
  for (const x of marks) {
    for (const y of marks) {
      const onFinder = corner.includes(x) && corner.includes(y) && !(x === size - 7 && y === size - 7);
      if (!onFinder) square(frame, x, y, 2, (far) => far !== 1);
    }
  }
  writeFormat(frame, 0);
  if (version >= 7) writeVersion(frame, version);
  return frame;
}

function set(frame, x, y, dark) {
  if (x < 0 || y < 0 || x >= frame.size || y >= frame.size) return;
  frame.dark[y * frame.size + x] = dark ? 1 : 0;
  frame.fixed[y * frame.size + x] = 1;
}

function square(frame, x, y, reach, dark) {
  for (let down = -reach; down <= reach; down++) {
    for (let right = -reach; right <= reach; right++) {
      set(frame, x + right, y + down, dark(Math.max(Math.abs(right), Math.abs(down))));
    }
  }
}

function alignment(version) {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = 2 * Math.floor((8 * version + 3 * count + 5) / (4 * count - 4));
  const last = 10 + 4 * version;
  return [6, ...Array.from({ length: count - 1 }, (_, n) => last - n * step).reverse()];
}

// A number with the rest of its division beside it, `degree` bits long.
function withRest(value, degree, divisor) {
  let rest = value << degree;
  for (let bit = 31; bit >= degree; bit--) if ((rest >>> bit) & 1) rest ^= divisor << (bit - degree);
  return (value << degree) | rest;
}

function writeFormat(frame, mask) {
  const bits = withRest(8 | mask, 10, 0x537) ^ 0x5412;
  const last = frame.size - 1;
  for (let n = 0; n < 15; n++) {
    const bit = (bits >> n) & 1;
    set(frame, n < 8 ? 8 : n === 8 ? 7 : 14 - n, n < 6 ? n : n < 8 ? n + 1 : 8, bit);
    set(frame, n < 8 ? last - n : 8, n < 8 ? 8 : last - 14 + n, bit);
  }
  set(frame, 8, last - 7, 1);
}

function writeVersion(frame, version) {
  const bits = withRest(version, 12, 0x1f25);
  for (let n = 0; n < 18; n++) {
    const [far, near, bit] = [frame.size - 11 + (n % 3), Math.floor(n / 3), (bits >> n) & 1];
    set(frame, far, near, bit);
    set(frame, near, far, bit);
  }
}

// In columns of two from the right, up and down in turn, past the one with the timing.
function fillIn(frame, words) {
  const { size, dark, fixed } = frame;
  let n = 0;
  for (let right = size - 1, up = true; right > 0; right -= 2, up = !up) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++) {
      for (const x of [right, right - 1]) {
        const at = (up ? size - 1 - step : step) * size + x;
        if (fixed[at]) continue;
        dark[at] = n < 8 * words.length ? (words[n >> 3] >> (7 - (n & 7))) & 1 : 0;
        n++;
      }
    }
  }
}

function masked(frame, mask) {
  const { size, fixed } = frame;
  const dark = frame.dark.map((bit, at) => (fixed[at] || MASKS[mask](at % size, Math.floor(at / size)) ? bit : bit ^ 1));
  const code = { size, dark, fixed: Uint8Array.from(fixed) };
  writeFormat(code, mask);
  return { size, dark: code.dark, penalty: penalty(code) };
}

// How badly a code can be read: long runs, blocks, what looks like a finder, too much of one colour.
function penalty({ size, dark }) {
  let found = 0;
  for (let n = 0; n < size; n++) {
    const row = dark.subarray(n * size, (n + 1) * size).join("");
    const column = Array.from({ length: size }, (_, y) => dark[y * size + n]).join("");
    for (const line of [row, column]) {
      for (const [run] of line.matchAll(/0{5,}|1{5,}/g)) found += run.length - 2;
      found += 40 * (line.match(/1011101(?=0000)|(?<=0000)1011101/g) ?? []).length;
    }
  }
  for (let y = 1; y < size; y++) {
    for (let x = 1; x < size; x++) {
      const at = y * size + x;
      const sum = dark[at] + dark[at - 1] + dark[at - size] + dark[at - size - 1];
      if (sum === 0 || sum === 4) found += 3;
    }
  }
  const share = dark.reduce((sum, bit) => sum + bit, 0) / dark.length;
  return found + 10 * Math.floor(Math.abs(share - 0.5) * 20);
}
