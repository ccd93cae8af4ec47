package dev.headroom.app.usecase;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A message in the format of Slack's incoming webhooks, which other chat systems take too: a line of text, and a block
/// for each anomaly.
final class WebhookPayload {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_BLOCKS = 40;

    private WebhookPayload() {}

    static String of(List<FoundAnomaly> anomalies) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("text", "Headroom: " + AlertText.subject(anomalies));
        List<Object> blocks = new ArrayList<>();
        blocks.add(
                Map.of("type", "header", "text", Map.of("type", "plain_text", "text", AlertText.subject(anomalies))));
        anomalies.stream()
                .limit(MOST_BLOCKS)
                .map(anomaly -> section("*" + escaped(AlertText.title(anomaly)) + "*\n"
                        + escaped(AlertText.body(anomaly)) + " `" + anomaly.id() + "`"))
                .forEach(blocks::add);
        if (anomalies.size() > MOST_BLOCKS) {
            blocks.add(section("and " + (anomalies.size() - MOST_BLOCKS) + " more"));
        }
        message.put("blocks", blocks);
        try {
            return JSON.writeValueAsString(message);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("maps of text can always be written as JSON.", impossible);
        }
    }

    private static Map<String, Object> section(String text) {
        return Map.of("type", "section", "text", Map.of("type", "mrkdwn", "text", text));
    }

    /// The three characters that Slack reads as markup of its own.
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
