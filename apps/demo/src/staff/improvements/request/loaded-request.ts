import type { SimilarImprovements, StaffImprovement, SupportClient } from '@teo-support/sdk';

const similarShown = 4;

/** A request with what its page says beside it. */
export interface LoadedRequest {
  readonly request: StaffImprovement;
  readonly similar: SimilarImprovements['hits'];
}

export async function loadRequest(
  { staff }: SupportClient,
  id: string,
  signal: AbortSignal,
): Promise<LoadedRequest> {
  const [request, { hits }] = await Promise.all([
    staff.improvements.get(id, { signal }),
    staff.improvements.similarTo(id, { limit: similarShown }, { signal }),
  ]);
  const merged = new Set(request.merged.map((one) => one.id));
  return { request, similar: hits.filter(({ improvement }) => !merged.has(improvement.id)) };
}
