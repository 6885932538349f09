import type { Messages } from '../../i18n';

export const conversionMessages: Messages = {
  'zh-CN': {
    conversion: {
      running: '正在把记录转换到版本 {{version}}，期间可以照常使用。',
      rehearsing: '正在试算版本 {{version}} 的转换，不会改动任何记录。',
      cancelling: '正在撤回版本 {{version}} 的转换。',
      done: '已处理 {{done}} / {{total}} 条',
      progress: '转换进度',
      cancel: '取消转换',
      keep: '继续转换',
      sure: '取消这次转换？',
      sureHint: '表单保持当前版本，已转换的内容会被移除，记录不受影响。',
      cancelled: '已取消转换，表单保持当前版本。',
    },
  },
  en: {
    conversion: {
      running: 'Records are being converted to version {{version}}; work goes on meanwhile.',
      rehearsing: 'The conversion to version {{version}} is being rehearsed; no record changes.',
      cancelling: 'The conversion to version {{version}} is being taken back.',
      done: '{{done}} of {{total}} done',
      progress: 'Progress of the conversion',
      cancel: 'Cancel the conversion',
      keep: 'Go on',
      sure: 'Cancel this conversion?',
      sureHint: 'The form stays on its version, what was converted is removed, and no record is touched.',
      cancelled: 'The conversion is cancelled; the form stays on its version.',
    },
  },
};
