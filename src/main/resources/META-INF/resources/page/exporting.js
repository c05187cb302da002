// Exactly the query that is shown, as a file or as something to paste.
import { html } from './lit.js';
import { permanent } from './address.js';
import { ask, events as address, lines } from './api.js';
import { change, current } from './state.js';
import { copy, number } from './text.js';
import { gapText } from './truth.js';
import { iso } from './time.js';

const PAGE = 1_000;
const FORMATS = { csv: 'text/csv', ndjson: 'application/x-ndjson', json: 'application/json' };

export function draw(state) {
  const read = state.status === 'whole' ? ` (${number(state.events.length)} were read)` : ', also those not read here yet';
  const token = state.token ? '-H "Authorization: Bearer $TOKEN" ' : '';
  const curl = `curl ${token}'${location.origin}${address(state, { format: 'ndjson' })}'`;
  return html`<h2>Export</h2>
    <p>All events of this query${read}, newest first, times in UTC.</p>
    ${state.gaps.map((gap) => html`<p class="warning">The file may lack this too: ${gapText(state, gap)}</p>`)}
    ${state.job ? progress(state.job) : html`<div class="group">
      ${Object.keys(FORMATS).map((format) => html`<button @click=${() => start(format)}>${format.toUpperCase()}</button>`)}
      <button @click=${() => copy(curl, 'curl copied')}>Copy as curl</button>
      <button @click=${() => copy(permanent(state), 'Link copied')}>Copy link</button></div>`}
    <p role="status" class="said">${state.said}</p>`;
}

const progress = (job) => (job.failure ? html`<p class="warning">No file: ${job.failure}</p>`
  : !job.missing ? html`<p>reading … ${number(job.count)} events</p>`
    : html`<p class="warning" role="alert">The file is not complete: ${job.missing}</p>
      <div class="group"><button @click=${() => save(job)}>Save it anyway</button>
        <button @click=${() => change({ job: null })}>Do not save</button></div>`);

function start(format) {
  change({ job: { count: 0 }, said: '' });
  (format === 'csv' ? csv() : stream(format)).then(
    (file) => (file.missing ? change({ job: file }) : save(file)),
    (failure) => change({ job: { failure: failure.cause?.title ?? 'the stream was cut' } }),
  );
}

const tell = (count) => change(({ job }) => ({ job: job && { count } }));

/** A table has no place that would tell of a gap: its headers do. */
async function csv() {
  const parts = [];
  let missing = '';
  for (let next = address(current(), { format: 'csv', limit: PAGE, partial: 'allow' }); next;) {
    const answer = await ask(next);
    const text = await answer.text();
    parts.push(parts.length ? text.slice(text.indexOf('\r\n') + 2) : text);
    missing ||= answer.headers.get('Tributary-Complete') === 'false' ? 'sources could not be read whole' : '';
    next = /<([^>]+)>; rel="next"/.exec(answer.headers.get('Link'))?.[1];
    tell(parts.length * PAGE);
  }
  return { format: 'csv', parts, missing };
}

/** As the service wrote each event: nothing is read and written anew. */
async function stream(format) {
  const events = [];
  let summary = null;
  for (let next = address(current(), { format: 'ndjson' }); next;) {
    summary = null;
    for await (const piece of lines(await ask(next))) {
      events.push(...piece.filter((line) => line.startsWith('{"id":')));
      summary = piece.findLast((line) => line.startsWith('{"summary":')) ?? summary;
      tell(events.length);
    }
    if (!summary) {
      throw new Error('cut');
    }
    ({ summary } = JSON.parse(summary));
    next = summary.next && !summary.sources.some(({ error }) => error) && `${summary.next}&format=ndjson`;
  }
  const missing = summary.complete && !summary.next ? '' : summary.sources.filter(({ error }) => error)
    .map(({ name, error }) => `${name}: ${error.type}`).join(', ') || 'a source was left out';
  const parts = format === 'ndjson' ? events.map((line) => `${line}\n`)
    : [`${JSON.stringify(summary).slice(0, -1)},"events":[\n`, events.join(',\n'), '\n]}\n'];
  return { format, parts, missing };
}

function save({ format, parts, missing }) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(parts, { type: FORMATS[format] }));
  link.download = `events-${iso(current().window.from).replace(/[:.]/g, '')}${missing ? '-incomplete' : ''}.${format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  change({ job: null, said: `Saved ${link.download}` });
}
