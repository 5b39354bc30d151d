-- What the status page shows: requests of each day and whether the parts of the service worked, of all servers together.
-- Nothing in it is anybody's; what is older than 100 days is deleted.

create table status_requests (
    utc_day date not null,
    api varchar(32) not null,
    requests bigint not null,
    -- the server's fault: 500 and above
    failed bigint not null,
    -- too many: 429
    refused bigint not null,
    primary key (utc_day, api)
);

-- how many of them took how long; LatencyHistogram says where the buckets end
create table status_latency (
    utc_day date not null,
    api varchar(32) not null,
    bucket smallint not null,
    requests bigint not null,
    primary key (utc_day, api, bucket)
);

create table status_minutes (
    utc_day date not null,
    part varchar(32) not null,
    -- minutes in which a server looked, and those of them in which the part worked for one of them
    measured integer not null,
    passed integer not null,
    -- the last minute of the day that was counted in each, so that several servers count it once; -1 for none
    last_measured integer not null,
    last_passed integer not null,
    primary key (utc_day, part)
);
