/* A button with data-bevestig asks its question first. Without JavaScript the button does its work at once. */
const venster = document.getElementById("bevestiging");
const vraag = document.getElementById("bevestiging-vraag");

const stelVraag = (tekst) =>
  new Promise((antwoord) => {
    vraag.textContent = tekst;
    venster.returnValue = "nee";
    venster.addEventListener("close", () => antwoord(venster.returnValue === "ja"), { once: true });
    venster.showModal();
  });

document.addEventListener(
  "click",
  async (gebeurtenis) => {
    const knop = gebeurtenis.target.closest?.("button[data-bevestig]");
    if (!knop || !venster || knop.dataset.bevestigd) return;
    gebeurtenis.preventDefault();
    gebeurtenis.stopPropagation();
    if (!(await stelVraag(knop.dataset.bevestig))) {
      knop.focus();
      return;
    }
    knop.dataset.bevestigd = "ja";
    knop.click();
    delete knop.dataset.bevestigd;
  },
  { capture: true },
);

/* Sending one form of a page loses what stands unsaved in another: then it asks first. A form that htmx sends loses
   what stands in the parts it puts in place, and nothing else. */
const isGewijzigd = (veld) => {
  if (veld.type === "hidden" || !veld.name) return false;
  if (veld.type === "checkbox" || veld.type === "radio") return veld.checked !== veld.defaultChecked;
  if (!(veld instanceof HTMLSelectElement)) return "defaultValue" in veld && veld.value !== veld.defaultValue;
  const begin = [...veld.options].findIndex((optie) => optie.defaultSelected);
  return veld.selectedIndex !== Math.max(begin, 0);
};

const nietOpgeslagen = (formulier) =>
  document.getElementById(`${formulier.id}-fouten`)?.matches("[data-foutensamenvatting]")
    ? formulier.elements[0]
    : [...formulier.elements].find(isGewijzigd);

/* The parts that the answer replaces; the whole page when it is an ordinary form. */
const vervangt = (verzonden) => {
  const doos = window.htmx && verzonden.closest('[hx-boost="true"][hx-target]');
  return doos ? [doos.getAttribute("hx-target"), doos.getAttribute("hx-select-oob")].filter(Boolean).join(",") : "body";
};

const eersteElders = (verzonden) =>
  [...document.querySelectorAll("form.formulier[method=post]:not([hx-post])")]
    .filter((formulier) => formulier !== verzonden && formulier.closest(vervangt(verzonden)))
    .map(nietOpgeslagen)
    .find(Boolean);

document.addEventListener(
  "submit",
  async (gebeurtenis) => {
    const { target: formulier, submitter } = gebeurtenis;
    if (!venster || formulier.method !== "post" || formulier.hasAttribute("hx-post")) return;
    if (formulier.dataset.tochVerzonden) return;
    const veld = eersteElders(formulier);
    if (!veld) return;
    gebeurtenis.preventDefault();
    gebeurtenis.stopImmediatePropagation();
    const vraagtekst =
      "U heeft nog iets niet opgeslagen in een ander deel van deze pagina. Gaat u door, dan is dat weg.";
    if (!(await stelVraag(vraagtekst))) {
      veld.focus();
      return;
    }
    formulier.dataset.tochVerzonden = "ja";
    formulier.requestSubmit(submitter);
    delete formulier.dataset.tochVerzonden;
  },
  { capture: true },
);
