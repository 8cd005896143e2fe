import type { CheckIn as Told } from '../../../templates/mail/props.ts';
import type { CheckIn } from '../../domain/check-in.ts';
import { type Scope, typedMoment } from './scope.ts';

/** A check-in on the reader's clock. */
export function checkInFor(
  scope: Scope,
  { at, minutes, where }: Pick<CheckIn, 'at' | 'minutes' | 'where'>,
  calendarLink?: string,
): Told {
  return {
    when: typedMoment(scope, at),
    minutes,
    ...(where === '' ? {} : { where }),
    ...(calendarLink === undefined ? {} : { calendarLink }),
  };
}
