package dev.headroom.engine.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpiryTest {
    private static final LocalDate BILL = LocalDate.of(2024, 2, 29);

    @ParameterizedTest
    @CsvSource({
        "'1 year No Upfront Compute Savings Plan', ONE_YEAR",
        "'Compute, 3 years, no upfront', THREE_YEARS",
        "'3yr EC2 reservation', THREE_YEARS",
        "'P1Y', ONE_YEAR"
    })
    void theTermIsReadFromTheName(String words, CommitmentTerm term) {
        assertThat(TermWords.find(words)).contains(term);
    }

    @Test
    void wordsThatNameNoTermOrTwoTellNone() {
        assertThat(TermWords.find("USD 0.05 hourly fee per Linux, m5.large instance"))
                .isEmpty();
        assertThat(TermWords.find("1 year and 3 years")).isEmpty();
        assertThat(TermWords.find("within 31 years")).isEmpty();
    }

    @Test
    void aCommitmentThatBeganWithinTheBillsEndsATermLater() {
        Expiry expiry = BilledTerm.expiry(BILL.plusDays(5), BILL, "1 year");
        assertThat(expiry.end()).contains(LocalDate.of(2025, 3, 5));
        assertThat(expiry.certainty()).isEqualTo("inferred");
    }

    @Test
    void aCommitmentThatRanBeforeHasALatestEnd() {
        Expiry expiry = BilledTerm.expiry(BILL, BILL, "1 year");
        assertThat(expiry.end()).contains(LocalDate.of(2025, 2, 28));
        assertThat(expiry.certainty()).isEqualTo("latest");
        assertThat(expiry.reason()).contains("already running");
    }

    @Test
    void anUnknownTermHasNoEnd() {
        assertThat(BilledTerm.expiry(BILL, BILL, "fee").end()).isEmpty();
    }
}
