// Reads one query from the service: its events as they come, and what it could not read.
import { ask, events as address, lines, problemOf, streamed } from './api.js';
import { change, current, FIELDS, nothingRead } from './state.js';
import { milliseconds, resolve } from './time.js';
import { valueOf } from './text.js';

const PIECE = 50_000; // where the page stops by itself

let underWay = new AbortController();
let skew = 0; // of this machine's clock, where it is off by more than a second or two

export const now = () => Date.now() + skew;

export const read = () => attempt(nothingRead(), async (signal) => {
  await readRoster(signal);
  const { range } = current();
  const window = { from: resolve(range.from, now()), to: resolve(range.to, now()) };
  if (!(window.from < window.to)) {
    throw new Error('no length', { cause: { title: 'The range has no length: from must be before to' } });
  }
  change({ window });
  return address(current(), { format: 'ndjson', limit: PIECE });
});

export const readFurther = () => attempt({ status: 'reading', problem: null }, () => current().next);

/** How the sources are doing; their names stand in the page whatever is asked. */
async function readRoster(signal) {
  const answer = await ask('/sources', { signal });
  const ahead = Date.parse(answer.headers.get('Date')) - Date.now();
  skew = Math.abs(ahead) > 2_000 ? ahead : 0;
  change({ roster: (await answer.json()).sources });
}

/** @param findPath of a stream of events; what was under way before is given up */
async function attempt(patch, findPath) {
  underWay.abort();
  underWay = new AbortController();
  const { signal } = underWay;
  change(patch);
  try {
    const path = await findPath(signal);
    change({ next: path });
    const summary = await taken(await ask(path, { signal }), signal, progressed);
    change(summary ? (state) => ended(state, summary) : { status: 'cut' });
  } catch (failure) {
    change((state) => (signal.aborted ? {} : failed(state, failure)));
  }
}

/** Its events into their places, as they come; the summary, if it came to an end. */
async function taken(answer, signal, onProgress) {
  let summary = null;
  for await (const piece of lines(answer)) {
    signal.throwIfAborted();
    const told = piece.filter(Boolean).map((line) => JSON.parse(line));
    change((state) => withEvents(state, told.filter(({ id }) => id)));
    told.filter(({ progress }) => progress).forEach((line) => change((state) => onProgress(state, line.progress)));
    summary = told.at(-1)?.summary ?? summary;
  }
  signal.throwIfAborted();
  return summary;
}

const onward = (link) => (link ? streamed(link, { limit: PIECE }) : null);
const progressed = (state, { reached, next, sources = [] }) =>
  ({ reached: Date.parse(reached), next: onward(next), ...reported(state, sources) });

function ended(state, summary) {
  const stopped = summary.next && summary.sources.find((source) => source.error && !source.gaps?.length);
  return {
    ...progressed(state, summary),
    status: summary.next ? 'more' : 'whole',
    settled: settledOf(state.roster, summary),
    problem: stopped ? { title: `${stopped.name}: ${stopped.error.type}, for now` } : null,
  };
}

/** How far each source is settled; /sources knows after how long. */
export const settledOf = (roster, { sources, settledTo }) => Object.fromEntries(sources.map(({ name, asOf }) => {
  const settle = milliseconds(roster.find((source) => source.name === name)?.settle);
  return [name, Date.parse(asOf) - settle || Date.parse(settledTo)];
}));

function reported(state, sources) {
  const gaps = sources.flatMap(({ name, error, gaps: told = [] }) => told.map((gap) => (
    { ...gap, source: name, error, from: Date.parse(gap.from), to: Date.parse(gap.to) })));
  const reports = Object.fromEntries(sources.map((source) => [source.name, source]));
  return { gaps: gaps.reduce(withGap, state.gaps), reports: { ...state.reports, ...reports } };
}

/** A gap is told more than once, and may have grown since. */
function withGap(gaps, gap) {
  const isIn = (a, b) => a.source === b.source && a.from >= b.from && a.to <= b.to;
  return gaps.some((other) => isIn(gap, other)) ? gaps : [...gaps.filter((other) => !isIn(other, gap)), gap];
}

function failed(state, failure) {
  if (state.events.length || state.reached !== null) {
    return { status: 'cut', problem: failure.cause ?? null };
  }
  const problem = problemOf(failure);
  const { reports } = reported(state, problem.sources ?? []);
  return { status: 'failed', problem, next: onward(problem.without), reports };
}

/** Asks once more for what was missing, and puts it into its place. */
export async function readGap(gap) {
  const mark = (patch) => change(({ gaps }) => {
    Object.assign(gap, patch);
    return { gaps: [...gaps] };
  });
  const { signal } = underWay;
  mark({ reading: true });
  try {
    const summary = await taken(await ask(streamed(gap.link), { fresh: true, signal }), signal, () => ({}));
    if (!summary || summary.next) {
      throw new Error('cut');
    }
    const told = summary.sources.filter(({ name }) => name === gap.source);
    change((state) => reported({ ...state, gaps: state.gaps.filter((other) => other !== gap) }, told));
  } catch (failure) {
    mark({ reading: false, again: failure.cause?.title ?? 'cut again' });
  }
}

/** With those not seen before, counted, in their places. */
export function withEvents(state, run) {
  const fresh = run.filter((event) => !state.ids.has(event.id) && state.ids.set(event.id, timed(event)));
  for (const event of fresh) {
    for (const field of FIELDS) {
      const value = valueOf(event, field);
      if (value !== undefined) {
        state.tally[field].set(value, (state.tally[field].get(value) ?? 0) + 1);
      }
    }
  }
  return { events: merged(state.events, fresh), tally: { ...state.tally } };
}

export const timed = (event) => Object.assign(event, { at: Date.parse(event.time) });

/** Two runs in the service's order as one: newest first by time, then source, then id. */
export function merged(run, other) {
  if (other.length === 0) {
    return run;
  }
  let i = run.findLastIndex((event) => precedes(event, other[0])) + 1;
  const both = run.slice(0, i);
  for (const event of other) {
    while (i < run.length && precedes(run[i], event)) {
      both.push(run[i++]);
    }
    both.push(event);
  }
  return both.concat(run.slice(i));
}

function precedes(a, b) {
  const key = ['time', 'source', 'id'].find((name) => a[name] !== b[name]);
  return a[key] > b[key];
}
