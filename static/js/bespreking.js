/* The meeting: the clock of an item ticks. */
import "./tekst.js";

const MINUUT = 60;

const woorden = (gebruikt, gepland) => {
  const over = gebruikt - gepland;
  if (over > 0) return `${over} ${over === 1 ? "minuut" : "minuten"} over de tijd (${gebruikt} van ${gepland})`;
  return `${gebruikt} van ${gepland} minuten gebruikt, nog ${gepland - gebruikt}`;
};

const tik = () => {
  for (const klok of document.querySelectorAll("[data-klok]")) {
    klok.gezien = klok.gezien?.seconden === klok.dataset.seconden ? klok.gezien : { seconden: klok.dataset.seconden, op: performance.now() };
    const sindsdien = (performance.now() - klok.gezien.op) / 1000;
    const gebruikt = Math.floor((Number(klok.dataset.seconden) + sindsdien) / MINUUT);
    const tekst = woorden(gebruikt, Number(klok.dataset.minuten));
    if (klok.textContent !== tekst) klok.textContent = tekst;
    klok.classList.toggle("klok--over", gebruikt > Number(klok.dataset.minuten));
  }
};

window.setInterval(tik, 5000);
