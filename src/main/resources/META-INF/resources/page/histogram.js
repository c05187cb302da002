// Bars over time, and below them a lane a source: what of it was read, what failed, what is still to be read.
import { html, nothing, svg } from './lit.js';
import { push, replace } from './address.js';
import { barAt, bucketsOf, layersOf, timeOf } from './buckets.js';
import { gapText } from './truth.js';
import { change, current } from './state.js';
import { day, iso, length, minute, second, stepFor, floor, within, zoneName } from './time.js';
import { number } from './text.js';

const BARS = 120;
const LANE = 8;
const MOST_LANES = 12;
const AXIS = 18;
const CLICK = 4; // pixels that a pointer may slip

export const inputs = (s) => [s.version, s.window, s.zone, s.stack, s.roster, s.gaps, s.reached, s.status, s.size.chart,
  s.span, s.drag, s.hover, s.reports];

export function draw(state) {
  const buckets = bucketsOf(state);
  const width = state.size.chart;
  const x = (at) => Math.min(width, Math.max(0, ((at - state.window.from) / (state.window.to - state.window.from)) * width));
  const lanes = lanesOf(state);
  const height = BARS + lanes.length * LANE + AXIS;
  return html`
    <div class="line">
      <span class="legend">${buckets.layers.map((layer, i) => html`<span><i class="swatch c${i % 8}"></i>${layer}</span>`)}</span>
      <output class="readout">${readout(state, buckets)}</output>
      <label>Stack by <select @change=${(e) => replace({ stack: e.target.value })}>
        ${['source', 'severity', 'action'].map((name) => html`<option ?selected=${name === state.stack}>${name}</option>`)}
      </select></label>
    </div>
    <div class="chart" tabindex="0" role="group" @keydown=${onKey} @blur=${() => change({ span: null })}
        aria-label="Events over time, ${length(buckets.step)} a bar. Arrows choose a bar, with Shift more; Enter shows them alone, Escape goes back.">
      ${width && state.window.to > state.window.from ? svg`<svg width=${width} height=${height} aria-hidden="true" @pointerdown=${onDown} @pointermove=${onMove}
          @pointerup=${onUp} @pointerleave=${() => change({ hover: null })} @dblclick=${onDouble}>
        <defs>
          <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M3 0v6"/></pattern>
          <pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse"><circle class="dot" cx="3" cy="3" r="1"/></pattern>
        </defs>
        ${unread(state, x)}
        <path class="rule" d="M0 ${BARS / 2 + 0.5}H${width}M0 ${BARS + 0.5}H${width}"/>
        ${state.gaps.map((gap) => svg`<rect class="band" x=${x(gap.from)} y="0" width=${Math.max(1, x(gap.to) - x(gap.from))} height=${BARS}/>`)}
        ${barsOf(buckets, x)}
        ${lanes.map((name, i) => lane(state, buckets, name, BARS + 2 + i * LANE, x))}
        ${ticks(state, x, width, height)}
        ${chosen(state, buckets, x, height - AXIS)}
      </svg>` : nothing}
    </div>
    ${state.status === 'reading' ? nothing : numbers(state, buckets)}`;
}

function barsOf(buckets, x) {
  const bars = [];
  for (let bar = 0; bar < buckets.size; bar++) {
    const left = x(timeOf(buckets, bar));
    const width = x(timeOf(buckets, bar + 1)) - left;
    let y = BARS;
    buckets.layers.forEach((layer, i) => {
      const count = buckets.counts[i][bar];
      if (count) {
        const height = (count / buckets.most) * (BARS - 4);
        y -= height;
        bars.push(svg`<rect class="bar c${i % 8}" x=${left} y=${y} width=${Math.max(0.5, width - 1)} height=${height}
          data-layer=${layer} data-count=${count} data-at=${timeOf(buckets, bar)}/>`);
      }
    });
  }
  return bars;
}

/** Nothing is known there, which is not the same as nothing. */
function unread({ reached, window, status }, x) {
  const edge = status === 'failed' ? x(window.to) : x(reached ?? window.to);
  if (edge < 1 || status === 'whole') {
    return nothing;
  }
  return svg`<rect class="unread" x="0" y="0" width=${edge} height=${BARS}/>
    ${edge > 110 ? svg`<text class="unread-text" x=${edge / 2} y=${BARS / 4 + 4}>not read yet</text>` : nothing}`;
}

/** Those with gaps first, if there are too many. */
function lanesOf(state) {
  const hasGap = (name) => state.gaps.some((gap) => gap.source === name);
  const names = layersOf({ ...state, stack: 'source' }).filter((name) => state.reports[name]?.status !== 'skipped');
  return names.length <= MOST_LANES ? names : [...names].sort((a, b) => hasGap(b) - hasGap(a)).slice(0, MOST_LANES);
}

function lane(state, buckets, name, y, x) {
  const { window, reached, status } = state;
  const colour = layersOf({ ...state, stack: 'source' }).indexOf(name) % 8;
  const edge = x(status === 'failed' || reached === null ? window.to : reached);
  return svg`<g class="lane" data-source=${name}>
    <rect class="read c${colour}" x=${edge} y=${y} width=${Math.max(0, x(window.to) - edge)} height=${LANE - 2}><title>${name}: read</title></rect>
    ${edge >= 1 && status !== 'whole' ? svg`<rect class="unread" x="0" y=${y} width=${edge} height=${LANE - 2}><title>${name}: not read yet</title></rect>` : nothing}
    ${state.gaps.filter((gap) => gap.source === name).map((gap) => ['cut', 'gap'].map((kind) => svg`<rect class=${kind} x=${x(gap.from)} y=${y + 0.5}
      width=${Math.max(2, x(gap.to) - x(gap.from))} height=${LANE - 3}><title>${gapText(state, gap)}</title></rect>`))}
  </g>`;
}

function ticks({ window, zone }, x, width, height) {
  const step = stepFor(window, Math.max(2, width / 90));
  const drawn = [];
  for (let at = floor(window.from, step, zone) + step; at < window.to; at += step) {
    const text = step >= 864e5 ? day(at, zone) : step < 6e4 ? second(at, zone).slice(11)
      : minute(at, zone) === '00:00' ? day(at, zone) : minute(at, zone);
    if (x(at) > 22 && x(at) < width - 22) {
      drawn.push(svg`<path class="tick" d="M${Math.round(x(at)) + 0.5} ${height - AXIS}v4"/><text class="axis" x=${x(at)} y=${height - 3}>${text}</text>`);
    }
  }
  return drawn;
}

function chosen({ drag, span, hover }, buckets, x, height) {
  const [a, b] = drag ? [drag.a, drag.b]
    : span ? [x(timeOf(buckets, Math.min(span.anchor, span.at))), x(timeOf(buckets, Math.max(span.anchor, span.at) + 1))]
      : hover !== null ? [x(timeOf(buckets, hover)), x(timeOf(buckets, hover + 1))] : [0, 0];
  return a === b ? nothing
    : svg`<rect class="chosen ${drag || span ? 'held' : ''}" x=${Math.min(a, b)} y="0" width=${Math.abs(b - a)} height=${height}/>`;
}

/** What the chosen bars hold, or what a bar is. */
function readout(state, buckets) {
  const { span, hover, drag, window, zone } = state;
  const [low, high] = drag ? barsOfDrag(state, buckets)
    : span ? [Math.min(span.anchor, span.at), Math.max(span.anchor, span.at)] : hover !== null ? [hover, hover] : [];
  if (low === undefined) {
    return `a bar is ${length(buckets.step)}, the highest has ${number(buckets.most)} · ${zoneName(zone)}`;
  }
  const sums = buckets.counts.map((layer) => layer.slice(low, high + 1).reduce((a, b) => a + b, 0));
  const told = buckets.layers.map((layer, i) => sums[i] && `${layer} ${number(sums[i])}`).filter(Boolean);
  return `${within(timeOf(buckets, low), window, zone)} – ${within(timeOf(buckets, high + 1), window, zone)}: ${told.join(', ') || 'none read'}`;
}

const barsOfDrag = (state, buckets) => {
  const [low, high] = [state.drag.a, state.drag.b].sort((a, b) => a - b).map((px) => timeAt(state, px));
  return [Math.round((low - buckets.first) / buckets.step), Math.max(Math.round((high - buckets.first) / buckets.step) - 1, barAt(buckets, low))];
};

const timeAt = ({ window, size }, px) => window.from + (px / size.chart) * (window.to - window.from);

/** Shows these bars alone. */
function zoom(low, high) {
  const { window } = current();
  const buckets = bucketsOf(current());
  const from = Math.max(window.from, timeOf(buckets, low));
  const to = Math.min(window.to, timeOf(buckets, high + 1));
  if (from < to) {
    push({ range: { from: iso(from), to: iso(to) }, live: false });
  }
}

const pixel = (event) => Math.min(current().size.chart, Math.max(0, event.clientX - event.currentTarget.getBoundingClientRect().left));

function onDown(event) {
  event.currentTarget.setPointerCapture(event.pointerId);
  change({ drag: { a: pixel(event), b: pixel(event) }, span: null });
}

function onMove(event) {
  const px = pixel(event);
  const buckets = bucketsOf(current());
  change(({ drag }) => ({ drag: drag && { ...drag, b: px }, hover: Math.min(buckets.size - 1, barAt(buckets, timeAt(current(), px))) }));
}

let click = null; // waits for a second one

function onUp() {
  const { drag } = current();
  if (!drag) {
    return;
  }
  const buckets = bucketsOf(current());
  const bars = barsOfDrag(current(), buckets);
  const bar = barAt(buckets, timeAt(current(), drag.a));
  change({ drag: null });
  clearTimeout(click);
  if (Math.abs(drag.a - drag.b) >= CLICK) {
    zoom(...bars);
  } else {
    click = setTimeout(() => zoom(bar, bar), 250);
  }
}

const onDouble = () => clearTimeout(click) ?? back();

export function back() {
  if (current().depth > 0) {
    history.back();
  }
}

function onKey(event) {
  const { span } = current();
  const { size } = bucketsOf(current());
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (step) {
    const at = Math.min(size - 1, Math.max(0, span ? span.at + step : step < 0 ? size - 1 : 0));
    change({ span: { at, anchor: event.shiftKey && span ? span.anchor : at } });
  } else if (event.key === 'Enter' && span) {
    zoom(Math.min(span.anchor, span.at), Math.max(span.anchor, span.at));
  } else if (event.key === 'Escape') {
    span ? change({ span: null }) : back();
  } else {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}

/** The same in numbers, for who does not see it. */
function numbers({ zone }, buckets) {
  const rows = [...Array(buckets.size).keys()].filter((bar) => buckets.counts.some((layer) => layer[bar]));
  return html`<table class="unseen">
    <caption>Events read, by time (${zoneName(zone)})</caption>
    <thead><tr><th scope="col">From</th>${buckets.layers.map((layer) => html`<th scope="col">${layer}</th>`)}</tr></thead>
    <tbody>${rows.map((bar) => html`<tr><th scope="row">${second(timeOf(buckets, bar), zone)}</th>
      ${buckets.counts.map((layer) => html`<td>${layer[bar]}</td>`)}</tr>`)}</tbody></table>`;
}
