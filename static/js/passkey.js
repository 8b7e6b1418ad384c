/* Asks the device of this person: to make a passkey, or to prove with one who it belongs to. The form does the rest. */
const formulier = document.querySelector("[data-passkey]");
const fout = formulier.querySelector("[data-passkey-fout]");
const maken = formulier.dataset.passkey === "maken";

const WOORDEN = {
  InvalidStateError: "Op dit apparaat staat al een passkey voor uw account.",
  NotAllowedError: maken
    ? "De passkey is niet gemaakt. Probeer het opnieuw, of ga terug."
    : "Het apparaat heeft niet bevestigd dat u het bent. Probeer het opnieuw, of log in met uw wachtwoord.",
};
const ONBEKEND = "Dit apparaat of deze browser kan geen passkey gebruiken. Log in met uw wachtwoord en een code.";

const vraagApparaat = async () => {
  const opties = JSON.parse(formulier.dataset.opties);
  const { PublicKeyCredential: Sleutel } = window;
  const bewijs = maken
    ? await navigator.credentials.create({ publicKey: Sleutel.parseCreationOptionsFromJSON(opties) })
    : await navigator.credentials.get({ publicKey: Sleutel.parseRequestOptionsFromJSON(opties) });
  formulier.elements.antwoord.value = JSON.stringify(bewijs.toJSON());
  formulier.requestSubmit();
};

const probeer = async () => {
  fout.hidden = true;
  try {
    await vraagApparaat();
  } catch (oorzaak) {
    fout.textContent = WOORDEN[oorzaak?.name] ?? ONBEKEND;
    fout.hidden = false;
  }
};

formulier.querySelector("[data-passkey-knop]").addEventListener("click", probeer);
probeer(); // one came here to do just this; the button is there for a second time
