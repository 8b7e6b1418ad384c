/* Dragging in a list made by `volgordelijst`. The buttons up and down work without this file. */
const bewaar = (formulier) => {
  const doel = `#${CSS.escape(formulier.id)}`;
  window.htmx.ajax("POST", formulier.action, { source: formulier, target: doel, select: doel, swap: "outerHTML" });
};

const maakSleepbaar = (formulier) => {
  const lijst = formulier.querySelector("[data-sorteerlijst]");
  if (!lijst || !window.Sortable || window.Sortable.get(lijst)) return;
  window.Sortable.create(lijst, {
    animation: window.matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 120,
    ghostClass: "volgorde__item--zweeft",
    handle: "[data-greep]",
    onEnd: ({ oldIndex, newIndex }) => {
      if (oldIndex !== newIndex) bewaar(formulier);
    },
  });
};

/* With the keyboard: the same button keeps the focus after the list came back. */
document.addEventListener("submit", (gebeurtenis) => {
  const formulier = gebeurtenis.target.closest("[data-sorteerbaar]");
  const knop = gebeurtenis.submitter;
  if (!formulier || !knop?.name || !window.htmx) return;
  gebeurtenis.preventDefault();
  const doel = `#${CSS.escape(formulier.id)}`;
  const ander = knop.id.includes("-omhoog-") ? ["-omhoog-", "-omlaag-"] : ["-omlaag-", "-omhoog-"];
  window.htmx
    .ajax("POST", formulier.action, {
      source: formulier,
      target: doel,
      select: doel,
      swap: "outerHTML",
      values: { [knop.name]: knop.value },
    })
    .then(() => {
      const zelfde = document.getElementById(knop.id);
      (zelfde?.disabled ? document.getElementById(knop.id.replace(...ander)) : zelfde)?.focus();
    });
});

document.querySelectorAll("[data-sorteerbaar]").forEach(maakSleepbaar);
document.addEventListener("htmx:afterSettle", () => {
  document.querySelectorAll("[data-sorteerbaar]").forEach(maakSleepbaar);
});
