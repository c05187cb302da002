// What the answer is worth: how much was read, how far, and what is missing.
import { html, nothing } from './lit.js';
import { askedOf } from './buckets.js';
import { number } from './text.js';
import { read, readFurther, readGap } from './reading.js';
import { second, within } from './time.js';

/** How far reading came; where it has stopped, what a button says and does to go on. */
const STATUS = {
  reading: ['reading …'],
  whole: ['all of the window was read'],
  more: ['there is more to read', 'Read further', readFurther],
  cut: ['the stream was cut', 'Go on', readFurther],
  failed: ['nothing could be read', 'Try again', read],
};

export const wayOn = (status) => STATUS[status]?.slice(1) ?? [];

export function draw(state) {
  const { status, gaps, lost, zone } = state;
  const isComplete = status === 'whole' && gaps.length === 0 && Object.keys(lost).length === 0;
  const [kind, sign] = isComplete ? ['good', '✓'] : status === 'reading' ? ['', '◌'] : ['bad', '▲'];
  const ways = [wayOn(status), status === 'failed' && state.next ? ['Go on without them', readFurther] : []];
  return html`
    <p class="summary ${kind}" role="status">
      <span class="sign" aria-hidden="true">${sign}</span>
      <span><b>${number(state.events.length)}</b> events</span>
      <span>${sources(state)}</span>
      <span>${reach(state)}</span>
      ${ways.filter(([text]) => text).map(link)}
    </p>
    ${status === 'failed' ? reasons(state.problem).map((reason) => missing(reason)) : nothing}
    ${gaps.map((gap) => missing(joined(gapText(state, gap), gap.again), gap.link
      && link([gap.reading ? 'reading …' : 'Read this gap again', () => gap.reading || readGap(gap)])))}
    ${Object.entries(lost).map(([name, { since, title }]) =>
      missing(joined(name, `not followed since ${second(since, zone)}`, title)))}`;
}

const link = ([text, act]) => html`<button class="link" @click=${act}>${text}</button>`;
const missing = (text, way) => html`<p class="missing"><span>${text}</span> ${way ?? nothing}</p>`;

function sources(state) {
  const { status, reports, gaps } = state;
  const asked = askedOf(state);
  const sound = asked.filter((name) => !reports[name]?.error && !gaps.some(({ source }) => source === name));
  return status !== 'whole' && sound.length === asked.length ? `${asked.length} sources asked`
    : `${sound.length} of ${asked.length} sources ${status === 'whole' ? 'complete' : 'answering'}`;
}

function reach({ status, reached, window, zone, problem, gaps }) {
  const [text] = STATUS[status];
  if (reached === null || status === 'whole') {
    return status === 'whole' && gaps.length ? 'all else of the window was read' : text;
  }
  return `${problem?.title ?? text}; read down to ${within(reached, window, zone)}${zone === 'utc' ? 'Z' : ''}`;
}

/** Every reason there is, never a plain emptiness. */
const reasons = ({ title, detail, errors = [], sources = [] }) => [
  joined(title, detail),
  ...errors.map(({ parameter, message }) => joined(parameter, message)),
  ...sources.filter(({ error }) => error).map(({ name, error }) => joined(name, errorText(error), error.message)),
];

const joined = (...texts) => texts.filter(Boolean).join(': ');
const errorText = ({ type, upstreamStatus }) => (upstreamStatus ? `${type} (${upstreamStatus})` : type);

export function gapText({ window, zone }, { source, error, from, to, uncertain }) {
  const what = `${error ? errorText(error) : 'left out'}, ${uncertain ? 'perhaps not all' : 'nothing'}`;
  return `${source}: ${what} between ${within(from, window, zone)} and ${within(to, window, zone)}`;
}
