\set i random(1, :rows)
begin;
insert into customer (n, name, mobile, national_id, email, address, company, level, source, amount, birthday, owner, notes, status)
values (-:i, '李建敏', '139' || :i, '11010119870116' || :i, 'u' || :i || '@example.cn', '上海市海淀区中山路376号', '上海天成科技有限公司',
  '银牌', '官网', :i / 1000.0, date '1987-01-16', 'u60', repeat('客户来电咨询企业版授权方', 16) || :i, 'running') returning id \gset
insert into task (customer, node, status) values (:'id', 'manager', 'open');
insert into audit (customer, what) values (:'id', 'submit');
commit;
begin;
update task set status = 'done' where customer = :'id' and node = 'manager' and status = 'open';
insert into task (customer, node, status) values (:'id', 'finance', 'open');
insert into audit (customer, what) values (:'id', 'approve');
commit;
begin;
update task set status = 'done' where customer = :'id' and node = 'finance' and status = 'open';
update customer set status = 'completed' where id = :'id';
insert into audit (customer, what) values (:'id', 'approve');
commit;
