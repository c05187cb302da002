// The values of the events read, each a filter.
import { html, nothing } from './lit.js';
import { colourOf } from './buckets.js';
import { change, FIELDS } from './state.js';
import { literal, number, visible } from './text.js';
import { toggle } from './topbar.js';

const FEW = 7;
const MOST = 100; // rarer values are found by searching

export function draw(state) {
  return html`<div class="line"><p class="hint">Counts of the events read</p>
      <button class="narrow" @click=${() => change({ drawer: false })}>Close</button></div>
    ${FIELDS.map((field) => facet(state, field))}`;
}

function facet(state, field) {
  const items = valuesOf(state, field).slice(0, MOST).map((value) => item(state, field, value));
  return items.length === 0 ? nothing : html`<details class="facet" open>
    <summary>${field}</summary>
    <ul>${items.slice(0, FEW)}</ul>
    ${items.length > FEW ? html`<details><summary>${items.length - FEW} more</summary><ul>${items.slice(FEW)}</ul></details>` : nothing}
  </details>`;
}

/** The most frequent first; a filtered facet keeps what could be chosen besides. */
function valuesOf({ tally, remembered, filters, roster }, field) {
  const seen = tally[field];
  const besides = filters[field].length ? remembered[field] ?? [] : [];
  const configured = field === 'source' ? roster.map(({ name }) => name) : [];
  return [...new Set([...seen.keys(), ...besides, ...configured])]
    .sort((a, b) => (seen.get(b) ?? 0) - (seen.get(a) ?? 0) || (a < b ? -1 : 1));
}

function item(state, field, value) {
  const isSet = state.filters[field].includes(literal(value));
  const count = state.tally[field].get(value);
  const circuit = field === 'source' && state.roster.find(({ name }) => name === value)?.circuit;
  return html`<li><button class="value" aria-pressed=${isSet} title=${visible(value)} @click=${() => toggle(field, literal(value))}>
    <span class="box" aria-hidden="true">${isSet ? '✓' : ''}</span>
    ${field === 'source' ? html`<i class="swatch c${colourOf(state, value)}"></i>` : nothing}
    <span class="name">${visible(value)}</span>
    ${circuit && circuit !== 'closed' ? html`<span class="circuit">circuit ${circuit}</span>` : nothing}
    <span class="count">${count === undefined ? (state.filters[field].length && !isSet ? '' : '0') : number(count)}</span></button></li>`;
}
