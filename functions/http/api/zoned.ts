import type { Instant } from '../../domain/instant.ts';
import { wallOf } from '../../domain/wall-time.ts';
import { localAt, offsetAt } from '../../domain/zone.ts';

/** "2027-01-15T17:00:00+01:00[Europe/Amsterdam]" (RFC 9557): wall time, offset and zone of a moment. */
export function zoned(at: Instant, zone: string): string {
  const minutes = Math.round(offsetAt(zone, at) / 60_000);
  const [hour, minute] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const two = (part: number) => String(part).padStart(2, '0');
  return `${wallOf(localAt(zone, at))}:00${minutes < 0 ? '-' : '+'}${two(hour)}:${two(minute)}[${zone}]`;
}
