package dev.headroom.app.ui.anomalies;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.session.Names;
import dev.headroom.app.usecase.AnomalyFeedback;
import dev.headroom.app.usecase.AnomalyStanding;
import dev.headroom.app.usecase.AnomalySubject;
import dev.headroom.app.usecase.FleetAnomalies;
import dev.headroom.app.usecase.FoundAnomaly;
import dev.headroom.app.usecase.Words;
import dev.headroom.engine.anomaly.AnomalyEvent;
import dev.headroom.engine.anomaly.Direction;
import dev.headroom.engine.anomaly.Episode;
import dev.headroom.engine.anomaly.EpisodeKind;
import dev.headroom.engine.anomaly.Feedback;
import dev.headroom.engine.quantity.MeasureUnit;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Anomalies in the words of the window.
final class AnomalyWords {
    private final Formats formats;
    private final Names names;

    AnomalyWords(Formats formats, Names names) {
        this.formats = formats;
        this.names = names;
    }

    AnomalyRow row(FoundAnomaly anomaly, AnomalyStanding standing) {
        return new AnomalyRow(
                anomaly, standing, title(anomaly.subject()), place(anomaly), impact(anomaly), when(anomaly));
    }

    String title(AnomalySubject subject) {
        return switch (subject) {
            case AnomalySubject.Cost cost -> cost.service().isEmpty() ? "All services" : cost.service();
            case AnomalySubject.Metric metric -> names.resource(metric.series().resource());
        };
    }

    String place(AnomalySubject subject) {
        return switch (subject) {
            case AnomalySubject.Cost cost -> cost.account().isEmpty() ? "all accounts" : names.account(cost.account());
            case AnomalySubject.Metric metric -> metric.series().metric().replace('_', ' ');
        };
    }

    /// With how many others of its group it moved as one.
    private String place(FoundAnomaly anomaly) {
        long others = anomaly.others();
        return place(anomaly.subject()) + (others == 0 ? "" : ", and " + others + " more of " + group(anomaly.group()));
    }

    private String group(String label) {
        String account = "account ";
        return label.startsWith(account) ? account + names.account(label.substring(account.length())) : label;
    }

    /// Where something that moved together is, as seen from an anomaly.
    static String where(FoundAnomaly.Relation relation) {
        return switch (relation) {
            case SAME_COST -> "same cost";
            case SAME_SERVER -> "same server";
            case SAME_GROUP -> "same group";
            case OTHER_SERVER -> "other server";
        };
    }

    /// Title and place in one.
    String whole(AnomalySubject subject) {
        return title(subject) + ", " + place(subject);
    }

    /// Of costs the money, of metrics the distance of the peak.
    String impact(FoundAnomaly anomaly) {
        Episode episode = anomaly.episode();
        if (episode.kind() == EpisodeKind.MISSING || episode.kind() == EpisodeKind.STUCK) {
            return Formats.UNKNOWN;
        }
        return switch (anomaly.subject()) {
            case AnomalySubject.Cost cost ->
                formats.signedMoney(episode.impact(), cost.currency().value());
            case AnomalySubject.Metric _ -> distance(anomaly, episode.peak().excess());
        };
    }

    String distance(FoundAnomaly anomaly, double excess) {
        if (Double.isNaN(excess)) {
            return Formats.UNKNOWN;
        }
        String sign = excess < 0 ? "\u2212" : "+";
        boolean percent =
                anomaly.unit().filter(unit -> unit == MeasureUnit.PERCENT).isPresent();
        String unit = percent
                ? "\u00a0pp"
                : anomaly.unit().map(known -> "\u00a0" + known.symbol()).orElse("");
        double size = Math.abs(excess);
        return sign + formats.number(size, size < 0.1 ? 3 : size < 10 ? 1 : 0) + unit;
    }

    String value(FoundAnomaly anomaly, double value) {
        if (Double.isNaN(value)) {
            return Formats.UNKNOWN;
        }
        return switch (anomaly.subject()) {
            case AnomalySubject.Cost cost ->
                formats.money(value, cost.currency().value(), Math.abs(value) < 100 ? 2 : 0);
            case AnomalySubject.Metric _ ->
                anomaly.unit().filter(unit -> unit == MeasureUnit.PERCENT).isPresent()
                        ? formats.percent(value, 1)
                        : formats.number(value, Math.abs(value) < 10 ? 2 : 0)
                                + anomaly.unit()
                                        .map(unit -> "\u00a0" + unit.symbol())
                                        .orElse("");
        };
    }

    /// Such as `12 – 14 Nov` or `since 9 Nov`.
    String when(FoundAnomaly anomaly) {
        String start = formats.day(anomaly.start());
        String last = formats.day(anomaly.last());
        if (anomaly.episode().state() == Episode.State.OPEN) {
            return "since " + start;
        }
        String month = start.substring(start.indexOf(' ') + 1);
        if (last.endsWith(" " + month)) {
            return start.equals(last) ? start : start.substring(0, start.indexOf(' ')) + " – " + last;
        }
        return start + " – " + last;
    }

    /// Such as `12 – 14 Nov, 3 days, ended`.
    String span(FoundAnomaly anomaly) {
        boolean daily = anomaly.stepSeconds() >= 43_200;
        long seconds = ChronoUnit.SECONDS.between(anomaly.start(), anomaly.last()) + (long) anomaly.stepSeconds();
        long count = Math.max(1, Math.round(seconds / (daily ? 86_400.0 : 3600.0)));
        String length = count + (daily ? " day" : " hour") + (count == 1 ? "" : "s");
        boolean open = anomaly.episode().state() == Episode.State.OPEN;
        return when(anomaly) + ", " + length + (open ? ", lasting" : ", ended");
    }

    /// Such as `Spike, $1,989 on 13 Nov, expected $815, 2.4 times`.
    String peak(FoundAnomaly anomaly) {
        Episode episode = anomaly.episode();
        double value = episode.peak().value();
        double expected = episode.peak().point().expected();
        if (Double.isNaN(value) || Double.isNaN(expected)) {
            return Words.capital(episode.kind().word()) + ": nothing arrived from " + formats.day(anomaly.start())
                    + " on";
        }
        String times = expected > 0 && value > 1.5 * expected
                ? ", " + formats.number(value / expected, 1) + " times as much"
                : "";
        return Words.capital(episode.kind().word()) + ": " + value(anomaly, value) + " on "
                + formats.day(Instant.ofEpochSecond(episode.peak().at())) + ", expected "
                + value(anomaly, expected) + times;
    }

    /// Where the causes lie, in a sentence; empty when nothing can be said.
    String causes(FoundAnomaly anomaly) {
        if (anomaly.causes().isEmpty()) {
            return "";
        }
        boolean against = anomaly.causes().stream().anyMatch(share -> share.share() < -0.005);
        var first = anomaly.causes().getFirst();
        String account = names.account(first.place().account());
        boolean one = anomaly.causes().stream()
                .filter(share -> Math.abs(share.share()) > 0.01)
                .allMatch(share -> share.place().account().equals(first.place().account()));
        String where = one && !account.isEmpty() ? "All in " + account + "." : "";
        String move = anomaly.episode().direction() == Direction.DOWN ? "rose" : "fell";
        return (where + (against ? " Shares below zero " + move + " at the same time." : "")).strip();
    }

    /// What happened to it, the first thing first.
    List<String> history(FoundAnomaly anomaly, AnomalyFeedback feedback) {
        List<String> steps = new ArrayList<>();
        for (Episode.Step step : anomaly.episode().steps()) {
            steps.add(formats.day(Instant.ofEpochSecond(step.at())) + "  "
                    + (steps.isEmpty() ? "raised, " : "now ")
                    + step.severity().name().toLowerCase(Locale.ROOT));
        }
        if (anomaly.episode().state() == Episode.State.RECOVERED) {
            steps.add(formats.day(anomaly.last().plusSeconds((long) anomaly.stepSeconds())) + "  back as expected");
        }
        for (AnomalyEvent event : feedback.about(anomaly)) {
            steps.add(formats.day(event.at()) + "  " + said(event.feedback()));
        }
        return steps;
    }

    private static String said(Feedback feedback) {
        return switch (feedback) {
            case Feedback.Acknowledge(String reason) -> "acknowledged" + why(reason);
            case Feedback.Expect expect -> "marked as expected" + why(expect.reason());
            case Feedback.Reopen(String reason) -> "reopened" + why(reason);
            case Feedback.Retract _ -> "taken back";
            case Feedback.Sent(String channel) -> "sent by " + channel;
            case Feedback.Suppress suppress -> "suppressed" + why(suppress.reason());
            case Feedback.Lift _ -> "suppression lifted";
        };
    }

    private static String why(String reason) {
        return reason.isBlank() ? "" : ": " + reason;
    }

    /// How many are open and what they cost, such as `7 open: 3 in costs, $4,249 above expectation, 4 in metrics`.
    String answer(List<AnomalyRow> open, FleetAnomalies all) {
        String incomplete = all.incomplete() == 0
                ? ""
                : "; the last " + (all.incomplete() == 1 ? "day" : all.incomplete() + " days")
                        + " of the bill may be incomplete";
        if (open.isEmpty()) {
            return "Nothing open in " + formats.count(all.series()) + " series" + incomplete;
        }
        List<String> parts = new ArrayList<>();
        List<AnomalyRow> costs =
                open.stream().filter(row -> row.anomaly().isCost()).toList();
        if (!costs.isEmpty()) {
            parts.add(formats.count(costs.size()) + " in costs" + sums(costs));
        }
        if (costs.size() < open.size()) {
            parts.add(formats.count(open.size() - costs.size()) + " in metrics");
        }
        String since = open.stream()
                .map(row -> row.anomaly().start())
                .min(Comparator.naturalOrder())
                .map(first -> " since " + formats.day(first))
                .orElse("");
        return formats.count(open.size()) + " open: " + String.join(", ", parts) + since + incomplete;
    }

    /// The impact by currency; what lies above and what lies below do not cancel.
    private String sums(List<AnomalyRow> costs) {
        Map<String, double[]> sums = new TreeMap<>();
        for (AnomalyRow row : costs) {
            if (row.anomaly().subject() instanceof AnomalySubject.Cost cost) {
                double impact = row.anomaly().episode().impact();
                sums.computeIfAbsent(cost.currency().value(), _ -> new double[2])[impact < 0 ? 1 : 0] += impact;
            }
        }
        StringBuilder text = new StringBuilder();
        sums.forEach((currency, both) -> {
            if (both[0] > 0) {
                text.append(", ").append(formats.money(both[0], currency, 0)).append(" above expectation");
            }
            if (both[1] < 0) {
                text.append(", ").append(formats.money(-both[1], currency, 0)).append(" below");
            }
        });
        return text.toString();
    }
}
