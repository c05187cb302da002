// One event: its fields, and the record as its upstream told it.
import { html, nothing } from './lit.js';
import { permanent, push, replace } from './address.js';
import { ask } from './api.js';
import { change, current, FIELDS } from './state.js';
import { focusGrid, walk } from './table.js';
import { toggle } from './topbar.js';
import { copy, exactJson, literal, valueOf, visible } from './text.js';
import { full, iso, zoneName } from './time.js';

export const inputs = (s) => [s.open, s.raw, s.ids.get(s.open), s.status, s.filters, s.zone, s.said];

const AROUND = 5 * 6e4;

export function draw(state) {
  const event = state.ids.get(state.open);
  return !state.open ? nothing : html`<div class="panel" @keydown=${onKey} tabindex="-1">
    <div class="line"><h2>Event</h2>
      ${event ? html`<button @click=${() => around(event)} title="Five minutes before and after, without filters">Around this</button>
        <button @click=${() => copy(permanent(state), 'Link copied')}>Copy link</button>` : nothing}
      <button aria-label="Close" title="Close (Esc)" @click=${close}>✕</button></div>
    ${event ? fields(state, event) : html`<p class="hint">${state.status === 'reading' ? 'reading …' : `${state.open} is not among the events read`}</p>`}
    <p class="said" role="status">${state.said}</p></div>`;
}

function fields(state, event) {
  const rows = [
    ['time', full(event.at, state.zone), iso(event.at)],
    ...(event.startTime ? [['startTime', full(Date.parse(event.startTime), state.zone), event.startTime]] : []),
    ...FIELDS.map((field) => [field, valueOf(event, field)]),
    ['actor ip', event.actor?.ip], ['actor type', event.actor?.type], ['resource type', event.resource?.type],
    ['message', event.message], ['id', event.id],
  ].filter(([, value]) => value !== undefined);
  const raw = state.raw?.id === event.id ? state.raw : null;
  return html`<dl>${rows.map(([name, value, copied]) => html`<div><dt>${name}${name === 'time' ? ` · ${zoneName(state.zone)}` : ''}</dt>
      <dd><bdi>${visible(value)}</bdi><span class="acts">
        ${FIELDS.includes(name) ? html`<button class="link" aria-pressed=${Boolean(state.filters[name]?.includes(literal(value)))}
          aria-label="Filter for this ${name}" @click=${() => toggle(name, literal(value))}>filter</button>` : nothing}
        <button class="link" aria-label="Copy ${name}" @click=${() => copy(copied ?? value, `${name} copied`)}>copy</button></span></dd></div>`)}</dl>
    <div class="line"><h3>Raw record</h3>${raw?.text ? html`<button class="link" aria-label="Copy the raw record"
      @click=${() => copy(raw.text, 'Raw record copied')}>copy</button>` : nothing}</div>
    <pre class="raw" tabindex="0" aria-label="Raw record">${raw ? raw.failure ?? visibleLines(raw.text) : 'reading …'}</pre>`;
}

const visibleLines = (text) => text.split('\n').map(visible).join('\n');

/** Beside the table; what is focused stays so. */
export function open(event) {
  change({ active: event, said: '' });
  replace({ open: event.id });
  readRaw(event);
}

/** As its upstream told it, to the digit. */
export async function readRaw(event) {
  const { id, source, at } = event;
  if (current().raw?.id === id) {
    return;
  }
  change({ raw: null });
  const query = new URLSearchParams({ id, source, from: iso(at), to: iso(at + 1), include: 'raw' });
  const found = await ask(`/events?${query}`).then((answer) => answer.text())
    .then((text) => exactJson(text).events[0])
    .catch((failure) => ({ failure: failure.problem?.title ?? 'The service cannot be reached' }));
  const raw = found?.raw ? { text: JSON.stringify(found.raw, null, 2) } : { failure: found?.failure ?? 'It is not there any more' };
  change((state) => (state.open === id ? { raw: { id, ...raw } } : {}));
}

export function close() {
  replace({ open: null });
  focusGrid();
}

const around = (event) =>
  push({ range: { from: iso(event.at - AROUND), to: iso(event.at + AROUND) }, filters: {}, q: '', open: event.id, live: false });

function onKey(event) {
  const move = { j: 1, k: -1 }[event.key];
  if (event.key === 'Escape') {
    close();
  } else if (move && !event.ctrlKey && !event.metaKey) {
    walk(move);
  } else {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}
