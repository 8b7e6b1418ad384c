/* On the sign-in page of the demo: a button per account that fills in the form. */
document.querySelectorAll("[data-demo-email]").forEach((knop) => {
  knop.hidden = false;
  knop.addEventListener("click", () => {
    document.getElementById("email").value = knop.dataset.demoEmail;
    document.getElementById("password").value = knop.dataset.demoWachtwoord;
    document.querySelector("#inloggen [type=submit]:not([tabindex])").focus();
  });
});
