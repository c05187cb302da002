// Times as people read and write them; inside, all are epoch milliseconds.

const UNITS = { s: 1e3, m: 6e4, h: 36e5, d: 864e5 };
const ROUND = { s: [1, 2, 5, 10, 15, 30], m: [1, 2, 5, 10, 15, 30], h: [1, 2, 3, 6, 12], d: [1, 2, 7] };
const STEPS = Object.entries(ROUND).flatMap(([unit, numbers]) => numbers.map((n) => n * UNITS[unit]));

const BARE = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?))?$/;

const offset = (at, zone) => (zone === 'utc' ? 0 : -new Date(at).getTimezoneOffset() * UNITS.m);

export const iso = (at) => new Date(at).toISOString();
export const full = (at, zone) => iso(at + offset(at, zone)).slice(0, 23).replace('T', ' ');
export const second = (at, zone) => full(at, zone).slice(0, 19);
export const zoneName = (zone) => (zone === 'utc' ? 'UTC' : Intl.DateTimeFormat().resolvedOptions().timeZone);

/** A moment inside a window: with its day only where the window has more than one. */
export const within = (at, { from, to }, zone) =>
  second(at, zone).slice(full(from, zone).slice(0, 10) === full(to, zone).slice(0, 10) ? 11 : 0);

/** On an axis with such steps: a time, or the day that begins. */
export function tick(at, step, zone) {
  const [day, time] = second(at, zone).split(' ');
  return step >= UNITS.d || time === '00:00:00' ? day.slice(5) : time.slice(0, step < UNITS.m ? 8 : 5);
}

/** What stands in the address: now-15m, RFC 3339 or epoch milliseconds; NaN if it is none. */
export function resolve(text, now) {
  const [isAgo, n = 0, unit = 's'] = /^now(?:-(\d{1,9})([smhd]))?$/.exec(text) ?? [];
  return isAgo ? now - n * UNITS[unit] : /^-?\d{1,15}$/.test(text) ? Number(text) : Date.parse(text);
}

/** For the address, what a person types in the zone that is shown. */
export function typed(text, zone) {
  const [isBare, day, time = '00:00'] = BARE.exec(text.trim()) ?? [];
  const at = isBare && Date.parse(`${day}T${time}${zone === 'utc' ? 'Z' : ''}`);
  return at ? iso(at) : text.trim();
}

/** Of an ISO 8601 duration, as Java writes it; NaN if it is none. */
export function milliseconds(duration) {
  const [, h = 0, m = 0, s = 0] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(duration) ?? [null, NaN];
  return h * UNITS.h + m * UNITS.m + s * UNITS.s;
}

/** The shortest round step of which no more than so many fill the window. */
export const stepFor = ({ from, to }, most) => STEPS.find((step) => (to - from) / step <= most) ?? STEPS.at(-1);

/** The last round time of the zone before it. */
export const floor = (at, step, zone) => Math.floor((at + offset(at, zone)) / step) * step - offset(at, zone);

export function length(ms) {
  const unit = ['d', 'h', 'm', 's'].find((name) => ms % UNITS[name] === 0);
  return `${ms / UNITS[unit]} ${unit === 'm' ? 'min' : unit}`;
}
