// What the page knows, in one plain object. change() is the only place that changes it.

export const FIELDS = ['source', 'kind', 'severity', 'action', 'actor', 'resource', 'namespace', 'cluster'];
export const COLUMNS = ['time', 'source', 'severity', 'action', 'actor', 'resource', 'message'];

/** What has been read of one query; a new query begins with it. */
export const nothingRead = () => ({
  status: 'reading', // or whole, more (there is a way on), cut, failed (nothing could be read)
  events: [], // newest first, as the service ordered them
  ids: new Map(), // event by id
  tally: Object.fromEntries(FIELDS.map((field) => [field, new Map()])), // how many of the events read have a value
  version: 0, // of the three above, which change in place
  reached: null, // all newer than this has been read, but for gaps
  next: null, // address of the way on
  gaps: [], // {source, from, to, uncertain, link, error, reading}
  reports: {}, // by source, what the service said of it last
  settled: {}, // by source: no change is expected before this
  problem: null, // why nothing could be read, or why it stopped
  pending: [], // live events that would move what is looked at
  lost: {}, // by source: why following it fails
  active: null, // the row under the cursor: an event, or a mark
});

const state = {
  range: { from: 'now-1h', to: 'now' }, // as in the address
  window: { from: 0, to: 0 }, // the same in epoch milliseconds, frozen when the reading began
  filters: {}, // values by field
  q: '',
  zone: 'utc',
  columns: COLUMNS,
  stack: 'source',
  theme: 'auto',
  open: null, // id of the event beside the table
  raw: null, // {id, text} of it
  live: false,
  roster: [], // of /sources
  remembered: {}, // by field: its values before it was filtered
  unfolded: [], // facets that show all their values
  token: null, // in memory only
  dialog: null, // help, export, columns, token
  job: null, // the export under way
  drawer: false,
  span: null, // {anchor, at}: bars chosen with the keyboard
  drag: null, // {a, b}: pixels chosen with the pointer
  hover: null, // bar under the pointer
  top: 0, // pixels scrolled
  size: { chart: 0, table: 0 }, // pixels
  said: '', // for screen readers
  depth: 0, // how many steps back there are
  ...nothingRead(),
};

const listeners = [];
let isDue = false;

export const current = () => state;

export function change(patch) {
  Object.assign(state, typeof patch === 'function' ? patch(state) : patch);
  if (!isDue) {
    isDue = true;
    requestAnimationFrame(draw);
  }
}

export function onChange(listener) {
  listeners.push(listener);
}

/** Computes anew only what one of its inputs changed of. */
export function memo(inputs, compute) {
  let last = { key: [] };
  return (given) => {
    const key = inputs(given);
    if (key.length !== last.key.length || key.some((part, i) => part !== last.key[i])) {
      last = { key, value: compute(given) };
    }
    return last.value;
  };
}

function draw() {
  isDue = false;
  listeners.forEach((listener) => listener(state));
}
