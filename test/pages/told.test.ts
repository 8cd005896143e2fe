import { expect, it } from 'vitest';
import { Quote } from '../../templates/pages/parts/told.tsx';

it('shows what somebody typed, and runs none of it', () => {
  const shown = String(Quote({ words: '<img src=x onerror="alert(1)"> & co' }));
  expect(shown).toBe('<q dir="auto">&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; co</q>');
});
