-- Accounts are edited now: who writes names the version he saw.
ALTER TABLE account ADD COLUMN version bigint NOT NULL DEFAULT 1 CHECK (version >= 1);
CREATE INDEX session_of_account ON session (account_id);

-- The organisation. Nothing is deleted: what refers to a unit must stay readable.
CREATE TABLE unit (
    id                 text        PRIMARY KEY CHECK (id ~ '^[a-z0-9][a-z0-9-]{1,59}$'),
    name               text        NOT NULL,
    aliases            text[]      NOT NULL,
    kind               text        NOT NULL CHECK (kind IN ('PLATFORM', 'DEPARTMENT', 'SUB_UNIT', 'TOWN', 'COMPANY')),
    level              text        NOT NULL CHECK (level IN ('PROVINCE', 'CITY', 'COUNTY', 'PARK', 'TOWN')),
    parent             text        REFERENCES unit DEFERRABLE INITIALLY DEFERRED CHECK (parent <> id),
    region             text,
    territory          text,
    duties             text,
    keywords           text[]      NOT NULL,
    responsible_office text,
    source             text,
    retired            boolean     NOT NULL DEFAULT false,
    version            bigint      NOT NULL CHECK (version >= 1),
    updated_at         timestamptz NOT NULL
);
CREATE INDEX unit_parent ON unit (parent);
-- One platform answers for a region; a park need not be a region of its own.
CREATE UNIQUE INDEX unit_platform ON unit (coalesce(region, ''), level)
    WHERE kind = 'PLATFORM' AND level <> 'PARK' AND NOT retired;

-- The names and aliases of the units in service, in their normal form: each means one unit.
CREATE TABLE unit_name (
    name text PRIMARY KEY,
    unit text NOT NULL REFERENCES unit
);
CREATE INDEX unit_name_unit ON unit_name (unit);

-- Who signs for a unit, and at which level.
CREATE TABLE unit_leader (
    id         uuid        PRIMARY KEY,
    unit       text        NOT NULL REFERENCES unit,
    level      text        NOT NULL CHECK (level IN ('DEPUTY', 'HEAD', 'GOVERNMENT')),
    name       text        NOT NULL,
    position   text,
    phone      text,
    mobile     text,
    account_id uuid        REFERENCES account,
    retired    boolean     NOT NULL DEFAULT false,
    version    bigint      NOT NULL CHECK (version >= 1),
    updated_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX unit_leader_once ON unit_leader (unit, level, name) WHERE NOT retired;

-- Who is reached outside office hours: within [begins, ends), or always.
CREATE TABLE duty_contact (
    id         uuid        PRIMARY KEY,
    unit       text        NOT NULL REFERENCES unit,
    name       text        NOT NULL,
    phone      text        NOT NULL,
    begins     timestamptz,
    ends       timestamptz,
    remark     text,
    retired    boolean     NOT NULL DEFAULT false,
    version    bigint      NOT NULL CHECK (version >= 1),
    updated_at timestamptz NOT NULL,
    CHECK ((begins IS NULL) = (ends IS NULL) AND (begins IS NULL OR begins < ends))
);
CREATE UNIQUE INDEX duty_contact_once ON duty_contact (unit, phone, coalesce(begins, '-infinity')) WHERE NOT retired;

-- Which account works for which unit. A row stays when the account leaves, with no unit, so that its version goes on.
CREATE TABLE account_unit (
    account_id uuid   PRIMARY KEY REFERENCES account,
    unit       text   REFERENCES unit,
    version    bigint NOT NULL CHECK (version >= 1)
);
CREATE INDEX account_unit_unit ON account_unit (unit);

-- The city's filing taxonomy (Yancheng: 1095 items) and its registration windows (19). The plans name their number only.
CREATE TABLE filing_code (
    code       text        PRIMARY KEY,
    name       text        NOT NULL,
    category   text,
    parent     text        REFERENCES filing_code DEFERRABLE INITIALLY DEFERRED CHECK (parent <> code),
    unit       text        REFERENCES unit,
    active     boolean     NOT NULL,
    demo       boolean     NOT NULL,
    version    bigint      NOT NULL CHECK (version >= 1),
    updated_at timestamptz NOT NULL
);
CREATE TABLE registration_window (
    id         text        PRIMARY KEY,
    name       text        NOT NULL,
    category   text,
    unit       text        REFERENCES unit,
    active     boolean     NOT NULL,
    demo       boolean     NOT NULL,
    version    bigint      NOT NULL CHECK (version >= 1),
    updated_at timestamptz NOT NULL
);

-- What each of them said at each version. Telephone numbers stand here masked: the history shows that one changed.
CREATE TABLE directory_version (
    kind    text        NOT NULL,
    id      text        NOT NULL,
    version bigint      NOT NULL,
    content json        NOT NULL,
    actor   text        NOT NULL,
    at      timestamptz NOT NULL,
    PRIMARY KEY (kind, id, version)
);
CREATE TRIGGER directory_version_insert_only BEFORE UPDATE OR DELETE ON directory_version
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER directory_version_no_truncate BEFORE TRUNCATE ON directory_version
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Every sheet that was taken in; the newest of a kind names the version of that table.
CREATE TABLE directory_import (
    id         uuid        PRIMARY KEY,
    kind       text        NOT NULL,
    number     integer     NOT NULL CHECK (number >= 1),
    file_name  text        NOT NULL,
    created    integer     NOT NULL,
    updated    integer     NOT NULL,
    unchanged  integer     NOT NULL,
    retired    integer     NOT NULL,
    actor      text        NOT NULL,
    at         timestamptz NOT NULL,
    UNIQUE (kind, number)
);
