/* One sentence for who cannot see that something changed. */
export const zegHardop = (tekst) => {
  const omroep = document.getElementById("omroep");
  if (!omroep || !tekst) return;
  omroep.textContent = "";
  window.setTimeout(() => {
    omroep.textContent = tekst;
  }, 50);
};
