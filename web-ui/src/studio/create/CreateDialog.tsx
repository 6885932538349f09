import { Button, Form, Input, Modal, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { Problem, problemText } from '../../api';
import { currentLocale, useText } from '../../i18n';
import { KEY, keyFrom } from '../document';

/** A title in one language, or in both. */
export type NewTitle = Record<string, string>;

interface Props {
  what: 'form' | 'app';
  onCreate: (key: string, title: NewTitle) => Promise<void>;
  onClose: () => void;
}

/** A name is all it takes; the key follows from it and stands under details. */
export function CreateDialog({ what, onCreate, onClose }: Props) {
  const t = useText();
  const [title, setTitle] = useState('');
  const [other, setOther] = useState('');
  const [typedKey, setTypedKey] = useState<string>();
  const [started] = useState(() => Date.now());
  const [details, setDetails] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const first = useRef<InputRef>(null);
  const english = currentLocale() === 'en';
  const key = typedKey ?? keyFrom(english ? title : other || title, what, started);
  const keyBad = !KEY.test(key) || key.length > 40;
  const taken = problem instanceof Problem && [409, 412].includes(problem.status);

  const create = async () => {
    if (!title.trim() || keyBad) return;
    setBusy(true);
    try {
      const own = english ? 'en' : 'zh-CN';
      const second = other.trim() ? { [english ? 'zh-CN' : 'en']: other.trim() } : {};
      await onCreate(key, { [own]: title.trim(), ...second });
    } catch (refused) {
      setProblem(refused);
      setBusy(false);
      if (refused instanceof Problem && [409, 412].includes(refused.status)) setDetails(true);
    }
  };

  return (
    <Modal
      open
      title={t(`studio.create.${what}`)}
      onCancel={onClose}
      afterOpenChange={(open) => (open ? first.current?.focus() : undefined)}
      okText={t('studio.create.make')}
      cancelText={t('studio.create.cancel')}
      okButtonProps={{ loading: busy, disabled: !title.trim() || keyBad }}
      onOk={() => void create()}
    >
      <p className="jm-quiet" style={{ marginBottom: 16 }}>
        {t(`studio.create.${what}Hint`)}
      </p>
      <Form layout="vertical" onFinish={() => void create()}>
        <Form.Item label={t('studio.create.title')} htmlFor="create-title" required>
          <Input
            id="create-title"
            ref={first}
            value={title}
            maxLength={100}
            placeholder={t(what === 'form' ? 'studio.create.titleFormHint' : 'studio.create.titleAppHint')}
            onChange={(event) => setTitle(event.target.value)}
            onPressEnter={() => void create()}
          />
        </Form.Item>
        {details ? (
          <>
            <Form.Item label={t('studio.create.english')} htmlFor="create-other">
              <Input
                id="create-other"
                value={other}
                maxLength={100}
                onChange={(event) => setOther(event.target.value)}
              />
            </Form.Item>
            <Form.Item
              label={t('studio.create.key')}
              htmlFor="create-key"
              extra={t('studio.create.keyHint')}
              validateStatus={keyBad && title ? 'error' : ''}
              help={keyBad && title ? t('studio.create.keyBad') : undefined}
            >
              <Input
                id="create-key"
                className="jm-mono"
                value={key}
                maxLength={40}
                onChange={(event) => setTypedKey(event.target.value)}
              />
            </Form.Item>
          </>
        ) : (
          <Button type="link" style={{ paddingInline: 0 }} onClick={() => setDetails(true)}>
            {t('studio.create.details')}
          </Button>
        )}
        {problem ? (
          <p className="jm-error" role="alert">
            {taken ? t('studio.create.taken') : problemText(problem)}
          </p>
        ) : null}
      </Form>
    </Modal>
  );
}
