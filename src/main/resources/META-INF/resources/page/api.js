// The public API as the page uses it. The token goes into a header, never into an address.
import { current, change, FIELDS } from './state.js';
import { iso } from './time.js';

/** An answer that is none: what the service said of it. */
export class Trouble extends Error {
  constructor(status, problem) {
    super(problem.title ?? `The service answered ${status}`);
    this.problem = { status, title: this.message, ...problem };
  }
}

/** The answer to it, if it is a good one. */
export async function ask(path, { signal, fresh } = {}) {
  const { token } = current();
  const headers = { ...(token && { Authorization: `Bearer ${token}` }), ...(fresh && { 'Cache-Control': 'no-cache' }) };
  const response = await fetch(path, { headers, signal });
  if (response.status === 401) {
    change({ dialog: 'token' });
  }
  if (!response.ok) {
    throw new Trouble(response.status, await response.json().catch(() => ({})));
  }
  return response;
}

/** Lines as they come, those of one piece at a time; a line that was cut is none. */
export async function* lines(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let rest = ''; ;) {
    const { done, value } = await reader.read();
    if (done) {
      return;
    }
    const piece = (rest + value).split('\n');
    rest = piece.pop();
    yield piece;
  }
}

/** The query that is shown, with absolute times. */
export function parameters({ window, filters, q }, more = {}) {
  const asked = new URLSearchParams({ from: iso(window.from), to: iso(window.to) });
  FIELDS.forEach((field) => (filters[field] ?? []).forEach((value) => asked.append(field, value)));
  if (q) {
    asked.set('q', q);
  }
  Object.entries(more).forEach(([name, value]) => asked.set(name, value));
  return asked;
}

export const events = (state, more) => `/events?${parameters(state, more)}`;

/** An address that the service handed out, as a stream. */
export const streamed = (link, more) => `${link}&${new URLSearchParams({ format: 'ndjson', ...more })}`;
