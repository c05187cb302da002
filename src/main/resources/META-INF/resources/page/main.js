// Puts the page together: which part is drawn into which place, when, and what keys and addresses do.
import { render } from './lit.js';
import { parsed } from './address.js';
import * as detail from './detail.js';
import * as dialogs from './dialogs.js';
import * as facets from './facets.js';
import * as histogram from './histogram.js';
import { follow, setLive } from './live.js';
import { read, readRoster } from './reading.js';
import { change, current, memo, onChange } from './state.js';
import * as table from './table.js';
import * as topbar from './topbar.js';
import * as truth from './truth.js';

const PARTS = { top: topbar, truth, histogram, facets, table, detail, dialogs };
const DRAWN = Object.entries(PARTS).map(([id, part]) => memo(part.inputs, (state) => {
  const element = document.getElementById(id);
  render(part.draw(state), element);
  part.place?.(element, state);
}));

/** Only what has changed: scrolling draws the table and nothing else. */
function draw(state) {
  query(state);
  DRAWN.forEach((part) => part(state));
  if (!state.size.table) {
    measure();
  }
  document.documentElement.dataset.theme = state.theme;
  document.documentElement.classList.toggle('drawer-open', state.drawer);
}

let asked = null; // the query that is being shown

/** Reads anew when something else is asked, whoever asked it. */
function query(state) {
  if (asked !== wanted(state)) {
    asked = wanted(state);
    start();
  }
}

const wanted = ({ range, filters, q }) => JSON.stringify([range, Object.entries(filters).sort(), q]);

async function start() {
  const mine = asked;
  await read();
  if (mine === asked) {
    showOpened();
    follow();
  }
}

/** The event of the address, once it has been read. */
function showOpened() {
  const event = current().ids.get(current().open);
  if (event) {
    change({ active: event });
    table.reveal(event);
    detail.readRaw(event);
  }
}

const KEYS = {
  '/': () => document.getElementById('search').focus(),
  '?': () => change({ dialog: 'help' }),
  h: () => document.querySelector('.chart').focus(),
  f: () => {
    change({ drawer: true });
    requestAnimationFrame(() => document.querySelector('#facets .value')?.focus());
  },
  j: () => table.focusGrid() ?? table.walk(1),
  k: () => table.focusGrid() ?? table.walk(-1),
  '[': histogram.back,
  ']': () => history.forward(),
  z: topbar.switchZone,
  t: topbar.switchTheme,
  l: () => setLive(!current().live),
  e: () => change({ dialog: 'export', job: null }),
  Escape: () => (current().drawer ? change({ drawer: false }) : current().open && detail.close()),
};

function onKey(event) {
  const isTyping = event.target.closest('input, select, textarea, dialog');
  if (event.key === 'Escape' && event.target.id === 'search') {
    event.preventDefault(); // browsers would empty it
    table.focusGrid();
  } else if (!isTyping && !event.ctrlKey && !event.metaKey && !event.altKey && KEYS[event.key]) {
    event.preventDefault();
    KEYS[event.key]();
  }
}

/** Once at first; then when something else has its size changed. */
function measure() {
  const chart = document.querySelector('.chart')?.clientWidth ?? 0;
  const rows = document.querySelector('.grid')?.clientHeight ?? 0;
  const { size } = current();
  if (chart !== size.chart || rows !== size.table) {
    change({ size: { chart, table: rows } });
  }
}

async function begin() {
  const failure = await readRoster().then(() => null, (it) => it);
  asked = failure && wanted(current());
  onChange(draw);
  change(failure ? { status: 'failed', problem: failure.problem ?? { title: 'The service cannot be reached' } } : {});
}

change({ ...parsed(location.search), theme: localStorage.getItem('theme') ?? 'auto', depth: history.state?.depth ?? 0 });
document.addEventListener('keydown', onKey);
window.addEventListener('popstate', (event) => {
  change({ ...parsed(location.search), depth: event.state?.depth ?? 0 });
  showOpened();
});
const observer = new ResizeObserver(measure);
['histogram', 'table'].forEach((id) => observer.observe(document.getElementById(id)));
dialogs.after.token = async () => {
  await readRoster().then(() => start(), () => {});
};
begin();
