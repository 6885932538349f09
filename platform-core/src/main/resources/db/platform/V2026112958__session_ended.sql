-- Its owner has ended it: nobody is let in by it any more, and when its browser comes again its sign-in at the provider ends as well.
alter table session add column ended boolean not null default false;
