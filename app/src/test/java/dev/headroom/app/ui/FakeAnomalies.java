package dev.headroom.app.ui;

import dev.headroom.app.usecase.AnomalyFeedback;
import dev.headroom.app.usecase.DecideAnomaly;
import dev.headroom.app.usecase.FleetAnomalies;
import dev.headroom.app.usecase.FoundAnomaly;
import dev.headroom.app.usecase.SendAlerts;
import dev.headroom.app.usecase.WatchAnomalies;
import dev.headroom.engine.anomaly.AnomalyEvent;
import dev.headroom.engine.anomaly.Feedback;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// The anomalies of a session with invented results, and what was said of them.
final class FakeAnomalies {
    private final List<AnomalyEvent> noted = new CopyOnWriteArrayList<>();

    FleetAnomalies of(WatchAnomalies.Request request) {
        return InventedAnomalies.of(request, new AnomalyFeedback(noted));
    }

    SendAlerts.Sent send(FleetAnomalies all, List<FoundAnomaly> chosen, SendAlerts.Channel channel) {
        List<FoundAnomaly> fresh = SendAlerts.fresh(all, chosen, channel.kind());
        String word = channel.kind().name().toLowerCase(Locale.ROOT);
        if (!(channel instanceof SendAlerts.Channel.Preview)) {
            fresh.forEach(anomaly -> noted.add(event(anomaly, new Feedback.Sent(word))));
        }
        return new SendAlerts.Sent(fresh, new AnomalyFeedback(noted));
    }

    AnomalyFeedback say(List<DecideAnomaly.Saying> sayings) {
        for (DecideAnomaly.Saying saying : sayings) {
            noted.add(
                    switch (saying) {
                        case DecideAnomaly.Saying.About(var anomaly, var feedback) -> event(anomaly, feedback);
                        case DecideAnomaly.Saying.Known(var scope, var feedback) ->
                            new AnomalyEvent(scope.text(), Optional.empty(), feedback, InventedFleet.AS_OF);
                    });
        }
        return new AnomalyFeedback(noted);
    }

    List<AnomalyEvent> noted() {
        return List.copyOf(noted);
    }

    private static AnomalyEvent event(FoundAnomaly anomaly, Feedback feedback) {
        return new AnomalyEvent(anomaly.subject().key(), Optional.of(anomaly.start()), feedback, InventedFleet.AS_OF);
    }
}
