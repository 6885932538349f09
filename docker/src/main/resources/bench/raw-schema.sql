create table customer (
  id uuid primary key default gen_random_uuid(), created_at timestamptz not null default clock_timestamp(), n bigint not null,
  name text, mobile text, national_id text, email text, address text, company text, level text, source text,
  amount numeric(12,2), birthday date, owner text, notes text, status text not null default 'submitted');
create table audit (id bigint generated always as identity primary key, at timestamptz not null default now(), customer uuid, what text);
create table task (id uuid primary key default gen_random_uuid(), customer uuid not null, node text, status text);
insert into customer (created_at, n, name, mobile, national_id, email, address, company, level, source, amount, birthday, owner, notes)
  select now() - make_interval(secs => :rows - i), i, '王伟芳', '138' || lpad(i::text, 8, '0'), '110101' || lpad(i::text, 11, '0') || 'X',
         'u' || i || '@example.cn', '北京市朝阳区人民路' || i % 999 + 1 || '号', '北京华信科技有限公司',
         (array['普通','银牌','金牌','铂金','钻石'])[i % 5 + 1], (array['官网','展会','转介绍','电话','广告','门店'])[11 * i % 6 + 1],
         (104729::bigint * i % 10000000) / 100.0, date '1960-01-01' + (37::bigint * i % 16000)::int, 'u' || lpad((i / 7 % 100)::text, 2, '0'),
         repeat('客户来电咨询企业版授权方', 16) || lpad(i::text, 10, '0')
  from generate_series(1, :rows) i;
create unique index on customer (n) where n > 0;
create index on customer (level, created_at desc, id desc);
create index on task (customer);
analyze customer;
