// The state in the page's address, so that Back works and a link shows the same.
import { current, change, COLUMNS, FIELDS } from './state.js';
import { iso } from './time.js';

const list = (text, known) => text.split(',').filter((name) => known.includes(name));

/** What an address says; what it does not say is as usual. */
export function parsed(search) {
  const given = new URLSearchParams(search);
  const filters = Object.fromEntries(FIELDS.map((field) => [field, given.getAll(field)]).filter(([, all]) => all.length));
  return {
    range: { from: given.get('from') ?? 'now-1h', to: given.get('to') ?? 'now' },
    filters,
    q: given.get('q') ?? '',
    zone: given.get('zone') === 'local' ? 'local' : 'utc',
    stack: list(given.get('stack') ?? '', ['severity', 'action'])[0] ?? 'source',
    columns: given.has('columns') ? list(given.get('columns'), COLUMNS) : keptColumns(),
    open: given.get('open'),
    live: given.get('live') === 'on',
  };
}

function keptColumns() {
  const kept = list(localStorage.getItem('columns') ?? '', COLUMNS);
  return kept.length ? kept : COLUMNS;
}

export function written(state, range = state.range, columns = String(state.columns) === String(COLUMNS) ? [] : state.columns) {
  const address = new URLSearchParams({ from: range.from, to: range.to });
  FIELDS.forEach((field) => (state.filters[field] ?? []).forEach((value) => address.append(field, value)));
  const rest = {
    q: state.q,
    zone: state.zone === 'local' && 'local',
    stack: state.stack !== 'source' && state.stack,
    columns: columns.join(),
    open: state.open,
    live: state.live && 'on',
  };
  Object.entries(rest).filter(([, value]) => value).forEach(([name, value]) => address.set(name, value));
  return `?${address}`;
}

/** The same for good: a link whose times do not move. */
export const permanent = (state) => location.origin + location.pathname
  + written({ ...state, live: false }, { from: iso(state.window.from), to: iso(state.window.to) }, state.columns);

/** A step that Back undoes. */
export function push(patch) {
  change((state) => ({ ...patch, depth: state.depth + 1 }));
  history.pushState({ depth: current().depth }, '', written(current()));
}

/** The same place, seen otherwise. */
export function replace(patch) {
  change(patch);
  history.replaceState({ depth: current().depth }, '', written(current()));
}
