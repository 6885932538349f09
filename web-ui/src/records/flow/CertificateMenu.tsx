import { SafetyCertificateOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Dropdown } from 'antd';
import { callFile, problemText, recordPath, type FormPlace } from '../../api';
import { useText } from '../../i18n';
import { saveFile } from '../../ui';

const TYPES = { json: 'application/json', pdf: 'application/pdf' };
const NOTICE_SECONDS = 8;

type Kind = keyof typeof TYPES;

interface Props {
  place: FormPlace;
  record: string;
}

/** Takes the approval certificate along: as the file that proves itself, or on paper. */
export function CertificateMenu({ place, record }: Props) {
  const t = useText();
  const { message } = App.useApp();
  const take = useMutation({
    mutationFn: async (kind: Kind) => ({
      kind,
      file: await callFile(`${recordPath(place, record)}/workflow/certificate`, TYPES[kind]),
    }),
    onSuccess: ({ kind, file }) => {
      saveFile(`certificate-${record}.${kind}`, new Blob([file], { type: TYPES[kind] }));
      void message.success(t('records.flow.certificateDone'));
    },
    onError: (error) => void message.error(problemText(error), NOTICE_SECONDS),
  });
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'json', label: t('records.flow.certificateJson') },
          { key: 'pdf', label: t('records.flow.certificatePdf') },
        ],
        onClick: ({ key }) => take.mutate(key as Kind),
      }}
    >
      <Button size="small" icon={<SafetyCertificateOutlined aria-hidden />} loading={take.isPending}>
        {t('records.flow.certificate')}
      </Button>
    </Dropdown>
  );
}
