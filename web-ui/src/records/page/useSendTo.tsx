import { useMutation } from '@tanstack/react-query';
import { Alert, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { call, formPath, Problem, problemText, type FormPlace, type RecordData } from '../../api';
import { sendable } from '../../form';
import { useText } from '../../i18n';
import type { FormDefinition } from '../../schema';
import { mustChoose, NextPeople, type NextStep } from '../../workflow';

/** The server's word on whom one has chosen, or not. */
const OF_CHOICE = ['task.choice-required', 'task.choice'];

interface Sending {
  /** The submission under way. */
  save: { isPending: boolean; error: Error | null };
  /** Submits; to nobody in particular where nobody was chosen. */
  send: (to: string[]) => void;
}

interface SendTo {
  /** Asks who acts next where that is the submitter's to choose, then submits. */
  submit: (data: RecordData) => void;
  /** A refusal that is about the choice is the dialog's to tell. */
  refused: (error: Error) => void;
  busy: boolean;
  open: boolean;
  dialog: ReactNode;
}

/** Submitting a record: where whoever submits chooses who acts on the next step, that is asked first. */
export function useSendTo(place: FormPlace, form: FormDefinition, { save, send }: Sending): SendTo {
  const t = useText();
  const [steps, setSteps] = useState<NextStep[] | null>(null);
  const [chosen, setChosen] = useState<string[]>([]);
  const [missing, setMissing] = useState(false);
  const ask = useMutation({
    mutationFn: (data: RecordData) =>
      call<{ chooses?: NextStep[] }>(`${formPath(place)}/records/compute`, {
        method: 'POST',
        body: { data: sendable(form, data) },
      }),
    onSuccess: ({ chooses = [] }) => (chooses.length > 0 ? setSteps(chooses) : send([])),
    // What is wrong is told by the submission itself.
    onError: () => send([]),
  });
  const go = () => {
    if (save.isPending || !steps) return;
    const nobody = chosen.length === 0 && mustChoose(steps);
    setMissing(nobody);
    if (nobody) document.getElementById('next-people')?.focus();
    else send(chosen);
  };
  return {
    submit: (data) => ask.mutate(data),
    refused: (error) => {
      const choice = error instanceof Problem && OF_CHOICE.includes(error.code);
      setSteps((before) => (choice ? (before ?? [{ node: '', required: true }]) : null));
    },
    busy: ask.isPending || save.isPending,
    open: steps !== null,
    dialog: (
      <Modal
        open={steps !== null}
        width={440}
        title={t('records.sendTo')}
        okText={t('records.submit')}
        cancelText={t('records.cancel')}
        confirmLoading={save.isPending}
        afterOpenChange={(open) => open && document.getElementById('next-people')?.focus()}
        onOk={go}
        onCancel={() => setSteps(null)}
      >
        {steps ? (
          <NextPeople
            tenant={place.tenant}
            steps={steps}
            busy={save.isPending}
            chosen={chosen}
            missing={missing}
            onChoose={(people) => {
              setChosen(people);
              setMissing(false);
            }}
          />
        ) : null}
        {steps && save.error ? (
          <Alert className="jm-send-to-problem" role="alert" type="error" showIcon message={problemText(save.error)} />
        ) : null}
      </Modal>
    ),
  };
}
