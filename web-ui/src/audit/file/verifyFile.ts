import { parsed, Unsound, type Wrong } from './checks';
import { knowsSignatures } from './note';
import { CERTIFICATE, verifyCertificate, verifyEvidence } from './verifyEvidence';
import { EXPORT, ExportWalk } from './verifyExport';

/** What a sound file is and proves. */
export interface FileVerdict {
  kind: 'export' | 'evidence' | 'certificate';
  entries: number;
  size: number;
  /** Lower-case hex. */
  root: string;
  /** The verifier key that signed it. */
  key: string;
}

export type FileResult =
  { state: 'ok'; verdict: FileVerdict } | { state: 'bad'; why: Wrong; entry: number | undefined } | { state: 'unable' };

/** A certificate or a bundle is small; what is larger is no such file. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Checks an exported log, a bundle of proofs or an approval certificate, here and without asking the server anything.
 *
 * @param trusted the verifier key that it must be signed with
 * @param onProgress is told how much of a log is checked, 0 to 1
 */
export async function verifyFile(
  file: Blob,
  trusted: string | undefined,
  onProgress: (done: number) => void = () => undefined,
): Promise<FileResult> {
  if (!(await knowsSignatures())) return { state: 'unable' };
  return checked(async () => {
    const start = await file.slice(0, 1_000).text();
    if ((start.split('\n', 1)[0] ?? '').includes(`"${EXPORT}"`)) return verifyLog(file.stream(), trusted, onProgress);
    if (file.size > MOST_BYTES) throw new Unsound('format');
    const document = parsed(await file.text());
    return document['format'] === CERTIFICATE
      ? verifyCertificate(document, trusted)
      : verifyEvidence(document, trusted);
  });
}

async function checked(work: () => Promise<FileVerdict>): Promise<FileResult> {
  try {
    return { state: 'ok', verdict: await work() };
  } catch (problem) {
    if (problem instanceof Unsound) return { state: 'bad', why: problem.why, entry: problem.entry };
    throw problem;
  }
}

async function verifyLog(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  trusted: string | undefined,
  onProgress: (done: number) => void,
): Promise<FileVerdict> {
  const walk = new ExportWalk(trusted);
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  let rest = '';
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    const lines = (rest + decoder.decode(chunk.value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) await walk.line(line);
    onProgress(walk.done);
  }
  await walk.line(rest + decoder.decode());
  return walk.end();
}
