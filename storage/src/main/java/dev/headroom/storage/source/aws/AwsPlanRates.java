package dev.headroom.storage.source.aws;

import dev.headroom.engine.commitment.CommitmentKind;
import dev.headroom.engine.commitment.CommitmentTerm;
import dev.headroom.engine.commitment.Payment;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.source.price.PlanRate;
import dev.headroom.storage.source.price.PriceList;
import dev.headroom.storage.source.price.PriceScope;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.savingsplans.SavingsplansClient;
import software.amazon.awssdk.services.savingsplans.model.DescribeSavingsPlansOfferingRatesResponse;
import software.amazon.awssdk.services.savingsplans.model.ParentSavingsPlanOffering;
import software.amazon.awssdk.services.savingsplans.model.SavingsPlanOfferingRate;
import software.amazon.awssdk.services.savingsplans.model.SavingsPlanOfferingRateFilterElement;
import software.amazon.awssdk.services.savingsplans.model.SavingsPlanOfferingRateProperty;
import software.amazon.awssdk.services.savingsplans.model.SavingsPlanProductType;
import software.amazon.awssdk.services.savingsplans.model.SavingsPlanRateFilterAttribute;
import software.amazon.awssdk.services.savingsplans.model.SavingsPlanRateUnit;
import software.amazon.awssdk.services.savingsplans.model.SavingsPlanType;

/// Reads what machines with Linux in shared tenancy cost an hour under the savings plans that are sold for a region:
/// of all compute and of one family, for one year and three, with each way of payment.
///
/// Rates in another currency than that of the price list and of capacity that is reserved and not used are left out. Of
/// two rates of the same the higher one is taken.
public final class AwsPlanRates implements AwsPriceList {
    /// Where the rates come from, in words.
    public static final String SOURCE = "AWS Savings Plans rates";

    private static final int PAGE = 1_000;
    private static final String INSTANCE_TYPE = "instanceType";
    private static final Pattern RUNNING = Pattern.compile("(?:.*-)?BoxUsage(?::.*)?");
    private static final long YEAR_SECONDS = 365L * 86_400;
    private static final Map<Long, CommitmentTerm> TERMS =
            Map.of(YEAR_SECONDS, CommitmentTerm.ONE_YEAR, 3 * YEAR_SECONDS, CommitmentTerm.THREE_YEARS);

    private final SavingsplansClient plans;
    private final String region;
    private final Asking asking;

    AwsPlanRates(SavingsplansClient plans, String region, Asking asking) {
        this.plans = plans;
        this.region = region;
        this.asking = asking;
    }

    @Override
    public PriceScope scope() {
        return PriceScope.SAVINGS_PLANS;
    }

    @Override
    public PriceList read() throws AwsFailureException {
        Map<PlanRate.Offer, PlanRate> rates = new TreeMap<>();
        asking
                .asked(
                        AwsAction.PLAN_RATES.iam(),
                        () -> Told.pages(this::page, DescribeSavingsPlansOfferingRatesResponse::nextToken))
                .stream()
                .flatMap(page -> page.searchResults().stream())
                .flatMap(told -> rate(told).stream())
                .forEach(rate -> rates.merge(
                        rate.offer(), rate, (one, other) -> one.hourly().compareTo(other.hourly()) >= 0 ? one : other));
        return PriceList.savingsPlans(
                AwsEntries.PROVIDER, region, CurrencyCode.USD, SOURCE, List.copyOf(rates.values()));
    }

    private DescribeSavingsPlansOfferingRatesResponse page(@Nullable String token) {
        return plans.describeSavingsPlansOfferingRates(
                ask -> ask.savingsPlanTypes(SavingsPlanType.COMPUTE, SavingsPlanType.EC2_INSTANCE)
                        .products(SavingsPlanProductType.EC2)
                        .filters(
                                filter(SavingsPlanRateFilterAttribute.REGION, region),
                                filter(SavingsPlanRateFilterAttribute.PRODUCT_DESCRIPTION, "Linux/UNIX"),
                                filter(SavingsPlanRateFilterAttribute.TENANCY, "shared"))
                        .maxResults(PAGE)
                        .nextToken(token));
    }

    private static SavingsPlanOfferingRateFilterElement filter(SavingsPlanRateFilterAttribute name, String value) {
        return SavingsPlanOfferingRateFilterElement.builder()
                .name(name)
                .values(value)
                .build();
    }

    /// Empty for what is none of the rates that are wanted.
    private Optional<PlanRate> rate(SavingsPlanOfferingRate told) {
        ParentSavingsPlanOffering offering = told.savingsPlanOffering();
        BigDecimal hour = Told.number(told.rate());
        String type = property(told, INSTANCE_TYPE);
        boolean wanted = offering != null
                && told.unit() == SavingsPlanRateUnit.HRS
                && RUNNING.matcher(Told.text(told.usageType())).matches()
                && property(told, "region").equals(region)
                && CurrencyCode.USD.value().equals(offering.currencyAsString());
        if (!wanted || hour == null || hour.signum() <= 0 || type.isEmpty()) {
            return Optional.empty();
        }
        return kind(offering)
                .flatMap(kind -> Optional.ofNullable(TERMS.get(offering.durationSeconds()))
                        .flatMap(term -> payment(offering)
                                .map(payment -> new PlanRate(new PlanRate.Offer(kind, type, term, payment), hour))));
    }

    private static String property(SavingsPlanOfferingRate told, String name) {
        return told.properties().stream()
                .filter(property -> name.equals(property.name()))
                .map(SavingsPlanOfferingRateProperty::value)
                .findFirst()
                .orElse("");
    }

    private static Optional<CommitmentKind> kind(ParentSavingsPlanOffering offering) {
        return switch (offering.planType()) {
            case COMPUTE -> Optional.of(CommitmentKind.COMPUTE_SAVINGS_PLAN);
            case EC2_INSTANCE -> Optional.of(CommitmentKind.INSTANCE_SAVINGS_PLAN);
            case null, default -> Optional.empty();
        };
    }

    private static Optional<Payment> payment(ParentSavingsPlanOffering offering) {
        return switch (offering.paymentOption()) {
            case NO_UPFRONT -> Optional.of(Payment.NO_UPFRONT);
            case PARTIAL_UPFRONT -> Optional.of(Payment.PARTIAL_UPFRONT);
            case ALL_UPFRONT -> Optional.of(Payment.ALL_UPFRONT);
            case null, default -> Optional.empty();
        };
    }
}
