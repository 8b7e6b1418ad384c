/* Nothing of a page stays in the browser: whoever uses the machine next could read it (ASVS 14.3.3). Before any
   other script, since htmx would keep the address of the page; when it cannot, it remembers that in the page. */
Storage.prototype.setItem = () => {
  throw new DOMException("This application keeps nothing in the browser.", "SecurityError");
};
