package dev.headroom.engine.commitment;

import dev.headroom.engine.cost.ChargeCategory;
import dev.headroom.engine.cost.ChargeLine;
import dev.headroom.engine.cost.ChargeRecord;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells which charges a commitment could pay for, and what they cost on demand.
///
/// Input: charges in FOCUS terms. Output: the pool of the usage, and its cost on demand: the contracted cost
/// where the bill states it, else the list cost, else, for usage that no commitment pays, the billed cost;
/// unknown otherwise.
///
/// Of AWS, running hours of machines count (`BoxUsage`, or a description that names the machine type), not
/// spot hours, and not the usage of Fargate and Lambda, whose discounts are others. Of other providers, usage
/// of the service category Compute counts that is not called spot or preemptible. Corrections of earlier
/// periods count nowhere.
public final class EligibleUsage {
    private static final Pattern TYPE = Pattern.compile(
            "\\b([a-z][a-z0-9-]{0,12}\\d[a-z0-9-]{0,8})\\.(?:nano|micro|small|medium|large|\\d{0,3}xlarge|metal[a-z0-9-]{0,8})\\b");
    private static final Pattern HOURS = Pattern.compile("(?:^|[-:])(?:Box|Dedicated|HostBox)Usage(?::|$)");
    private static final Pattern SPOT = Pattern.compile("spot|preemptible", Pattern.CASE_INSENSITIVE);

    private EligibleUsage() {}

    /// The family and region of a charge; empty when no commitment could pay for it.
    public static Optional<UsagePool> pool(ChargeRecord charge) {
        ChargeLine line = charge.line();
        if (line.category() != ChargeCategory.USAGE
                || line.correction()
                || isUnused(charge)
                || isNegation(charge)
                || SPOT.matcher(line.usageType() + " " + line.description()).find()) {
            return Optional.empty();
        }
        Optional<String> family = family(line);
        boolean compute = ProviderNames.isAws(line.provider())
                ? HOURS.matcher(line.usageType()).find() || (isEc2(line) && family.isPresent())
                : line.serviceCategory().equalsIgnoreCase("Compute");
        return compute
                ? Optional.of(new UsagePool(line.provider(), line.currency(), line.region(), family.orElse("")))
                : Optional.empty();
    }

    private static boolean isEc2(ChargeLine line) {
        return line.service().equals("AmazonEC2") || line.service().contains("Elastic Compute Cloud");
    }

    private static Optional<String> family(ChargeLine line) {
        for (String text : new String[] {line.usageType(), line.description()}) {
            Matcher type = TYPE.matcher(text);
            if (type.find()) {
                return Optional.of(type.group(1));
            }
        }
        return Optional.empty();
    }

    /// True for a row that carries the unused part of a commitment: it says so, or it belongs to a commitment
    /// and to no resource and costs nothing on demand.
    public static boolean isUnused(ChargeRecord charge) {
        ChargeLine line = charge.line();
        if (line.commitment().isBlank()) {
            return false;
        }
        boolean ofNoResource = line.resource().isBlank() || line.resource().equals(line.commitment());
        boolean nothingOnDemand =
                charge.amounts().list().map(amount -> amount.signum() == 0).orElse(ofNoResource);
        return line.description().toLowerCase(Locale.ROOT).contains("unused") || (ofNoResource && nothingOnDemand);
    }

    /// True for a row that takes the on-demand price of covered usage back: it repeats usage that has its own
    /// row.
    private static boolean isNegation(ChargeRecord charge) {
        return !charge.line().commitment().isBlank()
                && charge.amounts().billed().signum() < 0;
    }

    /// What the usage of a charge costs without a commitment.
    public static Optional<BigDecimal> onDemand(ChargeRecord charge) {
        Optional<BigDecimal> stated =
                charge.amounts().contracted().or(() -> charge.amounts().list());
        return stated.or(() -> charge.line().commitment().isBlank()
                ? Optional.of(charge.amounts().billed())
                : Optional.empty());
    }
}
