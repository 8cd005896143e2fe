import { COACHED, CoachHint } from './coach-hint.tsx';
import { CommitmentSentence, OwnerPills } from './commitment-card.tsx';
import { SpelledMoment } from './moment-field.tsx';
import { rowNames } from './people-fields.tsx';
import { PreviewPart } from './preview-part.tsx';
import type { RecordFormData } from './record-form-data.ts';
import { RepeatedPart } from './repeated-part.tsx';
import { SecondTalk } from './talks-part.tsx';

/** All that follows what is typed, and nothing else: what a browser asks for after a pause in typing. */
export function RecordLive({ data }: { data: RecordFormData }) {
  return (
    <>
      <RepeatedPart data={data} />
      {rowNames('commitments', data.commitments).map((name, index) => (
        <>
          {index > 0 && <CommitmentSentence data={data} index={index} />}
          {index > 0 && <OwnerPills data={data} index={index} />}
          {COACHED.map((field) => (
            <CoachHint key={field} data={data} name={`${name}.${field}`} />
          ))}
          <SpelledMoment data={data} name={`${name}.dueBy`} readingName={`${name}.dueReading`} />
          <SpelledMoment data={data} name={`${name}.startBy`} readingName={`${name}.startReading`} />
        </>
      ))}
      {['checkIn', ...rowNames('laterCheckIns', data.laterCheckIns)].map((name) => (
        <SpelledMoment key={name} data={data} name={`${name}.at`} readingName={`${name}.reading`} />
      ))}
      <SecondTalk second={data.second} />
      <PreviewPart preview={data.preview} />
    </>
  );
}
