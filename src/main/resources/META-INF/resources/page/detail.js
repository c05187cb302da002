// One event: its fields, and the record as its upstream told it.
import { html, nothing } from './lit.js';
import { permanent, push, replace } from './address.js';
import { absolute, ask, problemOf } from './api.js';
import { change, FIELDS, NO_FILTERS } from './state.js';
import { focusGrid } from './table.js';
import { toggle } from './topbar.js';
import { copy, exactJson, literal, valueOf, visible } from './text.js';
import { full, zoneName } from './time.js';

const AROUND = 5 * 6e4;
const TIMES = ['time', 'startTime'];

export function draw(state) {
  const event = state.events.find(({ id }) => id === state.open);
  return !state.open ? nothing : html`<div class="panel">
    <div class="line"><h2>Event</h2>
      ${event ? html`<button @click=${() => around(event)} title="Five minutes before and after, without filters">Around this</button>
        <button @click=${() => copy(permanent(state), 'Link copied')}>Copy link</button>` : nothing}
      <button aria-label="Close" title="Close (Esc)" @click=${close}>✕</button></div>
    ${event ? fields(state, event)
      : html`<p class="hint">${state.status === 'reading' ? 'reading …' : `${state.open} is not among the events read`}</p>`}
    <p class="said" role="status">${state.said}</p></div>`;
}

function fields({ raw, zone, filters }, event) {
  const rows = [
    ['time', event.time], ['startTime', event.startTime], ...FIELDS.map((field) => [field, valueOf(event, field)]),
    ['actor ip', event.actor?.ip], ['actor type', event.actor?.type], ['resource type', event.resource?.type],
    ['message', event.message], ['id', event.id],
  ].filter(([, value]) => value !== undefined);
  return html`<dl>${rows.map(([name, value]) => html`<div><dt>${name}</dt>
      <dd><bdi>${TIMES.includes(name) ? `${full(Date.parse(value), zone)} ${zoneName(zone)}` : visible(value)}</bdi><span class="acts">
        ${FIELDS.includes(name) ? html`<button class="link" aria-pressed=${filters[name].includes(literal(value))}
          aria-label="Filter for this ${name}" @click=${() => toggle(name, literal(value))}>filter</button>` : nothing}
        ${copyButton(name, value)}</span></dd></div>`)}</dl>
    <div class="line"><h3>Raw record</h3>${raw?.text ? copyButton('the raw record', raw.text) : nothing}</div>
    <pre class="raw" tabindex="0" aria-label="Raw record">${raw?.failure ?? raw?.text?.split('\n').map(visible).join('\n') ?? 'reading …'}</pre>`;
}

const copyButton = (what, text) =>
  html`<button class="link" aria-label="Copy ${what}" @click=${() => copy(text, `${what} copied`)}>copy</button>`;

/** Beside the table; what is focused stays so. */
export const open = (event) => replace({ open: event.id, active: event, said: '' });

/** As its upstream told it, to the digit. */
export async function readRaw({ id, source, at }) {
  change({ raw: { id } });
  const query = new URLSearchParams({ id, source, ...absolute({ from: at, to: at + 1 }), include: 'raw' });
  const raw = await ask(`/events?${query}`)
    .then(async (answer) => exactJson(await answer.text()).events[0]?.raw)
    .then((found) => (found ? { text: JSON.stringify(found, null, 2) } : { failure: 'It is not there any more' }))
    .catch((failure) => ({ failure: problemOf(failure).title }));
  change(({ open }) => (open === id ? { raw: { id, ...raw } } : {}));
}

export function close() {
  replace({ open: null });
  focusGrid();
}

const around = ({ at, id }) =>
  push({ range: absolute({ from: at - AROUND, to: at + AROUND }), filters: NO_FILTERS, q: '', open: id, live: false });
