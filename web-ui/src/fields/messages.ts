import type { Messages } from '../i18n';

/** Words that belong to every field: tags, masks, replacing. */
export const common: Messages = {
  'zh-CN': {
    problem: {
      code: {
        field_type: '格式不正确。',
        'field_id-invalid': '请重新选择。',
        'field_control-character': '含有不可见的控制字符，请重新输入。',
        field_computed: '此项自动计算，不能填写。',
        field_generated: '此项由系统生成，不能填写。',
        'field_too-many-rows': '最多 {{maxRows}} 行。',
        'field_too-few-rows': '至少 {{minRows}} 行。',
        'field_too-many-items': '最多 {{maxItems}} 项。',
      },
    },
    field: {
      required: '必填',
      empty: '空',
      choose: '请选择',
      computed: '自动计算',
      optionGone: '（选项已删除）',
      tag: {
        public: 'S0 公开：任何能打开这条记录的人都能看到。',
        internal: 'S1 内部：按权限组可见，导出受限。',
        personal: 'S2 个人信息：加密保存，默认脱敏显示，只能按约定方式检索。',
        sensitive: 'S3 敏感个人信息：单独加密；查看明文需要说明目的和理由，并留下记录。',
        secret: 'S4 机密：加密保存，不向任何人显示明文，也不能检索。',
      },
      tagName: { public: '公开', internal: '内部', personal: '个人信息', sensitive: '敏感个人信息', secret: '机密' },
      mask: {
        label: '{{field}}：已脱敏',
        reveal: '已脱敏。你可以查看明文，需要说明目的和理由；点击申请。',
        masked: '已脱敏：你的权限组只能看到脱敏后的值。',
        withdrawn: '本人已撤回同意，此项不再向任何人显示；本人重新同意后恢复。',
        why: '你的权限组在这里只能看到脱敏后的值。需要明文时，可以申请“查看明文”的权限。',
        open: '查看 {{field}} 明文',
        lifted: '限时显示中：你之前申请的查看还未到期，到时自动收回。',
        token: '******',
      },
      replace: {
        start: '替换 {{field}}',
        startShort: '替换',
        cancel: '不替换',
        hint: '原值不会显示；保存后以新值覆盖。',
        locked: '你不能读取这个值，因此不能在此修改。',
      },
    },
  },
  en: {
    problem: {
      code: {
        field_type: 'Not in the expected form.',
        'field_id-invalid': 'Choose again.',
        'field_control-character': 'Contains invisible control characters; type it again.',
        field_computed: 'This value is worked out; it cannot be entered.',
        field_generated: 'The system gives this value; it cannot be entered.',
        'field_too-many-rows': 'At most {{maxRows}} rows.',
        'field_too-few-rows': 'At least {{minRows}} rows.',
        'field_too-many-items': 'At most {{maxItems}} items.',
      },
    },
    field: {
      required: 'Required',
      empty: 'Empty',
      choose: 'Choose',
      optionGone: '(option removed)',
      computed: 'Calculated',
      tag: {
        public: 'S0 Public: whoever can open this record can see it.',
        internal: 'S1 Internal: visible by permission group, export restricted.',
        personal: 'S2 Personal: stored encrypted, shown masked by default, found only by the declared searches.',
        sensitive: 'S3 Sensitive: encrypted apart; seeing the clear value takes a purpose and a reason, and is logged.',
        secret: 'S4 Secret: stored encrypted, never shown to anyone in clear, never searched.',
      },
      tagName: {
        public: 'Public',
        internal: 'Internal',
        personal: 'Personal',
        sensitive: 'Sensitive',
        secret: 'Secret',
      },
      mask: {
        label: '{{field}}: masked',
        reveal: 'Masked. You may see the clear value with a purpose and a reason; click to ask.',
        masked: 'Masked: your permission group sees the mask only.',
        withdrawn: 'The person has withdrawn consent: nobody sees this until the person agrees again.',
        why: 'Your permission group sees only the mask here. If you need the value, ask for the right to reveal it.',
        open: 'Reveal {{field}}',
        lifted: 'Shown for a while: your earlier reveal still runs and closes by itself.',
        token: '******',
      },
      replace: {
        start: 'Replace {{field}}',
        startShort: 'Replace',
        cancel: 'Keep the old value',
        hint: 'The present value stays hidden; saving overwrites it.',
        locked: 'You cannot read this value, so it cannot be changed here.',
      },
    },
  },
};
