\set l random(1, 5)
\set low random(0, 79999)
select * from customer where level = (array['普通','银牌','金牌','铂金','钻石'])[:l] and amount >= :low and amount < :low + 20000
  and source in ('官网', '展会', '转介绍') order by created_at desc, id desc limit 20;
