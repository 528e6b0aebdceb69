// What a page asks our server: the token of the forms goes along, and a refusal is an error with the server's sentence.
export function xsrf() {
  const found = document.cookie.match(/(?:^|; )_xsrf=([^;]*)/);
  return found ? decodeURIComponent(found[1]) : "";
}

export async function ask(path, values, more = {}) {
  const response = await fetch(document.body.dataset.base + path, {
    method: values ? "POST" : "GET",
    body: values instanceof Blob ? values : values && new URLSearchParams(values),
    headers: { "X-XSRFToken": xsrf(), Accept: "application/json", ...more },
  });
  const answer = await response.json();
  if (!response.ok) throw new Refused(answer.message);
  return answer;
}

export class Refused extends Error {}

// Says beside a field, or in a place of its own, why something was not taken; an empty text takes it back.
export function complain(place, text, field) {
  place.textContent = text;
  place.hidden = !text;
  if (!field) return;
  field.setAttribute("aria-invalid", String(!!text));
  if (text) field.focus();
}

// The sentence for an error: the server's own, or that it did not answer.
export function reason(error, unanswered) {
  if (error instanceof Refused) return error.message;
  console.warn(error);
  return unanswered;
}
