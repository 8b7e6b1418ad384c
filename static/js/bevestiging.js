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
