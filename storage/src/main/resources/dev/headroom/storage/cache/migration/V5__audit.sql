-- What was changed in the workspace, by whom and when. Rows are only ever added. Each row's hash covers its content and the
-- hash of the row before, so that a later change of a row breaks the chain from there on.

CREATE TABLE IF NOT EXISTS audit(
  number BIGINT PRIMARY KEY,
  happened_at BIGINT NOT NULL,
  person VARCHAR(256) NOT NULL,
  action VARCHAR(32) NOT NULL,
  subject VARCHAR(4096) NOT NULL,
  detail VARCHAR(4096) NOT NULL,
  hash CHAR(64) NOT NULL
);

CREATE INDEX IF NOT EXISTS audit_by_time ON audit(happened_at, number);
