import type { Answer, UseCases } from '../app/use-cases.ts';
import type { Note, Tally } from './metrics.ts';

type Told = { conversation: { id: string } };

function aboutAnswer<T>(answer: Answer<T>, told: (ok: T) => Told): Record<string, string> {
  // Of what was refused not even the id is written: it is what somebody typed.
  return 'ok' in answer
    ? { status: '200', conversation: told(answer.ok).conversation.id }
    : { status: `${answer.refused.status}` };
}

/** The same use cases; each that may change a conversation also writes one line about it. */
export function measuredUseCases(useCases: UseCases, tally: Tally, note: Note): UseCases {
  async function noted<T>(
    message: string,
    answering: () => Promise<Answer<T>>,
    told: (ok: T) => Told,
  ): Promise<Answer<T>> {
    const startedAt = Date.now();
    const answer = await answering();
    note(message, aboutAnswer(answer, told), { startedAt, take: tally.take });
    return answer;
  }
  return {
    ...useCases,
    submit: (...asked) =>
      noted(
        'submitted',
        async () => {
          const answer = await useCases.submit(...asked);
          if ('ok' in answer && answer.ok.created) tally.add('ConversationsRecorded');
          return answer;
        },
        ({ view }) => view,
      ),
    command: (...asked) =>
      noted(
        'commanded',
        () => useCases.command(...asked),
        (view) => view,
      ),
    act: (...asked) =>
      noted(
        'answered',
        () => useCases.act(...asked),
        (view) => view,
      ),
    optOut: (...asked) =>
      noted(
        'opted out',
        () => useCases.optOut(...asked),
        (view) => view,
      ),
  };
}
