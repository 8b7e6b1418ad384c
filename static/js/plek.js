/* Going to a place on the page, with the focus: where something is to be filled in, or else its first button. */
const DOELEN = ["textarea", "summary", "button", "a[href]"];

/** Unfold everything that an element is folded in. */
export const vouwOpen = (element) => {
  for (let deel = element?.closest("details"); deel; deel = deel.parentElement.closest("details")) deel.open = true;
};

export const naarPlek = (id) => {
  const plek = document.getElementById(id);
  if (!plek) return false;
  vouwOpen(plek);
  const zichtbaar = (kiezer) => [...plek.querySelectorAll(kiezer)].find((deel) => deel.checkVisibility());
  const doel = DOELEN.map(zichtbaar).find(Boolean) ?? plek;
  if (doel === plek && !plek.hasAttribute("tabindex")) plek.tabIndex = -1;
  plek.scrollIntoView({ block: "start" });
  doel.focus({ preventScroll: true }); // the label of a field must stay in view, not only the field
  doel.scrollIntoView({ block: "nearest" });
  return true;
};

/* A form that was saved closes; who filled it in goes on at the button that opened it, below what was saved. */
document.addEventListener("htmx:afterSettle", ({ detail }) => {
  const { verb, elt } = detail.requestConfig ?? {};
  const vak = elt?.closest?.(".invulvak") ?? (detail.target?.matches(".invulvak") ? detail.target : null);
  const deel = document.getElementById(detail.target?.id)?.closest("section");
  if (verb !== "post" || !deel || document.querySelector(".invulvak form") || (vak?.isConnected && vak.childElementCount)) return;
  if (document.activeElement !== document.body) return;
  const knop = deel.querySelector("[hx-get][hx-target$='-vak'].utrecht-button");
  knop?.scrollIntoView({ block: "center" });
  knop?.focus({ preventScroll: true });
});

/* A question that was answered took the place of its form: who filled it in goes on at what opens it again. */
document.addEventListener("htmx:afterSettle", ({ detail }) => {
  if (detail.requestConfig?.verb !== "post" || document.activeElement !== document.body) return;
  const vraag = document.getElementById(detail.target?.id);
  if (!vraag?.matches("[data-omroep]")) return;
  const knop = vraag.querySelector("summary");
  knop?.focus({ preventScroll: true });
  knop?.scrollIntoView({ block: "nearest" });
});

/* Closing was refused: go to the first thing that is missing. */
const { eerst } = document.getElementById("blad")?.dataset ?? {};
if (eerst) naarPlek(eerst);
