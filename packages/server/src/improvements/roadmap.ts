import { decidedStatuses } from '@teo-support/core';
import type { Roadmap, roadmapQuerySchema } from '@teo-support/core/contract';
import type { z } from 'zod';
import type { RequesterViewer } from '../identity/index.js';
import type { Reader } from '../storage/index.js';
import { listForRequester } from './lists.js';
import { summariesOf } from './summaries.js';

/** The requests by what was decided of them: of each status the latest, as the list that is sorted so begins. */
export async function readRoadmap(
  reader: Reader,
  viewer: RequesterViewer,
  query: z.output<typeof roadmapQuerySchema>,
  now: number,
): Promise<Roadmap> {
  const columns = decidedStatuses.map(async (status) => {
    const list = { ...query, status, sort: 'decided' } as const;
    const { rows, total, atLeast } = await listForRequester(reader, viewer, list, now);
    return { status, items: await summariesOf(reader, viewer, rows, now), total, atLeast };
  });
  return { columns: await Promise.all(columns) };
}
