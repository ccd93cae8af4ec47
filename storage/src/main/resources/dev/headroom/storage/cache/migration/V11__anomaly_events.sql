-- What people said of anomalies and what was sent about them. Rows are only ever added. Each row's hash covers its content and
-- the hash of the row before, so that a later change of a row breaks the chain from there on.
-- started_at is an ISO instant, from_day and to_day are ISO dates; empty when there is none.

CREATE TABLE IF NOT EXISTS anomaly_event(
  number BIGINT PRIMARY KEY,
  subject VARCHAR(2048) NOT NULL,
  started_at VARCHAR(32) NOT NULL,
  action VARCHAR(16) NOT NULL,
  learnt VARCHAR(200) NOT NULL,
  from_day VARCHAR(16) NOT NULL,
  to_day VARCHAR(16) NOT NULL,
  reason VARCHAR(2000) NOT NULL,
  happened_at BIGINT NOT NULL,
  hash CHAR(64) NOT NULL
);
