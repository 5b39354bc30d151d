-- Ids of deleted tenants. None is given twice: a request of the old tenant that is still at work
-- would end in the new one, and trail and counts could not tell the two apart.
create table retired_tenant (
    id varchar(64) primary key,
    deleted timestamp with time zone not null
);

-- what told tenants of one id apart
alter table person_ledger drop column incarnation;
