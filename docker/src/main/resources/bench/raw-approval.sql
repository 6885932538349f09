\set i random(1, :rows)
begin;
insert into customer (n, name, mobile, national_id, email, address, company, level, source, amount, birthday, owner, notes, status)
values (-:i::bigint, '李建敏', '139' || :i::text, '11010119870116' || :i::text, 'u' || :i::text || '@example.cn', '上海市海淀区中山路376号', '上海天成科技有限公司',
  '银牌', '官网', :i::bigint / 1000.0, date '1987-01-16', 'u60', repeat('客户来电咨询企业版授权方', 16) || :i::text, 'running') returning id \gset
insert into task (customer, node, status) values (:id::uuid, 'manager', 'open');
insert into audit (customer, what) values (:id::uuid, 'submit');
commit;
begin;
update task set status = 'done' where customer = :id::uuid and node = 'manager' and status = 'open';
insert into task (customer, node, status) values (:id::uuid, 'finance', 'open');
insert into audit (customer, what) values (:id::uuid, 'approve');
commit;
begin;
update task set status = 'done' where customer = :id::uuid and node = 'finance' and status = 'open';
update customer set status = 'completed' where id = :id::uuid;
insert into audit (customer, what) values (:id::uuid, 'approve');
commit;
