\set i random(1, 100000000)
insert into customer (n, name, mobile, national_id, email, address, company, level, source, amount, birthday, owner, notes)
values (-:i::bigint, '李建敏', '139' || :i::text, '11010119870116' || :i::text, 'u' || :i::text || '@example.cn', '上海市海淀区中山路376号', '上海天成科技有限公司',
  '银牌', '官网', :i::bigint / 1000.0, date '1987-01-16', 'u60', repeat('客户来电咨询企业版授权方', 16) || :i::text);
