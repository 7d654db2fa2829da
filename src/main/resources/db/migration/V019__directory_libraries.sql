-- Policy specialists (政策专员). Nothing is deleted: whoever answered last year must stay readable.
CREATE TABLE specialist (
    id         uuid        PRIMARY KEY,
    unit       text        NOT NULL REFERENCES unit,
    name       text        NOT NULL,
    position   text,
    kind       text        NOT NULL CHECK (kind IN ('CONSULTING', 'WINDOW')),
    phone      text,
    mobile     text,
    topics     text[]      NOT NULL,
    account_id uuid        REFERENCES account,
    retired    boolean     NOT NULL DEFAULT false,
    version    bigint      NOT NULL CHECK (version >= 1),
    updated_at timestamptz NOT NULL,
    CHECK (phone IS NOT NULL OR mobile IS NOT NULL)
);
CREATE UNIQUE INDEX specialist_once ON specialist (unit, name) WHERE NOT retired;
CREATE UNIQUE INDEX specialist_account ON specialist (account_id) WHERE NOT retired;

-- Who is on duty for which topic, and who is rung first.
CREATE TABLE specialist_shift (
    id         uuid        PRIMARY KEY,
    specialist uuid        NOT NULL REFERENCES specialist,
    topic      text        NOT NULL,
    begins     timestamptz NOT NULL,
    ends       timestamptz NOT NULL,
    rank       integer     NOT NULL CHECK (rank BETWEEN 1 AND 9),
    retired    boolean     NOT NULL DEFAULT false,
    version    bigint      NOT NULL CHECK (version >= 1),
    updated_at timestamptz NOT NULL,
    CHECK (begins < ends)
);
CREATE INDEX specialist_shift_topic ON specialist_shift (topic, begins) WHERE NOT retired;

-- At one time a topic has one specialist of a rank, and nobody twice. Looked at when the transaction ends, so that a sheet may
-- exchange two of them; the lock is that of everybody who changes the directory.
CREATE FUNCTION refuse_overlapping_shift() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('directory'));
    IF EXISTS (
        SELECT FROM specialist_shift mine JOIN specialist_shift other
            ON other.topic = mine.topic AND other.id <> mine.id
            AND other.begins < mine.ends AND mine.begins < other.ends
            AND (other.rank = mine.rank OR other.specialist = mine.specialist)
        WHERE mine.id = NEW.id AND NOT mine.retired AND NOT other.retired)
    THEN
        RAISE EXCEPTION 'shift % overlaps another', NEW.id USING ERRCODE = 'exclusion_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER specialist_shift_overlap AFTER INSERT OR UPDATE ON specialist_shift
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_overlapping_shift();

-- Key enterprises (三星级及以上企业). The sheet of 附件4 knows neither credit code nor sector nor the number of stars.
CREATE TABLE key_enterprise (
    id              uuid        PRIMARY KEY,
    name            text        NOT NULL,
    credit_code     text        CHECK (credit_code ~ '^[0-9A-Z]{18}$'),
    sector          text        CHECK (sector IN ('INDUSTRY', 'SERVICES', 'CONSTRUCTION', 'AGRICULTURE', 'OTHER')),
    stars           integer     CHECK (stars BETWEEN 3 AND 5),
    address         text,
    legal_name      text,
    legal_numbers   text[]      NOT NULL,
    liaison_name    text,
    liaison_numbers text[]      NOT NULL,
    other_numbers   text[]      NOT NULL,
    scope           text,
    authority       text,
    key_information text,
    retired         boolean     NOT NULL DEFAULT false,
    version         bigint      NOT NULL CHECK (version >= 1),
    updated_at      timestamptz NOT NULL
);
CREATE UNIQUE INDEX key_enterprise_name ON key_enterprise (name) WHERE NOT retired;
CREATE UNIQUE INDEX key_enterprise_code ON key_enterprise (credit_code) WHERE NOT retired;

-- Major projects (重大项目). One company may have several.
CREATE TABLE major_project (
    id              uuid        PRIMARY KEY,
    name            text        NOT NULL,
    content         text,
    company         text,
    credit_code     text        CHECK (credit_code ~ '^[0-9A-Z]{18}$'),
    address         text,
    industry        text,
    authority       text,
    liaison_name    text,
    liaison_numbers text[]      NOT NULL,
    key_information text,
    retired         boolean     NOT NULL DEFAULT false,
    version         bigint      NOT NULL CHECK (version >= 1),
    updated_at      timestamptz NOT NULL
);
CREATE UNIQUE INDEX major_project_name ON major_project (name) WHERE NOT retired;
CREATE INDEX major_project_code ON major_project (credit_code) WHERE NOT retired;

-- The numbers of everybody above who is in service: within one library a number leads to one of them. Kept as digests, because
-- a refused row is quoted in the log of the database.
CREATE TABLE directory_number (
    digest     text NOT NULL,
    specialist uuid REFERENCES specialist,
    enterprise uuid REFERENCES key_enterprise,
    project    uuid REFERENCES major_project,
    CHECK (num_nonnulls(specialist, enterprise, project) = 1)
);
CREATE UNIQUE INDEX directory_number_specialist ON directory_number (digest) WHERE specialist IS NOT NULL;
CREATE UNIQUE INDEX directory_number_enterprise ON directory_number (digest) WHERE enterprise IS NOT NULL;
CREATE UNIQUE INDEX directory_number_project ON directory_number (digest) WHERE project IS NOT NULL;
CREATE INDEX directory_number_of_specialist ON directory_number (specialist) WHERE specialist IS NOT NULL;
CREATE INDEX directory_number_of_enterprise ON directory_number (enterprise) WHERE enterprise IS NOT NULL;
CREATE INDEX directory_number_of_project ON directory_number (project) WHERE project IS NOT NULL;
