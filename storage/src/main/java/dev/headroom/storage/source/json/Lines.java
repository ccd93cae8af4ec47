package dev.headroom.storage.source.json;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/// Divides text into lines without ever keeping more of one than a limit.
final class Lines {
    private final Reader text;
    private final int longest;
    private final char[] buffer = new char[1 << 14];
    private int position;
    private int filled;
    private long number;
    private boolean tooLong;

    /// @param longest the most characters of a line
    Lines(Reader text, int longest) {
        this.text = text;
        this.longest = longest;
    }

    /// The next line without its end; empty at the end of the text. Of a line that [#tooLong], the beginning.
    Optional<String> next() throws IOException {
        StringBuilder line = new StringBuilder();
        tooLong = false;
        boolean any = false;
        for (int c = read(); c >= 0; c = read()) {
            any = true;
            if (c == '\n') {
                break;
            }
            if (line.length() < longest) {
                line.append((char) c);
            } else {
                tooLong = true;
            }
        }
        if (!any) {
            return Optional.empty();
        }
        number++;
        int length = line.length();
        if (length > 0 && line.charAt(length - 1) == '\r') {
            line.setLength(length - 1);
        }
        return Optional.of(line.toString());
    }

    private int read() throws IOException {
        if (position == filled) {
            filled = text.read(buffer, 0, buffer.length);
            position = 0;
            if (filled <= 0) {
                filled = 0;
                return -1;
            }
        }
        return buffer[position++];
    }

    /// The number of the line that [#next] gave last, 1 = first.
    long number() {
        return number;
    }

    /// True when the line that [#next] gave last is longer than the limit.
    boolean tooLong() {
        return tooLong;
    }
}
