import { solution } from './puzzle';

/** A challenge as the server gives it; what else stands in it belongs to its kind. */
export interface Challenge {
  kind: string;
}

/** Solves challenges of one kind; what it gives is sent as the answer. */
export type Solver = (challenge: Challenge, signal: AbortSignal) => Promise<unknown>;

interface Puzzle extends Challenge {
  text: string;
  bits: number;
}

/** By kind. Who plugs another captcha into the server adds its solver here. */
const SOLVERS: Record<string, Solver> = {
  'proof-of-work': async (challenge, signal) => {
    const { text, bits } = challenge as Puzzle;
    return { text, number: String(await numberOf(text, bits, signal)) };
  },
};

export async function solve(challenge: Challenge | null, signal: AbortSignal): Promise<unknown> {
  if (challenge === null) return undefined;
  const solver = SOLVERS[challenge.kind];
  if (!solver) throw new Error(`no solver of ${challenge.kind}`);
  return solver(challenge, signal);
}

async function numberOf(text: string, bits: number, signal: AbortSignal): Promise<number> {
  try {
    return await besideThePage(text, bits, signal);
  } catch (error) {
    if (signal.aborted) throw error;
    return onThePage(text, bits, signal);
  }
}

function besideThePage(text: string, bits: number, signal: AbortSignal): Promise<number> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./puzzle.worker.ts', import.meta.url), { type: 'module' });
    const end = (act: () => void) => () => {
      worker.terminate();
      act();
    };
    signal.addEventListener(
      'abort',
      end(() => reject(new DOMException('', 'AbortError'))),
      { once: true },
    );
    worker.onerror = end(() => reject(new Error('no worker')));
    worker.onmessage = ({ data }: MessageEvent<number>) => end(() => resolve(data))();
    worker.postMessage({ text, bits });
  });
}

const AT_ONCE = 2_000;

/** Where there are no workers: in turns short enough that a key press never waits long. */
async function onThePage(text: string, bits: number, signal: AbortSignal): Promise<number> {
  for (let from = 0; ; from += AT_ONCE) {
    const found = solution(text, bits, from, AT_ONCE);
    if (found !== undefined) return found;
    await new Promise((go) => setTimeout(go));
    signal.throwIfAborted();
  }
}
