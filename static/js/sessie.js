/* The token of a page that stayed open while its session ended: fetched anew once its reader signed in again. */
const WACHT_MS = 3_000;

const meta = () => document.querySelector('meta[name="csrf-token"]');
const ik = () => document.querySelector('[name="schrijver"]')?.value;

/** The token to send along now. */
export const token = () => meta()?.content ?? "";

const leg = (nieuw) => {
  meta().content = nieuw;
  for (const veld of document.querySelectorAll('input[name="csrf_token"]')) veld.value = nieuw;
};

const haal = async () => {
  try {
    const antwoord = await fetch("/csrf-token", { signal: AbortSignal.timeout(WACHT_MS), cache: "no-store" });
    if (!antwoord.ok) return "geen";
    const { token: nieuw, wie, beeindigd } = await antwoord.json();
    if (beeindigd) return "beeindigd";
    if (!wie) return "uitgelogd";
    if (ik() && ik() !== wie) return "ander";
    leg(nieuw);
    return "goed";
  } catch {
    return "geen";
  }
};

let lopend = null;

/** Fetch the token of the session as it is now. Returns goed, uitgelogd, beeindigd (ended from the server), ander
    (someone else signed in, in this browser) or geen (no answer). */
export const vernieuw = () => {
  lopend ??= haal().finally(() => {
    lopend = null;
  });
  return lopend;
};
