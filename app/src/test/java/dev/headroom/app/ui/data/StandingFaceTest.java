package dev.headroom.app.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.InventedBills;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.usecase.BillStanding;
import dev.headroom.app.usecase.InvoiceCheck;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StandingFaceTest {
    private static final BigDecimal THREE = new BigDecimal("0.03");

    private static StandingFace face(InvoiceCheck check) {
        return StandingFace.of(BillStanding.of(check), Formats.english());
    }

    private static InvoiceCheck check(String invoiced, boolean passed, boolean outdated) {
        return InventedBills.check("september.csv", invoiced, THREE, passed, outdated);
    }

    @Test
    void aBillWithoutAnInvoiceIsNotReconciled() {
        StandingFace face =
                StandingFace.of(new BillStanding(BillStanding.Kind.NEVER, Optional.empty()), Formats.english());
        assertThat(face.word()).isEqualTo("No invoice");
        assertThat(face.phrase()).isEqualTo("not reconciled");
        assertThat(face.tone()).isEqualTo(Tone.NEUTRAL);
    }

    @Test
    void aDifferenceWithinTheToleranceIsGoodAndHasItsSize() {
        StandingFace face = face(check("3576.80", true, false));
        assertThat(face.tone()).isEqualTo(Tone.GOOD);
        assertThat(face.word()).isEqualTo("Within 0.40\u00a0%");
        assertThat(face.detail()).isEqualTo("Difference +$14.30, tolerance 3\u00a0%");
    }

    @Test
    void noDifferenceIsAMatchAndATinyOneIsNotZeroPercent() {
        assertThat(face(check("3591.10", true, false)).word()).isEqualTo("Matches");
        assertThat(face(check("3591.11", true, false)).title())
                .isEqualTo("Matches the invoice within less than 0.01\u00a0%");
    }

    @Test
    void aDifferenceBeyondTheToleranceIsBad() {
        StandingFace face = face(check("3377.10", false, false));
        assertThat(face.tone()).isEqualTo(Tone.BAD);
        assertThat(face.word()).isEqualTo("Off by 6.3\u00a0%");
        assertThat(face.title()).isEqualTo("Differs from the invoice by 6.3\u00a0%");
    }

    @Test
    void nothingInvoicedHasNoPercentage() {
        assertThat(face(check("0", false, false)).word()).isEqualTo("Off by $3,591.10");
    }

    @Test
    void aTotalThatMatchesDoesNotHideALineThatDoesNot() {
        StandingFace face = face(check("3576.80", false, false));
        assertThat(face.tone()).isEqualTo(Tone.BAD);
        assertThat(face.word()).isEqualTo("1 line off");
        assertThat(face.title()).isEqualTo("The total matches, 1 line does not");
    }

    @Test
    void aCheckOfABillThatHasChangedIsOutdatedWhateverItSaid() {
        assertThat(face(check("3576.80", true, true)).tone()).isEqualTo(Tone.WATCH);
        assertThat(face(check("3377.10", false, true)).detail())
                .isEqualTo("On 20 Oct 2026 it did not match. Reconcile it again.");
    }
}
