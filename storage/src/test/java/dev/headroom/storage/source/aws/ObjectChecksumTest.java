package dev.headroom.storage.source.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

class ObjectChecksumTest {
    private static final String MD5 = "25f9e794323b453885f5181f1b624d0b";

    /// The check values that the catalogues of the algorithms give for the text 123456789.
    @ParameterizedTest
    @CsvSource({
        "CRC64NVME,ae8b14860a799888",
        "CRC32,cbf43926",
        "CRC32C,e3069283",
        "MD5,25f9e794323b453885f5181f1b624d0b",
        "SHA256,15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225"
    })
    void theCheckValuesAreThoseOfTheAlgorithms(ObjectChecksum.Algorithm algorithm, String value, @TempDir Path folder)
            throws Exception {
        Path file = Files.writeString(folder.resolve("digits"), "123456789", StandardCharsets.UTF_8);
        assertThat(new ObjectChecksum(algorithm, value).isOf(file)).isTrue();
        Files.writeString(file, "123456780", StandardCharsets.UTF_8);
        assertThat(new ObjectChecksum(algorithm, value).isOf(file)).isFalse();
    }

    @Test
    void anETagIsTheMd5OnlyOfWhatIsNeitherInPartsNorEncryptedWithAKey() {
        HeadObjectResponse plain = HeadObjectResponse.builder().build();
        assertThat(ObjectChecksum.of(plain, MD5)).contains(new ObjectChecksum(ObjectChecksum.Algorithm.MD5, MD5));
        assertThat(ObjectChecksum.of(plain, MD5 + "-3")).isEmpty();
        HeadObjectResponse encrypted = HeadObjectResponse.builder()
                .serverSideEncryption(ServerSideEncryption.AWS_KMS)
                .checksumCRC64NVME("rosUhgp5mIg=")
                .checksumType(ChecksumType.FULL_OBJECT)
                .build();
        assertThat(ObjectChecksum.of(encrypted, MD5))
                .isEqualTo(Optional.of(new ObjectChecksum(ObjectChecksum.Algorithm.CRC64NVME, "ae8b14860a799888")));
        HeadObjectResponse parts = HeadObjectResponse.builder()
                .checksumCRC32("y/Q5Jg==-2")
                .checksumType(ChecksumType.COMPOSITE)
                .build();
        assertThat(ObjectChecksum.of(parts, MD5 + "-2")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bucket/prefix",
                "https://bucket/x",
                "s3://B/x",
                "s3://bucket/a//b",
                "s3://bucket/../x",
                "s3:///x",
                ""
            })
    void whatIsNoAddressIsRefusedWithHowItIsWritten(String text) {
        assertThatThrownBy(() -> S3Address.of(text))
                .isInstanceOfSatisfying(
                        AwsFailureException.class,
                        e -> assertThat(e.reason().code()).isEqualTo("HR-4022"))
                .hasMessageContaining("no address in S3");
    }

    @Test
    void addressesLoseTheSlashAtTheirEnd() throws Exception {
        assertThat(S3Address.of("s3://bills-1/a/b/")).isEqualTo(new S3Address("bills-1", "a/b"));
        assertThat(S3Address.of("s3://bills-1")).isEqualTo(new S3Address("bills-1", ""));
        assertThat(new S3Address("bills-1", "").below("metadata/").toString()).isEqualTo("s3://bills-1/metadata/");
    }
}
