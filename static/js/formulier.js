/* Help while filling in: a warning before unsaved text is lost, how much room is left, and printing. */
let nietBewaard = false;

const let_op = (gebeurtenis) => {
  if (nietBewaard) gebeurtenis.preventDefault();
};

document.addEventListener("input", (gebeurtenis) => {
  if (gebeurtenis.target.closest?.("[data-waarschuw-verlaten]")) nietBewaard = true;
  if (gebeurtenis.target.dataset?.grens) tel(gebeurtenis.target);
});

/* A form that htmx sends stays on the page: it is saved only once the server has said so. */
const doorHtmx = (formulier) =>
  window.htmx && (formulier.matches("[hx-post], [hx-put], [hx-patch], [hx-delete]") || formulier.closest('[hx-boost="true"]'));

document.addEventListener("submit", ({ target }) => {
  if (!doorHtmx(target)) nietBewaard = false;
});

document.addEventListener("htmx:beforeOnLoad", ({ target, detail }) => {
  const bewaard = detail.xhr.status < 400 && target.closest?.("form, [data-bewaart-zelf]");
  if (bewaard) nietBewaard = false;
});

window.addEventListener("beforeunload", let_op);

/* Says how much room is left, once less than a tenth is; the server judges. */
const tel = (veld) => {
  const teller = document.querySelector(`[data-teller-voor="${CSS.escape(veld.id)}"]`);
  if (!teller) return;
  const grens = Number(veld.dataset.grens);
  const over = grens - [...veld.value].length;
  teller.hidden = over > grens / 10;
  teller.textContent = over < 0 ? `${-over} tekens te veel` : `nog ${over} tekens`;
  teller.classList.toggle("veld__teller--over", over < 0);
};

document.addEventListener("click", (gebeurtenis) => {
  if (gebeurtenis.target.closest?.("[data-afdrukken]")) window.print();
});

/* The logboek hears that the window for printing opened; what comes out of it, nobody can know. */
window.addEventListener("beforeprint", () => {
  const token = document.querySelector('meta[name="csrf-token"]')?.content;
  if (!token || !document.querySelector(".kop__gebruiker")) return;
  const inhoud = new URLSearchParams({ pad: window.location.pathname });
  fetch("/logboek/afdruk", { method: "POST", body: inhoud, headers: { "X-CSRFToken": token }, keepalive: true }).catch(() => {});
});

/* After mistakes the server sent the text back, or it read a file: it is still not saved. */
const teruggestuurd = document.querySelector("[data-foutensamenvatting], [data-niet-bewaard]");
if (document.querySelector("[data-waarschuw-verlaten]") && teruggestuurd && !document.querySelector("[data-alles-bewaard]")) {
  nietBewaard = true;
}
