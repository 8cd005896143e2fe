/** The longest that one wake may take: 42 mails (20 people, a recap and an invitation each) at half a mail a second. */
export const WAKE_SECONDS = 120;
/** How long a ring stays hidden while it is handled: six times as long, Lambda's advice for SQS. */
export const HIDDEN_SECONDS = 6 * WAKE_SECONDS;
/** After so many tries a ring is a dead letter. */
export const MOST_RECEIVES = 5;
