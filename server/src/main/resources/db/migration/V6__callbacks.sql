-- Notifications of receivers outside; a delivered one has no row any more.
create table callback (
    id uuid primary key,
    tenant_id varchar(64) not null references tenant (id) on delete cascade,
    session_id uuid not null,
    target varchar(2048) not null,
    -- scheme, host and port of the target
    place varchar(300) not null,
    -- attempts begun; whoever claims the next one adds to it
    attempts integer not null,
    -- when to try next; while somebody is at it, when that claim ends
    due timestamp with time zone not null
);

create index callback_by_due on callback (due);

create index callback_by_tenant on callback (tenant_id, due);
