// --- finding within a page of lists, such as the follow-ups -----------------------

function readyFinding(tools) {
  if (tools.dataset.ready) return;
  tools.dataset.ready = "yes";
  tools.hidden = false;
  const input = tools.querySelector("input");
  const lists = Array.from(document.querySelectorAll(tools.dataset.within), (item) => ({ item }));
  let asked = 0;
  input.addEventListener("input", () => { clearTimeout(asked); asked = setTimeout(() => find(input, lists), 60); });
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  if (input.value) find(input, lists);
}

function find(input, lists) {
  const words = wordsOf(input.value);
  for (const each of lists) {
    each.text ??= bare(wordsIn(each.item));
    each.item.hidden = !words.every((word) => each.text.includes(word));
  }
  const shown = lists.filter(({ item }) => !item.hidden);
  for (const holder of new Set(lists.flatMap(({ item }) => holders(item)))) holder.hidden = true;
  for (const holder of new Set(shown.flatMap(({ item }) => holders(item)))) holder.hidden = false;
  for (const more of document.querySelectorAll("details.nf-more")) openFor(more, words.length > 0);
  const people = shown.filter(({ item }) => item.matches("li")).length;
  input.closest(".nf-tools").querySelector("[role=status]").textContent = words.length ? `${people.toLocaleString("en")} found` : "";
  remember([["q", input.value.trim()]]);
}

// Whom it is about and why; not how to close it.
function wordsIn(item) {
  const copy = item.cloneNode(true);
  for (const other of copy.querySelectorAll(".nf-f, .nf-close, .nf-log, .nf-reach, .nf-ago")) other.remove();
  return copy.textContent;
}

// What is shown only as long as something in it is: its list, the name of the day beside it, the part of the page.
function holders(item) {
  const day = item.closest("dd");
  const part = item.closest(".nf").parentElement;
  const heading = part.previousElementSibling?.matches("h2") ? [part.previousElementSibling] : [];
  return [item.closest("details.nf-more"), day, day?.previousElementSibling, part, ...heading].filter(Boolean);
}

function openFor(more, looking) {
  more.dataset.before ??= more.open ? "open" : "shut";
  more.open = looking || more.dataset.before === "open";
  if (!looking) delete more.dataset.before;
}
