package dev.headroom.storage.pull;

import dev.headroom.engine.cost.ChargeCategory;
import dev.headroom.engine.cost.ChargeLine;
import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.digest.ContentDigest;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.source.RowIdentity;
import dev.headroom.storage.source.RowRefusedException;
import dev.headroom.storage.source.aws.AwsCosts.Amount;
import dev.headroom.storage.source.aws.AwsCosts.Row;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Turns rows of Cost Explorer into charges.
///
/// Billed is the unblended cost, which includes tax, credits and refunds under the service that they belong
/// to. Effective is the net amortised cost; where an answer tells it as 0 throughout although there is amortised cost,
/// the account has none and the amortised cost is taken. Amounts of a service and account that are all 0 are left out.
final class CostCharges {
    private static final String PROVIDER = "AWS";
    private static final String TAX = "Tax";
    private static final String NO_UNIT = "N/A";
    private static final int HASH_DIGITS = 16;

    private final String payer;
    private final Function<Row, Optional<Amount>> effective;

    private CostCharges(String payer, Function<Row, Optional<Amount>> effective) {
        this.payer = payer;
        this.effective = effective;
    }

    /// @param payer the account that is billed
    /// @param answer all rows of it
    static CostCharges of(String payer, List<Row> answer) {
        return new CostCharges(
                payer,
                isZero(answer, Row::netAmortised) && !isZero(answer, Row::amortised)
                        ? Row::amortised
                        : row -> row.netAmortised().or(row::amortised));
    }

    private static boolean isZero(List<Row> rows, Function<Row, Optional<Amount>> what) {
        return rows.stream()
                .allMatch(row -> what.apply(row)
                        .map(amount -> amount.value().signum() == 0)
                        .orElse(true));
    }

    /// Empty when there is nothing to tell.
    Optional<ChargeRecord> charge(Row row) throws RowRefusedException {
        Amount billed = row.unblended()
                .orElseThrow(() -> new RowRefusedException("UnblendedCost", "", "Cost Explorer tells no cost here."));
        Optional<Amount> quantity = row.quantity()
                .filter(amount -> !amount.unit().isEmpty() && !amount.unit().equals(NO_UNIT));
        Optional<BigDecimal> amortised = effective.apply(row).map(Amount::value);
        boolean nothing = billed.value().signum() == 0
                && amortised.map(value -> value.signum() == 0).orElse(true)
                && row.quantity().map(amount -> amount.value().signum() == 0).orElse(true);
        if (nothing) {
            return Optional.empty();
        }
        ChargeLine line = ChargeLine.of(
                        row.service().equals(TAX) ? ChargeCategory.TAX : ChargeCategory.USAGE, currency(billed.unit()))
                .provider(PROVIDER)
                .billingAccount(payer)
                .subAccount(row.account())
                .service(row.service())
                .unit(quantity.map(Amount::unit).orElse(""))
                .build();
        return Optional.of(new ChargeRecord(
                line,
                row.from().atStartOfDay(ZoneOffset.UTC).toInstant(),
                row.until().atStartOfDay(ZoneOffset.UTC).toInstant(),
                YearMonth.from(row.from()),
                new ChargeRecord.Amounts(billed.value(), amortised, Optional.empty(), Optional.empty()),
                quantity.map(Amount::value)));
    }

    private static CurrencyCode currency(String unit) throws RowRefusedException {
        try {
            return new CurrencyCode(unit);
        } catch (IllegalArgumentException _) {
            throw new RowRefusedException("Unit", unit, "Cost Explorer tells a cost in no currency here.");
        }
    }

    /// The same for a charge as it comes and as it is kept.
    static RowIdentity identity(ChargeRecord charge) {
        String said = String.join(
                "\n",
                charge.start().toString(),
                charge.end().toString(),
                charge.line().subAccount(),
                charge.line().service(),
                charge.line().unit(),
                charge.currency().value(),
                plain(Optional.of(charge.amounts().billed())),
                plain(charge.amounts().effective()),
                plain(charge.quantity()));
        return new RowIdentity(
                Long.parseUnsignedLong(ContentDigest.sha256(said).substring(0, HASH_DIGITS), HASH_DIGITS));
    }

    private static String plain(Optional<BigDecimal> amount) {
        return amount.map(value -> value.stripTrailingZeros().toPlainString()).orElse("");
    }
}
