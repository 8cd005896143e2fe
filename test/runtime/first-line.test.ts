import { expect, test } from 'vitest';
import { firstLine } from '../../infra/local/console/first-line.ts';

test.each([
  [
    '<head><title>no</title><style>p{}</style></head><body><!-- no --><p> Mei&#x27;s\n part </p><p>two</p>',
    "Mei's part",
  ],
  ['<div>&zwnj;&nbsp;&#847;</div><p>a &lt;b&gt; &copy;</p>', 'a <b> &copy;'],
  ['', 'the text'],
])('%s', (html, line) => {
  expect(firstLine(html, '\n  the text\nmore')).toBe(line);
});
