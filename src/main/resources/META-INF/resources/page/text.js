// Texts of events are written by whoever caused them.
import { change } from './state.js';

const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;

/** With what would turn, hide or break the line written out. */
export const visible = (text) =>
  String(text ?? '').replace(UNSEEN, (c) => `⟨U+${c.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`);

export const number = (n) => n.toLocaleString('en-US');

/** A value as a filter that means nothing but itself. */
export const literal = (value) => value.replace(/[*\\]/g, '\\$&').replace(/^!/, '*!');

/** What a filter says, for people. */
export const spoken = (filter) => filter.replace(/^\*!/, '!').replace(/\\([*\\])/g, '$1');

/** An event's value of a field that can be filtered by. */
export function valueOf(event, field) {
  switch (field) {
    case 'actor': return event.actor?.name ?? event.actor?.ip;
    case 'resource': return event.resource?.name;
    case 'cluster': return event.scope?.cluster?.name ?? event.scope?.cluster?.id;
    default: return event[field];
  }
}

/** JSON whose numbers keep the digits that were sent, where the browser can. */
export const exactJson = (text) => JSON.parse(text, (key, value, context) =>
  typeof value === 'number' && context?.source && JSON.rawJSON && String(value) !== context.source
    ? JSON.rawJSON(context.source) : value);

export const copy = (text, said) => navigator.clipboard.writeText(text).then(() => change({ said }));
