// The public API as the page uses it. The token goes into a header, never into an address.
import { current, change, FIELDS } from './state.js';
import { iso } from './time.js';

/** The answer to it, if it is a good one; else an error whose cause is what the service said of it. */
export async function ask(path, { signal, fresh } = {}) {
  const { token } = current();
  const headers = { ...(token && { Authorization: `Bearer ${token}` }), ...(fresh && { 'Cache-Control': 'no-cache' }) };
  const response = await fetch(path, { headers, signal });
  if (!response.ok) {
    change(response.status === 401 ? { dialog: 'token' } : {});
    const title = `The service answered ${response.status}`;
    throw new Error(title, { cause: { title, ...await response.json().catch(() => ({})) } });
  }
  return response;
}

export const problemOf = (failure) => failure.cause ?? { title: 'The service cannot be reached' };

/** Lines as they come, those of one piece at a time; a line that was cut is none. */
export async function* lines(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const piece = (rest + part.value).split('\n');
    rest = piece.pop();
    yield piece;
  }
}

/** What is asked, of the API and in the page's own address alike; what has no value is left out. */
export function parameters({ from, to }, { filters, q }, more) {
  const asked = new URLSearchParams({ from, to });
  FIELDS.forEach((field) => filters[field].forEach((value) => asked.append(field, value)));
  Object.entries({ q, ...more }).forEach(([name, value]) => value && asked.set(name, value));
  return asked;
}

/** Times that do not move. */
export const absolute = ({ from, to }) => ({ from: iso(from), to: iso(to) });

export const events = (state, more) => `/events?${parameters(absolute(state.window), state, more)}`;

/** An address that the service handed out, as a stream. */
export const streamed = (link, more) => `${link}&${new URLSearchParams({ format: 'ndjson', ...more })}`;
