/* Going along with the meeting: to the item that is on, or to the page of the meeting when that is no casus.

   Whether someone goes along holds for this tab, over page loads, without anything in the browser's storage:
   the address says so (`volgen=nee`), else the page one came from, else where one is: at what is on, one goes along;
   at something else one went to look around. The server does not read it. */
import "./adres.js";
import { isBezig, onbewaarde, stuurAlles } from "./tekst.js";

const SLEUTEL = "volgen";
const RUST_MS = 1_500; // so long after the last thing one did, one is not in the middle of it any more
const KIJK_MS = 500;
const OPSLAAN_MS = 6_000;

const blad = document.getElementById("blad");
const balk = document.getElementById("volgen");
const { terug } = blad.dataset;

let mee = true;
let bezigTot = 0;
let gaat = false;

const hierNu = () => window.location.pathname;

/* Where the meeting is now, as the server said last; null when there is nothing to follow. */
const plek = () => {
  const nu = blad.querySelector("[data-nu]")?.dataset;
  if (!nu) return null;
  const adres = new URL(nu.nu, window.location.href);
  return { adres, tekst: nu.nuTekst, hier: adres.pathname === hierNu() };
};

const keuzeIn = (adres) => {
  try {
    return new URL(adres, window.location.href).searchParams.get(SLEUTEL);
  } catch {
    return null;
  }
};

const kwamRondkijkend = () => document.referrer.startsWith(window.location.origin) && keuzeIn(document.referrer) === "nee";

/* Keep the choice in the address, when a load of this page would not come to the same by itself. */
const onthoud = () => {
  if (!plek()) return;
  const adres = new URL(window.location.href);
  adres.searchParams.delete(SLEUTEL);
  if (!mee) adres.searchParams.set(SLEUTEL, "nee");
  else if (kwamRondkijkend()) adres.searchParams.set(SLEUTEL, "ja");
  if (adres.href !== window.location.href) window.history.replaceState(window.history.state, "", adres);
};

const begin = () => {
  const nu = plek();
  const hier = nu ? nu.hier : hierNu() === terug;
  const keuze = keuzeIn(window.location.href);
  if (keuze) return keuze !== "nee";
  return !kwamRondkijkend() && hier;
};

/* ------------------------------------------------------------- in the middle of something */

const bezig = () => performance.now() < bezigTot || onbewaarde().length > 0 || isBezig(blad) || document.querySelector("dialog[open]") !== null;

for (const soort of ["input", "keydown", "pointerdown", "focusout", "compositionstart", "compositionupdate"]) {
  blad.addEventListener(soort, () => {
    bezigTot = performance.now() + RUST_MS;
  });
}

const formulierOpen = () => blad.querySelector("[data-gewijzigd]") !== null;

/* ------------------------------------------------------------- what it says */

const leidt = balk !== null && "leidt" in balk.dataset;
const wie = leidt ? "het overleg" : "de voorzitter";

const zinnen = (nu) => {
  if (!mee) return { zin: "U kijkt zelf rond.", link: nu.tekst ? `Terug naar ${wie}: ${nu.tekst}` : `Terug naar ${wie}`, los: false };
  if (nu.hier) return { zin: `U volgt ${wie}.`, link: "", los: true };
  const waar = nu.tekst ? `Nu aan de beurt: ${nu.tekst}.` : "Er is een ander punt aan de beurt.";
  if (formulierOpen()) {
    return { zin: `${waar} U heeft iets ingevuld dat nog niet is opgeslagen. Na het opslaan gaat u mee.`, link: "Nu meegaan; wat u invulde, vervalt", los: true };
  }
  return { zin: `${waar} U bent nog bezig. Daarna gaat u vanzelf mee.`, link: "Opslaan en nu meegaan", los: true };
};

const zet = (element, tekst) => {
  if (element.textContent !== tekst) element.textContent = tekst;
  element.hidden = !tekst;
};

const toon = () => {
  if (!balk?.isConnected) return;
  const nu = plek();
  /* Who leads the meeting and is where it is, follows nobody. */
  balk.hidden = !nu || (leidt && mee && nu.hier);
  if (!nu) return;
  const { zin, link, los } = zinnen(nu);
  const knop = balk.querySelector("[data-los]");
  const naar = balk.querySelector("[data-mee]");
  const hadFocus = balk.contains(document.activeElement);
  zet(balk.querySelector("[data-zin]"), zin);
  zet(naar, link);
  naar.href = nu.adres.href;
  knop.hidden = !los;
  balk.classList.toggle("volgen--los", !mee);
  balk.classList.toggle("volgen--wacht", mee && !nu.hier);
  if (hadFocus && !balk.contains(document.activeElement)) (link ? naar : knop).focus();
};

/* ------------------------------------------------------------- going */

const vertrek = (adres) => {
  gaat = true;
  const doel = new URL(adres);
  doel.searchParams.set(SLEUTEL, "ja");
  window.location.assign(doel);
};

const kijk = () => {
  const nu = plek();
  if (nu && mee && !nu.hier && !gaat && !bezig()) vertrek(nu.adres);
  else toon();
};

const opgeslagen = async () => {
  stuurAlles();
  const tot = performance.now() + OPSLAAN_MS;
  const onderweg = () => onbewaarde().length || blad.querySelector("[data-tekstveld].htmx-request");
  while (onderweg() && performance.now() < tot) await new Promise((klaar) => window.setTimeout(klaar, 100));
  return !onderweg();
};

balk?.querySelector("[data-los]").addEventListener("click", () => {
  mee = false;
  onthoud();
  toon();
});

balk?.querySelector("[data-mee]").addEventListener("click", async (klik) => {
  if (klik.ctrlKey || klik.metaKey || klik.shiftKey) return;
  klik.preventDefault();
  const nu = plek();
  if (!nu || !(await opgeslagen())) {
    balk.querySelector("[data-zin]").textContent = "Uw tekst is nog niet opgeslagen. Kijk bij het veld wat er mist; daarna kunt u mee.";
    return;
  }
  mee = true;
  onthoud();
  if (nu.hier) toon();
  else vertrek(nu.adres);
});

/* Whoever looks around goes on doing so on the next page of this meeting. */
document.addEventListener("click", (klik) => {
  const link = klik.target.closest?.("a[href]");
  if (!link || mee || link.matches("[data-mee]") || link.origin !== window.location.origin) return;
  if (!link.pathname.startsWith(terug) || (link.hash && link.pathname === hierNu())) return;
  const adres = new URL(link.href);
  adres.searchParams.set(SLEUTEL, "nee");
  link.href = adres.href;
});

/* Whoever puts an item on, is where the meeting is. */
document.addEventListener("submit", (gebeurtenis) => {
  if (!new URL(gebeurtenis.target.action, window.location.href).pathname.endsWith("/begin")) return;
  mee = true;
  onthoud();
});

mee = begin();
onthoud();
/* live.js puts new parts in place; nothing else has to tell what is on. */
new MutationObserver(kijk).observe(blad, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-nu"] });
window.setInterval(kijk, KIJK_MS);
kijk();
