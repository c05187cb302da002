// Times as people read and write them; inside, all are epoch milliseconds.

const UNITS = { s: 1e3, m: 6e4, h: 36e5, d: 864e5 };
const STEPS = [1, 2, 5, 10, 15, 30].map((n) => n * UNITS.s)
  .concat([1, 2, 5, 10, 15, 30].map((n) => n * UNITS.m))
  .concat([1, 2, 3, 6, 12].map((n) => n * UNITS.h), [1, 2, 7].map((n) => n * UNITS.d));

const offset = (at, zone) => (zone === 'utc' ? 0 : -new Date(at).getTimezoneOffset() * UNITS.m);

const shifted = (at, zone) => new Date(at + offset(at, zone)).toISOString();

export const iso = (at) => new Date(at).toISOString();
export const full = (at, zone) => shifted(at, zone).replace('T', ' ').slice(0, 23);
export const second = (at, zone) => shifted(at, zone).replace('T', ' ').slice(0, 19);
export const clock = (at, zone) => shifted(at, zone).slice(11, 19);
export const minute = (at, zone) => shifted(at, zone).slice(11, 16);
export const day = (at, zone) => shifted(at, zone).slice(5, 10);

export const zoneName = (zone) => (zone === 'utc' ? 'UTC' : Intl.DateTimeFormat().resolvedOptions().timeZone);

/** A moment inside a window: with its day only where the window has more than one. */
export const within = (at, { from, to }, zone) =>
  shifted(from, zone).slice(0, 10) === shifted(to, zone).slice(0, 10) ? clock(at, zone) : second(at, zone);

/** What stands in the address: now-15m, RFC 3339 or epoch milliseconds; NaN if it is none. */
export function resolve(text, now) {
  const ago = /^now(?:-(\d{1,9})([smhd]))?$/.exec(text);
  if (ago) {
    return now - (ago[1] ? ago[1] * UNITS[ago[2]] : 0);
  }
  return /^-?\d{1,15}$/.test(text) ? Number(text) : Date.parse(text);
}

/** What a person types, in the zone that is shown. */
export function typed(text, zone) {
  const bare = /^\d{4}-\d\d-\d\d([ T]\d\d:\d\d(:\d\d(\.\d{1,3})?)?)?$/.test(text.trim());
  if (!bare) {
    return resolve(text.trim(), Date.now());
  }
  const written = text.trim().replace(' ', 'T');
  return zone === 'utc' ? Date.parse(written.includes('T') ? `${written}Z` : written)
    : Date.parse(written.includes('T') ? written : `${written}T00:00`);
}

/** The shortest round step of which no more than so many fill the window. */
export const stepFor = ({ from, to }, most) => STEPS.find((step) => (to - from) / step <= most) ?? STEPS.at(-1);

/** The last round time of the zone before it. */
export const floor = (at, step, zone) => Math.floor((at + offset(at, zone)) / step) * step - offset(at, zone);

export function length(ms) {
  const unit = ['d', 'h', 'm', 's'].find((name) => ms >= UNITS[name] && ms % UNITS[name] === 0);
  return unit ? `${ms / UNITS[unit]} ${{ d: 'd', h: 'h', m: 'min', s: 's' }[unit]}` : `${ms / 1e3} s`;
}
