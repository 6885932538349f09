import { addMessages, type Messages } from '../i18n';

/** Loads words when they are first wanted; a try that failed is made again with the next page. */
function once(load: () => Promise<Messages>): () => Promise<void> {
  let loading: Promise<void> | undefined;
  return () => {
    loading ??= load().then(addMessages, (error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}

/** The words of every page but the first. */
export const workWords = once(async () => (await import('./workMessages')).workMessages);
/** The words of designers' pages, beside those of work. */
export const designWords = once(async () => (await import('./designMessages')).designMessages);
