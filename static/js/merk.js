/* Before the page is drawn: this browser runs scripts, so what stands in for them need not be shown. */
document.documentElement.classList.replace("no-js", "js");
