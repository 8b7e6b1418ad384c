/* A text of the meeting: saves itself, says whether it is saved, and is never replaced under someone's hands. */
const NIEUW_MS = 5_000; // so long at most goes by between the first key and saving

const veldVan = (ding) => ding?.closest?.("[data-tekstveld]");
const vak = (veld) => veld.querySelector("textarea");
const zeg = (veld, tekst) => {
  const stand = veld.querySelector("[data-stand]");
  if (stand) stand.textContent = tekst;
};

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
  ["onbewaard", "gewijzigd"].some((merk) => merk in deel.dataset || deel.querySelector(`[data-${merk}]`)) ||
  deel.matches(".htmx-request") ||
  deel.querySelector(".htmx-request") !== null;

const bewaar = (veld) => {
  if (!veld.querySelector("[data-botsing]")) window.htmx.trigger(veld, "bewaar");
};

/** Send everything that waits, in the order of the page. */
export const stuurAlles = () => document.querySelectorAll("[data-tekstveld][data-onbewaard]").forEach(bewaar);

/** Take over what someone else saved in a text, unless this person is writing in it. */
export const bijTekst = (oud, nieuw) => {
  const [mijn, hun] = [vak(oud), nieuw.querySelector("textarea")];
  const [versie, staat] = [nieuw.querySelector('[name="versie"]'), nieuw.querySelector(".tekstveld__staat")];
  if (!hun || !versie || !mijn) {
    if (!isBezig(oud)) oud.replaceWith(document.importNode(nieuw, true));
    return;
  }
  if (versie.value === oud.querySelector('[name="versie"]')?.value) return;
  if (oud.matches(".htmx-request") || "onbewaard" in oud.dataset || oud.querySelector("[data-botsing]")) {
    const wie = staat.querySelector("bdi")?.textContent ?? "Iemand anders";
    if (mijn.value !== hun.value) zeg(oud, `${wie} heeft dit veld intussen gewijzigd. Uw tekst blijft staan.`);
    return;
  }
  if (heeftFocus(oud) && mijn.value !== hun.value) {
    oud.dataset.achter = "";
    oud.straks = nieuw;
    zeg(oud, "Een ander heeft dit veld gewijzigd. U ziet het zodra u het veld verlaat.");
    return;
  }
  if (mijn.value !== hun.value) {
    mijn.value = hun.value;
    oud.classList.add("bijgewerkt");
    window.setTimeout(() => oud.classList.remove("bijgewerkt"), 1500);
  }
  oud.querySelector(".tekstveld__staat").replaceWith(document.importNode(staat, true));
};

document.addEventListener("focusout", (gebeurtenis) => {
  const veld = veldVan(gebeurtenis.target);
  if (!veld?.straks || "onbewaard" in veld.dataset) return;
  const nieuw = veld.straks;
  delete veld.straks;
  delete veld.dataset.achter;
  window.setTimeout(() => bijTekst(veld, nieuw), 0);
});

document.addEventListener("input", (gebeurtenis) => {
  const veld = veldVan(gebeurtenis.target);
  if (!veld) {
    const form = gebeurtenis.target.closest?.("form, [data-bewaart-zelf]");
    if (form) form.dataset.gewijzigd = "";
    return;
  }
  if (!("onbewaard" in veld.dataset)) veld.sinds = performance.now();
  veld.dataset.onbewaard = "";
  zeg(veld, "Nog niet opgeslagen");
});

/* Someone who types without a pause is saved too. */
window.setInterval(() => {
  for (const veld of document.querySelectorAll("[data-tekstveld][data-onbewaard]:not(.htmx-request)")) {
    if (performance.now() - (veld.sinds ?? 0) > NIEUW_MS) bewaar(veld);
  }
}, 1000);

document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") stuurAlles();
});

/* While two texts stand beside each other, only the button saves: leaving the field or a pause does not. */
document.addEventListener("htmx:confirm", (gebeurtenis) => {
  const veld = veldVan(gebeurtenis.target);
  const aanleiding = gebeurtenis.detail.triggeringEvent?.type;
  if (veld?.querySelector("[data-botsing]") && aanleiding !== "submit") gebeurtenis.preventDefault();
});

/* The same text sent again after a lost answer carries the same key, and is stored once. */
document.addEventListener("htmx:configRequest", (gebeurtenis) => {
  const veld = veldVan(gebeurtenis.target);
  if (!veld) return;
  const waarde = vak(veld).value;
  if (veld.poging?.waarde !== waarde) veld.poging = { waarde, sleutel: window.crypto.randomUUID?.() };
  if (veld.poging.sleutel) gebeurtenis.detail.parameters.sleutel = veld.poging.sleutel;
});

document.addEventListener("htmx:beforeRequest", (gebeurtenis) => {
  const veld = veldVan(gebeurtenis.target);
  if (!veld) return;
  delete veld.dataset.onbewaard;
  delete veld.straks;
  zeg(veld, "Bezig met opslaan");
});

document.addEventListener("htmx:afterRequest", (gebeurtenis) => {
  const { target, detail } = gebeurtenis;
  const veld = veldVan(target);
  if (!veld) {
    if (detail.successful) delete target.closest?.("form, [data-bewaart-zelf]")?.dataset.gewijzigd;
    return;
  }
  if (detail.xhr.status) delete veld.poging;
  if (detail.successful) return;
  veld.dataset.onbewaard = "";
  veld.sinds = performance.now();
  zeg(veld, "Niet opgeslagen");
});

/* Letters typed while a save was under way are not in it. */
document.addEventListener("htmx:afterSettle", (gebeurtenis) => {
  const veld = veldVan(gebeurtenis.target);
  if (veld && "onbewaard" in veld.dataset && !veld.querySelector("[data-botsing]")) zeg(veld, "Nog niet opgeslagen");
});

document.addEventListener("submit", (gebeurtenis) => {
  const veld = veldVan(gebeurtenis.target);
  if (veld && !window.htmx) delete veld.dataset.onbewaard;
});

window.addEventListener("beforeunload", (gebeurtenis) => {
  if (document.querySelector("[data-onbewaard]")) gebeurtenis.preventDefault();
});
