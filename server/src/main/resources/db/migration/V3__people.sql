-- Keys of tenants, sealed by a master key that is not in the database.
create table tenant_key (
    id uuid primary key,
    tenant_id varchar(64) not null references tenant (id) on delete cascade,
    purpose varchar(16) not null,
    version integer not null,
    master_id varchar(16) not null,
    box bytea not null,
    created timestamp with time zone not null,
    unique (tenant_id, purpose, version)
);

-- One row a tenant. Whoever changes its people holds this row until the commit, so that changes are
-- numbered in the order in which they become visible.
create table person_ledger (
    tenant_id varchar(64) primary key references tenant (id) on delete cascade,
    -- another one where a tenant of the same name is made anew
    incarnation uuid not null,
    last_number bigint not null,
    last_change bigint not null
);

create table person (
    id uuid primary key,
    tenant_id varchar(64) not null references tenant (id) on delete cascade,
    -- keyed hash of the CustomID
    pseudonym bytea not null,
    custom_id_key uuid not null references tenant_key (id) on delete cascade,
    custom_id_box bytea not null,
    person_number bigint not null,
    client_id varchar(40) not null,
    created timestamp with time zone not null,
    updated timestamp with time zone not null,
    change_number bigint not null,
    unique (tenant_id, pseudonym),
    unique (tenant_id, person_number),
    unique (tenant_id, change_number)
);

create index person_by_key on person (custom_id_key);

create table person_template (
    person_id uuid not null references person (id) on delete cascade,
    -- 0 the face, 1 to 10 fingers
    slot smallint not null,
    key_id uuid not null references tenant_key (id) on delete cascade,
    box bytea not null,
    primary key (person_id, slot)
);

create index person_template_by_key on person_template (key_id);

-- What other processes need to forget a person; the id is random and stands nowhere else any more.
create table person_deletion (
    tenant_id varchar(64) not null references tenant (id) on delete cascade,
    change_number bigint not null,
    person_id uuid not null,
    deleted timestamp with time zone not null,
    primary key (tenant_id, change_number)
);

create table verification_failure (
    person_id uuid primary key references person (id) on delete cascade,
    failures integer not null,
    blocked_until timestamp with time zone not null
);
