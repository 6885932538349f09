import type { Messages } from '../../i18n';

export const cellMessages: Messages = {
  'zh-CN': {
    cellEdit: {
      edit: '修改{{field}}',
      save: '保存',
      cancel: '取消',
      saved: '{{field}}已保存。',
      undo: '撤销',
      undone: '已撤销',
      conflict: '{{name}}刚修改过这条记录。',
      theirs: '现在的值：',
      takeTheirs: '采用现在的值',
      saveMine: '用我的覆盖',
      closed: '按表单的规则，这个字段现在不能填写。',
      others: '这样改后别的字段需要补充或更正，请打开记录修改。',
      notHere: '这个值不能在表格里修改。',
    },
  },
  en: {
    cellEdit: {
      edit: 'Change {{field}}',
      save: 'Save',
      cancel: 'Cancel',
      saved: '{{field}} saved.',
      undo: 'Undo',
      undone: 'Undone',
      conflict: '{{name}} has just changed this record.',
      theirs: 'It is now:',
      takeTheirs: 'Take theirs',
      saveMine: 'Save mine',
      closed: 'By the form’s rules this field is not to be filled in now.',
      others: 'With this change other fields need attention; open the record to change them.',
      notHere: 'This value cannot be changed in the table.',
    },
  },
};
