// Counts the events read, by time and by what they are stacked by. It counts, and never guesses.
import { memo } from './state.js';
import { floor, stepFor } from './time.js';

const MOST_BARS = 120;
const MOST_LAYERS = 7;

/** @returns {window, step, first, size, layers, counts, most}: counts[layer][bar], the bar of `first` being number 0 */
export const bucketsOf = memo(counted);

/** What of the window the bars have from one to another. */
export const spanOf = ({ window, first, step }, { anchor, at }) => ({
  from: Math.max(window.from, first + Math.min(anchor, at) * step),
  to: Math.min(window.to, first + (Math.max(anchor, at) + 1) * step),
});

function counted(state) {
  const { window, zone, stack, events } = state;
  const step = stepFor(window, MOST_BARS);
  const first = floor(window.from, step, zone);
  const size = Math.max(1, Math.ceil((window.to - first) / step));
  const layers = layersOf(state, stack);
  const counts = layers.map(() => new Uint32Array(size));
  const place = new Map(layers.map((layer, i) => [layer, i]));
  for (const event of events) {
    const bar = Math.floor((event.at - first) / step);
    if (bar >= 0 && bar < size) {
      counts[place.get(event[stack]) ?? layers.length - 1][bar]++;
    }
  }
  const sums = Array.from({ length: size }, (_, bar) => counts.reduce((sum, layer) => sum + layer[bar], 0));
  return { window, step, first, size, layers, counts, most: Math.max(...sums) };
}

/** The colour of a value is its place here, whatever is filtered. */
function layersOf({ roster, tally }, stack) {
  const seen = [...tally[stack].keys()];
  if (stack === 'source') {
    return [...new Set([...roster.map(({ name }) => name), ...seen])].sort();
  }
  const often = seen.sort((a, b) => tally[stack].get(b) - tally[stack].get(a));
  return often.length <= MOST_LAYERS ? often.sort() : [...often.slice(0, MOST_LAYERS - 1).sort(), 'other'];
}

export const colourOf = (state, source) => layersOf(state, 'source').indexOf(source) % 8;

/** The sources that take part in the query, by name. */
export const askedOf = (state) => layersOf(state, 'source').filter((name) => state.reports[name]?.status !== 'skipped');
