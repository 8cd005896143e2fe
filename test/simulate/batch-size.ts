/** So many conversations live in one world: enough that they overtake each other, and that a sweep takes pages. */
export const BATCH_SIZE = 50;
