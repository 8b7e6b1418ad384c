/* A form that was refused leaves its own address above the page. The page has another: with that it can be fetched
   again, and one can tell where one is. */
const eigen = document.getElementById("blad")?.dataset.adres;

if (eigen && eigen !== window.location.pathname) window.history.replaceState(window.history.state, "", eigen);
