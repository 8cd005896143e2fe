import { fromEpochMilliseconds, toZonedDateTimeISO } from 'temporal-polyfill/fns/Instant';
import { getTimeZoneTransition, offsetNanoseconds } from 'temporal-polyfill/fns/ZonedDateTime';
import { DAY, type Instant, instant } from './instant.ts';
import { type Local, local, localOf, type WallTime } from './wall-time.ts';

type Offset = { from: number; to: number; ms: number };

// Zone rules come from Temporal alone, in functions of which a bundle gets a third of what its classes weigh; asking it for every moment would cost 20 µs each and a plan asks hundreds
// of times, so the stretch between two transitions is remembered. The rules cannot change within a process. Where it finds
// no transition ahead it has looked for three years only, so that it is asked again for what lies beyond one.
const KNOWN_AHEAD_MS = 365 * DAY;
const stretches = new Map<string, Offset[]>();

function readStretch(zone: string, moment: number): Offset {
  const zonedAt = (at: number) => toZonedDateTimeISO(fromEpochMilliseconds(at), zone);
  const next = getTimeZoneTransition(zonedAt(moment), 'next');
  // `previous` is strictly before, so a moment that is itself a transition must be asked one millisecond later.
  const previous = getTimeZoneTransition(zonedAt(moment + 1), 'previous');
  return {
    from: previous ? previous.epochMilliseconds : Number.NEGATIVE_INFINITY,
    to: next ? next.epochMilliseconds : moment + KNOWN_AHEAD_MS,
    ms: offsetNanoseconds(zonedAt(moment)) / 1e6,
  };
}

// Nearly every question is about the same person's days as the one before.
let lastFound: { zone: string; stretch: Offset } | undefined;

const isWithin = ({ from, to }: Offset, moment: number) => from <= moment && moment < to;

function stretchAt(zone: string, moment: number): Offset {
  if (lastFound?.zone === zone && isWithin(lastFound.stretch, moment)) return lastFound.stretch;
  const known = stretches.get(zone) ?? [];
  let stretch = known.find((one) => isWithin(one, moment));
  if (!stretch) {
    stretch = readStretch(zone, moment);
    stretches.set(zone, [stretch, ...known]);
  }
  lastFound = { zone, stretch };
  return stretch;
}

/** The zone's offset from UTC at a moment, in milliseconds (east positive). */
export function offsetAt(zone: string, moment: number): number {
  return stretchAt(zone, moment).ms;
}

/**
 * The zone's offsets from one moment to another, each with the moment it began (minus infinity where it always was) and the
 * offset before it.
 */
export function offsetsIn(
  zone: string,
  from: number,
  until: number,
): (Omit<Offset, 'to'> & { before: number })[] {
  const first = stretchAt(zone, from);
  const before = Number.isFinite(first.from) ? offsetAt(zone, first.from - 1) : first.ms;
  const found = [{ from: first.from, ms: first.ms, before }];
  let { to } = first;
  while (to <= until) {
    const next = stretchAt(zone, to);
    const last = found.at(-1)?.ms ?? next.ms;
    if (next.ms !== last) found.push({ from: next.from, ms: next.ms, before: last });
    to = next.to;
  }
  return found;
}

/** What the clock on the wall shows in a zone at a moment. */
export function localAt(zone: string, moment: Instant): Local {
  return local(moment + offsetAt(zone, moment));
}

/** Which of two moments a wall time means when daylight saving skips or repeats it. */
export type Reading = 'earlier' | 'later';

/**
 * The moment at which a zone's clock shows a local time. A skipped or repeated time is read as `compatible` does
 * (RFC 5545 §3.3.5: later in a gap, first of two), unless a reading was chosen.
 */
export function momentAt(zone: string, at: Local, reading?: Reading): Instant {
  const before = stretchAt(zone, at - DAY);
  if (at + DAY < before.to) return instant(at - before.ms);
  // The clocks change within a day of it, and never twice in two days.
  const after = stretchAt(zone, before.to);
  const moments = [at - before.ms, at - after.ms] as const;
  const isShown = { before: moments[0] < before.to, after: moments[1] >= before.to };
  if (isShown.before !== isShown.after) return instant(isShown.before ? moments[0] : moments[1]);
  // Shown twice or skipped. In a gap the old offset gives the later of the two, in an overlap the earlier one.
  const [earlier, later] = isShown.before ? moments : [moments[1], moments[0]];
  return instant((reading ?? (isShown.before ? 'earlier' : 'later')) === 'earlier' ? earlier : later);
}

export type Readings = { kind: 'once' | 'skipped' | 'repeated'; earlier: Instant; later: Instant };

/** How often a wall time happens in a zone, with both moments it can mean. */
export function readings(zone: string, wall: WallTime): Readings {
  const at = localOf(wall);
  const moments = { earlier: momentAt(zone, at, 'earlier'), later: momentAt(zone, at, 'later') };
  if (moments.earlier === moments.later) return { kind: 'once', ...moments };
  return { kind: localAt(zone, moments.earlier) === at ? 'repeated' : 'skipped', ...moments };
}

let listed: ReadonlySet<string> | undefined;

/** True for an IANA zone name that this runtime knows. Bare offsets such as "+01:00" are no zone: they know no DST. */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  // The list costs a tenth of the first question about a zone, which a start would wait for; it lacks older names.
  listed ??= new Set(Intl.supportedValuesOf('timeZone'));
  if (listed.has(name)) return true;
  try {
    toZonedDateTimeISO(fromEpochMilliseconds(0), name);
    return true;
  } catch (problem) {
    if (problem instanceof RangeError) return false;
    throw problem;
  }
}
