-- Trained versions of the model of a series, and what happened to them. Rows of both tables are only ever added.
-- Which version is promoted follows from the events. Each event's hash covers its content and the hash of the event before;
-- the event that registers a version also covers every field of that version (content_hash), so that a later change of
-- either is found. Metrics that are not defined are NULL. promise holds the errors that the backtest promises, as text.

CREATE TABLE IF NOT EXISTS model_version(
  resource VARCHAR(2048) NOT NULL,
  metric VARCHAR(512) NOT NULL,
  statistic VARCHAR(16) NOT NULL,
  step VARCHAR(32) NOT NULL,
  version INT NOT NULL,
  horizon INT NOT NULL,
  spec VARCHAR(4096) NOT NULL,
  seed BIGINT NOT NULL,
  data_hash CHAR(64) NOT NULL,
  first_at BIGINT NOT NULL,
  last_at BIGINT NOT NULL,
  observations INT NOT NULL,
  origins INT NOT NULL,
  mase DOUBLE PRECISION,
  smape DOUBLE PRECISION,
  rmse DOUBLE PRECISION,
  pinball DOUBLE PRECISION,
  coverage80 DOUBLE PRECISION,
  coverage95 DOUBLE PRECISION,
  promise VARCHAR(1000000) NOT NULL,
  engine VARCHAR(200) NOT NULL,
  jvm VARCHAR(200) NOT NULL,
  trained_at BIGINT NOT NULL,
  PRIMARY KEY(resource, metric, statistic, step, version)
);

CREATE TABLE IF NOT EXISTS model_event(
  number BIGINT PRIMARY KEY,
  resource VARCHAR(2048) NOT NULL,
  metric VARCHAR(512) NOT NULL,
  statistic VARCHAR(16) NOT NULL,
  step VARCHAR(32) NOT NULL,
  event VARCHAR(16) NOT NULL,
  version INT NOT NULL,
  replaced INT NOT NULL,
  reason VARCHAR(2000) NOT NULL,
  happened_at BIGINT NOT NULL,
  content_hash VARCHAR(64) NOT NULL,
  hash CHAR(64) NOT NULL
);

CREATE INDEX IF NOT EXISTS model_event_of_series ON model_event(resource, metric, statistic, step, number);

-- What computed a kept forecast; empty for those that were kept before this was written down.
ALTER TABLE forecast ADD COLUMN IF NOT EXISTS engine VARCHAR(200) DEFAULT '' NOT NULL;

ALTER TABLE forecast ADD COLUMN IF NOT EXISTS jvm VARCHAR(200) DEFAULT '' NOT NULL;
