-- The State Council's notices. A correction is a further version; the last one of a year is in force.
CREATE TABLE calendar_notice (
    year      integer     NOT NULL CHECK (year BETWEEN 2014 AND 2199),
    version   bigint      NOT NULL CHECK (version >= 1),
    papers    text[]      NOT NULL,
    loaded_by text        NOT NULL,
    loaded_at timestamptz NOT NULL,
    PRIMARY KEY (year, version)
);

CREATE TABLE calendar_notice_day (
    year    integer NOT NULL,
    version bigint  NOT NULL,
    date    date    NOT NULL,
    name    text    NOT NULL CHECK (name <> ''),
    is_off  boolean NOT NULL,
    PRIMARY KEY (year, version, date),
    FOREIGN KEY (year, version) REFERENCES calendar_notice,
    -- A notice may move days of the December before.
    CHECK (date BETWEEN make_date(year - 1, 12, 1) AND make_date(year, 12, 31)),
    -- Only a weekend can be worked instead of another day.
    CHECK (is_off OR extract(isodow FROM date) >= 6)
);

-- When offices are open. '' as profile: everybody's; '' as department: all of the profile. The last version counts.
CREATE TABLE office_hours (
    profile    text        NOT NULL,
    department text        NOT NULL,
    version    bigint      NOT NULL CHECK (version >= 1),
    schedules  jsonb       NOT NULL CHECK (jsonb_typeof(schedules) = 'array'),
    changed_by text        NOT NULL,
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (profile, department, version),
    CHECK (profile <> '' OR department = '')
);

CREATE TRIGGER calendar_notice_insert_only BEFORE UPDATE OR DELETE ON calendar_notice
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER calendar_notice_day_insert_only BEFORE UPDATE OR DELETE ON calendar_notice_day
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER office_hours_insert_only BEFORE UPDATE OR DELETE ON office_hours
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Which calendars are in force, as a number that each change makes another one. From a sequence, which no rollback winds
-- back: a replica that built its calendars within a transaction that failed must not take them for those of the next one.
CREATE SEQUENCE calendar_revision_number;
CREATE TABLE calendar_revision (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    number   bigint  NOT NULL
);
INSERT INTO calendar_revision (number) VALUES (0);

CREATE FUNCTION advance_calendar_revision() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
    UPDATE calendar_revision SET number = nextval('calendar_revision_number');
    RETURN NULL;
END $$;
CREATE TRIGGER calendar_notice_advances AFTER INSERT ON calendar_notice
    FOR EACH STATEMENT EXECUTE FUNCTION advance_calendar_revision();
CREATE TRIGGER calendar_notice_day_advances AFTER INSERT ON calendar_notice_day
    FOR EACH STATEMENT EXECUTE FUNCTION advance_calendar_revision();
CREATE TRIGGER office_hours_advances AFTER INSERT ON office_hours
    FOR EACH STATEMENT EXECUTE FUNCTION advance_calendar_revision();
