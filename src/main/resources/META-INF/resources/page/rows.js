// The rows of the table: the events, with marks between them where something is missing, and one behind the last.
import { memo } from './state.js';

/** Marks, each with the number of events that stand before it. */
export const marksOf = memo((s) => [s.events, s.version, s.gaps, s.status], computed);

function computed({ events, gaps, status }) {
  const marks = gaps.map((gap) => ({ id: `gap ${gap.source} ${gap.from}`, gap, place: firstBefore(events, gap.to) }));
  marks.sort((a, b) => a.place - b.place);
  return [...marks, { id: 'end', end: status, place: events.length }];
}

/** How many events stand above the gap: it begins where nothing of it can have been left out yet. */
function firstBefore(events, time) {
  let [low, high] = [0, events.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    [low, high] = events[middle].at >= time ? [middle + 1, high] : [low, middle];
  }
  return low;
}

export const countOf = (state) => state.events.length + marksOf(state).length;

/** An event, or a mark. */
export function rowAt(state, index) {
  let before = 0;
  for (const mark of marksOf(state)) {
    if (mark.place + before === index) {
      return mark;
    }
    if (mark.place + before > index) {
      break;
    }
    before++;
  }
  return state.events[index - before];
}

/** Of an event; -1 if it is not among those read. */
export function indexOf(state, row) {
  if (!row) {
    return -1;
  }
  const marks = marksOf(state);
  const place = row.place === undefined ? state.events.indexOf(row) : -1;
  const mark = marks.findIndex(({ id }) => id === row.id);
  return mark >= 0 ? marks[mark].place + mark : place < 0 ? -1 : place + marks.filter((it) => it.place <= place).length;
}
