// What the page knows, in one plain object. change() is the only place that changes it.

export const FIELDS = ['source', 'kind', 'severity', 'action', 'actor', 'resource', 'namespace', 'cluster'];
export const COLUMNS = ['time', 'source', 'severity', 'action', 'actor', 'resource', 'message'];

export const byField = (valueOf) => Object.fromEntries(FIELDS.map((field) => [field, valueOf(field)]));
export const NO_FILTERS = byField(() => []);

/** What has been read of one query; a new query begins with it. */
export const nothingRead = () => ({
  status: 'reading', // or whole, more (there is a way on), cut, failed (nothing could be read)
  events: [], // newest first, as the service ordered them
  ids: new Map(), // event by id
  tally: byField(() => new Map()), // how many of the events read have a value
  reached: null, // all newer than this has been read, but for gaps
  next: null, // address of the way on
  gaps: [], // {source, from, to, uncertain, link, error, reading}
  reports: {}, // by source, what the service said of it last
  settled: {}, // by source: no change is expected before this
  problem: null, // why nothing could be read, or why it stopped
  pending: [], // live events that would move what is looked at
  lost: {}, // by source: why following it fails
  active: null, // the row under the cursor: an event, or a mark
  raw: null, // {id, text, failure} of the event beside the table
  chosen: null, // {anchor, at, isHeld}: bars under the pointer, or held by it or the keyboard
  top: 0, // pixels scrolled
});

const state = {
  range: { from: 'now-1h', to: 'now' }, // as in the address
  window: { from: 0, to: 0 }, // the same in epoch milliseconds, frozen when the reading began
  filters: NO_FILTERS, // values by field
  q: '',
  zone: 'utc',
  columns: COLUMNS,
  stack: 'source',
  theme: 'auto',
  open: null, // id of the event beside the table
  live: false,
  roster: [], // of /sources
  remembered: {}, // by field: its values before it was filtered
  token: null, // in memory only
  dialog: null, // help, export, token
  job: null, // the export under way
  drawer: false,
  width: 0, // of the chart, in pixels
  height: 0, // of the table
  said: '', // for screen readers
  ...nothingRead(),
};

let frame = 0;
let draw = () => {};

export const current = () => state;

export const drawWith = (drawing) => { draw = drawing; };

export function change(patch) {
  Object.assign(state, typeof patch === 'function' ? patch(state) : patch);
  cancelAnimationFrame(frame);
  frame = requestAnimationFrame(() => draw(state));
}

/** Computes anew only when something has changed of what it has read of the state. */
export function memo(compute) {
  const seen = new Map();
  let value;
  return (given) => {
    if (seen.size === 0 || [...seen].some(([name, was]) => given[name] !== was)) {
      seen.clear();
      let isOver = false; // handlers read later, and count for nothing
      value = compute(new Proxy(given, { get: (_, name) => (isOver || seen.set(name, given[name])) && given[name] }));
      isOver = true;
    }
    return value;
  };
}
