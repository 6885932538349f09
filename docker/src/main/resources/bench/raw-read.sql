\set i random(1, :rows)
select * from customer where n = :i and n > 0;
