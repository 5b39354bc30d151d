-- How long what is kept of a tenant is kept; null for until somebody deletes it.
alter table tenant add column retain_people_days integer;
-- since when the days are written down on which people are verified
alter table tenant add column retain_people_since timestamp with time zone;
alter table tenant add column retain_usage_days integer;
alter table tenant add column delete_ended_consents boolean default false not null;

-- the last day of a verification that matched; only where the tenant keeps people for a time
alter table person add column last_used date;

create index person_by_update on person (tenant_id, updated);

create table person_consent (
    person_id uuid primary key references person (id) on delete cascade,
    key_id uuid not null references tenant_key (id) on delete cascade,
    -- what was consented to, sealed
    box bytea not null,
    -- when it expires or was withdrawn, whichever is first; null for never
    ends timestamp with time zone
);

create index person_consent_by_key on person_consent (key_id);

create index person_consent_by_end on person_consent (ends);

-- no foreign key: a receipt outlives what it is about
create table deletion_receipt (
    id uuid primary key,
    tenant_id varchar(64) not null,
    made timestamp with time zone not null,
    -- keyed hash of the person's CustomID; null for a whole tenant
    subject varchar(64),
    jws varchar(4096) not null
);

create index deletion_receipt_by_tenant on deletion_receipt (tenant_id, made);

create index deletion_receipt_by_time on deletion_receipt (made);

-- Work that one of several servers does at a time.
create table lease (
    name varchar(32) primary key,
    holder uuid,
    held_until timestamp with time zone,
    finished timestamp with time zone
);

insert into lease (name) values ('retention');
