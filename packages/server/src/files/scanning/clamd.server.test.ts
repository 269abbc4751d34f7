import { afterEach, describe, expect, test } from 'vitest';
import { type Play, playClamd } from '../../testing/clamd/played-clamd.js';
import { BeyondScannerError, Clamd, ScannerError } from './clamd.js';
import { scannerIn, scannerVariables } from './environment.js';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function played(play: Play, silentMs = 5000) {
  const daemon = await playClamd(play);
  closing.push(daemon.close);
  const place = scannerVariables.FILES_SCANNER.parse(daemon.address);
  if (place === undefined) throw new Error('no place');
  return { clamd: new Clamd({ place, silentMs }), questions: daemon.questions };
}

const answering =
  (answer: string): Play =>
  (_question, socket) =>
    socket.end(answer);

async function* pieces(...given: readonly string[]) {
  for (const piece of given) yield Buffer.from(piece);
}

describe('the protocol of clamd', () => {
  test('sends a stream piece by piece with its sizes, and ends it', async () => {
    const { clamd, questions } = await played(answering('stream: OK\0'));
    expect(await clamd.scan(pieces('un', '', 'deux'))).toEqual({ kind: 'clean' });
    expect(questions).toEqual([{ command: 'zINSTREAM', pieces: [Buffer.from('un'), Buffer.from('deux')] }]);
  });

  test('passes on a large stream as it was', async () => {
    const { clamd, questions } = await played(answering('stream: OK\0'));
    const piece = 'téo '.repeat(50_000);
    await clamd.scan(pieces(...Array.from({ length: 20 }, () => piece)));
    expect(Buffer.concat([...(questions[0]?.pieces ?? [])]).equals(Buffer.from(piece.repeat(20)))).toBe(true);
  });

  test('reads an answer that comes letter by letter', async () => {
    const { clamd } = await played((_question, socket) => {
      socket.setNoDelay(true);
      for (const letter of 'stream: Win.Test.EICAR_HDB-1 FOUND\0') socket.write(letter);
    });
    expect(await clamd.scan(pieces('x'))).toEqual({ kind: 'infected', found: 'Win.Test.EICAR_HDB-1' });
  });

  test.each<[string, string]>([
    ['an error', 'INSTREAM: Can’t allocate memory ERROR\0'],
    ['words of something else', 'HTTP/1.1 400 Bad Request\r\n\r\n\0'],
    ['nothing', '\0'],
    ['a verdict about something else', 'other: OK\0'],
    ['half a verdict', 'stream: OK'],
  ])('takes %s for no verdict', async (_what, answer) => {
    const { clamd } = await played(answering(answer));
    await expect(clamd.scan(pieces('x'))).rejects.toBeInstanceOf(ScannerError);
  });

  test.each([
    'INSTREAM size limit exceeded. ERROR\0',
    'stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND\0',
  ])('takes “%s” for neither clean nor infected', async (answer) => {
    const { clamd } = await played(answering(answer));
    await expect(clamd.scan(pieces('x'))).rejects.toBeInstanceOf(BeyondScannerError);
  });

  test('gives up one that hangs up or stays silent, and one that is not there', async () => {
    const hangingUp = await played((_question, socket) => socket.destroy());
    await expect(hangingUp.clamd.scan(pieces('x'))).rejects.toThrow(/without an answer|cannot be asked/);
    const silent = await played(() => {}, 50);
    await expect(silent.clamd.scan(pieces('x'))).rejects.toThrow(/does not answer/);
    const gone = new Clamd({ place: { kind: 'unix', path: '/nonexistent/clamd' }, silentMs: 50 });
    await expect(gone.version()).rejects.toThrow(/cannot be asked: .*ENOENT/);
  });

  test('tells a fault of the content apart from one of the scanner', async () => {
    const { clamd } = await played(() => {});
    async function* broken() {
      yield Buffer.from('x');
      throw new RangeError('The store broke off.');
    }
    await expect(clamd.scan(broken())).rejects.toBeInstanceOf(RangeError);
  });
});

test.each([
  ['unix:/run/clamav/clamd.ctl', { kind: 'unix', path: '/run/clamav/clamd.ctl' }],
  ['tcp://clamav:3310', { kind: 'tcp', host: 'clamav', port: 3310 }],
  ['tcp://[::1]:3310', { kind: 'tcp', host: '::1', port: 3310 }],
  ['/run/clamav/clamd.ctl', null],
  ['tcp://clamav', null],
  ['tcp://clamav:0', null],
  ['http://clamav:3310', null],
])('FILES_SCANNER=%s', (given, place) => {
  const read = scannerVariables.FILES_SCANNER.safeParse(given);
  expect(read.success ? read.data : null).toEqual(place);
});

test('without one nothing is looked through', () => {
  expect(scannerIn({ FILES_SCANNER: undefined, FILES_SCANNER_SILENT_SECONDS: 60 })).toBeNull();
});
