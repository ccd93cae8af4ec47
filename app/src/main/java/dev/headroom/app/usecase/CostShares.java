package dev.headroom.app.usecase;

import dev.headroom.engine.cost.ChargeCategory;
import dev.headroom.engine.cost.ChargeLine;
import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.scenario.CostPart;
import dev.headroom.engine.scenario.ScopeMembers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Who has which share of the cost of a scope, by how it is paid, in the last days of the bills.
final class CostShares {
    /// How many days the shares are taken from.
    static final int DAYS = 30;

    private static final Pattern MONTHLY = Pattern.compile(".*\\b(mo|mos|month|months)\\b.*");
    private static final Pattern HOURLY = Pattern.compile("(hrs?|hours?|instance[- ]?hours?)");

    private enum Kind {
        COMPUTE,
        METERED,
        KEPT,
        FIXED
    }

    private final CostQuery query;
    private final CurrencyCode currency;
    private final Set<String> servers;
    private final Map<CostPart, double[]> sums = new LinkedHashMap<>();

    private CostShares(CostQuery query, CurrencyCode currency, Set<String> servers) {
        this.query = query;
        this.currency = currency;
        this.servers = servers;
    }

    /// @param last the last day of the bills that is complete
    /// @param servers the ids of the inventory
    static List<CostPart> of(
            OpenWorkspace workspace,
            CostQuery query,
            CurrencyCode currency,
            LocalDate last,
            Set<String> servers,
            ScopeMembers members)
            throws UseCaseException {
        CostShares shares = new CostShares(query, currency, servers);
        ConvertedAmounts amounts = ConvertedAmounts.of(workspace, query.into(), query.knownOn());
        KnownBills.at(workspace, query.knownOn()).forEach(last.minusDays(DAYS - 1L), last, charge -> {
            CostPart part = part(charge.line());
            if (ForecastCost.runs(charge.line().category())
                    && amounts.currency(charge).equals(currency)
                    && members.cost(ScenarioScopes.of(query.scope()), part)) {
                shares.add(part, charge.line(), amounts.amount(charge, query.basis()));
            }
        });
        amounts.check();
        return shares.parts();
    }

    private static CostPart part(ChargeLine line) {
        return new CostPart(
                line.provider(), line.subAccount(), line.service(), line.resource(), line.tags(), 0, 0, 0, 0, 0);
    }

    private void add(CostPart part, ChargeLine line, Optional<BigDecimal> amount) {
        double value = amount.map(BigDecimal::doubleValue).orElse(0.0);
        double[] sum = sums.computeIfAbsent(part, _ -> new double[Kind.values().length + 1]);
        Kind kind = kind(line);
        sum[kind.ordinal()] += value;
        if (kind == Kind.COMPUTE
                && query.basis() == CostBasis.EFFECTIVE
                && !line.commitment().isEmpty()) {
            sum[Kind.values().length] += value;
        }
    }

    private Kind kind(ChargeLine line) {
        boolean server = servers.contains(line.resource());
        String unit = line.unit().toLowerCase(Locale.ROOT);
        String category = line.serviceCategory().toLowerCase(Locale.ROOT);
        if (line.category() == ChargeCategory.PURCHASE
                || !line.commitment().isEmpty() && line.resource().isEmpty()) {
            return Kind.FIXED;
        }
        boolean hourly = HOURLY.matcher(unit).matches();
        if (category.equals("compute") && (server || hourly) || category.isEmpty() && server && hourly) {
            return Kind.COMPUTE;
        }
        boolean kept = category.equals("storage") || MONTHLY.matcher(unit).matches() || hourly;
        return kept ? Kind.KEPT : Kind.METERED;
    }

    private List<CostPart> parts() {
        double total = 0;
        for (double[] sum : sums.values()) {
            for (int kind = 0; kind < Kind.values().length; kind++) {
                total += sum[kind];
            }
        }
        List<CostPart> parts = new ArrayList<>();
        if (total > 0) {
            double all = total;
            sums.forEach((part, sum) -> parts.add(new CostPart(
                    part.provider(),
                    part.account(),
                    part.service(),
                    part.resource(),
                    part.tags(),
                    sum[Kind.COMPUTE.ordinal()] / all,
                    sum[Kind.METERED.ordinal()] / all,
                    sum[Kind.KEPT.ordinal()] / all,
                    sum[Kind.FIXED.ordinal()] / all,
                    Math.min(sum[Kind.COMPUTE.ordinal()], sum[Kind.values().length]) / all)));
        }
        return parts;
    }
}
