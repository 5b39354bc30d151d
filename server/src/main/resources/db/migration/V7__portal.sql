-- People who sign in to the portal.
create table portal_user (
    name varchar(56) primary key,
    -- ADMINISTRATOR, or TENANT and then of which one
    role varchar(16) not null,
    tenant_id varchar(64) references tenant (id) on delete cascade,
    -- Argon2id in the PHC format: parameters, salt and hash
    password_hash varchar(200) not null,
    -- drawn anew with every password; what was begun with another one is over
    stamp uuid not null,
    created timestamp with time zone not null
);

create index portal_user_by_tenant on portal_user (tenant_id);

-- Secrets of one-time codes, of those users who have switched them on.
create table portal_totp (
    user_name varchar(56) primary key references portal_user (name) on delete cascade,
    -- the secret, sealed by a master key
    master_id varchar(16) not null,
    box bytea not null,
    -- time step of the last code that was taken; no older one and not the same again
    last_step bigint not null
);
