package dev.headroom.storage.source.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.engine.commitment.CommitmentTerm;
import dev.headroom.engine.commitment.Payment;
import dev.headroom.storage.source.price.ReservedPrice;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One entry of the Price List: the attributes of a product, and its terms.
///
/// Source: the documentation of the price list files of AWS, which `GetProducts` answers entry by entry.
record Product(JsonNode node) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String CURRENCY = "USD";
    private static final Map<String, CommitmentTerm> TERMS =
            Map.of("1yr", CommitmentTerm.ONE_YEAR, "3yr", CommitmentTerm.THREE_YEARS);
    private static final Map<String, Payment> PAYMENTS = Map.of(
            "No Upfront", Payment.NO_UPFRONT,
            "Partial Upfront", Payment.PARTIAL_UPFRONT,
            "All Upfront", Payment.ALL_UPFRONT);

    /// Empty for what is no document.
    static Optional<Product> of(String text) {
        try {
            return Optional.of(new Product(MAPPER.readTree(text)));
        } catch (JsonProcessingException noDocument) {
            return Optional.empty();
        }
    }

    /// Empty text when it has none of that name.
    String attribute(String name) {
        return node.path("product").path("attributes").path(name).asText("");
    }

    boolean hasAll(Map<String, String> wanted) {
        return wanted.entrySet().stream()
                .allMatch(one -> attribute(one.getKey()).equals(one.getValue()));
    }

    Optional<Instant> published() {
        try {
            return Optional.of(Instant.parse(node.path("publicationDate").asText("")));
        } catch (DateTimeException notTold) {
            return Optional.empty();
        }
    }

    /// The price on demand in US dollars for one of a unit, of the first tier; empty when it has none, or
    /// costs nothing.
    Optional<BigDecimal> onDemand(String unit) {
        for (JsonNode term : node.path("terms").path("OnDemand")) {
            for (JsonNode dimension : term.path("priceDimensions")) {
                boolean first = dimension.path("beginRange").asText("0").equals("0");
                if (first && dimension.path("unit").asText("").equalsIgnoreCase(unit)) {
                    return usd(dimension).filter(price -> price.signum() > 0);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<BigDecimal> usd(JsonNode dimension) {
        try {
            return Optional.of(
                    new BigDecimal(dimension.path("pricePerUnit").path(CURRENCY).asText("")));
        } catch (NumberFormatException notInDollars) {
            return Optional.empty();
        }
    }

    /// The standard reservations.
    List<ReservedPrice> reservations(String instanceType) {
        List<ReservedPrice> prices = new ArrayList<>();
        for (JsonNode term : node.path("terms").path("Reserved")) {
            JsonNode said = term.path("termAttributes");
            CommitmentTerm length = TERMS.get(said.path("LeaseContractLength").asText(""));
            Payment payment = PAYMENTS.get(said.path("PurchaseOption").asText(""));
            boolean standard = said.path("OfferingClass").asText("").equals("standard");
            if (standard && length != null && payment != null) {
                prices.add(new ReservedPrice(
                        instanceType, length, payment, amount(term, "Quantity"), amount(term, "Hrs")));
            }
        }
        return prices;
    }

    /// 0 where a term has no such part, as one without upfront payment has none.
    private static BigDecimal amount(JsonNode term, String unit) {
        for (JsonNode dimension : term.path("priceDimensions")) {
            if (dimension.path("unit").asText("").equalsIgnoreCase(unit)) {
                return usd(dimension).orElse(BigDecimal.ZERO);
            }
        }
        return BigDecimal.ZERO;
    }
}
