/* A text of the meeting: saves itself, says whether it is saved, and is never replaced under someone's hands. */
import { bewaar, componeert, geefMee, getypt, heeftBotsing, isAanHetComponeren, onderwegMet, stuurAlles, vak, zegStand } from "./bewaren.js";
import { bijSchrijver, geefTeken, neemTekenTerug } from "./schrijft.js";

export { stuurAlles };

const veldVan = (ding) => ding?.closest?.("form[data-tekstveld]");
const isOnbewaard = (veld) => "onbewaard" in veld.dataset;

/** Every text that is typed and not saved, as the person sees it. */
export const onbewaarde = () =>
  [...document.querySelectorAll("[data-tekstveld][data-onbewaard]")].map((veld) => ({
    label: veld.querySelector("label").textContent.trim(),
    waarde: vak(veld).value,
  }));

const heeftFocus = (deel) => {
  const actief = document.activeElement;
  return actief?.matches("input, select, textarea, [contenteditable]") === true && deel.contains(actief);
};

/** Whether someone is in the middle of something here: typing, or with answers that were not sent yet. */
export const isBezig = (deel) =>
  heeftFocus(deel) ||
  ["onbewaard", "bezig", "gewijzigd"].some((merk) => merk in deel.dataset || deel.querySelector(`[data-${merk}]`)) ||
  deel.matches(".htmx-request") ||
  deel.querySelector(".htmx-request") !== null;

/** Take over what someone else saved in a text, unless this person is writing in it. */
export const bijTekst = (oud, nieuw) => {
  const [mijn, hun] = [vak(oud), vak(nieuw)];
  const [versie, staat] = [nieuw.querySelector('[name="versie"]'), nieuw.querySelector(".tekstveld__staat")];
  bijSchrijver(oud, nieuw);
  if (!hun || !versie || !mijn) {
    if (!isBezig(oud)) oud.replaceWith(document.importNode(nieuw, true));
    return;
  }
  // An answer that was under way for longer than an own save is older than what stands here.
  if (Number(versie.value) <= Number(oud.querySelector('[name="versie"]')?.value ?? -1)) return;
  if ("bezig" in oud.dataset || isOnbewaard(oud) || heeftBotsing(oud) || isAanHetComponeren(oud)) {
    oud.straks = nieuw;
    const wie = staat.querySelector("bdi")?.textContent ?? "Iemand anders";
    if (![mijn.value, onderwegMet(oud)].includes(hun.value)) {
      zegStand(oud, `${wie} heeft dit veld intussen gewijzigd. Uw tekst blijft staan.`);
    }
    return;
  }
  if (heeftFocus(oud) && mijn.value !== hun.value) {
    oud.straks = nieuw;
    zegStand(oud, "Een ander heeft dit veld gewijzigd. U ziet het zodra u het veld verlaat.");
    return;
  }
  delete oud.straks;
  if (mijn.value !== hun.value) {
    mijn.value = hun.value;
    oud.classList.add("bijgewerkt");
    window.setTimeout(() => oud.classList.remove("bijgewerkt"), 1500);
  }
  oud.querySelector(".tekstveld__staat").replaceWith(document.importNode(staat, true));
};

/* What came while this person was writing is put in place once that is done; unless the own save is newer. */
const haalIn = (veld) => {
  if (!veld.straks || isOnbewaard(veld) || heeftBotsing(veld)) return;
  const eigen = Number(veld.querySelector('[name="versie"]').value);
  if (Number(veld.straks.querySelector('[name="versie"]').value) <= eigen) delete veld.straks;
  else bijTekst(veld, veld.straks);
};

document.addEventListener("tekst-bewaard", ({ target }) => haalIn(target));

/* ------------------------------------------------------------- typing, leaving, pressing the button */

/* What was changed in a form is counted: an answer to what was sent says nothing of what was changed after that. */
let wijzigingen = 0;
const meegegaan = new WeakMap();
const bewaardOp = new WeakMap();

/** Whether a form was saved here after `moment`: what was asked for at that moment may be older. */
export const isBewaardNa = (form, moment) => (bewaardOp.get(form) ?? -1) >= moment;

const formVan = (ding) => ding.closest?.("form, [data-bewaart-zelf]");

document.addEventListener("input", (gebeurtenis) => {
  const veld = veldVan(gebeurtenis.target);
  if (!veld) {
    const form = formVan(gebeurtenis.target);
    if (form) form.dataset.gewijzigd = String(++wijzigingen);
    return;
  }
  getypt(veld);
  geefTeken(veld);
});

for (const [soort, bezig] of [["compositionstart", true], ["compositionend", false]]) {
  document.addEventListener(soort, (gebeurtenis) => {
    const veld = veldVan(gebeurtenis.target);
    if (veld) componeert(veld, bezig);
  });
}

document.addEventListener("focusout", (gebeurtenis) => {
  const veld = veldVan(gebeurtenis.target);
  if (!veld || gebeurtenis.target !== vak(veld)) return;
  window.setTimeout(() => {
    if (document.activeElement === vak(veld)) return;
    if (isOnbewaard(veld)) bewaar(veld);
    else {
      neemTekenTerug(veld);
      haalIn(veld);
    }
  }, 0);
});

document.addEventListener("submit", (gebeurtenis) => {
  const veld = veldVan(gebeurtenis.target);
  if (!veld) return;
  gebeurtenis.preventDefault();
  const overnemen = gebeurtenis.submitter?.name === "overnemen";
  if (overnemen || heeftBotsing(veld)) veld.dataset.onbewaard = "";
  bewaar(veld, { knop: true, overnemen });
});

document.addEventListener("htmx:beforeRequest", ({ target }) => {
  const form = formVan(target);
  if (form) meegegaan.set(form, form.dataset.gewijzigd);
});

document.addEventListener("htmx:afterRequest", ({ target, detail }) => {
  const form = formVan(target);
  if (!form || !detail.successful) return;
  bewaardOp.set(form, performance.now());
  if (meegegaan.get(form) === form.dataset.gewijzigd) delete form.dataset.gewijzigd;
});

/* On a slow line someone types before this script is there: that is typed text too. */
for (const veld of document.querySelectorAll("form[data-tekstveld]")) {
  if (vak(veld).value !== vak(veld).defaultValue) getypt(veld);
}

/* ------------------------------------------------------------- the page hides, goes, or comes back */

const onbewaardeVelden = () => [...document.querySelectorAll("form[data-tekstveld][data-onbewaard]")];

document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") onbewaardeVelden().forEach((veld) => bewaar(veld, { vertrekt: true }));
});
window.addEventListener("pagehide", () => onbewaardeVelden().forEach(geefMee));
window.addEventListener("pageshow", ({ persisted }) => persisted && stuurAlles());
window.addEventListener("focus", () => onbewaardeVelden().length && stuurAlles());

window.addEventListener("beforeunload", (gebeurtenis) => {
  if (document.querySelector("[data-onbewaard]")) gebeurtenis.preventDefault();
});

/* An answer that wants the page loaded again, because one is signed out, would take unsaved text with it. */
document.addEventListener("htmx:beforeOnLoad", (gebeurtenis) => {
  if (gebeurtenis.detail.xhr.status === 401 && document.querySelector("[data-onbewaard]")) gebeurtenis.preventDefault();
});
