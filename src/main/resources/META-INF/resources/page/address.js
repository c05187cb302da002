// The state in the page's address, so that Back works and a link shows the same.
import { absolute, parameters } from './api.js';
import { byField, current, change, COLUMNS } from './state.js';

const list = (text, known) => text.split(',').filter((name) => known.includes(name));

/** What an address says; what it does not say is as usual. */
export function parsed(search) {
  const given = new URLSearchParams(search);
  const columns = list(given.get('columns') ?? localStorage.getItem('columns') ?? '', COLUMNS);
  return {
    range: { from: given.get('from') ?? 'now-1h', to: given.get('to') ?? 'now' },
    filters: byField((field) => given.getAll(field)),
    q: given.get('q') ?? '',
    zone: given.get('zone') === 'local' ? 'local' : 'utc',
    stack: list(given.get('stack') ?? '', ['severity', 'action'])[0] ?? 'source',
    columns: columns.length ? columns : COLUMNS,
    open: given.get('open'),
    live: given.get('live') === 'on',
  };
}

function written(state, range = state.range) {
  const { zone, stack, columns, open, live } = state;
  const shown = { zone: zone !== 'utc' && zone, stack: stack !== 'source' && stack, columns, open, live: live && 'on' };
  return `?${parameters(range, state, shown)}`;
}

/** The same for good: a link whose times do not move. */
export const permanent = (state) => location.origin + location.pathname
  + written({ ...state, live: false }, absolute(state.window));

/** A step that Back undoes. */
export function push(patch) {
  change(patch);
  history.pushState(null, '', written(current()));
}

/** The same place, seen otherwise. */
export function replace(patch) {
  change(patch);
  history.replaceState(null, '', written(current()));
}
