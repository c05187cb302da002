// Puts the page together: which part is drawn into which place, when, and what keys and addresses do.
import { render } from './lit.js';
import { parsed } from './address.js';
import * as detail from './detail.js';
import * as dialogs from './dialogs.js';
import * as facets from './facets.js';
import * as histogram from './histogram.js';
import { takeKey } from './keys.js';
import { follow, setLive } from './live.js';
import { read } from './reading.js';
import { change, current, drawWith, memo } from './state.js';
import * as table from './table.js';
import * as topbar from './topbar.js';
import * as truth from './truth.js';

const PARTS = { top: topbar, truth, histogram, facets, table, detail, dialogs };
const DRAWN = Object.entries(PARTS).map(([id, part]) => memo((state) => {
  const element = document.getElementById(id);
  render(part.draw(state), element);
  part.place?.(element, state);
}));

/** What follows from a change, whoever made it; each names what it looks at. */
const FOLLOWING = [
  memo(({ range, filters, q, token }) => read()),
  memo(({ open, status }) => showOpened()),
  memo(({ live, status }) => follow()),
];

/** Only what has changed: scrolling draws the table and nothing else. */
drawWith((state) => {
  [...FOLLOWING, ...DRAWN].forEach((part) => part(state));
  Object.assign(document.documentElement.dataset, { theme: state.theme, drawer: state.drawer });
});

/** The event of the address, once it has been read. */
function showOpened() {
  const { ids, open, raw } = current();
  const event = ids.get(open);
  if (event && raw?.id !== open) {
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
  j: () => table.walk(1),
  k: () => table.walk(-1),
  '[': histogram.back,
  ']': () => history.forward(),
  z: topbar.switchZone,
  t: topbar.switchTheme,
  l: () => setLive(!current().live),
  e: () => change({ dialog: 'export' }),
  Escape: () => (current().drawer ? change({ drawer: false }) : current().open && detail.close()),
};

document.addEventListener('keydown', (event) => {
  const isTyping = event.target.closest('input, select, textarea, dialog');
  takeKey(event, isTyping ? {} : KEYS);
});

window.addEventListener('popstate', () => change(parsed(location.search)));
const observer = new ResizeObserver((entries) => entries.forEach(({ target, contentRect: { width, height } }) =>
  change(target.id === 'table' ? { height } : { width })));
['histogram', 'table'].forEach((id) => observer.observe(document.getElementById(id)));
change({ ...parsed(location.search), theme: localStorage.getItem('theme') ?? 'auto' });
