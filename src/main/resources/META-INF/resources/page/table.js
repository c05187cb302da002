// The events as rows of one height, of which only those in sight exist.
import { html, nothing } from './lit.js';
import { replace } from './address.js';
import { colourOf } from './buckets.js';
import { close, open } from './detail.js';
import { showPending } from './live.js';
import { read, readFurther, readGap } from './reading.js';
import { countOf, indexOf, rowAt } from './rows.js';
import { change, COLUMNS, current } from './state.js';
import { number, valueOf, visible } from './text.js';
import { full, zoneName } from './time.js';
import { gapText } from './truth.js';

const ROW = 26;
const HEAD = 28;
const SPARE = 8; // rows beyond what is seen

export const inputs = (s) => [s.version, s.events, s.gaps, s.status, s.problem, s.top, s.size.table, s.active, s.open, s.columns,
  s.zone, s.pending, s.settled, s.roster, s.live];

export function draw(state) {
  const count = countOf(state);
  const first = Math.max(0, Math.floor(state.top / ROW) - SPARE);
  const end = Math.min(count, Math.ceil((state.top + state.size.table) / ROW) + SPARE);
  const rows = Array.from({ length: end - first }, (_, i) => first + i);
  const active = indexOf(state, state.active);
  return html`
    ${state.pending.length ? html`<button class="pending" @click=${look}>${number(state.pending.length)} new events ↑</button>` : nothing}
    <div class="grid" role="grid" tabindex="0" aria-label="Events, newest first" aria-rowcount=${count + 1}
        aria-activedescendant=${active >= first && active < end ? `row-${active}` : nothing}
        @scroll=${onScroll} @keydown=${onKey} @focus=${onFocus}>
      <div class="head" role="row" aria-rowindex="1">${state.columns.map((name) => html`<span role="columnheader" class="cell c-${name}">${
        name === 'time' ? `time · ${zoneName(state.zone)}` : name}</span>`)}</div>
      <div class="runway" role="rowgroup"><div class="rows" role="presentation">${rows.map((index) => row(state, index, index === active))}</div></div>
    </div>
    <details class="popover columns" name="popover"><summary aria-label="Columns" title="Columns">▤</summary>
      <fieldset><legend>Columns</legend>${COLUMNS.map((name) => html`<label><input type="checkbox" .checked=${state.columns.includes(name)}
        @change=${() => toggleColumn(name)}> ${name}</label>`)}</fieldset></details>`;
}

/** Places what the templates may not: the policy allows no style in markup. */
export function place(element, state) {
  const grid = element.querySelector('.grid');
  const first = Math.max(0, Math.floor(state.top / ROW) - SPARE);
  grid.querySelector('.runway').style.height = `${countOf(state) * ROW}px`;
  grid.querySelector('.rows').style.transform = `translateY(${first * ROW}px)`;
  if (Math.abs(grid.scrollTop - state.top) > 1) {
    grid.scrollTop = state.top;
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

function row(state, index, isActive) {
  const it = rowAt(state, index);
  const attributes = { id: `row-${index}`, index: index + 2 };
  return it.place === undefined ? eventRow(state, it, attributes, isActive) : markRow(state, it, attributes, isActive);
}

function eventRow(state, event, { id, index }, isActive) {
  const isYoung = event.at >= (state.settled[event.source] ?? Infinity);
  const kinds = `${isActive ? 'active' : ''} ${event.id === state.open ? 'opened' : ''} ${isYoung ? 'provisional' : ''} ${event.severity}`;
  return html`<div id=${id} role="row" class="row ${kinds}" aria-rowindex=${index} aria-selected=${event.id === state.open} data-id=${event.id}
      title=${isYoung ? 'Provisional: events of this time may still come or change' : nothing}
      @click=${() => open(event)}>${state.columns.map((name) => cell(state, event, name))}</div>`;
}

function cell(state, event, name) {
  if (name === 'source') {
    return html`<span role="gridcell" class="cell c-source"><i class="swatch c${colourOf(state, event.source)}"></i>${event.source}</span>`;
  }
  if (name === 'time') {
    const text = full(event.at, state.zone);
    return html`<span role="gridcell" class="cell c-time"><bdi><span class="date">${text.slice(0, 11)}</span>${text.slice(11)}</bdi></span>`;
  }
  return html`<span role="gridcell" class="cell c-${name}"><bdi>${visible(valueOf(event, name))}</bdi></span>`;
}

function markRow(state, mark, { id, index }, isActive) {
  return html`<div id=${id} role="row" class="row mark ${mark.gap ? 'gap' : `end ${mark.end}`} ${isActive ? 'active' : ''}" aria-rowindex=${index}>
    <span role="gridcell" class="cell wide">${mark.gap ? gapText(state, mark.gap) : END[mark.end](state)}</span></div>`;
}

const END = {
  reading: () => 'reading …',
  whole: (state) => (state.events.length ? 'end of window' : emptiness(state)),
  more: (state) => html`${number(state.events.length)} events read, more to come: ${further('Read further', readFurther)}`,
  cut: (state) => html`the stream was cut here: what is older was not read. ${further('Go on', state.events.length ? readFurther : read)}`,
  failed: () => html`nothing could be read, so nothing is known. ${further('Try again', read)}`,
};

const further = (text, act) => html`<button class="link" tabindex="-1" @click=${act}>${text}</button>`;

function emptiness({ filters, q, gaps }) {
  const set = Object.values(filters).flat().length + (q ? 1 : 0);
  if (gaps.length) {
    return 'no events in what could be read';
  }
  return set ? `nothing in this window matches the ${set} filter${set > 1 ? 's' : ''} set` : 'all sources answered: nothing happened in this window';
}

function toggleColumn(name) {
  const { columns } = current();
  const after = COLUMNS.filter((it) => (it === name ? !columns.includes(it) : columns.includes(it)));
  if (after.length) {
    localStorage.setItem('columns', after);
    replace({ columns: after });
  }
}

function look() {
  showPending();
  focusGrid();
}

export const focusGrid = () => document.querySelector('[role=grid]').focus({ preventScroll: true });

function onFocus() {
  if (!current().active && countOf(current())) {
    change((state) => ({ active: rowAt(state, Math.ceil(state.top / ROW)) }));
  }
}

const MOVES = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, Home: -Infinity, End: Infinity };

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const page = Math.max(1, Math.floor(current().size.table / ROW) - 2);
  const move = MOVES[event.key] ?? { PageDown: page, PageUp: -page }[event.key];
  if (move) {
    walk(move);
  } else if (event.key === 'Enter') {
    enter(current().active);
  } else if (event.key === 'Escape' && current().open) {
    close();
  } else {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}

const enter = (row) => (!row ? null : row.place === undefined ? open(row) : row.gap ? readGap(row.gap)
  : { more: readFurther, cut: current().events.length ? readFurther : read, failed: read }[row.end]?.());

/** To another row; the event beside the table goes along. */
export function walk(move) {
  const state = current();
  const index = Math.min(countOf(state) - 1, Math.max(0, indexOf(state, state.active) + move));
  const row = rowAt(state, index);
  change({ active: row });
  reveal(row);
  if (state.open && row.place === undefined) {
    open(row);
  }
}

/** Scrolls as little as it takes. */
export function reveal(row) {
  change((state) => {
    const y = indexOf(state, row) * ROW;
    const seen = state.size.table - HEAD - ROW;
    return y < 0 ? {} : { top: Math.max(0, y < state.top ? y : y > state.top + seen ? y - seen : state.top) };
  });
}
