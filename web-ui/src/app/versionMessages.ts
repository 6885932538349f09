import type { Messages } from '../i18n';

/** What a new version of a form may not do to the records of those before it, by stable code. */
export const versionMessages: Messages = {
  'zh-CN': {
    problem: {
      code: {
        'form_table-busy': '记录写入一直很忙，表结构暂时改不了，请稍后再次发布。',
        'form_newer-version': '表单刚发布了新版本，请刷新后重试。',
        'form_values-not-unique': '已有记录的值重复，不能设为不可重复。',
        'form_column-type-changed': '已有数据的列不能改成这种类型。',
        'field_values-kept': '此字段已移除，已有的值会保留；用同一标识和类型加回后即恢复。',
        'field_key-kept': '这个标识属于一个已移除的字段，只能用于原来的类型。请换一个标识。',
        'field_type-changed':
          '已有记录按原类型存储。可以转换的类型，请在发布时选择转换；其他类型请新建字段并导入数据。',
        'field_conversion-failed':
          '字段“{{field}}”有 {{count}} 个值不能转换成新类型（{{codes}}）。请先更正，或选择留空并保留原值。',
        'field_values-left': '字段“{{field}}”有 {{count}} 个值不能转换（{{codes}}），将留空，原值封存保留。',
        'field_not-convertible':
          '这种类型的已有值不能转换成新类型。请保留此字段，用另一个标识新建字段并导入数据，再移除旧字段。',
        'field_marks-dropped': '字段“{{field}}”有 {{count}} 个值转换后只保留文字，标题、链接和强调等格式会丢失。',
        field_unreadable: '值无法读取。',
        'field_level-with-type': '类型和级别不能在同一版本中更改，请分两次发布。',
        'field_sealed-anew': '提高级别后，所有记录和历史中的值都会重新加密，完成后版本才生效。',
        conversion_shape: '转换设置须写明字段，失败时为 refuse 或 keep-empty。',
        'form_conversion-running': '记录正在转换到新版本，完成后再发布。',
        'form_conversion-none': '没有正在进行的记录转换。',
        'form_conversion-counts': '新版本已经生效，不能再取消转换；需要更改请再发布一个版本。',
        'form_conversion-cancelled': '记录转换已被取消，表单仍为原版本。',
        'record_other-type': '字段已改为其他类型，旧值不符合新类型。',
        store_fenced: '数据的存储方式刚刚改变，请重试。',
        'field_target-changed': '已发布的关联不能指向另一张表单。请新建字段。',
        'field_values-lost': '改小后已有的值会丢失，不能更改。',
        'field_sealing-needed': '附件和编号中已有的值不能重新加密，不能改级别。请新建字段并导入数据。',
        'field_sensitivity-lowered': '已发布字段的级别不能降低。',
        'field_purposes-widened': '已发布字段不能增加处理目的。',
        'field_search-partial': '此前存入的记录，重新保存后才能按此方式搜到。',
        'field_unique-later': '受保护的字段发布后不能再设为不可重复。请新建字段。',
      },
    },
  },
  en: {
    problem: {
      code: {
        'form_table-busy': 'Records are being written without a pause. Publish again in a while.',
        'form_newer-version': 'A newer version of the form was just published. Reload and try again.',
        'form_values-not-unique': 'Some records have the same value, so it cannot be unique.',
        'form_column-type-changed': 'A column with values cannot change to this type.',
        'field_values-kept':
          'The field is removed and its values are kept. Add it again with the same key and type to have them back.',
        'field_key-kept': 'The key belongs to a removed field and serves its type only. Choose another key.',
        'field_type-changed':
          'Records hold values of the old type. Choose to convert them when you publish where that can be done; else add a field.',
        'field_conversion-failed':
          '{{count}} values of {{field}} cannot be converted ({{codes}}). Correct them, or leave them empty and keep the old ones.',
        'field_values-left':
          '{{count}} values of {{field}} cannot be converted ({{codes}}). They become empty; the old ones stay sealed.',
        'field_not-convertible':
          'Values of this type do not become values of that. Keep the field, add one with another key, import the values, then remove the old one.',
        'field_marks-dropped':
          '{{count}} values of {{field}} keep their words only: headings, links and emphasis are dropped.',
        field_unreadable: 'A value cannot be read.',
        'field_level-with-type': 'Type and level cannot change in one version. Publish twice.',
        'field_sealed-anew': 'All values, in the history too, are encrypted anew before the version counts.',
        conversion_shape: 'A conversion names a field, and refuse or keep-empty for what fails.',
        'form_conversion-running': 'Records are being brought to a new version. Publish again when that is done.',
        'form_conversion-none': 'No records are on their way to a new version.',
        'form_conversion-counts':
          'The version counts already, so this can no longer be cancelled. Publish another version to change it.',
        'form_conversion-cancelled': 'The conversion was cancelled. The form stays on its version.',
        'record_other-type': 'A field has another type now, and its old value does not fit.',
        store_fenced: 'The way this is stored has just changed. Try again.',
        'field_target-changed': 'A published relation keeps its form. Add a field.',
        'field_values-lost': 'Values would be lost, so this cannot be made smaller.',
        'field_sealing-needed':
          'Values of files and serial numbers are not encrypted anew. Add a field and import them.',
        'field_sensitivity-lowered': 'The level of a published field cannot be lowered.',
        'field_purposes-widened': 'A published field takes no further purposes.',
        'field_search-partial': 'Records stored before are found this way once they are stored anew.',
        'field_unique-later': 'A protected field cannot become unique once it is published. Add a field.',
      },
    },
  },
};
