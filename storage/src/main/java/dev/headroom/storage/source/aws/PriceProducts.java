package dev.headroom.storage.source.aws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.pricing.PricingClient;
import software.amazon.awssdk.services.pricing.model.Filter;
import software.amazon.awssdk.services.pricing.model.FilterType;

/// The entries of the Price List of one region.
record PriceProducts(PricingClient pricing, String region, Asking asking) {
    static final String FAMILY = "productFamily";
    private static final int PAGE = 100;
    private static final String REGION = "regionCode";

    /// All pages of the entries of a service.
    ///
    /// @param wanted attributes and what they are
    List<Product> of(String service, Map<String, String> wanted) throws AwsFailureException {
        List<Filter> filters = new ArrayList<>();
        filters.add(filter(REGION, region));
        new TreeMap<>(wanted).forEach((field, value) -> filters.add(filter(field, value)));
        return asking.asked(
                AwsAction.PRICES.iam(),
                () ->
                        pricing
                                .getProductsPaginator(ask -> ask.serviceCode(service)
                                        .filters(filters)
                                        .maxResults(PAGE))
                                .stream()
                                .flatMap(page -> page.priceList().stream())
                                .flatMap(text -> Product.of(text).stream())
                                .filter(product -> product.attribute(REGION).equals(region))
                                .toList());
    }

    private static Filter filter(String field, String value) {
        return Filter.builder()
                .type(FilterType.TERM_MATCH)
                .field(field)
                .value(value)
                .build();
    }

    /// When the newest of some entries was published; empty when none says so.
    static Optional<Instant> published(List<Product> products) {
        return products.stream()
                .flatMap(product -> product.published().stream())
                .max(Instant::compareTo);
    }
}
