import { z } from 'zod';

/** So many tickets are told at the most: whoever has not read more than these counts no further. */
export const mostUnread = 100;

/** What a téomaster has not read yet, the latest change first. */
export const unreadTicketsSchema = z
  .object({
    tickets: z
      .array(
        z.object({
          id: z.string(),
          version: z.int().describe('The version that has not been read, for `markTicketSeen`'),
        }),
      )
      .max(mostUnread),
  })
  .describe(
    'Tickets of mine, and those of my organization that I have opened before, in which the team or somebody else did something since I read them last',
  );
export type UnreadTickets = z.infer<typeof unreadTicketsSchema>;

export const seenRequestSchema = z.object({
  version: z
    .int()
    .min(1)
    .describe('The version that was shown; an earlier one than was said before changes nothing'),
});
export type SeenRequest = z.infer<typeof seenRequestSchema>;
