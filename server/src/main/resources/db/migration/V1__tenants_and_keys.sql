create table tenant (
    id varchar(64) primary key,
    created timestamp with time zone not null
);

create table api_key (
    id varchar(16) primary key,
    tenant_id varchar(64) not null references tenant (id),
    name varchar(100) not null,
    -- SHA-256 of the whole key in hexadecimal
    secret_sha256 char(64) not null,
    scopes varchar(400) not null,
    created timestamp with time zone not null,
    last_used timestamp with time zone,
    revoked timestamp with time zone
);

create index api_key_by_tenant on api_key (tenant_id, created);
