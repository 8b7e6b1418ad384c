/* A page that this person may no longer see: what stands on it goes at once, also from the title and the address.
   Only the own words that were not saved yet stay, so that they can be copied. */

/* What stood in a text before the first letter that was not saved: all that came after it is the own. */
const begin = new WeakMap();

document.addEventListener("beforeinput", (gebeurtenis) => {
  const vak = gebeurtenis.target;
  const veld = vak.closest?.("[data-tekstveld]");
  if (!veld || "onbewaard" in veld.dataset || "bezig" in veld.dataset) return;
  begin.set(vak, vak.value);
});

/** The part of `nu` that was typed: what it has in common with `toen`, before and after, is left out. */
const getypt = (toen, nu) => {
  const meeste = Math.min(toen.length, nu.length);
  let voor = 0;
  while (voor < meeste && toen[voor] === nu[voor]) voor += 1;
  let achter = 0;
  while (achter < meeste - voor && toen.at(-1 - achter) === nu.at(-1 - achter)) achter += 1;
  return nu.slice(voor, nu.length - achter).trim();
};

const labelVan = (vak) => vak.labels?.[0]?.textContent.trim() ?? "";

/** The words on the page that are this person's own and were saved nowhere, each with the label of its field. */
const eigenWoorden = (blad) => {
  const teksten = [...blad.querySelectorAll("[data-tekstveld]:is([data-onbewaard], [data-bezig]) textarea")];
  const antwoorden = [...blad.querySelectorAll("[data-gewijzigd] textarea, [data-gewijzigd] input:not([type=hidden]):not([type=checkbox]):not([type=radio])")];
  return [...teksten, ...antwoorden]
    .map((vak) => ({ label: labelVan(vak), woorden: getypt(begin.get(vak) ?? vak.defaultValue, vak.value) }))
    .filter(({ woorden }) => woorden);
};

const maak = (soort, klasse, tekst) => {
  const element = document.createElement(soort);
  element.className = klasse;
  element.textContent = tekst;
  return element;
};

const naarOverleg = (terug) => {
  const regel = document.createElement("p");
  const link = maak("a", "utrecht-link", "Naar het overleg");
  link.href = terug;
  regel.append(link);
  return regel;
};

const teKopieren = (eigen) => {
  const uitleg = maak("h2", "paneel__titel", "Uw eigen woorden, niet opgeslagen");
  uitleg.id = "eigen-woorden";
  const tekst = eigen.map(({ label, woorden }) => (label ? `${label}\n${woorden}` : woorden)).join("\n\n");
  const vak = maak("textarea", "utrecht-textarea utrecht-textarea--html-textarea", tekst);
  vak.readOnly = true;
  vak.dataset.onbewaard = ""; // leaving the page asks first
  vak.rows = 6;
  vak.setAttribute("aria-labelledby", uitleg.id);
  return [uitleg, maak("p", "", "Kopieer ze als u ze nog nodig heeft. Ze staan alleen nog hier."), vak];
};

/** Empty the page and say so. `terug` is the address of the meeting. */
export const sluit = (blad, terug) => {
  const eigen = eigenWoorden(blad);
  const kop = maak("h1", "utrecht-heading-1", "U kunt deze casus nu niet zien");
  kop.tabIndex = -1;
  const zin = "De bespreking is voor u klaar, of u bent bij deze casus van tafel gegaan. Weet u niet waarom? Vraag het de voorzitter.";
  blad.replaceChildren(kop, maak("p", "", zin), ...(eigen.length ? teKopieren(eigen) : []), naarOverleg(terug));
  for (const deel of document.querySelectorAll(".kruimels, #volgen, #snel, #meldingen, #meldingen-server, #verbinding")) deel.remove();
  delete blad.dataset.adres; // it names the casus item
  for (const venster of document.querySelectorAll("dialog[open]")) venster.close();
  document.title = "Actie-overleg";
  window.history.replaceState(null, "", terug);
  kop.focus();
};
