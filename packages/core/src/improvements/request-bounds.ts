/** How long what is written in the forum may be, in UTF-16 code units. */
export const partBounds = { most: 600 } as const;
export const forumBounds = { comment: 4000, reason: 1000, remark: 2000, release: 60 } as const;
