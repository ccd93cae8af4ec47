-- Why the last comparison of a month with an invoice differed: the parts of the difference of the total, and the lines
-- that were beyond the tolerance. The columns of the key are those of reconciliation. position is the place of a line, the
-- largest difference first. Amounts are decimal text; an amount that one side has not is empty.
CREATE TABLE IF NOT EXISTS reconciliation_step(
  billing_month INT NOT NULL,
  currency VARCHAR(32) NOT NULL,
  provider VARCHAR NOT NULL,
  billing_account VARCHAR NOT NULL,
  part VARCHAR(32) NOT NULL,
  amount VARCHAR(200) NOT NULL,
  certainty VARCHAR(16) NOT NULL,
  PRIMARY KEY(billing_month, currency, provider, billing_account, part)
);
CREATE TABLE IF NOT EXISTS reconciliation_line(
  billing_month INT NOT NULL,
  currency VARCHAR(32) NOT NULL,
  provider VARCHAR NOT NULL,
  billing_account VARCHAR NOT NULL,
  position INT NOT NULL,
  invoice VARCHAR NOT NULL,
  account VARCHAR NOT NULL,
  service VARCHAR NOT NULL,
  invoiced VARCHAR(200) NOT NULL,
  billed VARCHAR(200) NOT NULL,
  PRIMARY KEY(billing_month, currency, provider, billing_account, position)
);
