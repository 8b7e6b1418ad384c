/* The meeting, live. One stream says which parts changed; they are fetched again as the person who looks and put
   in place, never over something that person is busy with. A stream that a proxy breaks is replaced by asking. */
import "./adres.js";
import { sluit } from "./sluiten.js";
import { bijTekst, isBewaardNa, isBezig, onbewaarde, stuurAlles } from "./tekst.js";
import "./volgen.js";

const HARTSLAG_MS = 40_000; // the server beats every 15 seconds
const VRAAG_MS = 4_000;
const ANTWOORD_MS = 3_000;
const MEESTE_WACHTEN_MS = 30_000;

const blad = document.getElementById("blad");
const { stroom, stand, terug } = blad.dataset;
const balk = document.getElementById("verbinding");

let nummer = Number(blad.dataset.nummer);
let bron = null;
let mislukt = 0;
let laatst = performance.now();
let verbonden = true;
let uitgelogd = false;
let dicht = false; // the page was closed to this person

/* ------------------------------------------------------------- what the bar at the foot says */

const zegVerbinding = () => {
  if (dicht) return;
  const velden = onbewaarde();
  const los = !verbonden || uitgelogd;
  balk.hidden = !los;
  if (!los) return;
  const aantal = velden.length === 1 ? "1 veld is" : `${velden.length} velden zijn`;
  const stand = velden.length ? `${aantal} nog niet opgeslagen.` : "Alles wat u typte is opgeslagen.";
  const oorzaak = uitgelogd ? "U bent uitgelogd." : "Geen verbinding met de server.";
  const tekst = `${oorzaak} ${stand} Laat deze pagina open.`;
  const plek = balk.querySelector("[data-tekst]");
  if (plek.textContent !== tekst) plek.textContent = tekst;
  balk.querySelector("[data-kopieer]").hidden = velden.length === 0;
  balk.querySelector("[data-inloggen]").hidden = !uitgelogd;
};

balk.querySelector("[data-kopieer]").addEventListener("click", async (klik) => {
  const tekst = onbewaarde().map(({ label, waarde }) => `${label}\n${waarde}`).join("\n\n");
  try {
    await navigator.clipboard.writeText(tekst);
    klik.target.textContent = "Gekopieerd";
  } catch {
    klik.target.textContent = "Kopiëren lukt niet: selecteer uw tekst en kopieer die zelf";
  }
});

const zetVerbonden = (goed) => {
  const terugGekomen = goed && !verbonden;
  verbonden = goed;
  zegVerbinding();
  if (terugGekomen) stuurAlles();
};

/* ------------------------------------------------------------- fetching parts and putting them in place */

/* A page without parts of its own is fetched whole. */
const eigenDelen = new Set(blad.dataset.delen.split(" ").filter(Boolean));
const isVanHier = (naam) => naam === "alles" || eigenDelen.has(naam) || document.getElementById(naam) !== null;

const adresVan = (delen) => {
  const adres = new URL(window.location.href);
  if (!delen.has("alles")) delen.forEach((naam) => adres.searchParams.append("deel", naam));
  return adres.pathname + adres.search;
};

const haal = async (adres) => {
  const antwoord = await fetch(adres, {
    headers: { "X-Live": "1" },
    signal: AbortSignal.timeout(ANTWOORD_MS * 3),
    cache: "no-store",
  });
  uitgelogd = antwoord.status === 401;
  if (uitgelogd) throw new Error("uitgelogd");
  return antwoord;
};

const flits = (deel) => {
  deel.classList.add("bijgewerkt");
  window.setTimeout(() => deel.classList.remove("bijgewerkt"), 1500);
};

/* When the parts that are put in place were asked for, and whether something was saved here since: then they are older
   than what stands there, and are asked for once more. */
let gevraagdOp = 0;
let ouder = false;

/* Forms that were opened or filled in stay as they are; a text looks after itself. */
const bewaak = {
  beforeNodeMorphed: (oud, nieuw) => {
    if (!(oud instanceof Element)) return true;
    if (oud.matches("[data-tekstveld]")) {
      bijTekst(oud, nieuw);
      return false;
    }
    if (oud.matches(".invulvak") && oud.childElementCount) return false;
    if (oud.matches("[data-eigen-stand]")) return false; // what came of the own save: the server does not know it any more
    if (!oud.matches("form, [data-bewaart-zelf]")) return true;
    if (isBewaardNa(oud, gevraagdOp)) ouder = true;
    return !isBezig(oud) && !isBewaardNa(oud, gevraagdOp);
  },
  beforeNodeRemoved: (oud) => {
    if (!(oud instanceof Element)) return true;
    return ![oud, ...oud.querySelectorAll("form, [data-tekstveld]")].some(
      (deel) => deel.matches("form, [data-tekstveld], .invulvak") && isBezig(deel),
    );
  },
  beforeAttributeUpdated: (naam, element) =>
    !(naam === "open" && element.matches("details")) && !(naam === "class" && element.matches(".bijgewerkt")),
};

const morf = (oud, nieuw) => {
  window.Idiomorph.morph(oud, nieuw, { morphStyle: "outerHTML", ignoreActiveValue: true, restoreFocus: true, callbacks: bewaak });
};

const leg = (bladNieuw, delen) => {
  if (delen.has("alles")) {
    morf(blad, bladNieuw);
    window.htmx.process(blad);
    return;
  }
  for (const naam of delen) {
    const [oud, nieuw] = [document.getElementById(naam), bladNieuw.querySelector(`#${CSS.escape(naam)}`)];
    if (!oud && nieuw) wachtend.add("alles");
    else if (oud?.matches("[data-tekstveld]") && nieuw) bijTekst(oud, nieuw);
    else if (oud && nieuw) {
      morf(oud, nieuw);
      const gelegd = document.getElementById(naam);
      window.htmx.process(gelegd);
      if (!gelegd.matches(".tekstveld__schrijft")) flits(gelegd);
    } else if (oud && !isBezig(oud)) oud.remove();
  }
};

/* ------------------------------------------------------------- one update at a time */

let wachtend = new Set();
let onderweg = false;

/* A page that nobody looks at asks for nothing unless all may have changed, also what one may see; it catches up when
   it is looked at again. A page that is being
   sent is left as it is until the next one is there: changing it under the key that was pressed ends the tab. */
const werkBij = async () => {
  if (dicht || onderweg || !wachtend.size || (document.hidden && !wachtend.has("alles"))) return;
  if ("vertrekt" in document.documentElement.dataset) {
    window.setTimeout(werkBij, VRAAG_MS);
    return;
  }
  onderweg = true;
  const delen = wachtend;
  wachtend = new Set();
  let gelegd = false;
  ouder = false;
  gevraagdOp = performance.now();
  try {
    const antwoord = await haal(adresVan(delen));
    if (antwoord.status === 404 || antwoord.status === 403) {
      weg();
      return;
    }
    if (!antwoord.ok) throw new Error(String(antwoord.status));
    const doc = new DOMParser().parseFromString(await antwoord.text(), "text/html");
    if ("vertrekt" in document.documentElement.dataset) throw new Error("vertrekt");
    const nieuw = doc.getElementById("blad");
    if (!nieuw) throw new Error("geen blad");
    leg(nieuw, delen);
    if (ouder) delen.forEach((deel) => wachtend.add(deel));
    gelegd = true;
  } catch {
    delen.forEach((deel) => wachtend.add(deel));
    window.setTimeout(werkBij, VRAAG_MS);
  } finally {
    onderweg = false;
    zegVerbinding();
  }
  if (gelegd) werkBij(); // for what was told meanwhile; after a failure the clock above asks again
};

const weg = () => {
  if (dicht) return;
  dicht = true;
  bron?.close();
  bron = null;
  sluit(blad, terug);
};

const hoor = (sein) => {
  if (sein.nummer === nummer && !sein.delen.length) return;
  nummer = sein.nummer;
  for (const deel of sein.delen) {
    if (!eigenDelen.size) wachtend.add("alles");
    else if (isVanHier(deel)) wachtend.add(deel);
  }
  werkBij();
};

/* ------------------------------------------------------------- the stream, and asking when there is none */

const luister = () => {
  if (dicht) return;
  bron?.close();
  laatst = performance.now();
  bron = new EventSource(`${stroom}?na=${nummer}`);
  const leeft = () => {
    laatst = performance.now();
    mislukt = 0;
    zetVerbonden(true);
  };
  bron.addEventListener("open", leeft);
  bron.addEventListener("hartslag", leeft);
  bron.addEventListener("message", (bericht) => {
    leeft();
    hoor(JSON.parse(bericht.data));
  });
  bron.addEventListener("einde", () => {
    bron.close();
    bron = null;
    vraag();
  });
  bron.addEventListener("error", () => {
    bron?.close();
    bron = null;
    mislukt += 1;
    vraag();
    const wacht = Math.min(MEESTE_WACHTEN_MS, 500 * 2 ** mislukt) * (0.5 + Math.random());
    window.setTimeout(luister, wacht);
  });
};

const vraag = async () => {
  if (dicht) return;
  try {
    const antwoord = await fetch(`${stand}?na=${nummer}`, {
      headers: { "X-Live": "1" },
      signal: AbortSignal.timeout(ANTWOORD_MS),
      cache: "no-store",
    });
    const was = uitgelogd;
    uitgelogd = antwoord.status === 401;
    if (was || uitgelogd) stuurAlles();
    if (uitgelogd) throw new Error("uitgelogd");
    if (antwoord.status === 404 || antwoord.status === 403) {
      weg();
      return;
    }
    if (!antwoord.ok) throw new Error(String(antwoord.status));
    zetVerbonden(true);
    hoor(await antwoord.json());
  } catch {
    zetVerbonden(false);
  }
};

window.setInterval(() => {
  if (bron && performance.now() - laatst > HARTSLAG_MS) luister();
  if (!bron || mislukt || !verbonden || uitgelogd) vraag();
  zegVerbinding();
}, VRAAG_MS);

window.addEventListener("offline", () => zetVerbonden(false));
window.addEventListener("online", vraag);
document.addEventListener("htmx:sendError", vraag);
document.addEventListener("visibilitychange", () => {
  if (document.hidden) return;
  if (performance.now() - laatst > HARTSLAG_MS) luister();
  werkBij();
});
window.addEventListener("pagehide", () => bron?.close());
window.addEventListener("pageshow", (gebeurtenis) => {
  if (gebeurtenis.persisted) luister();
});
document.addEventListener("live-weg", weg);
document.addEventListener("live-vraag", vraag);
document.addEventListener("live-haal", ({ detail }) => {
  wachtend.add(detail);
  werkBij();
});

luister();
