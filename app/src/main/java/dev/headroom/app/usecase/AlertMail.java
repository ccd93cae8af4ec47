package dev.headroom.app.usecase;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/// An e-mail as a file (RFC 5322 with MIME): header lines in ASCII, the text as UTF-8 in Base64, lines ended
/// by CR LF.
final class AlertMail {
    private static final String END = "\r\n";
    private static final int ENCODED_BYTES = 42;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH);

    private AlertMail() {}

    /// @param from an address without line breaks, as [#isAddress]
    static String of(List<FoundAnomaly> anomalies, String from, String to, Instant now) {
        StringBuilder text = new StringBuilder();
        for (FoundAnomaly anomaly : anomalies) {
            text.append(AlertText.title(anomaly)).append(END);
            text.append(AlertText.body(anomaly)).append(END);
            text.append("Id ").append(anomaly.id()).append(END).append(END);
        }
        String id = anomalies.isEmpty() ? "none" : anomalies.getFirst().id();
        return "Date: " + DATE.format(now.atOffset(ZoneOffset.UTC)) + END
                + "From: " + from + END
                + "To: " + to + END
                + "Subject: " + header("Headroom: " + AlertText.subject(anomalies) + titles(anomalies)) + END
                + "Message-ID: <" + id + "." + now.toEpochMilli() + "@headroom.invalid>" + END
                + "MIME-Version: 1.0" + END
                + "Content-Type: text/plain; charset=UTF-8" + END
                + "Content-Transfer-Encoding: base64" + END
                + END
                + Base64.getMimeEncoder().encodeToString(text.toString().getBytes(StandardCharsets.UTF_8)) + END;
    }

    private static String titles(List<FoundAnomaly> anomalies) {
        return anomalies.size() == 1 ? " (" + anomalies.getFirst().title() + ")" : "";
    }

    /// A plain address with one at sign, printable ASCII, nothing that could start another header.
    static boolean isAddress(String text) {
        return text.matches("[!-;=?A-~&&[^@,]]+@[A-Za-z0-9.-]+") && text.length() <= 254;
    }

    /// Text of a header as encoded words (RFC 2047) where it is not printable ASCII.
    static String header(String text) {
        if (text.chars().allMatch(character -> character >= ' ' && character < 127)) {
            return text;
        }
        StringBuilder words = new StringBuilder();
        StringBuilder word = new StringBuilder();
        text.codePoints().forEach(point -> {
            String next = Character.toString(point);
            if ((word + next).getBytes(StandardCharsets.UTF_8).length > ENCODED_BYTES) {
                words.append(encoded(word)).append(END).append(' ');
                word.setLength(0);
            }
            word.append(next);
        });
        return words.append(encoded(word)).toString();
    }

    private static String encoded(StringBuilder word) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(word.toString().getBytes(StandardCharsets.UTF_8))
                + "?=";
    }
}
