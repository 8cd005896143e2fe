// One wake Lambda composes and sends at least this many mails a second, each in a wake of its own (0.3 s at 512 MB).
const MAILS_A_SECOND = 2;
// The least that Lambda lets an SQS event source have (2), and what keeps a tenant from taking the account (1,000).
const LEAST = 2;
const MOST = 100;

/**
 * How many wake Lambdas may run at once for a send rate, and the share of it that each may use: a limit on concurrency
 * alone bounds no rate. A share in whole mails where one is to be had: then no second of all together has more than the
 * rate, while four times three and a half can be sixteen.
 */
export function sendShare(sendRate: number): { concurrency: number; rate: number } {
  const fewest = Math.min(MOST, Math.max(LEAST, Math.ceil(sendRate / MAILS_A_SECOND)));
  const counts = Array.from({ length: MOST - fewest + 1 }, (_, more) => fewest + more);
  const concurrency = counts.find((count) => Number.isInteger(sendRate / count)) ?? fewest;
  return { concurrency, rate: sendRate / concurrency };
}
