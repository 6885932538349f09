import { solution } from './puzzle';

/** Searches beside the page, so that typing stays smooth. */
self.onmessage = ({ data }: MessageEvent<{ text: string; bits: number }>) => {
  self.postMessage(solution(data.text, data.bits, 0, Number.MAX_SAFE_INTEGER));
};
