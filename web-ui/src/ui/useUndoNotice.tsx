import { App, Button } from 'antd';

interface Notice {
  /** Of several notices with one key the last one stands. */
  key: string;
  text: string;
  seconds: number;
  /** How it is taken back; absent where it cannot be. */
  undo?: { label: string; run: () => void } | undefined;
}

/** Says that something is done and, as long as it says so, offers to take it back. */
export function useUndoNotice(): (notice: Notice) => void {
  const { message } = App.useApp();
  return ({ key, text, seconds, undo }) =>
    void message.open({
      key,
      type: 'success',
      duration: seconds,
      content: (
        <span>
          {text}
          {undo ? (
            <>
              {' '}
              <Button
                type="link"
                size="small"
                onClick={() => {
                  message.destroy(key);
                  undo.run();
                }}
              >
                {undo.label}
              </Button>
            </>
          ) : null}
        </span>
      ),
    });
}
