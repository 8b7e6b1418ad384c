/* "X schrijft hier": a sign while one types, and the line about others, which goes by itself. */
import { zegHardop } from "./omroep.js";
import { token } from "./sessie.js";

const ELKE_MS = 8_000;
const SPELING_MS = 3_000; // so long before the line ends it is asked whether it still holds

const gegeven = new WeakMap(); // text → when the last sign was given; absent when it ended

const stuur = (veld, klaar) => {
  const inhoud = new FormData();
  if (klaar) inhoud.set("klaar", "1");
  fetch(`${veld.getAttribute("action")}/schrijft`, {
    method: "POST",
    body: inhoud,
    headers: { "HX-Request": "true", "X-CSRFToken": token() },
    redirect: "manual",
    cache: "no-store",
  }).catch(() => undefined); // a sign that gets lost is no loss: the next one comes with the next key or save
};

/** A key was pressed: let the others know, once every few seconds. */
export const geefTeken = (veld) => {
  const nu = performance.now();
  if (nu - (gegeven.get(veld) ?? -ELKE_MS) < ELKE_MS) return;
  gegeven.set(veld, nu);
  stuur(veld, false);
};

/** A save told it too. */
export const tekenMeegestuurd = (veld, schrijft) => {
  if (schrijft) gegeven.set(veld, performance.now());
  else gegeven.delete(veld);
};

/** The field was left with nothing to save. */
export const neemTekenTerug = (veld) => {
  if (!gegeven.delete(veld)) return;
  stuur(veld, true);
};

const regelVan = (veld) => veld.querySelector(".tekstveld__schrijft");

/** Take over the line of a newer version of this field. */
export const bijSchrijver = (oud, nieuw) => {
  const [mijn, hun] = [regelVan(oud), regelVan(nieuw)];
  if (!mijn || !hun) return;
  mijn.replaceChildren(...[...hun.cloneNode(true).childNodes].map((deel) => document.importNode(deel, true)));
  if ("nog" in hun.dataset) mijn.dataset.nog = hun.dataset.nog;
  else delete mijn.dataset.nog;
};

/* A number that was read is emptied, so that the same number coming again is seen as a new one. */
const lees = (regel, nu) => {
  const nog = Number(regel.dataset.nog) * 1000;
  const isNieuw = !(regel.einde > nu);
  regel.einde = nu + nog;
  regel.gevraagd = nog <= SPELING_MS;
  regel.dataset.nog = "";
  const veld = regel.closest("[data-tekstveld]");
  if (isNieuw && veld?.contains(document.activeElement)) zegHardop(regel.textContent.replace(/\s+/g, " ").trim());
};

const kijk = () => {
  const nu = performance.now();
  for (const regel of document.querySelectorAll("[data-nog]")) {
    if (regel.dataset.nog) lees(regel, nu);
    else if (nu >= regel.einde) {
      delete regel.dataset.nog;
      regel.replaceChildren();
    } else if (!regel.gevraagd && nu >= regel.einde - SPELING_MS) {
      regel.gevraagd = true;
      document.dispatchEvent(new CustomEvent("live-haal", { detail: regel.id }));
    }
  }
};

window.setInterval(kijk, 500);
