package dev.headroom.app.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.scenario.Change;
import dev.headroom.engine.scenario.Event;
import dev.headroom.engine.scenario.EventScope;
import dev.headroom.engine.scenario.LoadReach;
import dev.headroom.engine.scenario.WeekHours;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/// Events as JSON. The field `kind` says which change it is and with it which other fields there are.
final class EventJson {
    private static final List<String> KINDS =
            List.of("growth", "launch", "migration", "resize", "schedule", "price", "commitment", "decommission");

    private EventJson() {}

    static Event read(JsonNode node, String place) throws ScenarioFormatException {
        Fields fields = new Fields(node, place);
        String kind = fields.needText("kind", "one of " + String.join(", ", KINDS));
        String name = fields.text("name", "");
        Optional<JsonNode> scope = fields.find("scope");
        EventScope about = scope.isEmpty() ? EventScope.ALL : ScopeJson.read(scope.get(), fields.path("scope"));
        LocalDate from = fields.needDay("from", "the first day, such as 2027-03-01");
        Optional<LocalDate> until = fields.day("until");
        Event.Standing standing = fields.flag("on", true) ? Event.Standing.ON : Event.Standing.OFF;
        try {
            Change change = change(kind, fields);
            fields.end();
            return new Event(name, about, from, until, standing, change);
        } catch (IllegalArgumentException e) {
            throw new ScenarioFormatException(
                    ScenarioFormatException.Reason.FIELD, place + " is refused: " + e.getMessage());
        }
    }

    private static Change change(String kind, Fields fields) throws ScenarioFormatException {
        return switch (kind) {
            case "growth" ->
                new Change.Growth(
                        fields.needNumber("percent", "by how much the load grows, such as 20"),
                        pace(fields),
                        reach(fields));
            case "launch" -> new Change.Launch(step(fields), fields.money("cost_per_day"), reach(fields));
            case "migration" -> {
                Optional<JsonNode> to = fields.find("to");
                yield new Change.Migration(
                        fields.needNumber("share_percent", "how much of the load moves, such as 40"),
                        to.isEmpty() ? Optional.empty() : Optional.of(ScopeJson.read(to.get(), fields.path("to"))),
                        reach(fields));
            }
            case "resize" -> new Change.Resize(fields.needText("type", "the new type, such as r6i.4xlarge"));
            case "schedule" -> new Change.Schedule(hours(fields), zone(fields));
            case "price" -> new Change.Price(rate(fields));
            case "commitment" ->
                new Change.Commitment(
                        fields.needMoney("per_hour", "what is paid an hour"),
                        fields.needNumber("discount_percent", "how much cheaper covered usage is, such as 28"),
                        months(fields));
            case "decommission" -> new Change.Decommission();
            default -> throw fields.refused("kind", "(" + kind + ") must be one of " + String.join(", ", KINDS) + ".");
        };
    }

    private static Change.Pace pace(Fields fields) throws ScenarioFormatException {
        String pace = fields.text("pace", "once");
        return Arrays.stream(Change.Pace.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(pace))
                .findFirst()
                .orElseThrow(() -> fields.refused("pace", "(" + pace + ") must be once, ramp or yearly."));
    }

    private static Change.Step step(Fields fields) throws ScenarioFormatException {
        OptionalDouble points = fields.number("points");
        OptionalDouble percent = fields.number("percent");
        if (points.isPresent() == percent.isPresent()) {
            throw fields.refused(
                    "points", "or percent must be given, one of them: points of the capacity, or percent of the load.");
        }
        return points.isPresent()
                ? new Change.Step.Points(points.getAsDouble())
                : new Change.Step.Percent(percent.getAsDouble());
    }

    private static Change.Rate rate(Fields fields) throws ScenarioFormatException {
        OptionalDouble percent = fields.number("percent");
        Optional<Money> perHour = fields.money("per_hour");
        if (percent.isPresent() == perHour.isPresent()) {
            throw fields.refused(
                    "percent",
                    "or per_hour must be given, one of them: a change of all prices, or the price of an hour.");
        }
        return percent.isPresent()
                ? new Change.Rate.Percent(percent.getAsDouble())
                : new Change.Rate.Hourly(perHour.orElseThrow());
    }

    private static int months(Fields fields) throws ScenarioFormatException {
        fields.need("months", "how long it runs, such as 12 or 36");
        return fields.whole("months", 0);
    }

    private static WeekHours hours(Fields fields) throws ScenarioFormatException {
        fields.need("off", "the hours that are off, such as [\"Mon-Fri 20-08\", \"Sat-Sun 0-24\"]");
        try {
            return WeekHours.parse(fields.texts("off"));
        } catch (IllegalArgumentException e) {
            throw fields.refused("off", "is refused: " + e.getMessage());
        }
    }

    private static ZoneId zone(Fields fields) throws ScenarioFormatException {
        String zone = fields.text("zone", "UTC");
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw fields.refused("zone", "(" + zone + ") must be a time zone such as Europe/Berlin.");
        }
    }

    private static LoadReach reach(Fields fields) throws ScenarioFormatException {
        Set<ResourceKind> kinds = EnumSet.noneOf(ResourceKind.class);
        for (String metric : fields.texts("metrics")) {
            kinds.add(ResourceKind.ofMetric(metric)
                    .orElseThrow(() -> fields.refused(
                            "metrics",
                            "(" + metric + ") must be one of "
                                    + Arrays.stream(ResourceKind.values())
                                            .map(ResourceKind::metric)
                                            .collect(Collectors.joining(", "))
                                    + ".")));
        }
        return new LoadReach(kinds, fields.number("cost_percent"));
    }

    static ObjectNode write(Event event) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("kind", kind(event.change()));
        if (!event.name().isEmpty()) {
            node.put("name", event.name());
        }
        if (!event.scope().isAll()) {
            node.set("scope", ScopeJson.write(event.scope()));
        }
        node.put("from", event.from().toString());
        event.until().ifPresent(day -> node.put("until", day.toString()));
        if (!event.isOn()) {
            node.put("on", false);
        }
        write(node, event.change());
        return node;
    }

    private static String kind(Change change) {
        return switch (change) {
            case Change.Growth _ -> "growth";
            case Change.Launch _ -> "launch";
            case Change.Migration _ -> "migration";
            case Change.Resize _ -> "resize";
            case Change.Schedule _ -> "schedule";
            case Change.Price _ -> "price";
            case Change.Commitment _ -> "commitment";
            case Change.Decommission _ -> "decommission";
        };
    }

    private static void write(ObjectNode node, Change change) {
        switch (change) {
            case Change.Growth growth -> {
                node.put("percent", decimal(growth.percent()));
                node.put("pace", growth.pace().name().toLowerCase(Locale.ROOT));
                write(node, growth.reach());
            }
            case Change.Launch launch -> {
                switch (launch.step()) {
                    case Change.Step.Points(double points) -> node.put("points", decimal(points));
                    case Change.Step.Percent(double percent) -> node.put("percent", decimal(percent));
                }
                launch.costPerDay().ifPresent(money -> write(node, "cost_per_day", money));
                write(node, launch.reach());
            }
            case Change.Migration migration -> {
                node.put("share_percent", decimal(migration.sharePercent()));
                migration.to().ifPresent(to -> node.set("to", ScopeJson.write(to)));
                write(node, migration.reach());
            }
            case Change.Resize resize -> node.put("type", resize.instanceType());
            case Change.Schedule schedule -> {
                ArrayNode off = node.putArray("off");
                schedule.off().spans().forEach(off::add);
                node.put("zone", schedule.zone().getId());
            }
            case Change.Price price -> {
                switch (price.rate()) {
                    case Change.Rate.Percent(double percent) -> node.put("percent", decimal(percent));
                    case Change.Rate.Hourly(Money perHour) -> write(node, "per_hour", perHour);
                }
            }
            case Change.Commitment commitment -> {
                write(node, "per_hour", commitment.perHour());
                node.put("discount_percent", decimal(commitment.discountPercent()));
                node.put("months", commitment.months());
            }
            case Change.Decommission _ -> {}
        }
    }

    private static void write(ObjectNode node, LoadReach reach) {
        if (!reach.kinds().isEmpty()) {
            ArrayNode metrics = node.putArray("metrics");
            reach.kinds().stream().sorted().forEach(kind -> metrics.add(kind.metric()));
        }
        reach.costPercent().ifPresent(percent -> node.put("cost_percent", decimal(percent)));
    }

    private static void write(ObjectNode node, String field, Money money) {
        node.putObject(field)
                .put("amount", money.amount().toPlainString())
                .put("currency", money.currency().value());
    }

    /// 20 and not 20.0.
    private static BigDecimal decimal(double value) {
        BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }
}
