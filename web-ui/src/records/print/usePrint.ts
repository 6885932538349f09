import { useMutation } from '@tanstack/react-query';
import { App } from 'antd';
import { callFile, formPath, problemText, recordPath, type FormPlace } from '../../api';
import { useText } from '../../i18n';

const PDF = 'application/pdf';

/** Has records printed and saves the PDF; its name tells of nobody. Says what stood in the way. */
export function usePrint(place: FormPlace) {
  const t = useText();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: async (ids: readonly string[]) => {
      const [only] = ids;
      if (ids.length === 1 && only !== undefined) {
        return { name: `${place.form}-${only}.pdf`, pdf: await callFile(`${recordPath(place, only)}/print`, PDF) };
      }
      const pdf = await callFile(`${formPath(place)}/records/print`, PDF, { method: 'POST', body: { ids } });
      return { name: `${place.form}.pdf`, pdf };
    },
    onSuccess: ({ name, pdf }) => {
      save(name, pdf);
      void message.success(t('print.done'));
    },
    onError: (error) => void message.error(problemText(error), 8),
  });
}

function save(name: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has taken the file by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
