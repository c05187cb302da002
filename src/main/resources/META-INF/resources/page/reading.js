// Reads one query from the service: its events as they come, and what it could not read.
import { ask, events as address, lines, streamed, Trouble } from './api.js';
import { change, current, FIELDS, nothingRead } from './state.js';
import { resolve } from './time.js';
import { valueOf } from './text.js';

/** Where the page stops by itself. */
const PIECE = 50_000;

let underWay = new AbortController();
let skew = 0; // of this machine's clock, where it is off by more than a second or two

/** How the sources are doing; their names stand in the page whatever is asked. */
export async function readRoster() {
  const answer = await ask('/sources');
  const ahead = Date.parse(answer.headers.get('Date')) - Date.now();
  skew = Math.abs(ahead) > 2_000 ? ahead : 0;
  change({ roster: (await answer.json()).sources });
}

export const now = () => Date.now() + skew;

export const windowOf = (range) => ({ from: resolve(range.from, now()), to: resolve(range.to, now()) });

/** All anew. */
export async function read() {
  underWay.abort();
  change((state) => ({ ...nothingRead(), window: windowOf(state.range), top: 0, span: null, drag: null, hover: null, raw: null }));
  const { window } = current();
  if (!(window.from < window.to)) {
    change({ status: 'failed', problem: { title: 'The range has no length: from must be before to' } });
    return;
  }
  await stream(address(current(), { format: 'ndjson', limit: PIECE }));
}

export async function readFurther() {
  change({ status: 'reading', problem: null });
  await stream(current().next);
}

/** @param path of a stream of events */
async function stream(path) {
  const mine = underWay = new AbortController();
  change({ next: path });
  try {
    const summary = await taken(await ask(path, mine), mine.signal);
    mine.signal.throwIfAborted();
    change(summary ? ended(summary) : { status: 'cut' });
  } catch (failure) {
    if (!mine.signal.aborted) {
      change((state) => failed(state, failure));
    }
  }
}

/** Its summary, if it came to an end. */
async function taken(answer, signal) {
  let summary = null;
  for await (const piece of lines(answer)) {
    signal.throwIfAborted();
    const told = piece.filter(Boolean).map((line) => JSON.parse(line));
    add(told.filter((line) => line.id));
    told.filter((line) => line.progress).forEach(({ progress }) => change((state) => ({
      reached: Date.parse(progress.reached),
      next: progress.next ? streamed(progress.next, { limit: PIECE }) : state.next,
      ...reported(state, progress.sources ?? []),
    })));
    summary = told.find((line) => line.summary)?.summary ?? summary;
  }
  return summary;
}

/** At the end of what is there, as the service ordered it. */
function add(events) {
  change((state) => {
    const last = state.events.at(-1);
    const fresh = events.filter((event) => !state.ids.has(event.id));
    if (last && fresh.length && order(last, timed(fresh[0])) > 0) {
      return merged(state, fresh); // came late, while a stream that was cut is read again
    }
    news(state, fresh).forEach((event) => state.events.push(event));
    return { version: state.version + 1 };
  });
}

const timed = (event) => Object.assign(event, { at: Date.parse(event.time) });

/** Those not seen before; counted. */
export function news(state, events) {
  const fresh = events.filter((event) => !state.ids.has(event.id) && state.ids.set(event.id, timed(event)));
  for (const event of fresh) {
    for (const field of FIELDS) {
      const value = valueOf(event, field);
      if (value !== undefined) {
        state.tally[field].set(value, (state.tally[field].get(value) ?? 0) + 1);
      }
    }
  }
  return fresh;
}

function ended(summary) {
  const state = current();
  const next = summary.next ? streamed(summary.next, { limit: PIECE }) : null;
  const stopped = summary.sources.find((source) => source.error && !source.gaps?.length);
  return {
    status: next ? 'more' : 'whole',
    next,
    reached: Date.parse(summary.reached),
    settled: settledOf(state.roster, summary),
    problem: next && stopped ? { title: `${stopped.name}: ${stopped.error.type}, for now` } : null,
    ...reported(state, summary.sources),
  };
}

/** How far each source is settled; /sources knows after how long. */
export function settledOf(roster, summary) {
  return Object.fromEntries(summary.sources.map((source) => {
    const settle = seconds(roster.find(({ name }) => name === source.name)?.settle);
    const own = source.asOf && settle !== null ? Date.parse(source.asOf) - settle * 1e3 : NaN;
    return [source.name, own || Date.parse(summary.settledTo)];
  }));
}

/** Of an ISO 8601 duration, as Java writes it. */
export function seconds(text) {
  const parts = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(text ?? '');
  return parts ? (parts[1] ?? 0) * 3600 + (parts[2] ?? 0) * 60 + Number(parts[3] ?? 0) : null;
}

function reported(state, sources) {
  const told = sources.flatMap((source) => (source.gaps ?? []).map((gap) => ({
    ...gap, source: source.name, error: source.error, from: Date.parse(gap.from), to: Date.parse(gap.to),
  })));
  const gaps = told.reduce(withGap, state.gaps);
  return { gaps, reports: { ...state.reports, ...Object.fromEntries(sources.map((source) => [source.name, source])) } };
}

/** A gap is told more than once, and may have grown since. */
function withGap(gaps, gap) {
  const isIn = (a, b) => a.source === b.source && a.from >= b.from && a.to <= b.to;
  return gaps.some((other) => isIn(gap, other)) ? gaps : [...gaps.filter((other) => !isIn(other, gap)), gap];
}

function failed(state, failure) {
  const problem = failure instanceof Trouble ? failure.problem : { title: 'The service cannot be reached' };
  if (state.events.length || state.reached !== null) {
    return { status: 'cut', problem: failure instanceof Trouble ? problem : null };
  }
  const without = problem.without && streamed(problem.without, { limit: PIECE });
  return { status: 'failed', problem, next: without ?? null, ...reported(state, problem.sources ?? []), gaps: [] };
}

/** Asks once more for what was missing, and puts it into its place. */
export async function readGap(gap) {
  const mark = (patch) => change(({ gaps }) => ({ gaps: gaps.map((it) => (same(it, gap) ? { ...it, ...patch } : it)) }));
  mark({ reading: true });
  try {
    const told = [];
    for await (const piece of lines(await ask(streamed(gap.link), { fresh: true }))) {
      told.push(...piece.filter(Boolean).map((line) => JSON.parse(line)));
    }
    const summary = told.find((line) => line.summary)?.summary;
    if (!summary || summary.next) {
      throw new Error('cut');
    }
    change((state) => ({ ...merged(state, told.filter((line) => line.id)), ...closed(state, gap, summary) }));
  } catch (failure) {
    mark({ reading: false, again: failure.problem?.title ?? 'cut again' });
  }
}

const same = (a, b) => a.source === b.source && a.from === b.from && a.to === b.to;

function closed(state, gap, summary) {
  const left = state.gaps.filter((it) => !same(it, gap));
  const { gaps } = reported({ ...state, gaps: left }, summary.sources);
  const report = { ...state.reports[gap.source] };
  const isWhole = !gaps.some((it) => it.source === gap.source);
  return { gaps, reports: { ...state.reports, [gap.source]: isWhole ? { ...report, status: 'complete', error: undefined } : report } };
}

/** The service's order, newest first: time, then source, then id. */
const order = (a, b) => b.at - a.at || compare(b.source, a.source) || compare(b.id, a.id);
const compare = (a, b) => (a < b ? -1 : Number(a > b));

/** Two runs in the service's order as one. */
export function merged(state, run) {
  const fresh = news(state, run);
  const events = [];
  let i = 0;
  for (const event of fresh) {
    while (i < state.events.length && order(state.events[i], event) < 0) {
      events.push(state.events[i++]);
    }
    events.push(event);
  }
  return { events: events.concat(state.events.slice(i)), version: state.version + 1 };
}
