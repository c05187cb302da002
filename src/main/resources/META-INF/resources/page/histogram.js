// Bars over time, and below them a lane a source: what of it was read, what failed, what is still to be read.
import { html, nothing, svg } from './lit.js';
import { push, replace } from './address.js';
import { absolute } from './api.js';
import { askedOf, bucketsOf, colourOf, spanOf } from './buckets.js';
import { takeKey } from './keys.js';
import { change, current } from './state.js';
import { gapText } from './truth.js';
import { floor, length, second, stepFor, tick, within, zoneName } from './time.js';
import { number } from './text.js';

const BARS = 120;
const AXIS = 18;
const CLICK = 4; // pixels that a pointer may slip

export function draw(state) {
  const buckets = bucketsOf(state);
  const { layers, step } = buckets;
  return html`
    <div class="line">
      <span class="legend">${layers.map((layer, i) => html`<span><i class="swatch c${i % 8}"></i>${layer}</span>`)}</span>
      <output class="readout">${readout(state, buckets)}</output>
      <label>Stack by <select @change=${(e) => replace({ stack: e.target.value })}>
        ${['source', 'severity', 'action'].map((name) => html`<option ?selected=${name === state.stack}>${name}</option>`)}
      </select></label>
    </div>
    <div class="chart" tabindex="0" role="group" @keydown=${onKey} @blur=${onLeave}
      aria-label="Events over time, ${length(step)} a bar. Arrows choose a bar, with Shift more; Enter shows them alone, Escape goes back.">
      ${state.width && state.window.to ? picture(state, buckets) : nothing}</div>
    ${state.status === 'reading' ? nothing : numbers(state, buckets)}`;
}

function picture(state, buckets) {
  const { window, width, status, gaps, chosen, events } = state;
  const x = (at) => Math.min(width, Math.max(0, ((at - window.from) / (window.to - window.from)) * width));
  const pixels = ({ from, to }) => [x(from), x(to)];
  const edge = status === 'whole' ? 0 : x(state.reached ?? window.to); // nothing is known left of it, which is not nothing
  const empty = Math.min(edge, x(events.at(-1)?.at ?? window.to)); // bars may be further than what is sure to be whole
  const sources = askedOf(state);
  const lane = Math.min(8, 96 / sources.length); // thinner where there are many
  const bottom = BARS + sources.length * lane;
  return svg`<svg width=${width} height=${bottom + AXIS} aria-hidden="true" @pointerdown=${onDown} @pointermove=${onMove}
      @pointerup=${onUp} @pointerleave=${onLeave} @dblclick=${onDouble}>
    <defs>
      <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" fill="var(--panel)"/><path d="M3 0v6" stroke="var(--bad)" stroke-width="2.5"/></pattern>
      <pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse">
        <circle cx="3" cy="3" r="1" fill="var(--quiet)" opacity=".55"/></pattern>
    </defs>
    ${empty < 1 ? nothing : rect('unread', [0, empty], [0, BARS])}
    ${empty > 110 ? svg`<text x=${empty / 2} y=${BARS / 4 + 4}>not read yet</text>` : nothing}
    <path class="rule" d="M0 ${BARS / 2 + 0.5}H${width}M0 ${BARS + 0.5}H${width}"/>
    ${gaps.map((gap) => rect('band', pixels(gap), [0, BARS]))}
    ${barsOf(buckets, pixels)}
    ${sources.map((name, i) => laneOf(state, name, [BARS + 2 + i * lane, lane * 0.75], edge, pixels))}
    ${ticks(state, bottom, x)}
    ${chosen ? rect(`chosen ${chosen.isHeld ? 'held' : ''}`, pixels(spanOf(buckets, chosen)), [0, bottom]) : nothing}
  </svg>`;
}

/** Never too narrow to be seen. */
const rect = (kind, [left, right], [top, height], title = '') => svg`<rect class=${kind} x=${left} y=${top}
  width=${Math.max(2, right - left)} height=${height}><title>${title}</title></rect>`;

function barsOf(buckets, pixels) {
  const { layers, counts, most, size } = buckets;
  return Array.from({ length: size }, (_, bar) => {
    const [left, right] = pixels(spanOf(buckets, { anchor: bar, at: bar }));
    let y = BARS;
    return layers.map((layer, i) => {
      const count = counts[i][bar];
      const height = (count / most) * (BARS - 4);
      y -= height;
      return count ? svg`<rect class="bar c${i % 8}" x=${left} y=${y} width=${Math.max(0.5, right - left - 1)} height=${height}
        data-layer=${layer} data-count=${count}/>` : nothing;
    });
  });
}

const laneOf = (state, name, place, edge, pixels) => svg`<g class="lane" data-source=${name}>
  ${edge < state.width ? rect(`read c${colourOf(state, name)}`, [edge, state.width], place, `${name}: read`) : nothing}
  ${edge < 1 ? nothing : rect('unread', [0, edge], place, `${name}: not read yet`)}
  ${state.gaps.filter((gap) => gap.source === name).map((gap) => rect('gap', pixels(gap), place, gapText(state, gap)))}</g>`;

function ticks({ window, zone, width }, bottom, x) {
  const step = stepFor(window, Math.max(2, width / 90));
  const drawn = [];
  for (let at = floor(window.from, step, zone) + step; at < window.to; at += step) {
    if (x(at) > 22 && x(at) < width - 22) {
      drawn.push(svg`<path class="tick" d="M${Math.round(x(at)) + 0.5} ${bottom}v4"/>
        <text class="axis" x=${x(at)} y=${bottom + AXIS - 3}>${tick(at, step, zone)}</text>`);
    }
  }
  return drawn;
}

/** What the chosen bars hold, or what a bar is. */
function readout({ chosen, window, zone }, buckets) {
  const { layers, counts, step, most } = buckets;
  if (!chosen) {
    return `a bar is ${length(step)}, the highest has ${number(most)} · ${zoneName(zone)}`;
  }
  const [low, high] = [chosen.anchor, chosen.at].sort((a, b) => a - b);
  const sums = counts.map((layer) => layer.slice(low, high + 1).reduce((a, b) => a + b, 0));
  const told = layers.map((layer, i) => sums[i] && `${layer} ${number(sums[i])}`).filter(Boolean).join(', ');
  const { from, to } = spanOf(buckets, chosen);
  return `${within(from, window, zone)} – ${within(to, window, zone)}: ${told || 'none read'}`;
}

/** Shows these bars alone. */
const zoom = (chosen) => push({ range: absolute(spanOf(bucketsOf(current()), chosen)), live: false });

let pressed = null; // pixel at which the pointer went down
let click = null; // waits for a second one

const pixel = ({ clientX, currentTarget }) =>
  Math.min(current().width - 1, Math.max(0, clientX - currentTarget.getBoundingClientRect().left));

/** The bar at the pointer; if it is dragged, the bars of which it has passed the middle. */
function touched(event) {
  const { window, width } = current();
  const { first, step } = bucketsOf(current());
  const [left, right] = [pixel(event), pressed ?? pixel(event)].sort((a, b) => a - b);
  const [low, high] = [left, right].map((px) => (window.from + (px / width) * (window.to - window.from) - first) / step);
  return right - left < CLICK ? { anchor: Math.floor(low), at: Math.floor(low), isHeld: false }
    : { anchor: Math.round(low), at: Math.max(Math.round(high) - 1, Math.floor(low)), isHeld: true };
}

function onDown(event) {
  event.currentTarget.setPointerCapture(event.pointerId);
  pressed = pixel(event);
}

const onMove = (event) => change({ chosen: touched(event) });

function onUp(event) {
  if (pressed === null) {
    return;
  }
  const chosen = touched(event);
  pressed = null;
  clearTimeout(click);
  click = setTimeout(() => zoom(chosen), chosen.isHeld ? 0 : 250);
}

function onLeave() {
  pressed = null;
  change({ chosen: null });
}

const onDouble = () => clearTimeout(click) ?? back();

export const canGoBack = () => window.navigation?.canGoBack ?? true;
export const back = () => canGoBack() && history.back();

function onKey(event) {
  const { chosen } = current();
  const last = bucketsOf(current()).size - 1;
  const step = (by, first) => {
    const at = Math.min(last, Math.max(0, chosen ? chosen.at + by : first));
    change({ chosen: { at, anchor: event.shiftKey && chosen ? chosen.anchor : at, isHeld: true } });
  };
  takeKey(event, {
    ArrowLeft: () => step(-1, last),
    ArrowRight: () => step(1, 0),
    Enter: () => chosen && zoom(chosen),
    Escape: () => (chosen?.isHeld ? change({ chosen: null }) : back()),
  });
}

/** The same in numbers, for who does not see it. */
function numbers({ zone }, buckets) {
  const { layers, counts, size } = buckets;
  const rows = [...Array(size).keys()].filter((bar) => counts.some((layer) => layer[bar]));
  return html`<table class="unseen">
    <caption>Events read, by time (${zoneName(zone)})</caption>
    <thead><tr><th scope="col">From</th>${layers.map((layer) => html`<th scope="col">${layer}</th>`)}</tr></thead>
    <tbody>${rows.map((bar) => html`<tr><th scope="row">${second(spanOf(buckets, { anchor: bar, at: bar }).from, zone)}</th>
      ${counts.map((layer) => html`<td>${layer[bar]}</td>`)}</tr>`)}</tbody></table>`;
}
