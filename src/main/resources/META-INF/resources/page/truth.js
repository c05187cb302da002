// What the answer is worth: how much was read, how far, and what is missing.
import { html, nothing } from './lit.js';
import { number } from './text.js';
import { read, readFurther, readGap } from './reading.js';
import { second, within } from './time.js';

export const inputs = (s) => [s.version, s.status, s.gaps, s.reports, s.reached, s.problem, s.zone, s.window, s.roster, s.lost,
  s.live, s.filters, s.q];

const STATUS = {
  reading: 'reading …',
  whole: 'all of the window was read',
  more: 'there is more to read',
  cut: 'the stream was cut',
  failed: 'nothing could be read',
};

/** Whether this is everything there is. */
export const isComplete = ({ status, gaps, lost }) => status === 'whole' && gaps.length === 0 && Object.keys(lost).length === 0;

export function draw(state) {
  const lost = Object.entries(state.lost);
  return html`
    <p class="summary ${isComplete(state) ? 'good' : state.status === 'reading' ? '' : 'bad'}" role="status">
      <span class="sign" aria-hidden="true">${isComplete(state) ? '✓' : state.status === 'reading' ? '◌' : '▲'}</span>
      <span><b>${number(state.events.length)}</b> events</span>
      <span>${sources(state)}</span>
      <span>${reach(state)}</span>
      ${further(state)}
    </p>
    ${state.status === 'failed' ? reasons(state) : nothing}
    ${state.gaps.map((gap) => html`<p class="missing" data-source=${gap.source}>
      <span>${gapText(state, gap)}${gap.again ? html` · ${gap.again}` : nothing}</span>
      ${gap.link ? html`<button class="link" ?disabled=${gap.reading} @click=${() => readGap(gap)}>${gap.reading ? 'reading …' : 'Read this gap again'}</button>` : nothing}
    </p>`)}
    ${lost.map(([name, { since, title }]) => html`<p class="missing"><span>${name}: not followed since ${second(since, state.zone)}: ${title}</span></p>`)}`;
}

function sources({ status, reports, roster, gaps }) {
  const names = new Set([...roster.map(({ name }) => name), ...Object.keys(reports)]);
  const asked = [...names].filter((name) => reports[name]?.status !== 'skipped');
  const broken = new Set([...gaps.map((gap) => gap.source), ...asked.filter((name) => reports[name]?.error)]);
  if (status !== 'whole' && broken.size === 0) {
    return `${asked.length} sources asked`;
  }
  return `${asked.length - broken.size} of ${asked.length} sources ${status === 'whole' ? 'complete' : 'answering'}`;
}

function reach({ status, reached, window, zone, problem, gaps }) {
  if (reached === null || status === 'failed' || status === 'whole') {
    return status === 'whole' && gaps.length ? 'all else of the window was read' : STATUS[status];
  }
  return `${problem?.title ?? STATUS[status]}; read down to ${within(reached, window, zone)}${zone === 'utc' ? 'Z' : ''}`;
}

function further({ status, next, events }) {
  const retry = html`<button class="link" @click=${read}>Try again</button>`;
  return {
    more: html`<button class="link" @click=${readFurther}>Read further</button>`,
    cut: html`<button class="link" @click=${events.length ? readFurther : read}>Go on</button>`,
    failed: html`${retry}${next ? html`<button class="link" @click=${readFurther}>Go on without them</button>` : nothing}`,
  }[status] ?? nothing;
}

/** Every reason there is, never a plain emptiness. */
function reasons({ problem }) {
  const lines = [
    ...(problem.errors ?? []).map(({ parameter, message }) => `${parameter}: ${message}`),
    ...(problem.sources ?? []).filter(({ error }) => error).map(({ name, error }) => `${name}: ${errorText(error)}`),
  ];
  return html`<p class="missing"><span>${problem.title}${problem.detail ? `: ${problem.detail}` : ''}</span></p>
    ${lines.map((line) => html`<p class="missing"><span>${line}</span></p>`)}`;
}

export const errorText = (error) =>
  `${error.type}${error.upstreamStatus ? ` (${error.upstreamStatus})` : ''}${error.message ? `, ${error.message}` : ''}`;

export function gapText({ window, zone }, { source, error, from, to, uncertain }) {
  const what = error ? `${error.type}${error.upstreamStatus ? ` (${error.upstreamStatus})` : ''}` : 'left out';
  return `${source}: ${what}, ${uncertain ? 'perhaps not all' : 'nothing'} between ${within(from, window, zone)} and ${within(to, window, zone)}`;
}
