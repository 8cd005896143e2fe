import type { MailKind } from '../../../functions/domain/facts.ts';
import { enPages } from '../../words/en-pages.ts';

const { person: words } = enPages;

/** Every kind of mail that can be stopped; what is ticked comes. */
export function MailKindTicks({ stopped }: { stopped: readonly MailKind[] }) {
  return (
    <>
      <fieldset>
        <legend class="label">{words.keepKinds}</legend>
        {words.kinds.map(({ value, label }) => (
          <label key={value} class="tick">
            <input
              type="checkbox"
              name="want"
              value={value}
              checked={!stopped.some((kind) => kind === value)}
            />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      <p class="small quiet">{words.unsubscribeAlways}</p>
    </>
  );
}
