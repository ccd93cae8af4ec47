package dev.headroom.app.usecase;

import dev.headroom.storage.source.aws.AwsTopic;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Map;

/// An anomaly as a message to a topic: the sentences of the e-mail, and what a subscription can filter by.
final class AlertNotice {
    /// Left for the attributes, which count too.
    private static final int FOR_ATTRIBUTES = 1_024;

    private AlertNotice() {}

    static AwsTopic.Message of(FoundAnomaly anomaly) {
        String body = AlertText.title(anomaly) + "\n" + AlertText.body(anomaly) + "\nId " + anomaly.id() + "\n";
        return new AwsTopic.Message(
                anomaly.id(),
                subject("Headroom: " + AlertText.title(anomaly)),
                shortened(body, AwsTopic.MOST_BYTES - FOR_ATTRIBUTES),
                Map.of(
                        "severity", anomaly.urgency().word(),
                        "kind", anomaly.episode().kind().word(),
                        "source", anomaly.isCost() ? "cost" : "metric"));
    }

    /// Printable ASCII: letters without their marks, a question mark for any other character.
    static String subject(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^ -~]", "?");
        return plain.length() <= AwsTopic.LONGEST_SUBJECT
                ? plain
                : plain.substring(0, AwsTopic.LONGEST_SUBJECT - 3) + "...";
    }

    static String shortened(String text, int mostBytes) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= mostBytes) {
            return text;
        }
        int end = mostBytes;
        while ((bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }
}
