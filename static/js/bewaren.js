/* Saving one text: one request at a time with the newest text waiting, the same key until there is an answer. */
import { zegHardop } from "./omroep.js";
import { tekenMeegestuurd } from "./schrijft.js";
import { token, vernieuw } from "./sessie.js";

const PAUZE_MS = 1_000;
const LANGSTE_MS = 5_000; // so long at most goes by between a key and saving it, while one types on
const TRAAG_MS = 2_500; // "bezig" for longer than this is "niet opgeslagen"
const OPGEVEN_MS = 10_000;
const MEESTE_WACHTEN_MS = 15_000;
const MEE_BIJ_VERTREK = 60_000; // bytes a browser still sends for a page that is gone (64 kB, with the rest)
const ANDER = "In deze browser is nu iemand anders ingelogd. Kopieer uw tekst en log in onder uw eigen naam.";
const BEEINDIGD = "Uw sessie is beëindigd. Kopieer uw tekst: hij gaat niet meer naar de server.";
const GEEN_RECHT = "U mag hier niet meer schrijven. Kopieer uw tekst: hij gaat niet meer naar de server.";
const UITGELOGD = "U bent uitgelogd. Log in via de balk onderaan; daarna wordt uw tekst opgeslagen.";
const LATER = "De server antwoordt niet. Laat deze pagina open: uw tekst gaat vanzelf na.";

export const vak = (veld) => veld.querySelector("textarea");
export const heeftBotsing = (veld) => veld.querySelector("[data-botsing]") !== null;

const zaken = new WeakMap();
const zaak = (veld) => {
  if (!zaken.has(veld)) zaken.set(veld, { poging: null, onderweg: false, mislukt: 0, nietVoor: 0, sinds: null });
  return zaken.get(veld);
};

/** The text that is on its way to the server, if any. */
export const onderwegMet = (veld) => zaken.get(veld)?.poging?.waarde;

/** Say under the field how it stands. */
export const zegStand = (veld, tekst, fout = false) => {
  const stand = veld.querySelector("[data-stand]");
  if (!stand) return;
  if (stand.textContent !== tekst) stand.textContent = tekst;
  stand.classList.toggle("tekstveld__stand--fout", fout);
};

const zegNiet = (veld, reden) => {
  const z = zaak(veld);
  zegStand(veld, `Niet opgeslagen. ${reden}`, true);
  if (z.gezegd !== reden) zegHardop(`${veld.querySelector("label").textContent.trim()}: niet opgeslagen. ${reden}`);
  z.gezegd = reden;
};

/* ------------------------------------------------------------- when */

const plan = (veld, wacht = PAUZE_MS) => {
  const z = zaak(veld);
  const nu = performance.now();
  const rest = (z.sinds ?? nu) + LANGSTE_MS - nu;
  window.clearTimeout(z.klok);
  z.klok = window.setTimeout(() => bewaar(veld), Math.max(0, z.nietVoor - nu, Math.min(wacht, rest)));
};

/** Something was typed. */
export const getypt = (veld) => {
  const z = zaak(veld);
  veld.dataset.onbewaard = "";
  if (z.dicht) return;
  z.sinds ??= performance.now();
  if (heeftBotsing(veld)) {
    veld.querySelector("[data-mijn-tekst]").textContent = vak(veld).value;
    return;
  }
  if (!z.onderweg && !z.mislukt) zegStand(veld, "Nog niet opgeslagen");
  plan(veld);
};

/** An input method is between two states of a word: what stands there now is not what is meant. */
export const componeert = (veld, bezig) => {
  const z = zaak(veld);
  z.componeert = bezig;
  if (!bezig && "onbewaard" in veld.dataset) plan(veld);
};

export const isAanHetComponeren = (veld) => zaken.get(veld)?.componeert === true;

/* ------------------------------------------------------------- what */

const maakPoging = (veld, overnemen = false) => {
  const z = zaak(veld);
  const inhoud = new FormData(veld);
  for (const naam of ["csrf_token", "verzendnummer"]) inhoud.delete(naam);
  const sleutel = window.crypto.randomUUID?.();
  if (sleutel) inhoud.set("sleutel", sleutel);
  const poging = { inhoud, sleutel, waarde: vak(veld).value, sinds: z.sinds };
  if (overnemen) {
    inhoud.set("overnemen", "1");
    poging.hun = veld.querySelector("[data-hun-tekst]").textContent;
  }
  z.sinds = null;
  return poging;
};

const stuur = (veld, poging, vertrekt = false) => {
  const schrijft = document.activeElement === vak(veld) && !vertrekt;
  poging.inhoud.set("schrijft", schrijft ? "1" : "0");
  tekenMeegestuurd(veld, schrijft);
  const klein = new TextEncoder().encode(poging.waarde).length < MEE_BIJ_VERTREK;
  return fetch(veld.getAttribute("action"), {
    method: "POST",
    body: poging.inhoud,
    headers: { "HX-Request": "true", "X-CSRFToken": token() },
    redirect: "manual",
    cache: "no-store",
    keepalive: vertrekt && klein,
    signal: vertrekt ? undefined : AbortSignal.timeout(OPGEVEN_MS),
  });
};

/** Save what is typed. `knop`: the person asked for it, which also settles a conflict. */
export const bewaar = async (veld, { knop = false, overnemen = false, vertrekt = false } = {}) => {
  const z = zaak(veld);
  if (!veld.isConnected || z.dicht || z.componeert || (heeftBotsing(veld) && !knop)) return;
  if (!("onbewaard" in veld.dataset) && !z.poging) return;
  if (z.onderweg) {
    z.straks = true;
    return;
  }
  if (!knop && !vertrekt && performance.now() < z.nietVoor) {
    plan(veld);
    return;
  }
  window.clearTimeout(z.klok);
  z.onderweg = true;
  z.straks = false;
  z.poging ??= maakPoging(veld, overnemen);
  await verstuur(veld, z.poging, { knop, vertrekt });
  z.onderweg = false;
  delete veld.dataset.bezig;
  if (!z.dicht && !heeftBotsing(veld) && (z.poging || z.sinds !== null)) plan(veld, z.straks ? 0 : PAUZE_MS);
};

const verstuur = async (veld, poging, hoe) => {
  veld.dataset.bezig = "";
  if (!zaak(veld).mislukt) zegStand(veld, "Bezig met opslaan");
  const traag = window.setTimeout(() => zegNiet(veld, LATER), TRAAG_MS);
  try {
    const antwoord = await stuur(veld, poging, hoe.vertrekt);
    const tekst = await antwoord.text();
    window.clearTimeout(traag);
    await verwerk(veld, poging, { status: antwoord.status, koppen: antwoord.headers, tekst }, hoe);
  } catch {
    stelUit(veld, LATER);
    document.dispatchEvent(new CustomEvent("live-vraag"));
  } finally {
    window.clearTimeout(traag);
  }
};

/* ------------------------------------------------------------- what the server said */

const stelUit = (veld, reden, seconden = 0) => {
  const z = zaak(veld);
  z.mislukt += 1;
  const wacht = Math.min(MEESTE_WACHTEN_MS, 1000 * 2 ** (z.mislukt - 1)) * (0.5 + Math.random() / 2);
  z.nietVoor = performance.now() + (seconden * 1000 || wacht);
  z.opVerzoek = seconden > 0;
  zegNiet(veld, reden);
};

const sluit = (veld, reden) => {
  const z = zaak(veld);
  z.dicht = true;
  z.poging = null;
  window.clearTimeout(z.klok);
  zegNiet(veld, reden);
};

const verwerk = async (veld, poging, { status, koppen, tekst }, hoe) => {
  const doc = new DOMParser().parseFromString(tekst, "text/html");
  const staat = doc.querySelector(".tekstveld__staat");
  if (status === 200 && staat) slaagde(veld, poging, staat, koppen, hoe);
  else if (status === 409 && staat) botste(veld, poging, staat, hoe);
  else if (status === 422 || status === 413) keurdeAf(veld, poging, staat, doc);
  else if (status === 403 || status === 404) {
    sluit(veld, GEEN_RECHT);
    document.dispatchEvent(new CustomEvent("live-haal", { detail: "alles" }));
  } else if (status === 400 || status === 401) await meldOpnieuwAan(veld, poging, hoe);
  else stelUit(veld, LATER, Number(koppen.get("Retry-After")) || 0);
};

const leg = (veld, poging, staat) => {
  const z = zaak(veld);
  veld.querySelector(".tekstveld__staat").replaceWith(document.importNode(staat, true));
  if (z.poging === poging) z.poging = null;
  z.mislukt = 0;
  z.nietVoor = 0;
};

const slaagde = (veld, poging, staat, koppen, { knop }) => {
  const z = zaak(veld);
  leg(veld, poging, staat);
  if (vak(veld).value === poging.waarde) {
    if (poging.hun !== undefined) vak(veld).value = poging.hun;
    delete veld.dataset.onbewaard;
    z.sinds = null;
  } else {
    z.sinds ??= performance.now();
    zegStand(veld, "Nog niet opgeslagen");
  }
  if (knop || z.gezegd) zegHardop("Opgeslagen.");
  delete z.gezegd;
  if (poging.hun !== undefined) vak(veld).focus();
  const nieuws = koppen.get("HX-Trigger");
  if (nieuws) window.htmx?.trigger(document.body, nieuws);
  veld.dispatchEvent(new CustomEvent("tekst-bewaard", { bubbles: true }));
};

/* Both texts stand beside each other now. Who is typing keeps the caret; who pressed the button goes there. */
const botste = (veld, poging, staat, { knop }) => {
  leg(veld, poging, staat);
  zaak(veld).sinds = null;
  veld.dataset.onbewaard = "";
  veld.querySelector("[data-mijn-tekst]").textContent = vak(veld).value;
  const titel = veld.querySelector("label").textContent.trim();
  zegHardop(`${titel}: niet opgeslagen, iemand anders was eerder. De twee teksten staan onder het veld.`);
  if (knop && document.activeElement !== vak(veld)) veld.querySelector("[data-hun-tekst]").focus();
};

const keurdeAf = (veld, poging, staat, doc) => {
  const z = zaak(veld);
  if (staat) leg(veld, poging, staat);
  z.poging = null;
  z.sinds = null;
  veld.dataset.onbewaard = "";
  const zin = (doc.querySelector(".foutbericht, .melding") ?? doc.body).textContent.replace(/\s+/g, " ").trim();
  zegNiet(veld, staat ? "" : zin);
};

/* The session ended, or is another one by now: with a new token the same text goes with the same key. */
const meldOpnieuwAan = async (veld, poging, hoe) => {
  const stand = await vernieuw();
  if (stand === "ander") sluit(veld, ANDER);
  else if (stand === "beeindigd") {
    sluit(veld, BEEINDIGD);
    document.dispatchEvent(new CustomEvent("live-weg"));
  } else if (stand === "goed" && !hoe.opnieuw) await verstuur(veld, poging, { ...hoe, opnieuw: true });
  else {
    stelUit(veld, stand === "uitgelogd" ? UITGELOGD : LATER);
    document.dispatchEvent(new CustomEvent("live-vraag"));
  }
};

/* ------------------------------------------------------------- all of them, and at the end */

const wachtende = () =>
  [...document.querySelectorAll("form[data-tekstveld][data-onbewaard]")].sort(
    (een, ander) => (zaak(een).poging?.sinds ?? zaak(een).sinds ?? 0) - (zaak(ander).poging?.sinds ?? zaak(ander).sinds ?? 0),
  );

/** Send everything that waits, one after another, in the order in which it was typed. */
export const stuurAlles = async () => {
  const stand = await vernieuw();
  if (stand === "beeindigd") document.dispatchEvent(new CustomEvent("live-weg"));
  for (const veld of wachtende()) {
    const z = zaak(veld);
    if (stand === "ander") sluit(veld, ANDER);
    else if (stand === "goed") {
      if (!z.opVerzoek) z.nietVoor = 0;
      await bewaar(veld);
    }
  }
};

/** The page is going: hand everything to the browser, which sends it also when the page is gone. */
export const geefMee = (veld) => {
  const z = zaak(veld);
  if (z.dicht || z.componeert || heeftBotsing(veld)) return;
  const vorige = z.poging;
  if (vorige && z.onderweg) stuur(veld, vorige, true).catch(() => undefined);
  if (vorige?.waarde !== vak(veld).value) {
    z.poging = maakPoging(veld);
    if (vorige?.sleutel) z.poging.inhoud.set("vorige", vorige.sleutel);
  }
  if (z.poging !== vorige || !z.onderweg) stuur(veld, z.poging, true).catch(() => undefined);
};
