// Counts the events read, by time and by what they are stacked by. It counts, and never guesses.
import { memo } from './state.js';
import { floor, stepFor } from './time.js';

const MOST_BARS = 120;
const MOST_LAYERS = 7;
const OTHER = 'other';

/** @returns {step, first, size, layers, counts, most}: counts[layer][bar], the bar of `first` being number 0 */
export const bucketsOf = memo((s) => [s.version, s.events, s.window, s.zone, s.stack, s.roster], counted);

export const barAt = ({ first, step }, at) => Math.floor((at - first) / step);
export const timeOf = ({ first, step }, bar) => first + bar * step;

function counted(state) {
  const { window, zone } = state;
  const step = stepFor(window, MOST_BARS);
  const first = floor(window.from, step, zone);
  const size = Math.max(1, Math.ceil((window.to - first) / step));
  const layers = layersOf(state);
  const counts = layers.map(() => new Uint32Array(size));
  const place = new Map(layers.map((layer, i) => [layer, i]));
  for (const event of state.events) {
    const bar = Math.floor((event.at - first) / step);
    if (bar >= 0 && bar < size) {
      counts[place.get(event[state.stack]) ?? layers.length - 1][bar]++;
    }
  }
  const most = Math.max(0, ...Array.from({ length: size }, (_, bar) => counts.reduce((sum, layer) => sum + layer[bar], 0)));
  return { step, first, size, layers, counts, most };
}

/** The colour of a value is its place here, whatever is filtered. */
export function layersOf({ stack, roster, tally }) {
  const seen = [...tally[stack].keys()];
  if (stack === 'source') {
    return [...new Set([...roster.map(({ name }) => name), ...seen])].sort();
  }
  const often = seen.sort((a, b) => tally[stack].get(b) - tally[stack].get(a));
  return often.length <= MOST_LAYERS ? often.sort() : [...often.slice(0, MOST_LAYERS - 1).sort(), OTHER];
}

export const colourOf = (state, source) => layersOf({ ...state, stack: 'source' }).indexOf(source) % 8;
