import { createServer, type Socket } from 'node:net';

/** What came over one connection: the command, and of a stream its pieces as they were framed. */
export interface Question {
  readonly command: string;
  readonly pieces: readonly Buffer[];
}

/** How a played daemon goes about one question: it may answer, say nothing, or hang up. */
export type Play = (question: Question, socket: Socket) => void;

/** A daemon that speaks the protocol of clamd and takes each question apart as that does; the test says the answer. */
export async function playClamd(play: Play) {
  const questions: Question[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    let received = Buffer.alloc(0);
    let asked = false;
    socket.on('data', (bytes: Buffer) => {
      received = Buffer.concat([received, bytes]);
      const question = asked ? null : questionIn(received);
      if (question === null) return;
      asked = true;
      questions.push(question);
      play(question, socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    address: `tcp://127.0.0.1:${port}`,
    questions,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** What was asked, once all of it is there. */
function questionIn(received: Buffer): Question | null {
  const end = received.indexOf(0);
  if (end === -1) return null;
  const command = received.subarray(0, end).toString();
  if (command !== 'zINSTREAM') return { command, pieces: [] };
  const pieces: Buffer[] = [];
  for (let at = end + 1; at + 4 <= received.length; ) {
    const size = received.readUInt32BE(at);
    if (size === 0) return { command, pieces };
    if (at + 4 + size > received.length) return null;
    pieces.push(received.subarray(at + 4, at + 4 + size));
    at += 4 + size;
  }
  return null;
}
