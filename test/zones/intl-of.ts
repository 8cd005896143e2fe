import { offsetBy, type Rules } from './rules.ts';
import type { ZoneData } from './zone-data.ts';

/**
 * An Intl that knows other time-zone data, as that of another version of the runtime would. What it does not know of is
 * left to the real one.
 */
export function intlOf(zones: ZoneData): typeof Intl {
  const byName = new Map([...zones].map(([name, rules]) => [name.toUpperCase(), { name, rules }]));
  const known = (zone: string | undefined) =>
    zone === undefined ? undefined : byName.get(zone.toUpperCase());

  class DateTimeFormat extends Intl.DateTimeFormat {
    private readonly zone: { name: string; rules: Rules } | undefined;

    constructor(locales?: string | string[], options: Intl.DateTimeFormatOptions = {}) {
      const zone = known(options.timeZone);
      super(locales, zone ? { ...options, timeZone: 'UTC' } : options);
      this.zone = zone;
    }

    private shifted(at: number | Date | undefined): number | Date | undefined {
      return this.zone && at !== undefined ? Number(at) + offsetBy(this.zone.rules, Number(at)) : at;
    }

    override format(at?: number | Date): string {
      return super.format(this.shifted(at));
    }

    override formatToParts(at?: number | Date): Intl.DateTimeFormatPart[] {
      return super.formatToParts(this.shifted(at));
    }

    override resolvedOptions(): Intl.ResolvedDateTimeFormatOptions {
      const options = super.resolvedOptions();
      return this.zone ? { ...options, timeZone: this.zone.name } : options;
    }
  }
  return Object.create(Intl, { DateTimeFormat: { value: DateTimeFormat } });
}
