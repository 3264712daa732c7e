// --- days: how long ago one was, and which is today ---------------------------

const DAY = 86400000;
const parse = (iso) => Date.parse(`${iso}T12:00:00Z`);

function browserDay() {
  const now = new Date();
  const pad = (n) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

const built = window.netfilesDay || { day: browserDay(), fixed: false };
const today = built.fixed ? built.day : browserDay();

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
