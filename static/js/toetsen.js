/* Keys for who keeps the record. A single key does something only outside fields, windows and menus, without a
   modifier, and as long as the person has them on (WCAG 2.1.4). */
import { naarPlek } from "./plek.js";

/* Not a window: it counts while it is open, and just after it closed the focus is still in it. */
const BEZET = "input, textarea, select, [contenteditable], [role=menu], [role=listbox]";
const venster = document.getElementById("sneltoetsen");
const druk = (toets) => document.querySelector(`#blad [data-toets="${toets}"]`)?.click();

const naarOpenVraag = () => {
  const link = document.querySelector("#vijf-vragen [data-open]");
  naarPlek(link ? link.hash.slice(1) : "afronden");
};

const DADEN = {
  v: () => druk("v"),
  V: () => druk("w"),
  w: () => druk("w"),
  a: () => druk("a"),
  o: naarOpenVraag,
  "?": () => venster.showModal(),
};

const staanAan = () => document.getElementById("sneltoetsen-stand")?.dataset.toetsen === "aan";

document.addEventListener("keydown", (gebeurtenis) => {
  const { key, target, ctrlKey, altKey, metaKey, isComposing, repeat } = gebeurtenis;
  if (isComposing || repeat || ctrlKey || altKey || metaKey || gebeurtenis.defaultPrevented) return;
  if (key === "Escape" && target.matches?.("#blad textarea, #blad input")) {
    target.blur();
    return;
  }
  if (!Object.hasOwn(DADEN, key) || !staanAan() || target.closest?.(BEZET) || document.querySelector("dialog[open]")) return;
  gebeurtenis.preventDefault();
  DADEN[key]();
});

document.addEventListener("click", (gebeurtenis) => {
  if (gebeurtenis.target.closest?.("[data-sneltoetsen]")) venster.showModal();
});

/* The switch is made anew when it was used: the focus stays on it. */
document.addEventListener("htmx:afterSettle", () => {
  if (venster.open && !venster.contains(document.activeElement)) venster.querySelector("#sneltoetsen-stand button")?.focus();
});
