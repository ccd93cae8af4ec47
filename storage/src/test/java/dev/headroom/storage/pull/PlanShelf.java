package dev.headroom.storage.pull;

import dev.headroom.storage.source.aws.loopback.Call;
import dev.headroom.storage.source.aws.loopback.Fault;
import dev.headroom.storage.source.aws.loopback.LoopbackAws;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.savingsplans.model.DescribeSavingsPlansOfferingRatesRequest;
import software.amazon.awssdk.services.savingsplans.model.DescribeSavingsPlansOfferingRatesResponse;
import software.amazon.awssdk.services.savingsplans.model.SavingsPlanOfferingRate;
import software.amazon.awssdk.services.savingsplans.model.SavingsPlanOfferingRateProperty;

/// The rates of savings plans of one region behind a loopback server, in pages of two.
final class PlanShelf {
    private static final int PAGE = 2;
    private static final int MOST = 1_000;
    private static final long YEAR = 365L * 86_400;

    private final String region;
    private boolean denied;

    PlanShelf(String region) {
        this.region = region;
    }

    void deny() {
        denied = true;
    }

    void serve(LoopbackAws aws) {
        aws.on(
                "savingsplans",
                "DescribeSavingsPlansOfferingRates",
                DescribeSavingsPlansOfferingRatesRequest::builder,
                this::rates);
    }

    private SdkPojo rates(DescribeSavingsPlansOfferingRatesRequest request, Call call) throws Fault {
        if (denied) {
            throw new Fault(403, "AccessDeniedException", "not authorized: DescribeSavingsPlansOfferingRates");
        }
        Map<String, List<String>> wanted = new TreeMap<>();
        request.filters().forEach(filter -> wanted.put(filter.nameAsString(), filter.values()));
        Map<String, List<String>> expected = Map.of(
                "region", List.of(region), "productDescription", List.of("Linux/UNIX"), "tenancy", List.of("shared"));
        if (!call.region().equals("us-east-1") || request.maxResults() > MOST || !wanted.equals(expected)) {
            throw new Fault(400, "ValidationException", "Not answered: " + call.region() + " " + wanted);
        }
        List<SavingsPlanOfferingRate> all = all();
        int from = request.nextToken() == null ? 0 : Integer.parseInt(request.nextToken());
        int to = Math.min(all.size(), from + PAGE);
        return DescribeSavingsPlansOfferingRatesResponse.builder()
                .searchResults(all.subList(from, to))
                .nextToken(to < all.size() ? Integer.toString(to) : "")
                .build();
    }

    private List<SavingsPlanOfferingRate> all() {
        List<SavingsPlanOfferingRate> all = new ArrayList<>();
        all.add(rate("Compute", "EUC1-BoxUsage:m5.large", 1, "No Upfront", "0.0799", "USD", region));
        all.add(rate("Compute", "EUC1-BoxUsage:m5.large", 1, "No Upfront", "0.0810", "USD", region));
        all.add(rate("Compute", "EUC1-UnusedBox:m5.large", 1, "No Upfront", "0.0999", "USD", region));
        all.add(rate("Compute", "EUC1-BoxUsage:m5.xlarge", 1, "No Upfront", "1.1000", "CNY", region));
        all.add(rate("Compute", "EUC1-BoxUsage:m5.xlarge", 2, "No Upfront", "0.1500", "USD", region));
        all.add(rate("Compute", "BoxUsage:m5.xlarge", 1, "No Upfront", "0.1400", "USD", "us-east-1"));
        all.add(rate("SageMaker", "EUC1-BoxUsage:m5.large", 1, "No Upfront", "0.0700", "USD", region));
        all.add(rate("EC2Instance", "EUC1-BoxUsage:m5.large", 3, "All Upfront", "0.0444", "USD", region));
        all.add(rate("EC2Instance", "EUC1-BoxUsage:m6g.large", 1, "Partial Upfront", "0.0528", "USD", region));
        return all;
    }

    private static SavingsPlanOfferingRate rate(
            String plan, String usage, int years, String payment, String hour, String currency, String in) {
        return SavingsPlanOfferingRate.builder()
                .savingsPlanOffering(offering -> offering.planType(plan)
                        .paymentOption(payment)
                        .durationSeconds(years * YEAR)
                        .currency(currency))
                .rate(hour)
                .unit("Hrs")
                .productType("EC2")
                .serviceCode("AmazonEC2")
                .usageType(usage)
                .operation("RunInstances")
                .properties(
                        property("region", in), property("instanceType", usage.substring(usage.lastIndexOf(':') + 1)))
                .build();
    }

    private static SavingsPlanOfferingRateProperty property(String name, String value) {
        return SavingsPlanOfferingRateProperty.builder().name(name).value(value).build();
    }
}
