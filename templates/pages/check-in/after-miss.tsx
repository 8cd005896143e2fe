import { enPages } from '../../words/en-pages.ts';
import { Pills } from '../parts/field.tsx';
import { CoachingFields, ObstacleFields } from '../parts/talk-fields.tsx';
import { Told } from '../parts/told.tsx';
import type { OneProps } from './ending.tsx';
import { obstacleOwners } from './obstacle-owners.ts';
import { TALK_FORM } from './talk-data.ts';

const { checkIn: words, sideTalks } = enPages;

/** What got in the way, in four answers; optional, and it says who reads the one that is given. */
function Reason({ seen, reader, typed }: OneProps) {
  const { id, judgement, owner } = seen.commitment;
  const name = `${id}.reason`;
  const isTheirs = judgement?.reasonBy === owner && owner !== reader.id;
  if (isTheirs) return null;
  return (
    <>
      <input type="hidden" name={`${name}.was`} value={judgement?.reason ?? ''} />
      <Pills
        legend={<Told phrase={words.reason(reader.named(owner))} />}
        name={name}
        form={TALK_FORM}
        options={words.reasons}
        chosen={typed.value(name)}
        error={typed.error(name)}
      />
      <p class="hint">
        <Told phrase={words.reasonReadBy(reader.named(owner))} />
      </p>
    </>
  );
}

function isTouched({ seen, typed }: OneProps, part: string, fields: readonly string[]): boolean {
  const name = (field: string) => `${seen.commitment.id}.${part}.${field}`;
  return fields.some((field) => typed.error(name(field)) !== undefined);
}

/** Who needs to learn how gets a session of their own. */
function Coach(props: OneProps) {
  const { seen, reader, typed } = props;
  const { id, judgement, owner } = seen.commitment;
  const named = reader.named(owner);
  const open = judgement?.reason === 'needed-to-learn' || isTouched(props, 'coach', ['at', 'with']);
  return (
    <details class="fold" open={open}>
      <summary>
        <b>
          <Told phrase={sideTalks.add(named)} />
        </b>
      </summary>
      <div class="stack">
        <p class="hint">
          <Told phrase={sideTalks.addHint(named)} />
        </p>
        <CoachingFields typed={typed} form={TALK_FORM} under={`${id}.coach.`} />
      </div>
    </details>
  );
}

/** What was in the way becomes somebody's commitment, often the manager's. */
function Obstacle(props: OneProps) {
  const { seen, reader, typed, data } = props;
  const { id, judgement, owner } = seen.commitment;
  const name = `${id}.obstacle`;
  const open =
    judgement?.reason === 'in-the-way' || isTouched(props, 'obstacle', ['action', 'dueBy', 'owner']);
  return (
    <details class="fold" open={open}>
      <summary>
        <b>{words.obstacle}</b>
      </summary>
      <div class="stack">
        <ObstacleFields
          typed={typed}
          form={TALK_FORM}
          under={`${name}.`}
          inWayOf={reader.named(owner)}
          owners={obstacleOwners(data.conversation, reader)}
        />
        <label class="tick">
          <input
            type="checkbox"
            name={`${name}.add`}
            value="yes"
            checked={typed.value(`${name}.add`) === 'yes'}
          />
          <span>{words.obstacleAdd}</span>
        </label>
      </div>
    </details>
  );
}

/** What helps after a miss: the four answers, and what two of them lead to. */
export function AfterMiss(props: OneProps) {
  if (props.seen.commitment.agreement.state !== 'agreed') return null;
  return (
    <>
      <Reason {...props} />
      <Coach {...props} />
      <Obstacle {...props} />
    </>
  );
}
