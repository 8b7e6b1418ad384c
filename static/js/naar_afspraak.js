/* From a note to an afspraak: what is chosen in a text, or the sentence at the caret, stands in the form that opens.
   The words go from field to field in this page: never into an address. */
const VAK = "afspraak-vak";
const BEZIG = "U bent al bezig met een afspraak. Sla die eerst op, of kies ‘Niet opslaan’.";
const GRENS = /[.!?]+\s+|\n+/g;

const ineen = (tekst) => tekst.replace(/\s+/g, " ").trim();
const laatsteRegel = (tekst) => ineen(tekst.trim().split("\n").at(-1));

/** The sentence or line in which the caret stands; at the end of the text the last one. */
export const zinBij = (tekst, plek) => {
  const grenzen = [...tekst.matchAll(GRENS)].map((vondst) => vondst.index + vondst[0].length);
  const begin = Math.max(0, ...grenzen.filter((grens) => grens <= plek));
  const eind = grenzen.find((grens) => grens > plek) ?? tekst.length;
  const zin = ineen(tekst.slice(begin, eind));
  return zin || laatsteRegel(tekst.slice(0, begin));
};

/* In a text nobody stood in yet there is no caret to go by. */
const bezocht = new WeakSet();
document.addEventListener("focusin", ({ target }) => target.matches("textarea") && bezocht.add(target));

const uitVeld = (vak) => {
  const { value, selectionStart, selectionEnd } = vak;
  if (selectionEnd > selectionStart) return ineen(value.slice(selectionStart, selectionEnd));
  return bezocht.has(vak) ? zinBij(value, selectionStart) : laatsteRegel(value);
};

const uitLopendeTekst = (deel) => {
  const keuze = window.getSelection();
  return deel && keuze.rangeCount && deel.contains(keuze.getRangeAt(0).commonAncestorContainer) ? ineen(keuze.toString()) : "";
};

const gekozen = (link) => {
  const vak = link.closest("[data-tekstveld]")?.querySelector("textarea");
  return vak ? uitVeld(vak) : uitLopendeTekst(link.closest("article"));
};

/* Pressing a link takes a selection away: it is read before that. */
let bijIndrukken = null;
document.addEventListener("pointerdown", ({ target }) => {
  const link = target.closest?.("[data-naar-afspraak]");
  bijIndrukken = link ? { link, tekst: gekozen(link) } : null;
});

let straks = null;
document.addEventListener("click", (gebeurtenis) => {
  const link = gebeurtenis.target.closest?.("[data-naar-afspraak]");
  if (!link || !window.htmx || !document.getElementById(VAK) || gebeurtenis.ctrlKey || gebeurtenis.metaKey) return;
  gebeurtenis.preventDefault();
  straks = bijIndrukken?.link === link ? bijIndrukken.tekst : gekozen(link);
  bijIndrukken = null;
  window.htmx.ajax("GET", link.href, { target: `#${VAK}`, swap: "innerHTML" });
});

/* An afspraak that is half typed is not replaced by another. */
document.addEventListener("htmx:beforeRequest", (gebeurtenis) => {
  const { target, requestConfig } = gebeurtenis.detail;
  const form = target?.id === VAK && requestConfig.verb === "get" && target.querySelector("form[data-gewijzigd]");
  if (!form) return;
  gebeurtenis.preventDefault();
  straks = null;
  if (!target.querySelector("[data-al-bezig]")) {
    const zin = document.createElement("p");
    zin.setAttribute("role", "alert");
    zin.dataset.alBezig = "";
    zin.textContent = BEZIG;
    form.before(zin);
  }
  form.querySelector("[name=wat]").focus();
});

document.addEventListener("htmx:afterSettle", (gebeurtenis) => {
  const vak = document.getElementById(VAK);
  if (gebeurtenis.detail.target !== vak || gebeurtenis.detail.requestConfig?.verb !== "get") return;
  const wat = vak.querySelector("[name=wat]");
  if (!wat) return;
  if (straks) wat.value = straks.slice(0, Number(wat.dataset.hoogstens));
  straks = null;
  if (wat.value) wat.dispatchEvent(new Event("input", { bubbles: true }));
  wat.focus();
  wat.setSelectionRange(wat.value.length, wat.value.length);
  vak.scrollIntoView({ block: "nearest" });
});

/* Who opens the form of an answer goes on in its first field. */
document.addEventListener("htmx:afterSettle", ({ detail }) => {
  if (!detail.target?.id?.startsWith("antwoord-vak-") || detail.requestConfig?.verb !== "get") return;
  detail.target.querySelector("select, textarea")?.focus();
});

/* Who answered an afspraak goes on from there: its row was made anew. */
document.addEventListener("htmx:afterSwap", (gebeurtenis) => {
  const { id } = gebeurtenis.detail.target ?? {};
  if (!/^afspraak-\d+$/.test(id ?? "")) return;
  window.setTimeout(() => {
    if (document.activeElement === document.body) document.getElementById(id)?.querySelector("a[href], button")?.focus();
  }, 50);
});
