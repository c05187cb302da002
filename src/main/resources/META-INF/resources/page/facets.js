// The values of the events read, each a filter.
import { html, nothing } from './lit.js';
import { colourOf } from './buckets.js';
import { change, FIELDS } from './state.js';
import { literal, number, visible } from './text.js';
import { toggle } from './topbar.js';

export const inputs = (s) => [s.version, s.filters, s.roster, s.unfolded, s.drawer];

const FEW = 7;

export function draw(state) {
  return html`<div class="drawer ${state.drawer ? 'open' : ''}">
    <div class="line"><p class="hint">Counts of the events read</p>
      <button class="narrow" @click=${() => change({ drawer: false })}>Close</button></div>
    ${FIELDS.map((field) => facet(state, field))}</div>`;
}

function facet(state, field) {
  const values = valuesOf(state, field);
  const unfolded = state.unfolded.includes(field);
  const rest = values.length - FEW;
  return values.length === 0 ? nothing : html`<details class="facet" open>
    <summary>${field}</summary>
    <ul>${(unfolded ? values : values.slice(0, FEW)).map((value) => item(state, field, value))}</ul>
    ${rest > 0 ? html`<button class="link" @click=${() => change({ unfolded: unfolded ? state.unfolded.filter((it) => it !== field) : [...state.unfolded, field] })}>
      ${unfolded ? 'Fewer' : `${number(rest)} more`}</button>` : nothing}
  </details>`;
}

/** The most frequent first; a filtered facet keeps what could be chosen besides. */
function valuesOf({ tally, remembered, filters, roster }, field) {
  const seen = tally[field];
  const besides = filters[field] ? remembered[field] ?? [] : [];
  const configured = field === 'source' ? roster.map(({ name }) => name) : [];
  return [...new Set([...seen.keys(), ...besides, ...configured])]
    .sort((a, b) => (seen.get(b) ?? 0) - (seen.get(a) ?? 0) || (a < b ? -1 : 1));
}

function item(state, field, value) {
  const isSet = state.filters[field]?.includes(literal(value)) ?? false;
  const count = state.tally[field].get(value);
  const source = field === 'source' && state.roster.find(({ name }) => name === value);
  return html`<li><button class="value" aria-pressed=${isSet} title=${visible(value)} @click=${() => toggle(field, literal(value))}>
    <span class="box" aria-hidden="true">${isSet ? '✓' : ''}</span>
    ${field === 'source' ? html`<i class="swatch c${colourOf(state, value)}"></i>` : nothing}
    <span class="name">${visible(value)}</span>
    ${source && source.circuit !== 'closed' ? html`<span class="circuit">circuit ${source.circuit}</span>` : nothing}
    <span class="count">${count === undefined ? (state.filters[field] && !isSet ? '' : '0') : number(count)}</span></button></li>`;
}
