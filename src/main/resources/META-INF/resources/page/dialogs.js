// What lies over the page: help, export, and the question for a token.
import { html, nothing } from './lit.js';
import { draw as exporting } from './exporting.js';
import { change } from './state.js';

const KEYS = {
  '/': 'search', '?': 'this help', 'j k ↓ ↑': 'next and previous event', 'Home End': 'first and last row', Enter: 'open the event',
  Esc: 'close it; in the chart, zoom out', h: 'to the chart: ← → choose bars, Shift takes more, Enter zooms', f: 'to the filters',
  '[ ]': 'back and forward', z: 'UTC or local times', t: 'colours', l: 'live', e: 'export',
};

export function draw(state) {
  return !state.dialog ? nothing : html`<dialog aria-label=${state.dialog} @close=${() => change({ dialog: null, job: null, said: '' })}>
    ${{ help, export: exporting, token }[state.dialog](state)}
    ${state.dialog === 'token' ? nothing : html`<form method="dialog"><button>Close</button></form>`}</dialog>`;
}

/** The browser's own dialog keeps the focus inside and gives it back. */
export const place = (element) => element.querySelector('dialog:not([open])')?.showModal();

const help = () => html`<h2>Keys</h2>
  <dl class="keys">${Object.entries(KEYS).map(([keys, text]) => html`<div>
    <dt>${keys.split(' ').map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${text}</dd></div>`)}</dl>
  <p class="hint">Events of one time stand in the order of the service. Bars count what was read, and nothing else. Provisional
    events, with a dotted time, are so young that more of their time may still come.</p>`;

const token = () => html`<h2>Token</h2>
  <p>The service wants to know who asks. The token stays in this tab's memory: it is gone when the page is loaded anew.</p>
  <form @submit=${take}><label>Bearer token <input type="password" name="token" required autocomplete="off"></label> <button>Use it</button></form>`;

/** Another token asks anew. */
function take(event) {
  event.preventDefault();
  change({ token: event.target.elements.token.value.trim(), dialog: null });
}
