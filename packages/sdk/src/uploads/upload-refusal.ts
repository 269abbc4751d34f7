import type { FileLimits } from '@teo-support/core/contract';

/** Why a file is not even sent. */
export type UploadRefusal =
  | { readonly kind: 'type' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'size'; readonly mostBytes: number }
  | { readonly kind: 'count'; readonly most: number };

/**
 * What is wrong with a file as far as its name and size tell; `null` when the server should have a look at it. What a
 * file is, only its content says, and only the server looks at that: a name that is not known may be that of a text.
 */
export function refusalOf(
  { name, type, size }: Pick<File, 'name' | 'type' | 'size'>,
  { kinds }: FileLimits,
): UploadRefusal | null {
  if (size === 0) return { kind: 'empty' };
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const byName = kinds.find(({ endings }) => endings.includes(ending));
  const known = byName ?? kinds.find(({ mediaTypes }) => mediaTypes.includes(type));
  const kind = known ?? (mayBeText(type) ? kinds.find((each) => each.kind === 'text') : undefined);
  if (kind === undefined || kind.mostBytes === 0) return { kind: 'type' };
  if (size <= kind.mostBytes) return null;
  return known === undefined ? { kind: 'type' } : { kind: 'size', mostBytes: kind.mostBytes };
}

/** What browsers call a file whose name tells them nothing, or that is written in letters. */
function mayBeText(type: string): boolean {
  return type === '' || /^(?:text\/|application\/(?:.*[+-])?(?:json|xml|sql|x?yaml)$)/.test(type);
}
