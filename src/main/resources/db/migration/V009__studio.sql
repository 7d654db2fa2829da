-- Fitting the models anew: progress while it runs, the report afterwards. One at a time, whichever replica it runs on.
CREATE TABLE calibration (
    id          uuid             PRIMARY KEY,
    state       text             NOT NULL CHECK (state IN ('RUNNING', 'DONE', 'FAILED')),
    questions   text             NOT NULL,
    precision   double precision NOT NULL CHECK (precision > 0 AND precision < 1),
    as_of       date             NOT NULL,
    actor       text             NOT NULL,
    version     bigint           REFERENCES fitted_model,
    report      json,
    message     text,
    created_at  timestamptz      NOT NULL,
    finished_at timestamptz,
    CHECK ((state = 'RUNNING') = (finished_at IS NULL)),
    CHECK ((state = 'DONE') = (version IS NOT NULL AND report IS NOT NULL))
);
CREATE UNIQUE INDEX calibration_one_at_a_time ON calibration (state) WHERE state = 'RUNNING';
CREATE INDEX calibration_latest ON calibration (created_at DESC);
