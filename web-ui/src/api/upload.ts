import { currentLocale } from '../i18n';
import { path } from './client';
import { Problem, type ProblemBody } from './problem';

/** A file as records show it. */
export interface StoredFile {
  id: string;
  name: string;
  bytes: number;
  type: string;
}

/** Sends one file. `fetch` cannot tell how far it is, so this is the one place that does without it. */
export function upload(
  tenant: string,
  file: File,
  onProgress: (share: number) => void,
  signal?: AbortSignal,
): Promise<StoredFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append('file', file);
    request.open('POST', `/api/v1${path`/tenants/${tenant}/files`}`);
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Accept-Language', currentLocale());
    request.setRequestHeader('X-Requested-With', 'jianmi');
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onload = () => {
      const answer = parsed(request.responseText);
      if (request.status === 201) resolve(answer as StoredFile);
      else reject(new Problem(problem(request.status, answer as Partial<ProblemBody>)));
    };
    request.onerror = () => reject(new Error('network'));
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}

function problem(status: number, body: Partial<ProblemBody>): ProblemBody {
  return { ...body, status, code: body.code ?? `status.${status}` };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

/** Where a file is fetched; the answer is always an attachment. */
export function fileAddress(tenant: string, id: string): string {
  return `/api/v1${path`/tenants/${tenant}/files/${id}`}`;
}
