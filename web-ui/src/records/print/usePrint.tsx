import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { callFile, formPath, problemText, recordPath, type FormPlace } from '../../api';
import { useText } from '../../i18n';
import { addressOf, saveAs } from '../../ui';

const PDF = 'application/pdf';
const NOTICE_SECONDS = 8;

/**
 * Has records printed and opens the PDF in a new tab, else saves it where the browser opens none; its name tells of nobody. A tab has no
 * name to save it under, so the notice offers that. Says what stood in the way.
 */
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
      // Always that of a PDF: what is opened from here belongs to this site, and must be no page that runs.
      const address = addressOf(new Blob([pdf], { type: PDF }));
      if (window.open(address, '_blank')) {
        void message.success({
          duration: NOTICE_SECONDS,
          content: (
            <>
              {t('print.opened')}{' '}
              <Button type="link" size="small" onClick={() => saveAs(name, address)}>
                {t('print.save')}
              </Button>
            </>
          ),
        });
        return;
      }
      saveAs(name, address);
      void message.success(t('print.done'));
    },
    onError: (error) => void message.error(problemText(error), NOTICE_SECONDS),
  });
}
