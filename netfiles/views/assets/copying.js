// --- copying a line -------------------------------------------------------------

function readyCopying() {
  const buttons = document.querySelectorAll(".nf-copy");
  if (!buttons.length) return;
  const live = document.createElement("span");
  live.className = "md-visually-hidden nf-live";
  live.setAttribute("role", "status");
  document.querySelector(".nf")?.append(live);
  for (const button of buttons) {
    const what = button.dataset.copy.includes("\n") ? "these lines" : button.dataset.copy;
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
