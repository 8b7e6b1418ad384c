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
  doel.focus();
  return true;
};

/* Closing was refused: go to the first thing that is missing. */
const { eerst } = document.getElementById("blad")?.dataset ?? {};
if (eerst) naarPlek(eerst);
