// One line: what is asked, and how it is shown.
import { html, nothing } from './lit.js';
import { push, replace } from './address.js';
import { back, canGoBack } from './histogram.js';
import { takeKey } from './keys.js';
import { setLive } from './live.js';
import { change, current, FIELDS, NO_FILTERS } from './state.js';
import { focusGrid } from './table.js';
import { spoken, visible } from './text.js';
import { full, second, typed, zoneName } from './time.js';

const RANGES = { 'now-15m': '15 min', 'now-1h': '1 h', 'now-6h': '6 h', 'now-24h': '24 h', 'now-7d': '7 d' };
const THEMES = { auto: ['◐', 'light'], light: ['☀', 'dark'], dark: ['☾', 'auto'] }; // each with the next

export function draw(state) {
  const { range, q, zone, theme, live, drawer } = state;
  return html`
    <div class="line">
      <h1><img src="/page/icon.svg" alt="" width="16" height="16">Tributary</h1>
      <button class="narrow" aria-expanded=${drawer} @click=${() => change({ drawer: !drawer })}>Filters</button>
      <div class="group" role="group" aria-label="Range">
        <button aria-label="Back" title="Back ([)" ?disabled=${!canGoBack()} @click=${back}>←</button>
        <button aria-label="Forward" title="Forward (])" @click=${() => history.forward()}>→</button>
        ${Object.entries(RANGES).map(([from, name]) => html`<button aria-pressed=${range.from === from && range.to === 'now'}
          @click=${() => push({ range: { from, to: 'now' } })}>${name}</button>`)}
        ${fromTo(state)}
      </div>
      <input id="search" type="search" placeholder="Search ( / )" aria-label="Search in message, resource, actor and attributes"
        .value=${q} @change=${(e) => push({ q: e.target.value.trim() })} @keydown=${leaveSearch}>
      <div class="group">
        <button title="Zone of all times (z)" aria-label="Zone: ${zoneName(zone)}" @click=${switchZone}>${zone === 'utc' ? 'UTC' : 'Local'}</button>
        <button title="Colours (t)" aria-label="Colours: ${theme}" @click=${switchTheme}>${THEMES[theme][0]}</button>
        <button class="live" aria-pressed=${live} title="Follow what is new (l)" @click=${() => setLive(!live)}><i class="swatch"></i>Live</button>
        <button title="Export (e)" @click=${() => change({ dialog: 'export' })}>Export</button>
        <button aria-label="Help" title="Keys (?)" @click=${() => change({ dialog: 'help' })}>?</button>
      </div>
    </div>
    ${chips(state)}`;
}

const leaveSearch = (event) => takeKey(event, { Escape: focusGrid }); // browsers would empty it
export const switchZone = () => replace({ zone: current().zone === 'utc' ? 'local' : 'utc' });

export function switchTheme() {
  const [, theme] = THEMES[current().theme];
  localStorage.setItem('theme', theme);
  change({ theme });
}

function fromTo({ range, window, zone }) {
  const isAbsolute = window.to > 0 && (!(range.from in RANGES) || range.to !== 'now'); // no window before it was understood
  return html`<details class="popover" name="popover">
    <summary class=${isAbsolute ? 'on' : ''} title="From and to">${isAbsolute ? `${second(window.from, zone)} – ${second(window.to, zone)}` : 'From – to'}</summary>
    <form @submit=${takeRange}>
      ${['from', 'to'].map((name) => html`<label>${name} <input name=${name} required .value=${full(window[name], zone)} autocomplete="off"></label>`)}
      <p class="hint">Times in ${zoneName(zone)}, RFC 3339, or now-2h</p>
      <button>Show</button>
    </form></details>`;
}

function takeRange(event) {
  event.preventDefault();
  event.target.closest('details').open = false;
  const [from, to] = ['from', 'to'].map((name) => typed(event.target.elements[name].value, current().zone));
  push({ range: { from, to }, live: false });
}

function chips({ filters, q }) {
  const set = FIELDS.flatMap((field) => filters[field].map((value) => [field, spoken(value), () => toggle(field, value)]));
  const all = q ? [['text', q, () => push({ q: '' })], ...set] : set;
  return all.length === 0 ? nothing : html`<div class="chips" role="group" aria-label="Filters set">
    ${all.map(([name, text, remove]) => html`<button class="chip" title="Remove" @click=${remove}>${name}: <b>${visible(text)}</b> ✕</button>`)}
    <button class="link" @click=${() => push({ filters: NO_FILTERS, q: '' })}>Remove all</button></div>`;
}

/** Sets the filter, or removes it. */
export function toggle(field, value) {
  const { filters, tally, remembered } = current();
  const set = filters[field];
  const after = set.includes(value) ? set.filter((other) => other !== value) : [...set, value];
  push({
    filters: { ...filters, [field]: after },
    remembered: set.length ? remembered : { ...remembered, [field]: [...tally[field].keys()] },
  });
}
