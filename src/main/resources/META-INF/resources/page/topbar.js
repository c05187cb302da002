// One line: what is asked, and how it is shown.
import { html, nothing } from './lit.js';
import { push, replace } from './address.js';
import { back } from './histogram.js';
import { setLive } from './live.js';
import { change, current, FIELDS } from './state.js';
import { spoken, visible } from './text.js';
import { full, iso, second, typed, zoneName } from './time.js';

export const inputs = (s) => [s.range, s.window, s.q, s.zone, s.theme, s.live, s.filters, s.depth, s.drawer];

const RANGES = { 'now-15m': '15 min', 'now-1h': '1 h', 'now-6h': '6 h', 'now-24h': '24 h', 'now-7d': '7 d' };
const THEMES = { auto: 'light', light: 'dark', dark: 'auto' };

export function draw(state) {
  const { range, q, zone, theme, live, depth, drawer } = state;
  return html`
    <div class="line">
      <h1><img src="/page/icon.svg" alt="" width="16" height="16">Tributary</h1>
      <button class="narrow" aria-expanded=${drawer} @click=${() => change({ drawer: !drawer })}>Filters</button>
      <div class="group" role="group" aria-label="Range">
        <button aria-label="Back" title="Back ([)" ?disabled=${depth === 0} @click=${back}>←</button>
        <button aria-label="Forward" title="Forward (])" @click=${() => history.forward()}>→</button>
        ${Object.entries(RANGES).map(([from, name]) => html`<button aria-pressed=${range.from === from && range.to === 'now'}
          @click=${() => push({ range: { from, to: 'now' } })}>${name}</button>`)}
        ${absolute(state)}
      </div>
      <input id="search" type="search" placeholder="Search ( / )" aria-label="Search in message, resource, actor and attributes"
        .value=${q} @change=${(e) => push({ q: e.target.value.trim() })}>
      <div class="group">
        <button title="Zone of all times (z)" aria-label="Zone: ${zoneName(zone)}" @click=${switchZone}>${zone === 'utc' ? 'UTC' : 'Local'}</button>
        <button title="Colours (t)" aria-label="Colours: ${theme}" @click=${switchTheme}>${{ auto: '◐', light: '☀', dark: '☾' }[theme]}</button>
        <button class="live" aria-pressed=${live} title="Follow what is new (l)" @click=${() => setLive(!live)}><i></i>Live</button>
        <button title="Export (e)" @click=${() => change({ dialog: 'export', job: null })}>Export</button>
        <button aria-label="Help" title="Keys (?)" @click=${() => change({ dialog: 'help' })}>?</button>
      </div>
    </div>
    ${chips(state)}`;
}

export const switchZone = () => replace({ zone: current().zone === 'utc' ? 'local' : 'utc' });

export function switchTheme() {
  const theme = THEMES[current().theme];
  localStorage.setItem('theme', theme);
  change({ theme });
}

function absolute({ range, window, zone }) {
  const isAbsolute = !(range.from in RANGES) || range.to !== 'now';
  return html`<details class="popover" name="popover">
    <summary class=${isAbsolute ? 'on' : ''} title="From and to">${isAbsolute ? `${second(window.from, zone)} – ${second(window.to, zone)}` : 'From – to'}</summary>
    <form @submit=${takeRange}>
      <label>From <input name="from" required .value=${full(window.from, zone)} autocomplete="off"></label>
      <label>To <input name="to" required .value=${full(window.to, zone)} autocomplete="off"></label>
      <p class="hint">Times in ${zoneName(zone)}, RFC 3339, or now-2h</p>
      <p class="wrong" role="alert"></p>
      <button>Show</button>
    </form></details>`;
}

function takeRange(event) {
  event.preventDefault();
  const { from, to } = event.target.elements;
  const times = [from, to].map((input) => typed(input.value, current().zone));
  if (times.some(Number.isNaN) || times[0] >= times[1]) {
    event.target.querySelector('.wrong').textContent = 'From must be before to, and both must be times';
    return;
  }
  event.target.closest('details').open = false;
  push({ range: { from: iso(times[0]), to: iso(times[1]) }, live: false });
}

function chips({ filters, q }) {
  const all = FIELDS.flatMap((field) => (filters[field] ?? []).map((value) => [field, value]));
  return all.length === 0 && !q ? nothing : html`<div class="chips" role="group" aria-label="Filters set">
    ${q ? html`<button class="chip" title="Remove" @click=${() => push({ q: '' })}>text: <b>${visible(q)}</b> ✕</button>` : nothing}
    ${all.map(([field, value]) => html`<button class="chip" title="Remove" @click=${() => toggle(field, value)}>${field}: <b>${visible(spoken(value))}</b> ✕</button>`)}
    <button class="link" @click=${() => push({ filters: {}, q: '' })}>Remove all</button></div>`;
}

/** Sets the filter, or removes it. */
export function toggle(field, value) {
  const { filters, tally, remembered } = current();
  const set = filters[field] ?? [];
  const after = set.includes(value) ? set.filter((other) => other !== value) : [...set, value];
  const { [field]: gone, ...others } = filters;
  push({
    filters: after.length ? { ...others, [field]: after } : others,
    remembered: set.length ? remembered : { ...remembered, [field]: [...tally[field].keys()] },
  });
}
