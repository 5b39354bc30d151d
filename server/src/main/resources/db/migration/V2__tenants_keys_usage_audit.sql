alter table tenant add column name varchar(100);
-- false match rates from which two pictures are the same; null for the server's own
alter table tenant add column face_fmr double precision;
alter table tenant add column finger_fmr double precision;

-- why anew: the first one's foreign key has no name that both databases know, and must now cascade
alter table api_key rename to api_key_before;

create table api_key (
    id varchar(16) primary key,
    tenant_id varchar(64) not null references tenant (id) on delete cascade,
    name varchar(100) not null,
    -- SHA-256 of the whole key in hexadecimal
    secret_sha256 char(64) not null,
    scopes varchar(400) not null,
    created timestamp with time zone not null,
    expires timestamp with time zone,
    last_used timestamp with time zone,
    revoked timestamp with time zone
);

insert into api_key (id, tenant_id, name, secret_sha256, scopes, created, last_used, revoked)
select id, tenant_id, name, secret_sha256, scopes, created, last_used, revoked
from api_key_before;

drop table api_key_before;

create index api_key_by_tenant on api_key (tenant_id, created);

create table usage_count (
    tenant_id varchar(64) not null references tenant (id) on delete cascade,
    utc_day date not null,
    api_key_id varchar(16) not null,
    operation varchar(64) not null,
    outcome varchar(8) not null,
    requests bigint not null,
    primary key (tenant_id, utc_day, api_key_id, operation, outcome)
);

-- who writes counts, and how far it got: a write whose end nobody saw is not done twice
create table usage_writer (
    id varchar(36) primary key,
    last_batch bigint not null,
    seen timestamp with time zone not null
);

-- no foreign key: what was done outlives the tenant
create table audit_entry (
    id bigint generated always as identity primary key,
    at timestamp with time zone not null,
    tenant_id varchar(64) not null,
    actor varchar(64) not null,
    action varchar(64) not null,
    subject varchar(64) not null,
    outcome varchar(8) not null
);

create index audit_entry_by_tenant on audit_entry (tenant_id, at);
