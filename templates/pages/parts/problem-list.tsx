import { enPages } from '../../words/en-pages.ts';
import { idOf } from './field.tsx';

/** What is wrong, counted and each linked to its field; nothing when nothing is. `nameOf`: what a field is called. */
export function ProblemList({
  errors,
  sent,
  nameOf = () => undefined,
}: {
  errors: readonly { path: string; message: string }[];
  sent?: boolean;
  nameOf?: (path: string) => string | undefined;
}) {
  if (errors.length === 0) return null;
  return (
    <div class="alert" role="alert" tabindex={-1}>
      <h2 class="h3">{sent ? enPages.pages.notSent : enPages.pages.notDone}</h2>
      <ul class="stack-s">
        {errors.map(({ path, message }) => (
          <li key={path}>
            {path === '' ? (
              message
            ) : (
              <a href={`#${idOf(path)}`}>{enPages.form.named(nameOf(path), message)}</a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
