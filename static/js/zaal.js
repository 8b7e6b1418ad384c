/* The screen in the room: of a text that is longer than its place, the newest part shows, until someone scrolls. */
const blad = document.getElementById("blad");

const isLos = (vak) => "gelezen" in vak.dataset;

const naarHetNieuwste = () => {
  for (const vak of blad.querySelectorAll(".zaal__tekst")) if (!isLos(vak)) vak.scrollTop = vak.scrollHeight;
};

/* Whoever scrolls up reads there; at the end again, it goes along again. */
for (const soort of ["wheel", "keyup", "pointerup"]) {
  blad.addEventListener(soort, (gebeurtenis) => {
    const vak = gebeurtenis.target.closest?.(".zaal__tekst");
    if (!vak) return;
    if (vak.scrollTop + vak.clientHeight >= vak.scrollHeight - 4) delete vak.dataset.gelezen;
    else vak.dataset.gelezen = "";
  });
}

new MutationObserver(naarHetNieuwste).observe(blad, { subtree: true, childList: true, characterData: true });
naarHetNieuwste();
