import { SupportError } from '@teo-support/sdk/connection';

/** A part that does not come is told as what it most likely is: a connection that is down. */
export function told<T>(loading: Promise<T>): Promise<T> {
  return loading.catch((error: unknown) => {
    throw new SupportError('A part of the widget could not be loaded.', { cause: error });
  });
}
