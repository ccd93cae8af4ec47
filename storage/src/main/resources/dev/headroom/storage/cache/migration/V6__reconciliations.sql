-- The last comparison of the bills of a month with an invoice, one row a month, currency and part of the bills.
-- billing_month = 12 * year + month of year - 1. provider and billing_account are empty when all were compared. Amounts are
-- decimal text; billed is empty when the bills held nothing.
CREATE TABLE IF NOT EXISTS reconciliation(
  billing_month INT NOT NULL,
  currency VARCHAR(32) NOT NULL,
  provider VARCHAR NOT NULL,
  billing_account VARCHAR NOT NULL,
  invoice_file VARCHAR NOT NULL,
  invoiced VARCHAR(200) NOT NULL,
  billed VARCHAR(200) NOT NULL,
  tolerance VARCHAR(32) NOT NULL,
  passed BOOLEAN NOT NULL,
  compared_lines INT NOT NULL,
  failed_lines INT NOT NULL,
  compared_at BIGINT NOT NULL,
  PRIMARY KEY(billing_month, currency, provider, billing_account)
);
