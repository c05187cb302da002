// Exactly the query that is shown, as a file or as something to paste.
import { html, nothing } from './lit.js';
import { permanent } from './address.js';
import { ask, events as address, lines } from './api.js';
import { change, current } from './state.js';
import { copy, number } from './text.js';
import { gapText } from './truth.js';
import { iso } from './time.js';

const PAGE = 1_000;
const FORMATS = { csv: 'text/csv', ndjson: 'application/x-ndjson', json: 'application/json' };

export function draw(state) {
  return html`<h2>Export</h2>
    <p>All events of this query${state.status === 'whole' ? ` (${number(state.events.length)} were read)` : ', also those not read here yet'}, newest first, times in UTC.</p>
    ${state.gaps.map((gap) => html`<p class="warning">The file may lack this too: ${gapText(state, gap)}</p>`)}
    ${state.job ? progress(state.job) : html`<div class="group">
      ${Object.keys(FORMATS).map((format) => html`<button @click=${() => start(format)}>${format.toUpperCase()}</button>`)}
      <button @click=${() => copy(curl(state), 'curl copied')}>Copy as curl</button>
      <button @click=${() => copy(permanent(state), 'Link copied')}>Copy link</button></div>`}
    <p role="status" class="said">${state.said}</p>`;
}

function progress(job) {
  if (job.failure) {
    return html`<p class="warning">No file: ${job.failure}</p>`;
  }
  return job.missing ? html`<p class="warning" role="alert">The file is not complete: ${job.missing}</p>
    <div class="group"><button @click=${() => save(job)}>Save it anyway</button><button @click=${() => change({ job: null })}>Do not save</button></div>`
    : html`<p>reading … ${number(job.count)} events</p>`;
}

const curl = (state) =>
  `curl ${state.token ? '-H "Authorization: Bearer $TOKEN" ' : ''}'${location.origin}${address(state, { format: 'ndjson' })}'`;

async function start(format) {
  const job = { format, count: 0 };
  change({ job, said: '' });
  try {
    const file = await (format === 'csv' ? csv(job) : stream(job));
    file.missing ? change({ job: { ...job, ...file } }) : save({ ...job, ...file });
  } catch (failure) {
    change({ job: { ...job, failure: failure.problem?.title ?? 'the stream was cut' } });
  }
}

const counted = (job, more) => {
  job.count += more;
  change({ job: { ...job } });
};

/** A table has no place that would tell of a gap: its headers do. */
async function csv(job) {
  const parts = [];
  let gaps = 0;
  for (let next = address(current(), { format: 'csv', limit: PAGE, partial: 'allow' }); next;) {
    const answer = await ask(next);
    const text = await answer.text();
    const body = text.indexOf('\r\n') + 2;
    parts.push(parts.length ? text.slice(body) : text);
    gaps += answer.headers.get('Tributary-Complete') === 'false' ? Math.max(1, Number(answer.headers.get('Tributary-Gaps'))) : 0;
    next = /<([^>]+)>; rel="next"/.exec(answer.headers.get('Link') ?? '')?.[1];
    counted(job, PAGE);
  }
  return { parts, missing: gaps ? 'sources could not be read whole' : '' };
}

/** As the service wrote each event: nothing is read and written anew. */
async function stream(job) {
  const events = [];
  let summary = null;
  for (let next = address(current(), { format: 'ndjson' }); next;) {
    summary = null;
    for await (const piece of lines(await ask(next))) {
      const told = piece.filter((line) => line.startsWith('{"id":'));
      told.forEach((line) => events.push(line));
      counted(job, told.length);
      summary = piece.filter((line) => line.startsWith('{"summary":')).map((line) => JSON.parse(line).summary)[0] ?? summary;
    }
    if (!summary) {
      throw new Error('cut');
    }
    next = summary.next && !summary.sources.some(({ error }) => error) && `${summary.next}&format=ndjson`;
  }
  const missing = summary.complete && !summary.next ? '' : summary.sources.filter(({ error }) => error)
    .map(({ name, error }) => `${name}: ${error.type}`).join(', ') || 'a source was left out';
  const parts = job.format === 'ndjson' ? events.map((line) => `${line}\n`)
    : [`${JSON.stringify(summary).slice(0, -1)},"events":[\n`, events.join(',\n'), '\n]}\n'];
  return { parts, missing };
}

function save({ format, parts, missing }) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(parts, { type: FORMATS[format] }));
  link.download = `events-${iso(current().window.from).replace(/[:.]/g, '')}${missing ? '-incomplete' : ''}.${format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  change({ job: null, said: `Saved ${link.download}` });
}
