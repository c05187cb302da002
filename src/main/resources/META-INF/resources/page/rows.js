// The rows of the table: the events, with marks between them where something is missing, and one behind the last.
import { memo } from './state.js';

/** Marks, each with its row and the number of events that stand before it. */
const marksOf = memo(computed);

/** A gap begins where nothing of it can have been left out yet. */
function computed({ events, gaps, status }) {
  const marks = gaps.map((gap) => {
    const place = events.findIndex(({ at }) => at < gap.to);
    return { id: `gap ${gap.source} ${gap.from}`, gap, place: place < 0 ? events.length : place };
  });
  const end = { id: 'end', end: status, place: events.length };
  return [...marks.sort((a, b) => a.place - b.place), end].map((mark, i) => ({ ...mark, index: mark.place + i }));
}

export const isEvent = (row) => row.place === undefined;
export const countOf = (state) => state.events.length + marksOf(state).length;

/** An event, or a mark. */
export function rowAt(state, index) {
  const marks = marksOf(state);
  return marks.find((mark) => mark.index === index)
    ?? state.events[index - marks.filter((mark) => mark.index < index).length];
}

/** Of an event or a mark; -1 if it is not there (any more). */
export function indexOf(state, row) {
  const marks = marksOf(state);
  const place = state.events.indexOf(row);
  return place < 0 ? marks.find(({ id }) => id === row?.id)?.index ?? -1
    : place + marks.filter((mark) => mark.place <= place).length;
}
