package dev.headroom.engine.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;

/// Against the examples of FIPS 180-4 and RFC 1321.
final class ContentDigestTest {
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void theHashOfAContentIsThatOfTheStandard() {
        assertThat(ContentDigest.sha256("abc")).isEqualTo(ABC);
        assertThat(ContentDigest.sha256(new byte[0]))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(ContentDigest.sha256("ü")).isEqualTo(ContentDigest.sha256("ü".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void piecesHaveTheHashOfTheWholeAndADigestBeginsAnew() {
        MessageDigest digest = ContentDigest.sha256();
        digest.update((byte) 'a');
        digest.update(new byte[] {'b', 'c'});
        assertThat(ContentDigest.hex(digest)).isEqualTo(ABC);
        digest.update("abc".getBytes(StandardCharsets.US_ASCII));
        assertThat(ContentDigest.hex(digest)).isEqualTo(ABC);
        MessageDigest md5 = ContentDigest.md5();
        md5.update("abc".getBytes(StandardCharsets.US_ASCII));
        assertThat(ContentDigest.hex(md5)).isEqualTo("900150983cd24fb0d6963f7d28e17f72");
    }
}
