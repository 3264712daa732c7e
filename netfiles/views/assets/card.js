// --- the QR code of somebody's card, drawn when the fold around it is opened

const QUIET = 4;

function readyCard() {
  for (const fold of document.querySelectorAll("details.nf-vcard")) {
    fold.ontoggle = () => { if (fold.open) drawCode(fold.querySelector(".nf-qr")); };
    if (fold.open) fold.ontoggle();
  }
}

function drawCode(place) {
  const code = qrCode(decodeURIComponent(place.dataset.card));
  if (!code) return;
  place.replaceChildren(codePicture(code, place.dataset.label));
  place.parentElement.querySelectorAll("[hidden]").forEach((element) => { element.hidden = false; });
}

// Dark on light whatever the colours of the page, since not every camera reads the reverse.
function codePicture({ size, dark }, label) {
  const picture = svg("svg", { viewBox: `${-QUIET} ${-QUIET} ${size + 2 * QUIET} ${size + 2 * QUIET}`, role: "img", "aria-label": label });
  const rows = Array.from({ length: size }, (_, y) => dark.subarray(y * size, (y + 1) * size).join(""));
  const runs = rows.flatMap((row, y) => Array.from(row.matchAll(/1+/g), ({ 0: run, index }) => `M${index} ${y}h${run.length}v1h-${run.length}z`));
  picture.append(svg("path", { d: runs.join("") }));
  return picture;
}

function svg(tag, attributes) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
