/* What every page does once JavaScript runs: the token with htmx requests, the focus, and saying what changed. */
import { zegHardop } from "./omroep.js";

const eerste = (waarin, kiezer) => (waarin instanceof Element ? waarin.querySelector(kiezer) : null);

/* The token goes in a header, so that a fragment needs no form of its own. */
document.addEventListener("htmx:configRequest", (gebeurtenis) => {
  const token = document.querySelector('meta[name="csrf-token"]');
  if (token) gebeurtenis.detail.headers["X-CSRFToken"] = token.content;
});

/* A page that is being sent asks for nothing more: what still waited would arrive after what was sent. */
const blijft = () => {
  delete document.documentElement.dataset.vertrekt;
};
window.addEventListener("submit", (gebeurtenis) => {
  if (gebeurtenis.defaultPrevented || gebeurtenis.target.method === "dialog") return;
  document.documentElement.dataset.vertrekt = "";
  window.setTimeout(blijft, 5000);
});
window.addEventListener("pageshow", blijft);
document.addEventListener("htmx:beforeRequest", (gebeurtenis) => {
  if ("vertrekt" in document.documentElement.dataset) gebeurtenis.preventDefault();
});

/* Back to a page that the browser kept in memory: it may hold what this person may no longer see, so it is asked
   for again. It is hidden as one leaves; only a page with unsaved text comes back as it was, and asks by itself. */
window.addEventListener("pagehide", (gebeurtenis) => {
  if (gebeurtenis.persisted) document.documentElement.classList.add("niet-vers");
});
window.addEventListener("pageshow", (gebeurtenis) => {
  if (!gebeurtenis.persisted) return;
  if (document.querySelector("[data-onbewaard], [data-gewijzigd]")) document.documentElement.classList.remove("niet-vers");
  else window.location.reload();
});

/* The first thing to mend: the list above the form, otherwise the first field with a mistake. */
const naarEersteFout = (waarin) => {
  const doel = eerste(waarin, "[data-foutensamenvatting]") ?? eerste(waarin, '[aria-invalid="true"]');
  if (!doel) return false;
  doel.focus();
  return true;
};

/* After a row was added, the first field in it. */
const naarNieuweRij = (waarin) => {
  const rij = eerste(waarin, "[data-nieuwe-rij]");
  const veld = eerste(rij, "input:not([type=hidden]), select, textarea");
  if (!veld) return false;
  veld.focus();
  return true;
};

/* After a row went, the heading of the list is too far: the button that adds one is where work goes on. */
const naarKnopErbij = (waarin, knop) => {
  const erbij = knop?.dataset.erbij && document.getElementById(knop.dataset.erbij);
  if (!erbij || !waarin.contains(erbij)) return false;
  erbij.focus();
  return true;
};

/* A link in the list of mistakes goes to the field itself, also when that is a list of choices. */
document.addEventListener("click", (gebeurtenis) => {
  const link = gebeurtenis.target.closest?.("[data-foutensamenvatting] a[href^='#']");
  const veld = link && document.getElementById(link.hash.slice(1));
  if (!veld) return;
  gebeurtenis.preventDefault();
  veld.focus();
  veld.closest(".veld, .rij")?.scrollIntoView({ block: "center" });
});

document.addEventListener("htmx:afterSettle", (gebeurtenis) => {
  const { elt, requestConfig } = gebeurtenis.detail;
  const knop = requestConfig?.elt;
  const waarin = document.getElementById(elt.id) ?? elt;
  if (knop?.matches("[data-rijknop]")) {
    zegHardop(eerste(waarin, ".rijen__bericht")?.textContent.trim());
    if (!naarNieuweRij(waarin)) naarKnopErbij(waarin, knop);
    return;
  }
  naarEersteFout(waarin);
  zegHardop(eerste(waarin, "[data-omroep]")?.dataset.omroep ?? waarin.dataset?.omroep);
});

/* A page of errors never takes the place of a form with text in it: it is shown at the top. */
document.addEventListener("htmx:beforeSwap", (gebeurtenis) => {
  const { detail } = gebeurtenis;
  if (detail.xhr.status < 400 || !detail.serverResponse.trimStart().startsWith('<div class="foutbericht"')) return;
  detail.target = document.getElementById("meldingen-server");
  detail.selectOverride = ".foutbericht";
  detail.swapOverride = "innerHTML show:window:top";
});

const geenAntwoord = (tekst) => {
  const plek = document.getElementById("meldingen-server");
  if (!plek) return;
  const bericht = document.createElement("div");
  bericht.className = "foutbericht";
  bericht.textContent = tekst;
  plek.replaceChildren(bericht);
  plek.scrollIntoView({ block: "center" });
};

document.addEventListener("htmx:sendError", () => {
  geenAntwoord("Er is geen verbinding. Wat u typte staat nog op het scherm. Probeer het zo nog een keer.");
});

document.addEventListener("htmx:responseError", () => {
  window.setTimeout(() => {
    if (document.querySelector("#meldingen-server .foutbericht")) return;
    geenAntwoord("Dit lukte niet. Wat u typte staat nog op het scherm. Probeer het zo nog een keer.");
  }, 100);
});

/* A new request starts with a clean slate. */
document.addEventListener("htmx:beforeRequest", () => {
  document.getElementById("meldingen-server")?.replaceChildren();
});

naarEersteFout(document.body) || naarNieuweRij(document.body);
