-- 直报: what departments report of requests that came to them, settled by themselves or to be seen to.
CREATE TABLE direct_report_sheet (
    number    integer     PRIMARY KEY CHECK (number >= 1),
    quarter   text        NOT NULL CHECK (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    -- Null when somebody of the platform took it in for several units.
    unit      text,
    file_name text        NOT NULL,
    created   integer     NOT NULL CHECK (created >= 0),
    unchanged integer     NOT NULL CHECK (unchanged >= 0),
    actor     text        NOT NULL,
    at        timestamptz NOT NULL
);

CREATE TABLE direct_report (
    order_id     uuid        PRIMARY KEY REFERENCES work_order,
    -- Which request it is: unit, day, enterprise and what it wanted, as a digest. The same comes in once.
    identity     text        NOT NULL UNIQUE,
    -- Everything that was said of it, as a digest: the same said again is no change.
    content      text        NOT NULL,
    unit         text        NOT NULL,
    origin       text        CHECK (origin IN ('VISIT', 'CONTACT_POINT', 'SERVICE_WINDOW')),
    raised_on    date        NOT NULL,
    closed       boolean     NOT NULL,
    -- 属地平台, of what the unit had not settled.
    platform     text        CHECK (platform IS NULL OR NOT closed),
    satisfaction text,
    sheet        integer     REFERENCES direct_report_sheet,
    reported_by  text        NOT NULL,
    reported_at  timestamptz NOT NULL
);
CREATE INDEX direct_report_raised ON direct_report (raised_on, unit);

-- Who may report directly (附件2): the application as it was granted, or that it was taken back. The latest of a unit holds.
CREATE TABLE direct_report_right (
    unit         text        NOT NULL REFERENCES unit,
    version      integer     NOT NULL CHECK (version >= 1),
    granted      boolean     NOT NULL,
    contact      text,
    phone        text,
    user_name    text,
    user_position text,
    user_mobile  text,
    -- Whoever grants has seen that the user is one of level L1.
    level_one    boolean     NOT NULL,
    remark       text,
    actor        text        NOT NULL,
    at           timestamptz NOT NULL,
    PRIMARY KEY (unit, version),
    CHECK (NOT granted OR level_one)
);

CREATE TRIGGER direct_report_sheet_insert_only BEFORE UPDATE OR DELETE ON direct_report_sheet
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER direct_report_sheet_no_truncate BEFORE TRUNCATE ON direct_report_sheet
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER direct_report_insert_only BEFORE UPDATE OR DELETE ON direct_report
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER direct_report_no_truncate BEFORE TRUNCATE ON direct_report
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER direct_report_right_insert_only BEFORE UPDATE OR DELETE ON direct_report_right
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER direct_report_right_no_truncate BEFORE TRUNCATE ON direct_report_right
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
