// Follows each source for itself: one that is slow or fails holds no other back.
import { ask, events as address, problemOf } from './api.js';
import { push, replace } from './address.js';
import { change, current } from './state.js';
import { merged, now, settledOf, timed, withEvents } from './reading.js';
import { milliseconds } from './time.js';

const PAUSE = 2_000;
const PAGE = 1_000;

let session = new AbortController();

export function setLive(live) {
  const { range, window } = current();
  const from = `now-${Math.ceil((window.to - window.from) / 1e3)}s`;
  live && range.to !== 'now' ? push({ live, range: { from, to: 'now' } }) : replace({ live });
}

/** As long as it is switched on and nothing else is read. */
export function follow() {
  session.abort();
  session = new AbortController();
  const { live, status, window, roster, reports } = current();
  change({ lost: {} });
  if (live && status !== 'reading' && window.to) {
    const asked = roster.filter(({ name }) => reports[name]?.status !== 'skipped');
    asked.forEach((source) => followSource(source, session.signal));
  }
}

async function followSource(source, signal) {
  while (!signal.aborted) {
    const found = await poll(source, signal).catch((failure) => lose(source, failure));
    change(signal.aborted ? {} : found);
    await new Promise((later) => setTimeout(later, PAUSE));
  }
}

const lose = ({ name }, failure) => ({ lost }) =>
  ({ lost: { [name]: { since: now(), title: problemOf(failure).title }, ...lost } });

/** What is new since, and what came late: all of it is asked for again, down to where nothing changes any more. */
async function poll({ name, overlap }, signal) {
  const state = current();
  const to = now();
  const from = Math.max(state.window.from, (state.settled[name] ?? state.window.from) - milliseconds(overlap));
  const query = { ...state, window: { from, to }, filters: { ...state.filters, source: [name] } };
  const found = [];
  let page = { next: address(query, { order: 'asc', limit: PAGE, partial: 'deny' }) };
  while (page.next) {
    page = await (await ask(page.next, { signal })).json();
    found.push(...page.events);
  }
  return (later) => ({
    ...arrived(later, found.reverse()),
    window: { ...later.window, to: Math.max(later.window.to, to) },
    settled: { ...later.settled, [name]: settledOf(later.roster, page)[name] },
    lost: Object.fromEntries(Object.entries(later.lost).filter(([other]) => other !== name)),
  });
}

/** Nothing moves under the eye: whoever has scrolled away is told, and looks when he wants to. */
function arrived(state, found) {
  const held = new Set(state.pending.map(({ id }) => id));
  const fresh = found.filter(({ id }) => !state.ids.has(id) && !held.has(id)).map(timed);
  return state.top > 0 ? { pending: merged(state.pending, fresh) } : withEvents(state, fresh);
}
