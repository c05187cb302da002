// The events as rows of one height, of which only those in sight exist.
import { html, nothing } from './lit.js';
import { replace } from './address.js';
import { colourOf } from './buckets.js';
import { open } from './detail.js';
import { takeKey } from './keys.js';
import { readGap, withEvents } from './reading.js';
import { countOf, indexOf, isEvent, rowAt } from './rows.js';
import { change, COLUMNS, current } from './state.js';
import { number, valueOf, visible } from './text.js';
import { full, zoneName } from './time.js';
import { gapText, wayOn } from './truth.js';

const ROW = 26;
const HEAD = 28;
const SPARE = 8; // rows beyond what is seen

export function draw(state) {
  const { pending, columns, top, height, zone } = state;
  const count = countOf(state);
  const first = Math.max(0, Math.floor(top / ROW) - SPARE);
  const end = Math.min(count, Math.ceil((top + height) / ROW) + SPARE);
  const active = indexOf(state, state.active);
  return html`
    ${pending.length ? html`<button class="pending" @click=${look}>${number(pending.length)} new events ↑</button>` : nothing}
    <div class="grid" role="grid" tabindex="0" aria-label="Events, newest first" aria-rowcount=${count + 1}
        aria-activedescendant=${active >= first && active < end ? `row-${active}` : nothing}
        @scroll=${onScroll} @keydown=${onKey} @focus=${onFocus}>
      <div class="head" role="row" aria-rowindex="1">${columns.map((name) => html`<span role="columnheader" class="cell c-${name}">
        ${name}${name === 'time' ? ` · ${zoneName(zone)}` : ''}</span>`)}</div>
      <svg aria-hidden="true" width="0" height=${first * ROW}></svg>
      ${Array.from({ length: end - first }, (_, i) => row(state, rowAt(state, first + i), first + i))}
      <svg aria-hidden="true" width="0" height=${(count - end) * ROW}></svg>
    </div>
    <details class="popover columns" name="popover"><summary aria-label="Columns" title="Columns">▤</summary>
      <fieldset><legend class="unseen">Columns</legend>${COLUMNS.map((name) => html`<label><input type="checkbox" .checked=${columns.includes(name)}
        @change=${() => toggleColumn(name)}> ${name}</label>`)}</fieldset></details>`;
}

export function place(element, { top }) {
  const grid = element.querySelector('.grid');
  if (Math.abs(grid.scrollTop - top) > 1) {
    grid.scrollTop = top;
    placed = grid.scrollTop;
  }
}

let placed = null; // where the page itself has scrolled to: told later, it would undo what came since

function onScroll({ target }) {
  if (target.scrollTop !== placed) {
    placed = null;
    change({ top: target.scrollTop });
  }
}

const row = (state, it, index) => (isEvent(it) ? eventRow : markRow)(state, it, index, it.id === state.active?.id);

function eventRow(state, event, index, isActive) {
  const isOpen = event.id === state.open;
  const isYoung = event.at >= (state.settled[event.source] ?? Infinity);
  const kinds = `${isActive ? 'active' : ''} ${isOpen ? 'opened' : ''} ${isYoung ? 'provisional' : ''} ${event.severity}`;
  return html`<div id="row-${index}" role="row" class="row ${kinds}" aria-rowindex=${index + 2} aria-selected=${isOpen}
    data-id=${event.id} title=${isYoung ? 'Provisional: events of this time may still come or change' : nothing}
    @click=${() => open(event)}>${state.columns.map((name) => cell(state, event, name))}</div>`;
}

function cell(state, event, name) {
  const [date, time] = full(event.at, state.zone).split(' ');
  return html`<span role="gridcell" class="cell c-${name}">
    ${name === 'source' ? html`<i class="swatch c${colourOf(state, event.source)}"></i>` : nothing}
    <bdi>${name === 'time' ? html`<span class="date">${date} </span>${time}` : visible(valueOf(event, name))}</bdi></span>`;
}

function markRow(state, { gap, end }, index, isActive) {
  const [way, go] = wayOn(end);
  const kinds = `${gap ? 'gap' : end} ${isActive ? 'active' : ''}`;
  return html`<div id="row-${index}" role="row" class="row mark ${kinds}" aria-rowindex=${index + 2}>
    <span role="gridcell" class="cell wide">${gap ? gapText(state, gap) : endText(state)}
    ${way ? html`<button class="link" tabindex="-1" @click=${go}>${way}</button>` : nothing}</span></div>`;
}

function endText({ status, events, gaps, filters, q }) {
  const set = Object.values(filters).flat().length + (q ? 1 : 0);
  const emptiness = gaps.length ? 'no events in what could be read'
    : set ? `nothing in this window matches the ${set} filter${set > 1 ? 's' : ''} set`
      : 'all sources answered: nothing happened in this window';
  return {
    reading: 'reading …',
    whole: events.length ? 'end of window' : emptiness,
    more: `${number(events.length)} events read, more to come:`,
    cut: 'the stream was cut here: what is older was not read.',
    failed: 'nothing could be read, so nothing is known.',
  }[status];
}

function toggleColumn(name) {
  const { columns } = current();
  const after = COLUMNS.filter((it) => (it === name) !== columns.includes(it));
  localStorage.setItem('columns', after);
  replace({ columns: after.length ? after : COLUMNS });
}

function look() {
  change((state) => ({ ...withEvents(state, state.pending), pending: [], top: 0 }));
  focusGrid();
}

export const focusGrid = () => document.querySelector('.grid').focus({ preventScroll: true });

const onFocus = () => change((state) => ({ active: state.active ?? rowAt(state, Math.ceil(state.top / ROW)) }));

function onKey(event) {
  const { height, active } = current();
  const page = Math.max(1, Math.floor(height / ROW) - 2);
  const moves = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity };
  const walks = Object.entries(moves).map(([key, move]) => [key, () => walk(move)]);
  takeKey(event, { ...Object.fromEntries(walks), Enter: () => active && enter(active) });
}

function enter(row) {
  const [, go] = wayOn(row.end);
  isEvent(row) ? open(row) : row.gap ? readGap(row.gap) : go?.();
}

/** To another row; the event beside the table goes along, and keeps the focus if it has it. */
export function walk(move) {
  if (!document.activeElement?.closest('#detail')) {
    focusGrid();
  }
  const state = current();
  const row = rowAt(state, Math.min(countOf(state) - 1, Math.max(0, indexOf(state, state.active) + move)));
  change({ active: row });
  reveal(row);
  if (state.open && isEvent(row)) {
    open(row);
  }
}

/** Scrolls as little as it takes. */
export function reveal(row) {
  change((state) => {
    const y = indexOf(state, row) * ROW;
    const seen = state.height - HEAD - ROW;
    return y < 0 ? {} : { top: Math.max(0, y < state.top ? y : y > state.top + seen ? y - seen : state.top) };
  });
}
