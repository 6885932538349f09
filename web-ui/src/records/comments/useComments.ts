import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call, recordPath, useActing, type Comment, type FormPlace, type ListedComment, type Page } from '../../api';
import { useOnce } from '../../form';
import { mentioned, type Draft } from '../../talk';

/** The comments of a record, newest first, and what one can do with them. */
export function useComments(place: FormPlace, record: string) {
  const address = `${recordPath(place, record)}/comments`;
  const cache = useQueryClient();
  const once = useOnce();
  const colleagues = useActing(place.tenant).members;
  const said = (draft: Draft, before?: Comment) => ({
    text: draft.text,
    mentions: mentioned(draft, colleagues),
    // An edit that does not speak of files keeps them.
    ...(draft.files.length > 0 || before?.files?.length ? { files: draft.files.map((file) => file.id) } : {}),
  });
  // The same words said again later are another comment.
  const [round, setRound] = useState(0);
  const list = useInfiniteQuery({
    queryKey: [address],
    queryFn: ({ pageParam, signal }) =>
      call<Page<ListedComment>>(address + (pageParam ? `?after=${encodeURIComponent(pageParam)}` : ''), { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  });
  const again = () => cache.invalidateQueries({ queryKey: [address] });
  const write = useMutation({
    mutationFn: (draft: Draft) =>
      call<Comment>(address, {
        method: 'POST',
        body: said(draft),
        once: once(`${round} ${JSON.stringify(said(draft))}`),
      }),
    onSuccess: () => {
      setRound(round + 1);
      return again();
    },
  });
  const edit = useMutation({
    mutationFn: ({ comment, draft }: { comment: Comment; draft: Draft }) =>
      call<Comment>(`${address}/${comment.id}`, {
        method: 'PATCH',
        body: said(draft, comment),
        version: comment.version,
      }),
    onSettled: again,
  });
  const remove = useMutation({
    mutationFn: (comment: Comment) => call(`${address}/${comment.id}`, { method: 'DELETE', version: comment.version }),
    onSettled: again,
  });
  const restore = useMutation({
    mutationFn: (comment: Comment) => call<Comment>(`${address}/${comment.id}/restore`, { method: 'POST', body: {} }),
    onSettled: again,
  });
  return { list, items: list.data?.pages.flatMap((page) => page.items) ?? [], write, edit, remove, restore };
}
