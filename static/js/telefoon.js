/* On a phone the long parts of a casus start folded, so that one sees at once what there is; what a link or a
   mistake points at opens by itself. On a wide screen all is open, and there is nothing to fold. */
import { vouwOpen } from "./plek.js";

const smal = window.matchMedia("(width < 40rem)");
const NODIG = '[data-onbewaard], [data-gewijzigd], [aria-invalid="true"]';
const vouwen = () => document.querySelectorAll("details.vouw");

const doelVan = (hash) => (hash.length > 1 ? document.getElementById(decodeURIComponent(hash.slice(1))) : null);

const naar = (hash) => {
  const doel = doelVan(hash);
  if (!doel) return;
  vouwOpen(doel);
  doel.scrollIntoView({ block: "start" });
};

const vouw = () => {
  for (const deel of vouwen()) {
    deel.open = !smal.matches || deel.contains(document.activeElement) || deel.querySelector(NODIG) !== null;
  }
  naar(window.location.hash);
};

document.addEventListener("click", (klik) => {
  const link = klik.target.closest?.('a[href*="#"]');
  if (link && link.pathname === window.location.pathname) vouwOpen(doelVan(link.hash));
});
window.addEventListener("hashchange", () => naar(window.location.hash));
/* Also before the part is put in place: the place it scrolls to must be there. */
document.addEventListener("htmx:beforeSwap", (gebeurtenis) => vouwOpen(gebeurtenis.detail.target));
smal.addEventListener("change", vouw);
if (smal.matches) vouw();
