import { enPages } from '../../words/en-pages.ts';

const { form: words } = enPages;

/** What a browser with scripts says about the draft it keeps; nothing of it shows without one. */
export function DraftPart() {
  return (
    <>
      <div id="draft" class="coach" role="status" hidden={true}>
        <p>
          <strong>
            {words.draftFound} <time /> {words.draftFoundEnd}
          </strong>{' '}
          {words.draftStays}
        </p>
        <p class="row">
          <button type="button" class="plain" data-draft-do="resume">
            {words.draftResume}
          </button>
          <button type="button" class="plain" data-draft-do="afresh">
            {words.draftAfresh}
          </button>
        </p>
      </div>
      <p id="kept" class="small quiet" hidden={true}>
        {words.draftKept} <time />.
      </p>
      <p id="offline" hidden={true} data-says={words.offline} />
    </>
  );
}
