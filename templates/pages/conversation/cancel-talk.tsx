import type { CheckInId } from '../../../functions/domain/ids.ts';
import { enPages } from '../../words/en-pages.ts';
import { type Acting, FoldedForm } from '../parts/command-form.tsx';
import { Press } from '../parts/foretold.tsx';

const { manage } = enPages;

/** Calls a talk off, a check-in or one beside them. */
export function CancelTalk({ acting, id, hint }: { acting: Acting; id: CheckInId; hint: string }) {
  return (
    <FoldedForm
      acting={acting}
      type="cancel-check-in"
      about={id}
      hidden={{ checkIn: id }}
      summary={manage.cancelCheckIn}
    >
      <p class="hint">{hint}</p>
      <Press acting={acting} type="cancel-check-in" about={id}>
        {manage.cancelCheckIn}
      </Press>
    </FoldedForm>
  );
}
