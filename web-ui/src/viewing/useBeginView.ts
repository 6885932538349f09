import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { begin, type Who } from './store';

/** From here on the pages are looked at with these eyes, beginning with the first; nothing that was loaded before stays. */
export function useBeginView(tenant: string, onBegun: () => void = () => undefined) {
  const cache = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (who: Who) => begin(tenant, who),
    onSuccess: async () => {
      onBegun();
      await navigate('/');
      await cache.resetQueries();
    },
  });
}
