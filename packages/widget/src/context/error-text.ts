import { withoutSecrets } from './without-secrets.js';

const longestError = 300;
/** What is longer than this may have been cut, as the launcher keeps 600 characters of each value. */
const maybeCut = 500;

/** What a cut may have gone through, so that what stood there can no longer be told: a name, an address, a number. */
const cutOff = /[\d .-]*[^\s"',;<>(){}[\]]*$/;

/**
 * An error as one reads it: put together as the console would, without what is secret or personal, and not too long.
 * @param said each value in words, with `\0` in between
 */
export function errorText(said: string): string {
  const [first = '', ...others] = said
    .split('\0')
    .map((words) => (words.length > maybeCut ? uncut(words) : words));
  const told = first.replace(/%[sdifoOc]/g, (mark) => {
    const value = others.shift();
    // A colour is none of the words.
    return mark === '%c' ? '' : (value ?? mark);
  });
  const text = withoutSecrets([told, ...others].join(' ')).trim();
  return text.length > longestError ? uncut(text.slice(0, longestError)) : text;
}

function uncut(text: string): string {
  return `${text.replace(cutOff, '')}…`;
}
