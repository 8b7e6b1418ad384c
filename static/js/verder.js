/* Goes on by itself where a page has only one way to go: a link, or a form with what another gave along. */
const verder = document.querySelector("[data-verder]");
if (verder instanceof HTMLFormElement) verder.requestSubmit();
else if (verder) window.location.replace(verder.href);
