package dev.headroom.storage.source.aws;

/// Text of others in sentences of ours: one line, of bounded length.
final class Printable {
    private static final int LONGEST = 200;

    private Printable() {}

    static String of(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
