-- Keys that answers are signed with. The current one is that of the greatest turn; every one that
-- is not retired verifies.
create table signing_key (
    -- thumbprint of the public key
    kid varchar(43) primary key,
    algorithm varchar(8) not null,
    certificate bytea not null,
    -- the private key, sealed by a master key; both null where it only verifies
    master_id varchar(16),
    box bytea,
    -- null for one that was never current
    turn bigint unique,
    created timestamp with time zone not null,
    retired timestamp with time zone
);
