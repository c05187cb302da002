// Follows each source for itself: one that is slow or fails holds no other back.
import { ask, events as address } from './api.js';
import { push, replace } from './address.js';
import { change, current } from './state.js';
import { merged, now, seconds, settledOf } from './reading.js';

const PAUSE = 2_000;
const PAGE = 1_000;

let session = 0; // what was begun by an earlier one ends with it

export function setLive(live) {
  const { range, window } = current();
  if (live && range.to !== 'now') {
    push({ live, range: { from: `now-${Math.ceil((window.to - window.from) / 1e3)}s`, to: 'now' } });
  } else {
    replace({ live });
    follow();
  }
}

/** As long as it is switched on; after a reading has begun anew, too. */
export function follow() {
  const mine = ++session;
  if (!current().live) {
    change({ lost: {} });
    return;
  }
  asked(current()).forEach((name) => followSource(name, () => mine === session));
}

const asked = ({ roster, reports }) => roster.map(({ name }) => name).filter((name) => reports[name]?.status !== 'skipped');

async function followSource(name, isMine) {
  while (isMine()) {
    await new Promise((later) => setTimeout(later, PAUSE));
    if (isMine() && current().status !== 'reading') {
      await poll(name, isMine).catch((failure) => isMine() && lose(name, failure));
    }
  }
}

const lose = (name, failure) =>
  change(({ lost }) => ({ lost: { ...lost, [name]: lost[name] ?? { since: now(), title: failure.problem?.title ?? 'unreachable' } } }));

/** What is new since, and what came late: all of it is asked for again, down to where nothing changes any more. */
async function poll(name, isMine) {
  const state = current();
  const to = now();
  const overlap = seconds(state.roster.find((source) => source.name === name).overlap) * 1e3;
  const from = Math.max(state.window.from, (state.settled[name] ?? state.window.from) - overlap);
  const query = { ...state, window: { from, to }, filters: { ...state.filters, source: [name] } };
  const found = [];
  let page = { next: address(query, { order: 'asc', limit: PAGE, partial: 'deny' }) };
  while (page.next) {
    page = await (await ask(page.next)).json();
    found.push(...page.events);
  }
  if (isMine()) {
    change((now) => ({ ...arrived(now, found.reverse()), ...followed(now, name, to, page) }));
  }
}

function followed({ window, settled, lost, roster }, name, to, page) {
  const { [name]: found, ...stillLost } = lost;
  return {
    window: { ...window, to: Math.max(window.to, to) },
    settled: { ...settled, [name]: settledOf(roster, page)[name] },
    lost: stillLost,
  };
}

/** Nothing moves under the eye: whoever has scrolled away is told, and looks when he wants to. */
function arrived(state, found) {
  const held = new Set(state.pending.map(({ id }) => id));
  const fresh = found.filter(({ id }) => !state.ids.has(id) && !held.has(id));
  if (fresh.length === 0) {
    return {};
  }
  return state.top > 0 ? { pending: [...state.pending, ...fresh] } : merged(state, fresh);
}

/** Those held back, each run into its place. */
export function showPending() {
  change((state) => {
    const runs = Map.groupBy(state.pending, ({ source }) => source);
    let shown = { events: state.events, version: state.version };
    runs.forEach((run) => {
      shown = merged({ ...state, ...shown }, run);
    });
    return { ...shown, pending: [], top: 0 };
  });
}
