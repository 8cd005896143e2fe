import { enPages } from '../../words/en-pages.ts';
import { formName } from '../parts/command-form.tsx';
import { Told } from '../parts/told.tsx';
import { namesIn, participantsIn } from './list-reader.ts';
import { Leads, type NeedOf, pageOf, type Saying, type ThingProps } from './saying.tsx';

const { dashboard: words } = enPages;

/** Somebody cannot come, or proposes another time: both lead to the form that moves the check-in. */
export function moveTold(need: NeedOf<'declined' | 'time-proposed'>, { thing, reader }: ThingProps): Saying {
  const { row } = thing;
  const person = namesIn(row)(need.person);
  const talk = row.checkIns.find(({ id }) => id === need.checkIn);
  const stands = talk ? reader.dayTime(talk.at) : '';
  const form = formName('move-check-in', need.checkIn);
  const acts = <Leads to={`${pageOf(row)}#${form}`} label={words.act.move} row={row} />;
  if (need.code === 'declined') return { head: <Told phrase={words.declined(person, stands)} />, acts };
  return {
    head: <Told phrase={words.timeProposed(person, reader.dayTime(need.proposed))} />,
    words: <p class="small quiet">{words.insteadOf(stands)}</p>,
    acts,
  };
}

/** The last talk is over. */
export function wrapUpTold(need: NeedOf<'wrap-up'>, { thing, reader }: ThingProps): Saying {
  const { row, verdicts } = thing;
  const talk = row.checkIns.find(({ id }) => id === need.checkIn);
  const people = participantsIn(row);
  return {
    head:
      talk && people.length > 0 ? (
        <Told phrase={words.wrapUp(people, reader.near(talk.at))} />
      ) : (
        words.wrapUpAlone
      ),
    quiet: verdicts > 0 ? words.verdicts(verdicts) : undefined,
    acts: <Leads to={`${pageOf(row)}/check-in`} label={words.act.wrapUp} row={row} />,
  };
}
