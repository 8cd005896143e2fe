import type { CheckIn } from '../../../functions/domain/check-in.ts';
import { enPages } from '../../words/en-pages.ts';
import { type Acting, typedIn } from '../parts/command-form.tsx';
import { TextField, WhenField } from '../parts/field.tsx';

const { manage } = enPages;

/** When a talk is, how long and where: what it is now, or what was typed. */
export function CheckInFields(props: {
  acting: Acting;
  form: string;
  checkIn?: CheckIn;
  /** The wall time to begin with, where that is another than its own. */
  at?: string | undefined;
}) {
  const { acting, form, checkIn } = props;
  const [day = '', time = ''] = (props.at ?? checkIn?.at.wall ?? '').split('T');
  const typed = typedIn(acting, form, {
    at: day,
    'at.time': time,
    minutes: String(checkIn?.minutes ?? 15),
    where: checkIn?.where ?? '',
  });
  return (
    <>
      <WhenField
        typed={typed}
        form={form}
        name="at"
        readingName="reading"
        label={manage.when}
        required={true}
      />
      <div class="two-up">
        <TextField typed={typed} form={form} name="minutes" type="number" label={manage.minutes} />
        <TextField typed={typed} form={form} name="where" label={manage.where} optional={true} />
      </div>
    </>
  );
}
