import type { Problem } from '@teo-support/core/contract';

export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
}

/** A refusal as the API words it. */
export function problem(
  status: number,
  code: string,
  detail: string,
  errors: Problem['errors'] = [],
): Response {
  const body: Problem = {
    type: `/problems/${code}`,
    title: code,
    status,
    code,
    detail,
    requestId: 'r-1',
    errors,
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });
}
