import { raw } from 'hono/html';
import { renderMail } from '../../../templates/mail/render-mail.ts';
import { sampleMails } from '../../../templates/mail/samples.ts';

/** The plain ask of each nudge that carries a tone; the firmer ones stand under the same kind. */
const PLAIN = {
  start: 'once',
  'heads-up': 'tomorrow',
  today: 'today',
  'due-check': 'at due',
};
const TONES = ['ask-again', 'lets-talk', 'needed-now'];

const css = `
  body { margin: 8px; display: flex; flex-wrap: wrap; gap: 8px; background: #888; }
  iframe { width: 390px; height: 1100px; border: 0; zoom: 0.78; }
`;

function SideBySide({ kind, mails }: { kind: string; mails: readonly string[] }) {
  return (
    <html lang="en">
      <head>
        <title>{kind}</title>
        <style>{raw(css)}</style>
      </head>
      <body>
        {mails.map((mail) => (
          <iframe key={mail} title={kind} srcdoc={mail} />
        ))}
      </body>
    </html>
  );
}

/** For each nudge, the same mail in its four tones side by side, as on a phone. */
export function fourTones(): { name: string; html: string }[] {
  const all = new Map(sampleMails().map(({ name, mail }) => [name, mail]));
  return Object.entries(PLAIN).map(([kind, plain]) => {
    const mails = [plain, ...TONES].flatMap((name) => all.get(`${kind}: ${name}`) ?? []);
    const page = SideBySide({ kind, mails: mails.map((mail) => renderMail(mail).html) });
    return { name: `tones-${kind}`, html: `<!doctype html>${page}` };
  });
}
