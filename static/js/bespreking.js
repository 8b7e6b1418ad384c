/* The meeting: the clock of an item ticks, and a text says whether it is saved. */
const MINUUT = 60;
const geladen = performance.now();

const woorden = (gebruikt, gepland) => {
  const over = gebruikt - gepland;
  if (over > 0) return `${over} ${over === 1 ? "minuut" : "minuten"} over de tijd (${gebruikt} van ${gepland})`;
  return `${gebruikt} van ${gepland} minuten gebruikt, nog ${gepland - gebruikt}`;
};

const tik = () => {
  const sindsdien = (performance.now() - geladen) / 1000;
  for (const klok of document.querySelectorAll("[data-klok]")) {
    const gebruikt = Math.floor((Number(klok.dataset.seconden) + sindsdien) / MINUUT);
    const tekst = woorden(gebruikt, Number(klok.dataset.minuten));
    if (klok.textContent !== tekst) klok.textContent = tekst;
    klok.classList.toggle("klok--over", gebruikt > Number(klok.dataset.minuten));
  }
};

window.setInterval(tik, 5000);

/* A text that is typed and not saved says so, at the field itself, and when one leaves the page. */
const veldVan = (gebeurtenis) => gebeurtenis.target.closest?.("[data-tekstveld]");

document.addEventListener("input", (gebeurtenis) => {
  const veld = veldVan(gebeurtenis);
  if (!veld) return;
  veld.dataset.onbewaard = "";
  const stand = veld.querySelector("[data-stand]");
  if (stand) stand.textContent = "Nog niet opgeslagen";
});

/* While two texts stand beside each other, only the button saves: leaving the field or a pause does not. */
document.addEventListener("htmx:confirm", (gebeurtenis) => {
  const veld = veldVan(gebeurtenis);
  const aanleiding = gebeurtenis.detail.triggeringEvent?.type;
  if (veld?.querySelector("[data-botsing]") && aanleiding !== "submit") gebeurtenis.preventDefault();
});

document.addEventListener("htmx:beforeRequest", (gebeurtenis) => {
  const veld = veldVan(gebeurtenis);
  if (veld) delete veld.dataset.onbewaard;
});

document.addEventListener("htmx:afterRequest", (gebeurtenis) => {
  const veld = veldVan(gebeurtenis);
  if (!veld || gebeurtenis.detail.successful) return;
  veld.dataset.onbewaard = "";
  const stand = veld.querySelector("[data-stand]");
  if (stand) stand.textContent = "Niet opgeslagen";
});

document.addEventListener("submit", (gebeurtenis) => {
  const veld = veldVan(gebeurtenis);
  if (veld && !window.htmx) delete veld.dataset.onbewaard;
});

window.addEventListener("beforeunload", (gebeurtenis) => {
  if (document.querySelector("[data-onbewaard]")) gebeurtenis.preventDefault();
});
