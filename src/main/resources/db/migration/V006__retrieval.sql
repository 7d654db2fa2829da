-- Vectors of texts, computed once for each model.
CREATE TABLE question_vector (
    model  text  NOT NULL,
    digest bytea NOT NULL,
    vector bytea NOT NULL,
    PRIMARY KEY (model, digest)
);
